import { Module } from '@nestjs/common';
import { FeedReads } from '../database/feed-reads.js';
import { CalendarsController, MyCalendarController } from './calendar-controller.js';
import { FollowedPolesController } from './followed-controller.js';

@Module({ controllers: [MyCalendarController, CalendarsController, FollowedPolesController], providers: [FeedReads] })
export class CalendarModule {}
