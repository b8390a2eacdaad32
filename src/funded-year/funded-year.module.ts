import { Module } from '@nestjs/common';
import { InstalmentListReads } from '../database/instalment-list-reads.js';
import { CampaignsController } from './campaigns-controller.js';
import { FundedYearController } from './controller.js';
import { InstalmentList } from './instalment-list.js';
import { InstalmentsController } from './instalments-controller.js';

@Module({
  controllers: [FundedYearController, CampaignsController, InstalmentsController],
  providers: [InstalmentListReads, InstalmentList],
  exports: [InstalmentList],
})
export class FundedYearModule {}
