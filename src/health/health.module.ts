import { Module } from '@nestjs/common';
import { MetricReads } from '../database/metric-reads.js';
import { HealthController } from './controller.js';

@Module({ controllers: [HealthController], providers: [MetricReads] })
export class HealthModule {}
