import { Module } from '@nestjs/common';
import { CampaignsController } from './campaigns-controller.js';
import { FundedYearController } from './controller.js';

@Module({ controllers: [FundedYearController, CampaignsController] })
export class FundedYearModule {}
