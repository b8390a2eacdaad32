import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../api/access.js';
import { House } from '../api/house.js';
import { readClock } from '../clock/clock.js';
import { ReminderReads } from '../database/reminder-reads.js';
import { expectationOf } from '../domain/dossier/expectations.js';
import { ReconciliationAnswer, UsefulnessAnswer } from './follow-up-answers.js';

const READERS = ['instructor', 'manager', 'adviser', 'auditor', 'admin'] as const;

@ApiTags('Rappels')
@Controller('reminders')
export class RemindersController {
  private readonly reads: ReminderReads;

  constructor(@Inject(House) private readonly house: House) {
    this.reads = new ReminderReads(house.source);
  }

  @Get('usefulness')
  @Access({ to: 'roles', roles: READERS })
  @ApiOkResponse({ description: 'Lu', type: UsefulnessAnswer })
  @ApiOperation({
    operationId: 'reminders-usefulness',
    summary:
      'À quoi servent les rappels : par genre et échelon, ce que sont devenus ceux qui étaient prévus, suivis d’effet sous 7 jours',
  })
  async usefulness(): Promise<UsefulnessAnswer> {
    const lines = await this.reads.usefulness();
    return { items: lines.map(line => ({ ...line, label: expectationOf(line.kind).label })) };
  }

  @Get('reconciliation')
  @Access({ to: 'roles', roles: READERS })
  @ApiOkResponse({ description: 'Lu', type: ReconciliationAnswer })
  @ApiOperation({
    operationId: 'reminders-reconciliation',
    summary: 'Ce qui était prévu et n’est ni parti ni retenu avec son motif, maintenant : rien, si tout va bien',
  })
  async reconciliation(): Promise<ReconciliationAnswer> {
    const { now } = await readClock(this.house.source.manager);
    const items = await this.reads.discrepancies(now);
    return { at: now, differences: items.length, items };
  }
}
