import { Module } from '@nestjs/common';
import { AccessLogReads } from '../database/access-log-reads.js';
import { AccessLogController } from './access-log-controller.js';
import { BankDetailsController } from './bank-details-controller.js';
import { PolesController } from './controller.js';

@Module({ controllers: [PolesController, BankDetailsController, AccessLogController], providers: [AccessLogReads] })
export class PolesModule {}
