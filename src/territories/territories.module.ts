import { Module } from '@nestjs/common';
import { TerritoriesController } from './controller.js';

@Module({ controllers: [TerritoriesController] })
export class TerritoriesModule {}
