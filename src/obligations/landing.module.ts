import { Module } from '@nestjs/common';
import { LandingController } from './landing-controller.js';

/** The first page, which stands beside the API. */
@Module({ controllers: [LandingController] })
export class LandingModule {}
