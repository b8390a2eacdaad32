import { Module } from '@nestjs/common';
import { AwardController } from './controller.js';
import { AmendmentPreviewController } from './preview-controller.js';

@Module({ controllers: [AwardController, AmendmentPreviewController] })
export class AwardModule {}
