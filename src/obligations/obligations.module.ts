import { Module } from '@nestjs/common';
import { AdviceReads } from '../database/advice-reads.js';
import { OwedReads } from '../database/owed-reads.js';
import { AdviceList } from './advice-list.js';
import { ObligationsController } from './controller.js';
import { Desk } from './desk.js';
import { DeskController } from './desk-controller.js';
import { MyObligationsController } from './mine-controller.js';
import { ObligationReader } from './obligation-reader.js';
import { ObligationReadController } from './obligation-controller.js';
import { Requests } from './requests.js';

@Module({
  controllers: [ObligationsController, MyObligationsController, DeskController, ObligationReadController],
  providers: [OwedReads, AdviceReads, AdviceList, Requests, Desk, ObligationReader],
  exports: [AdviceList, Desk, Requests, ObligationReader],
})
export class ObligationsModule {}
