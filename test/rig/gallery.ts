import { Controller, Get, Module, Param, Post, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Response } from 'express';
import { AssetsController } from '../../src/desk/assets/assets-controller.js';
import { pagePolicy } from '../../src/desk/frame/policy.js';
import { GALLERY } from '../browser/gallery/index.js';

@Controller('galerie')
class GalleryController {
  @Get(':page')
  page(@Param('page') page: string, @Res() response: Response): void {
    response.setHeader('Content-Security-Policy', pagePolicy());
    response.type('text/html; charset=utf-8').send(GALLERY.get(page));
  }
}

/** What the forms of the gallery are posted to. */
@Controller()
class PostedController {
  @Post('*any')
  posted(@Res() response: Response): void {
    response.status(204).send();
  }
}

@Module({ controllers: [AssetsController, GalleryController, PostedController] })
class GalleryModule {}

export interface ServedGallery {
  readonly url: string;
  close(): Promise<void>;
}

/** The gallery as the house would serve it: under the policy of its pages, with its own assets. */
export async function serveGallery(): Promise<ServedGallery> {
  const app = await NestFactory.create<NestExpressApplication>(GalleryModule, { logger: false });
  await app.listen(0, '127.0.0.1');
  return { url: `${await app.getUrl()}/galerie`, close: () => app.close() };
}
