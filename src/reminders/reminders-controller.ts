import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Access } from '../api/access.js';
import { answerOf } from '../api/answer-schemas.js';
import { readClock } from '../clock/clock.js';
import { ReminderReads } from '../database/reminder-reads.js';
import { expectationOf } from '../domain/dossier/expectations.js';
import { rolesThat } from '../domain/dossier/roles.js';

@ApiTags('Rappels')
@Controller('reminders')
export class RemindersController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(ReminderReads) private readonly reads: ReminderReads,
  ) {}

  @Get('usefulness')
  @Access({ to: 'roles', roles: rolesThat('reads-reminders') })
  @ApiResponse({ status: 200, description: 'Lu', ...answerOf('Usefulness') })
  @ApiOperation({
    operationId: 'reminders-usefulness',
    summary:
      'À quoi servent les rappels : par genre et échelon, ce que sont devenus ceux qui étaient prévus, suivis d’effet sous 7 jours',
  })
  async usefulness() {
    const lines = await this.reads.usefulness();
    return { items: lines.map(line => ({ ...line, label: expectationOf(line.kind).label })) };
  }

  @Get('reconciliation')
  @Access({ to: 'roles', roles: rolesThat('reads-reminders') })
  @ApiResponse({ status: 200, description: 'Lu', ...answerOf('Reconciliation') })
  @ApiOperation({
    operationId: 'reminders-reconciliation',
    summary: 'Ce qui était prévu et n’est ni parti ni retenu avec son motif, maintenant : rien, si tout va bien',
  })
  async reconciliation() {
    const { now } = await readClock(this.source.manager);
    const items = await this.reads.discrepancies(now);
    return { at: now, differences: items.length, items };
  }
}
