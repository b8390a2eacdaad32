import { Module, type DynamicModule } from '@nestjs/common';
import { EntryReads } from '../database/entry-reads.js';
import { AssetsController } from './assets/assets-controller.js';
import { HOUSE, type House } from './frame/page.js';
import { pathsOf } from './frame/page-paths.js';
import { PageFilter } from './frame/page-filter.js';
import { PageShower } from './frame/page-shower.js';
import { Readers } from './frame/readers.js';
import { ConnectionController } from './session/connection-controller.js';
import { EntryController } from './session/entry-controller.js';
import { EntryLinks } from './session/entry-links.js';

const CONTROLLERS = [AssetsController, ConnectionController, EntryController];

/** The addresses of the pages and of what they are made of, which stand beside `/api`. */
export const PAGE_PATHS = pathsOf(CONTROLLERS);

/** The pages by which people do their week. */
@Module({})
export class DeskModule {
  static of(house: House): DynamicModule {
    return {
      module: DeskModule,
      controllers: CONTROLLERS,
      providers: [{ provide: HOUSE, useValue: house }, PageShower, PageFilter, Readers, EntryLinks, EntryReads],
    };
  }
}
