import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readClock } from '../clock/clock.js';
import { PoleListReads, type PoleFilter, type PoleLine } from '../database/pole-list-reads.js';
import { wordsOf } from '../database/search.js';
import { obligationLabel } from '../domain/dossier/naming.js';
import { perimeterOf } from '../domain/dossier/reading.js';
import { isRole, roleLabel, type Actor } from '../domain/dossier/roles.js';
import { STAGES } from '../domain/dossier/stage.js';
import type { DossierState } from '../domain/dossier/state.js';
import { eurosDot } from '../domain/kernel/cents.js';
import { daysBetween, type CivilDate } from '../domain/kernel/civil-date.js';
import { readStates } from '../record/dossiers.js';
import { csvOf } from '../api/csv.js';
import { accountInCharge } from '../api/in-charge.js';
import type { NextDueAnswer, PoleCardAnswer, PoleListAnswer } from './list-answers.js';
import { cursorOf, orderOf, readCursor } from './list-cursor.js';
import type { PoleListFilter, PoleListQuery } from './list-query.js';
import { POLE_COLUMNS } from './pole-columns.js';

/** The pôles that someone may see; of those that they do not read whole, the name, the pays, the stage. */
@Injectable()
export class PoleList {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(PoleListReads) private readonly reads: PoleListReads,
  ) {}

  /** A page in the order that is asked for, and what all the pages come to. Refuses a cursor of another list. */
  async page(asked: PoleListQuery, actors: readonly Actor[]): Promise<PoleListAnswer> {
    const filter = await this.filterOf(asked, actors);
    const [order, limit] = [orderOf(asked.sort), Number(asked.limit ?? '20')];
    const after = asked.after === undefined ? {} : { after: readCursor(order, asked.after) };
    const [lines, totals] = await Promise.all([
      this.reads.lines(filter, { ...order, ...after }, limit + 1),
      this.reads.totals(filter),
    ]);
    const shown = lines.slice(0, limit);
    const last = shown.at(-1);
    const { heldAmount, voted, due, paid, ...counts } = totals;
    return {
      items: await this.told(shown, filter.today),
      next: lines.length > limit && last ? cursorOf(order, last) : null,
      ...counts,
      amounts: { held: eurosDot(heldAmount), voted: eurosDot(voted), due: eurosDot(due), paid: eurosDot(paid) },
    };
  }

  /** Every line of a filter, as a table for spreadsheets. */
  async table(asked: PoleListFilter, actors: readonly Actor[]): Promise<string> {
    const filter = await this.filterOf(asked, actors);
    const lines = await this.reads.lines(filter, orderOf(asked.sort), null);
    return csvOf(POLE_COLUMNS, await this.told(lines, filter.today));
  }

  private async filterOf(asked: PoleListFilter, actors: readonly Actor[]): Promise<PoleFilter> {
    const { q, stage, year, held, late, pays, referent } = asked;
    const { today } = await readClock(this.source.manager);
    return {
      ...{ today, perimeter: perimeterOf(actors) },
      ...(q === undefined ? {} : { words: wordsOf(q) }),
      ...(stage === undefined ? {} : { stage }),
      ...(year === undefined ? {} : { year: Number(year) }),
      ...(held === undefined ? {} : { held: held === 'true' }),
      ...(late === undefined ? {} : { late: late === 'true' }),
      ...(pays === undefined ? {} : { pays }),
      ...(referent === undefined ? {} : { inCharge: referent === 'none' ? null : accountInCharge(referent, actors) }),
    };
  }

  private async told(lines: readonly PoleLine[], today: CivilDate): Promise<readonly PoleCardAnswer[]> {
    const owing = lines.flatMap(({ dueId, poleId }) => (dueId === null ? [] : [poleId]));
    const states = owing.length > 0 ? await readStates(this.source.manager, owing) : new Map<string, DossierState>();
    return lines.map(line => lineOf(line, states.get(line.poleId), today));
  }
}

function lineOf(line: PoleLine, state: DossierState | undefined, today: CivilDate): PoleCardAnswer {
  const { whole, poleId, name, pays, stage, declaredOn, budgetYear, bodies } = line;
  const { carrier, carrierName, referent, referentName, lateCount } = line;
  return {
    ...{ poleId, name, pays, stage, declaredOn, budgetYear, bodies },
    paysCodes: pays.map(({ code }) => code),
    stageLabel: STAGES[stage],
    carrier: carrier === null ? null : { siret: carrier, name: carrierName },
    referent: referent === null ? null : { account: referent, name: referentName },
    nextDue: state ? nextDueOf(line, state, today) : null,
    lateCount: whole ? lateCount : null,
    held: whole ? line.heldAmount > 0 : null,
    amounts: whole
      ? {
          ...{ held: eurosDot(line.heldAmount), voted: eurosDot(line.voted) },
          ...{ due: eurosDot(line.due), paid: eurosDot(line.paid) },
        }
      : null,
  };
}

function nextDueOf(line: PoleLine, state: DossierState, today: CivilDate): NextDueAnswer | null {
  const { dueId: id, dueKind: kind, dueInstance: instance, dueOn: due, debtorRole } = line;
  if (id === null || kind === null || instance === null || due === null) return null;
  return {
    ...{ id, kind, due, label: obligationLabel({ kind, instance }, state) },
    from: debtorRole !== null && isRole(debtorRole) ? roleLabel(debtorRole) : null,
    daysLate: Math.max(0, daysBetween(due, today)),
  };
}
