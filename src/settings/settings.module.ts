import { Module } from '@nestjs/common';
import { SettingsReads } from '../database/settings-reads.js';
import { BodiesController } from './bodies-controller.js';
import { BodyRegister } from './body-register.js';
import { Rights } from './rights.js';
import { RightsController } from './rights-controller.js';

@Module({
  controllers: [RightsController, BodiesController],
  providers: [SettingsReads, Rights, BodyRegister],
  exports: [SettingsReads, Rights, BodyRegister],
})
export class SettingsModule {}
