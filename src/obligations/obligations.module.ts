import { Module } from '@nestjs/common';
import { OwedReads } from '../database/owed-reads.js';
import { ObligationsController } from './controller.js';
import { Desk } from './desk.js';
import { DeskController } from './desk-controller.js';
import { LandingController } from './landing-controller.js';
import { MyObligationsController } from './mine-controller.js';
import { ObligationReadController } from './obligation-controller.js';
import { Requests } from './requests.js';

@Module({
  controllers: [
    ...[ObligationsController, MyObligationsController, DeskController, ObligationReadController, LandingController],
  ],
  providers: [OwedReads, Requests, Desk],
  exports: [Desk, Requests],
})
export class ObligationsModule {}
