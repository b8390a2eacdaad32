import { Module } from '@nestjs/common';
import { CouncilOpinionController } from './controller.js';

@Module({ controllers: [CouncilOpinionController] })
export class CouncilOpinionModule {}
