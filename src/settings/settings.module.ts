import { Module } from '@nestjs/common';
import { RuleReads } from '../database/rule-reads.js';
import { SettingsReads } from '../database/settings-reads.js';
import { BodiesController } from './bodies-controller.js';
import { BodyRegister } from './body-register.js';
import { Rights } from './rights.js';
import { RightsController } from './rights-controller.js';
import { RulesController } from './rules-controller.js';
import { WrittenRules } from './written-rules.js';

@Module({
  controllers: [RightsController, BodiesController, RulesController],
  providers: [SettingsReads, RuleReads, Rights, BodyRegister, WrittenRules],
  exports: [SettingsReads, Rights, BodyRegister, WrittenRules],
})
export class SettingsModule {}
