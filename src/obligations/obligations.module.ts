import { Module } from '@nestjs/common';
import { ObligationsController } from './controller.js';
import { LandingController } from './landing-controller.js';
import { MyObligationsController } from './mine-controller.js';
import { ObligationReadController } from './obligation-controller.js';

@Module({ controllers: [ObligationsController, MyObligationsController, ObligationReadController, LandingController] })
export class ObligationsModule {}
