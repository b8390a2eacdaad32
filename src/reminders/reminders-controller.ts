import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Access } from '../api/access.js';
import { readClock } from '../clock/clock.js';
import { ReminderReads, type Usefulness } from '../database/reminder-reads.js';
import { expectationOf } from '../domain/dossier/expectations.js';
import { EVENT_TYPES, type EventName } from '../domain/dossier/state.js';
import { EVENT_TEMPLATE } from '../domain/reminders/told-at-once.js';
import { rolesThat } from '../domain/dossier/roles.js';
import { RuleBook } from '../reglement/load.js';
import { ReconciliationAnswer, UsefulnessAnswer } from './follow-up-answers.js';

/** The name of what is told: an event, or something owed. */
const labelOf = ({ kind, rung }: Usefulness) =>
  rung === EVENT_TEMPLATE ? EVENT_TYPES[kind as EventName].label : expectationOf(kind).label;

@ApiTags('Rappels')
@Controller('reminders')
export class RemindersController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(RuleBook) private readonly book: RuleBook,
    @Inject(ReminderReads) private readonly reads: ReminderReads,
  ) {}

  @Get('usefulness')
  @Access({ to: 'roles', roles: rolesThat('reads-reminders') })
  @ApiOkResponse({ description: 'Lu', type: UsefulnessAnswer })
  @ApiOperation({
    operationId: 'reminders-usefulness',
    summary:
      'À quoi servent les rappels : par genre et échelon, ce que sont devenus ceux qui étaient prévus, suivis d’effet sous 7 jours',
  })
  async usefulness(): Promise<UsefulnessAnswer> {
    const lines = await this.reads.usefulness();
    return { items: lines.map(line => ({ ...line, label: labelOf(line) })) };
  }

  @Get('reconciliation')
  @Access({ to: 'roles', roles: rolesThat('reads-reminders') })
  @ApiOkResponse({ description: 'Lu', type: ReconciliationAnswer })
  @ApiOperation({
    operationId: 'reminders-reconciliation',
    summary: 'Ce qui était prévu et n’est ni parti ni retenu avec son motif, maintenant : rien, si tout va bien',
  })
  async reconciliation(): Promise<ReconciliationAnswer> {
    const { now } = await readClock(this.source.manager);
    const items = await this.reads.discrepancies(now, this.book);
    return { at: now, differences: items.length, items };
  }
}
