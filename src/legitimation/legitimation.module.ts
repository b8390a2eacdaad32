import { Module } from '@nestjs/common';
import { LegitimationController } from './controller.js';

@Module({ controllers: [LegitimationController] })
export class LegitimationModule {}
