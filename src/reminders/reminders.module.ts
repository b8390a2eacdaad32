import { Module } from '@nestjs/common';
import { LetterReads } from '../database/letter-reads.js';
import { ReminderReads } from '../database/reminder-reads.js';
import { TaskReads } from '../database/task-reads.js';
import { BouncesController } from './bounces-controller.js';
import { Forecaster } from './forecaster.js';
import { ForecastController } from './forecast-controller.js';
import { LadderPreviews } from './ladder-previews.js';
import { LaddersController } from './ladders-controller.js';
import { Letters } from './letters.js';
import { RemindersController } from './reminders-controller.js';
import { Tasks } from './tasks.js';
import { TasksController } from './tasks-controller.js';
import { TemplatesController } from './templates-controller.js';

@Module({
  controllers: [
    LaddersController,
    ForecastController,
    RemindersController,
    TemplatesController,
    BouncesController,
    TasksController,
  ],
  providers: [ReminderReads, TaskReads, Tasks, LetterReads, Letters, Forecaster, LadderPreviews],
  exports: [Forecaster, LadderPreviews, Letters, Tasks],
})
export class RemindersModule {}
