import { Module } from '@nestjs/common';
import { InitiativeController } from './controller.js';

@Module({ controllers: [InitiativeController] })
export class InitiativeModule {}
