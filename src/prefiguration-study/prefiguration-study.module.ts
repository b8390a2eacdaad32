import { Module } from '@nestjs/common';
import { PrefigurationStudyController } from './controller.js';

@Module({ controllers: [PrefigurationStudyController] })
export class PrefigurationStudyModule {}
