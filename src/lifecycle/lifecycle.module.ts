import { Module } from '@nestjs/common';
import { LifecycleController } from './controller.js';

@Module({ controllers: [LifecycleController] })
export class LifecycleModule {}
