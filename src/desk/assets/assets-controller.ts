import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Access } from '../../api/access.js';
import { problem, ProblemException } from '../../api/problem.js';
import { assetOf, CODINGS } from './assets.js';

/** Style, scripts and icon of the pages, kept for ever by whoever took them once. */
@ApiExcludeController()
@Controller('desk')
export class AssetsController {
  @Get(':file')
  @Access({ to: 'everyone' })
  asset(@Param('file') file: string, @Req() request: Request, @Res() response: Response): void {
    const asset = assetOf(file);
    if (asset === undefined)
      throw new ProblemException(problem('not-found', 404, 'Introuvable', 'Ce fichier n’existe pas, ou plus.'));
    const coding = CODINGS.find(each => request.acceptsEncodings(each) === each);
    response.set({ 'Cache-Control': 'public, max-age=31536000, immutable', Vary: 'Accept-Encoding' });
    if (coding !== undefined) response.set('Content-Encoding', coding);
    response.type(asset.type).send(coding === undefined ? asset.body : asset.compressed(coding));
  }
}
