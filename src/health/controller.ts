import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access } from '../api/access.js';
import { House } from '../api/house.js';

/** Live: the process answers. Ready: the database does too. The engine may be away: acts are recorded all the same. */
@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(@Inject(House) private readonly house: House) {}

  @Get('live')
  @Access({ to: 'everyone' })
  live() {
    return { status: 'ok' };
  }

  @Get('ready')
  @Access({ to: 'everyone' })
  async ready(@Res({ passthrough: true }) response: Response) {
    try {
      await this.house.source.query('SELECT 1');
      return { status: 'ok', database: 'up' };
    } catch {
      response.status(503);
      return { status: 'unavailable', database: 'down' };
    }
  }
}
