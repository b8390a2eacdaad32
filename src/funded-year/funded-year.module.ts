import { Module } from '@nestjs/common';
import { InstalmentListReads } from '../database/instalment-list-reads.js';
import { ReportListReads } from '../database/report-list-reads.js';
import { CampaignSheets } from './campaign-sheets.js';
import { CampaignsController } from './campaigns-controller.js';
import { FundedYearController } from './controller.js';
import { InstalmentList } from './instalment-list.js';
import { InstalmentsController } from './instalments-controller.js';
import { ReportList } from './report-list.js';
import { ReportsController } from './reports-controller.js';

@Module({
  controllers: [FundedYearController, CampaignsController, InstalmentsController, ReportsController],
  providers: [CampaignSheets, InstalmentListReads, InstalmentList, ReportListReads, ReportList],
  exports: [CampaignSheets, InstalmentList, ReportList],
})
export class FundedYearModule {}
