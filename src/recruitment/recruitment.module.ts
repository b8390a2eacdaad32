import { Module } from '@nestjs/common';
import { RecruitmentController } from './controller.js';

@Module({ controllers: [RecruitmentController] })
export class RecruitmentModule {}
