import { Module } from '@nestjs/common';
import { PolesController } from './controller.js';

@Module({ controllers: [PolesController] })
export class PolesModule {}
