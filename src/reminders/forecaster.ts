import { Inject, Injectable } from '@nestjs/common';
import { RECORD_CONTEXT } from '../api/tokens.js';
import { faultOf } from '../api/problem-filter.js';
import { readClock, spreadOver } from '../clock/clock.js';
import { PoleReads } from '../database/pole-reads.js';
import { roleLabel, type Actor } from '../domain/dossier/roles.js';
import { seenState } from '../domain/dossier/seen-state.js';
import type { DossierState } from '../domain/dossier/state.js';
import { viewOf, type View } from '../domain/dossier/view.js';
import { addDays } from '../domain/kernel/civil-date.js';
import { ascending } from '../domain/kernel/ordering.js';
import { isUuid } from '../domain/kernel/ids.js';
import { addSeconds, parisMidnight } from '../domain/kernel/paris.js';
import { keyOf, openObligations } from '../domain/obligations/slice.js';
import { spreadOf } from '../domain/reminders/alarms.js';
import type { RecordContext } from '../record/context.js';
import { dossiersAfter, readDossier } from '../record/dossiers.js';
import { UnknownDossierError } from '../record/refused.js';
import type { ForecastAnswer, ForecastLineAnswer } from './answers.js';
import { forecastOf, horizonOf, type ForecastLine } from './forecast.js';
import { reasonLabel } from './notice-words.js';

/** How far ahead one looks, in days. */
export const HORIZONS = [30, 90, 365] as const;
export type Horizon = (typeof HORIZONS)[number];

/** What the engine will do if nobody acts, for who may read it: by the API, or on a page. */
@Injectable()
export class Forecaster {
  constructor(
    @Inject(RECORD_CONTEXT) private readonly record: RecordContext,
    @Inject(PoleReads) private readonly reads: PoleReads,
  ) {}

  /** In one pôle when it is named, which is refused when it may not be read; else in all that may be. */
  async read(days: Horizon, pole: string | undefined, actors: readonly Actor[]): Promise<ForecastAnswer> {
    const { manager } = this.record.source;
    const clock = await readClock(manager);
    const { now, today } = clock;
    const to = addSeconds(parisMidnight(addDays(today, days + 1)), -1);
    const over = await horizonOf(manager, now, to);
    const items: ForecastLineAnswer[] = [];
    const ids = await this.asked(pole);
    const names = new Map((await this.reads.names()).map(({ id, name }) => [id, name]));
    for (const id of ids) {
      const dossier = await readDossier(manager, id);
      const view = viewOf(dossier.state, actors);
      if (view === undefined) {
        if (pole !== undefined) throw new UnknownDossierError();
        continue;
      }
      const spread = spreadOf(id, spreadOver(clock, this.record.spreadSeconds));
      const lines = await forecastOf(manager, dossier, this.record.book.of(dossier.reglement), over, spread);
      const told = { id, name: names.get(id) ?? '' };
      items.push(...linesSeen(lines, view, dossier.state).map(line => lineView(line, told)));
    }
    items.sort(ascending(({ at }) => at));
    return { from: today, days, items };
  }

  private async asked(pole: string | undefined): Promise<readonly string[]> {
    if (pole === undefined) return dossiersAfter(this.record.source.manager, undefined);
    const id = pole.trim().toLowerCase();
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
