import { Module } from '@nestjs/common';
import { FeedReads } from '../database/feed-reads.js';
import { MyCalendarController } from './calendar-controller.js';
import { FollowedPolesController } from './followed-controller.js';

@Module({ controllers: [MyCalendarController, FollowedPolesController], providers: [FeedReads] })
export class CalendarModule {}
