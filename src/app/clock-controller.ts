import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../api/access.js';
import { checkedBody } from '../api/body.js';
import { CivilDay } from '../api/fields.js';
import { House } from '../api/house.js';
import { civilDate } from '../domain/kernel/civil-date.js';
import { parisMidnight } from '../domain/kernel/paris.js';
import { readClock, type Reading } from '../clock/clock.js';
import { ClockAnswer, ClockSteppedAnswer } from './clock-answers.js';
import { Problems } from '../api/problems.js';

export class ClockBody {
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
  constructor(@Inject(House) private readonly house: House) {}

  @Get()
  @Access({ to: 'everyone' })
  @ApiOkResponse({ description: 'Lu', type: ClockAnswer })
  @ApiOperation({ operationId: 'read-clock', summary: "Ce que dit l'horloge de la maison" })
  async read(): Promise<ClockAnswer> {
    return clockView(await readClock(this.house.source.manager));
  }

  @Post()
  @HttpCode(200)
  @Access({ to: 'roles', roles: ['admin'] })
  @ApiOkResponse({ description: 'Fait', type: ClockSteppedAnswer })
  @Problems(400, 409, 413, 422)
  @ApiOperation({
    operationId: 'step-clock',
    summary: "Avancer l'horloge : ce qui échoit en chemin se produit, dans l'ordre",
  })
  @ApiBody({ type: ClockBody })
  async step(@Body() body: unknown): Promise<ClockSteppedAnswer> {
    const { to } = await checkedBody(ClockBody, body);
    const { clock, alarms, stuck } = await this.house.clock.stepTo(parisMidnight(civilDate(to)));
    return { clock: clockView(clock), alarms, stuck };
  }
}
