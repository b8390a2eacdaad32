import { Module } from '@nestjs/common';
import { FeedReads } from '../database/feed-reads.js';
import { CalendarsController } from './calendar-controller.js';

/** The private addresses that agendas read, which stand beside the API. */
@Module({ controllers: [CalendarsController], providers: [FeedReads] })
export class FeedsModule {}
