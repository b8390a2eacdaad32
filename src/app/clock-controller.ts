import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../api/access.js';
import { answerOf } from '../api/answer-schemas.js';
import { CivilDay } from '../api/fields.js';
import { civilDate } from '../domain/kernel/civil-date.js';
import { parisMidnight } from '../domain/kernel/paris.js';
import type { Reading } from '../clock/clock.js';
import { ClockService } from './clock-service.js';

class ClockBody {
  @CivilDay({
    description: "Jour jusqu'où avancer : l'horloge s'y arrête à 00:00, heure de Paris",
    example: '2027-01-04',
  })
  to!: string;
}

const clockView = ({ mode, now, today }: Reading) => ({ mode, now, today });

@ApiTags('Horloge')
@Controller('clock')
export class ClockController {
  constructor(@Inject(ClockService) private readonly clock: ClockService) {}

  @Get()
  @Access({ to: 'everyone' })
  @ApiResponse({ status: 200, description: 'Lu', ...answerOf('Clock') })
  @ApiOperation({ operationId: 'read-clock', summary: "Ce que dit l'horloge de la maison" })
  async read() {
    return clockView(await this.clock.read());
  }

  @Post()
  @HttpCode(200)
  @Access({ to: 'roles', roles: ['admin'] })
  @ApiOperation({
    operationId: 'step-clock',
    summary: "Avancer l'horloge : ce qui échoit en chemin se produit, dans l'ordre",
  })
  @ApiBody({ type: ClockBody })
  async step(@Body() { to }: ClockBody) {
    const { clock, alarms, stuck } = await this.clock.stepTo(parisMidnight(civilDate(to)));
    return { clock: clockView(clock), alarms, stuck };
  }
}
