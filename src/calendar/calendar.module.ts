import { Module } from '@nestjs/common';
import { FeedReads } from '../database/feed-reads.js';
import { MyCalendarController } from './calendar-controller.js';
import { FollowedPolesController } from './followed-controller.js';

import { MyCalendar } from './my-calendar.js';

@Module({
  controllers: [MyCalendarController, FollowedPolesController],
  providers: [FeedReads, MyCalendar],
  exports: [MyCalendar],
})
export class CalendarModule {}
