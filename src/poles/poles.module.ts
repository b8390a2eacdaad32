import { Module } from '@nestjs/common';
import { AccessLogReads } from '../database/access-log-reads.js';
import { PoleListReads } from '../database/pole-list-reads.js';
import { AccessLogController } from './access-log-controller.js';
import { BankDetailsController } from './bank-details-controller.js';
import { PolesController } from './controller.js';
import { PoleListController } from './list-controller.js';
import { PoleActs } from './pole-acts.js';
import { ContactReads } from '../database/contact-reads.js';
import { PolePeople } from './pole-people.js';
import { PoleList } from './pole-list.js';
import { Timeline } from './timeline.js';

@Module({
  controllers: [PoleListController, PolesController, BankDetailsController, AccessLogController],
  providers: [AccessLogReads, PoleListReads, PoleList, PoleActs, Timeline, PolePeople, ContactReads],
  exports: [PoleList, Timeline, PolePeople],
})
export class PolesModule {}
