import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Access } from '../api/access.js';
import type { AuthoredRequest } from '../api/access-guard.js';
import { RECORD_CONTEXT } from '../api/tokens.js';
import { faultOf } from '../api/problem-filter.js';
import { problem, ProblemException } from '../api/problem.js';
import { readClock, spreadOver } from '../clock/clock.js';
import { PoleReads } from '../database/pole-reads.js';
import { roleLabel } from '../domain/dossier/roles.js';
import { seenState } from '../domain/dossier/seen-state.js';
import type { DossierState } from '../domain/dossier/state.js';
import { viewOf, type View } from '../domain/dossier/view.js';
import { isUuid } from '../domain/kernel/ids.js';
import { addDays } from '../domain/kernel/civil-date.js';
import { addSeconds, parisMidnight } from '../domain/kernel/paris.js';
import { keyOf, openObligations } from '../domain/obligations/slice.js';
import { spreadOf } from '../domain/reminders/alarms.js';
import { dossiersAfter, readDossier } from '../record/dossiers.js';
import type { RecordContext } from '../record/context.js';
import { forecastOf, horizonOf, type ForecastLine } from './forecast.js';
import { UnknownDossierError } from '../record/refused.js';
import { reasonLabel } from './notice-words.js';
import { ForecastAnswer, type ForecastLineAnswer } from './answers.js';
import { Problems } from '../api/problems.js';
import { ascending } from '../domain/kernel/ordering.js';

const HORIZONS = [30, 90, 365];

/** What a query says once; a list when it says it several times, which is none of what is asked here. */
type Asked = string | readonly string[] | undefined;

@ApiTags('Prévision')
@Controller('forecast')
export class ForecastController {
  constructor(
    @Inject(RECORD_CONTEXT) private readonly record: RecordContext,
    @Inject(PoleReads) private readonly reads: PoleReads,
  ) {}

  @Get()
  @Access({ to: 'people' })
  @ApiQuery({ name: 'days', required: false, schema: { type: 'integer', enum: HORIZONS, default: 30 } })
  @ApiQuery({ name: 'pole', required: false, schema: { type: 'string', format: 'uuid' } })
  @ApiOkResponse({ description: 'Calculé ; rien n’est écrit', type: ForecastAnswer })
  @Problems(404, 422)
  @ApiOperation({
    operationId: 'forecast',
    summary: 'Ce que le moteur va faire, si personne n’agit : rappels, escalades, passages automatiques, blocages',
  })
  async read(
    @Query('days') days: Asked,
    @Query('pole') pole: Asked,
    @Req() request: AuthoredRequest,
  ): Promise<ForecastAnswer> {
    const horizon = daysOf(days);
    const { manager } = this.record.source;
    const clock = await readClock(manager);
    const { now, today } = clock;
    const to = addSeconds(parisMidnight(addDays(today, horizon + 1)), -1);
    const over = await horizonOf(manager, now, to);
    const items: ForecastLineAnswer[] = [];
    for (const id of await this.asked(pole)) {
      const dossier = await readDossier(manager, id);
      const view = viewOf(dossier.state, request.actors);
      if (view === undefined) {
        if (pole !== undefined) throw new UnknownDossierError();
        continue;
      }
      const spread = spreadOf(id, spreadOver(clock, this.record.spreadSeconds));
      const lines = await forecastOf(manager, dossier, this.record.book.of(dossier.reglement), over, spread);
      const name = (await this.reads.card(id))?.name ?? '';
      items.push(...linesSeen(lines, view, dossier.state).map(line => lineView(line, { id, name })));
    }
    items.sort(ascending(({ at }) => at));
    return { from: today, days: horizon, items };
  }

  private async asked(pole: Asked): Promise<readonly string[]> {
    if (pole === undefined) return dossiersAfter(this.record.source.manager, undefined);
    const id = String(pole).trim().toLowerCase();
    if (!isUuid(id)) throw new UnknownDossierError();
    return [id];
  }
}

/** The lines that are in a view: of the instalments and of what is owed that it holds. */
function linesSeen(lines: readonly ForecastLine[], view: View, state: DossierState): readonly ForecastLine[] {
  if (view === 'whole') return lines;
  const { instalments, obligations } = seenState(view, state);
  const owed = new Set(openObligations({ obligations }).map(keyOf));
  return lines.filter(({ what, kind, instance }) =>
    what === 'hold' ? Object.hasOwn(instalments, instance) : owed.has(keyOf({ kind, instance })),
  );
}

function lineView(
  { recipients, because, ...line }: ForecastLine,
  pole: { readonly id: string; readonly name: string },
): ForecastLineAnswer {
  return {
    ...line,
    recipients: recipients.map(recipient => ({
      ...recipient,
      label: roleLabel(recipient.role),
      reasonLabel: reasonLabel(recipient.reason),
    })),
    because: because.map(faultOf),
    pole,
  };
}

function daysOf(days: Asked = '30'): number {
  const found = HORIZONS.find(horizon => String(horizon) === days);
  if (found === undefined)
    throw new ProblemException(
      problem('forecast-days', 422, 'Horizon inconnu', 'La prévision va à 30, 90 ou 365 jours.', {
        errors: [{ code: 'invalid-field', detail: '30, 90 ou 365 jours.', pointer: '/days' }],
      }),
    );
  return found;
}
