import { Module } from '@nestjs/common';
import { CofundingController } from './controller.js';

@Module({ controllers: [CofundingController] })
export class CofundingModule {}
