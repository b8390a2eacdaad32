import { Module } from '@nestjs/common';
import { MetricReads } from '../database/metric-reads.js';
import { Readiness } from '../database/readiness.js';
import { HealthController } from './controller.js';
import { StoryHealth } from './story-health.js';

@Module({ controllers: [HealthController], providers: [MetricReads, Readiness, StoryHealth] })
export class HealthModule {}
