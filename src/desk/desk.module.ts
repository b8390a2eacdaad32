import { Module, type DynamicModule } from '@nestjs/common';
import { ContactReads } from '../database/contact-reads.js';
import { SessionReads } from '../database/session-reads.js';
import { EntryReads } from '../database/entry-reads.js';
import { ActForms } from './forms/act-forms.js';
import { Drafts } from './forms/drafts.js';
import { FormsController } from './forms/controller.js';
import { HouseFactsReader } from './forms/house-facts.js';
import { Situations } from './forms/situation.js';
import { DoneMessages } from './frame/done.js';
import { HOUSE, type House } from './frame/page.js';
import { pathsOf } from './frame/page-paths.js';
import { PageFilter } from './frame/page-filter.js';
import { PageShower } from './frame/page-shower.js';
import { Readers } from './frame/readers.js';
import { ConnectionController } from './session/connection-controller.js';
import { EntryController } from './session/entry-controller.js';
import { EntryLinks } from './session/entry-links.js';

const CONTROLLERS = [ConnectionController, EntryController, FormsController];

/** The addresses of the pages, which stand beside `/api`. */
export const PAGE_PATHS = pathsOf(CONTROLLERS);

/** The pages by which people do their week. */
@Module({})
export class DeskModule {
  static of(house: House): DynamicModule {
    return {
      module: DeskModule,
      controllers: CONTROLLERS,
      providers: [
        { provide: HOUSE, useValue: house },
        ...[PageShower, PageFilter, Readers, DoneMessages],
        ...[EntryLinks, EntryReads],
        ...[ActForms, Situations, HouseFactsReader, ContactReads, Drafts, SessionReads],
      ],
    };
  }
}
