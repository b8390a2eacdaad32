import { Module } from '@nestjs/common';
import { HealthReads } from '../database/health-reads.js';
import { MetricReads } from '../database/metric-reads.js';
import { Readiness } from '../database/readiness.js';
import { HealthController } from './controller.js';
import { HealthReport } from './house-health.js';
import { StoryHealth } from './story-health.js';

@Module({
  controllers: [HealthController],
  providers: [MetricReads, HealthReads, Readiness, StoryHealth, HealthReport],
  exports: [HealthReport],
})
export class HealthModule {}
