import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { Access } from '../api/access.js';
import { readClock } from '../clock/clock.js';
import { MetricReads } from '../database/metric-reads.js';
import { Readiness } from '../database/readiness.js';
import { dossiersToNudge } from '../record/dossiers.js';
import { metricsText } from './metrics.js';
import { StoryHealth } from './story-health.js';

/** Live: the process answers. Ready: the database does too, and has room to write. The engine may be away: acts are recorded all the same. */
@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(MetricReads) private readonly reads: MetricReads,
    @Inject(Readiness) private readonly readiness: Readiness,
    @Inject(StoryHealth) private readonly storyHealth: StoryHealth,
    @Inject(Registry) private readonly registry: Registry,
  ) {}

  @Get('live')
  @Access({ to: 'everyone' })
  live() {
    return { status: 'ok' };
  }

  /** Whether the stories follow their journals, and the engine remembers them. Never a reason to restart the API: the operator looks. */
  @Get('stories')
  @Access({ to: 'everyone' })
  async stories() {
    const { now } = await readClock(this.source.manager);
    const waiting = await dossiersToNudge(this.source.manager, now);
    const behind = waiting.filter(dossier => dossier.behind).length;
    const lost = await this.storyHealth.lost();
    const status = lost === null ? 'engine-away' : lost > 0 ? 'lost' : waiting.length > 0 ? 'late' : 'ok';
    return { status, behind, unrung: waiting.length - behind, lost };
  }

  /** What a monitoring system reads: numbers, nothing of anyone. */
  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @Access({ to: 'everyone' })
  async metrics() {
    const { now } = await readClock(this.source.manager);
    return metricsText({ ...(await this.reads.measures(now)), lost: await this.storyHealth.lost() }, this.registry);
  }

  @Get('ready')
  @Access({ to: 'everyone' })
  async ready(@Res({ passthrough: true }) response: Response) {
    try {
      await this.readiness.check();
      return { status: 'ok', database: 'up' };
    } catch {
      response.status(503);
      return { status: 'unavailable', database: 'down' };
    }
  }
}
