import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../api/access.js';
import { CivilDay } from '../api/fields.js';
import { civilDate } from '../domain/kernel/civil-date.js';
import { parisMidnight } from '../domain/kernel/paris.js';
import type { Reading } from '../clock/clock.js';
import { ClockService } from './clock-service.js';
import { ClockAnswer, ClockSteppedAnswer } from './clock-answers.js';
import { Problems } from '../api/problems.js';

class ClockBody {
  @CivilDay({
    description: "Jour jusqu'où avancer : l'horloge s'y arrête à 00:00, heure de Paris",
    example: '2027-01-04',
  })
  to!: string;
}

const clockView = ({ mode, now, today }: Reading): ClockAnswer => ({ mode, now, today });

@ApiTags('Horloge')
@Controller('clock')
export class ClockController {
  constructor(@Inject(ClockService) private readonly clock: ClockService) {}

  @Get()
  @Access({ to: 'everyone' })
  @ApiOkResponse({ description: 'Lu', type: ClockAnswer })
  @ApiOperation({ operationId: 'read-clock', summary: "Ce que dit l'horloge de la maison" })
  async read(): Promise<ClockAnswer> {
    return clockView(await this.clock.read());
  }

  @Post()
  @HttpCode(200)
  @Access({ to: 'roles', roles: ['admin'] })
  @ApiOkResponse({ description: 'Fait', type: ClockSteppedAnswer })
  @Problems(400, 409, 413, 415, 422)
  @ApiOperation({
    operationId: 'step-clock',
    summary: "Avancer l'horloge : ce qui échoit en chemin se produit, dans l'ordre",
  })
  @ApiBody({ type: ClockBody })
  async step(@Body() { to }: ClockBody): Promise<ClockSteppedAnswer> {
    const { clock, alarms, stuck } = await this.clock.stepTo(parisMidnight(civilDate(to)));
    return { clock: clockView(clock), alarms, stuck };
  }

  @Post('stops')
  @HttpCode(200)
  @Access({ to: 'roles', roles: ['admin'] })
  @ApiOkResponse({ description: 'Fait', type: ClockAnswer })
  @Problems(409)
  @ApiOperation({
    operationId: 'stop-clock',
    summary: "Arrêter l'horloge qui avance, là où elle est ; qui l'avait avancée apprend où",
  })
  async stop(): Promise<ClockAnswer> {
    return clockView(await this.clock.halt());
  }
}
