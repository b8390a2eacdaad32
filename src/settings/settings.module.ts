import { Module } from '@nestjs/common';
import { SettingsReads } from '../database/settings-reads.js';
import { BodiesController } from './bodies-controller.js';
import { RightsController } from './rights-controller.js';

@Module({ controllers: [RightsController, BodiesController], providers: [SettingsReads] })
export class SettingsModule {}
