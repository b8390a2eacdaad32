import { Module } from '@nestjs/common';
import { ContactReads } from '../database/contact-reads.js';
import { ActForms } from './forms/act-forms.js';
import { FormsController } from './forms/controller.js';
import { DoneMessages } from './frame/done.js';
import { HouseFactsReader } from './forms/house-facts.js';
import { Situations } from './forms/situation.js';

/** The addresses of the pages, which stand beside `/api`. */
export const PAGE_PATHS: readonly string[] = ['poles/nouveau', 'poles/:poleId/faire/:act{/*subject}'];

/** The pages by which people do their week. */
@Module({
  controllers: [FormsController],
  providers: [ActForms, Situations, HouseFactsReader, ContactReads, DoneMessages],
})
export class DeskModule {}
