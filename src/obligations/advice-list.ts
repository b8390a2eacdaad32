import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readClock } from '../clock/clock.js';
import { AdviceReads } from '../database/advice-reads.js';
import { OwedReads } from '../database/owed-reads.js';
import type { Act } from '../domain/dossier/act.js';
import { adviceFate, adviceLabel, ADVISING_ROLES, advisingAct, advisingEvents } from '../domain/dossier/advice.js';
import { obligationLabel } from '../domain/dossier/naming.js';
import { perimeterOf } from '../domain/dossier/reading.js';
import type { Actor } from '../domain/dossier/roles.js';
import type { Subject } from '../domain/dossier/subject.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import { readStates } from '../record/dossiers.js';

/** How many of the opinions and notes that were given a page shows. */
const PAGE = 100;

interface OfPole {
  readonly pole: { readonly id: string; readonly name: string };
  readonly label: string;
}

/** An opinion or a note that someone is asked for, with the act that gives it. */
export interface AdviceAsked extends OfPole {
  readonly obligation: string;
  readonly act: Act<never>;
  readonly subject: Subject;
  readonly due: CivilDate | null;
  /** Whether it may be left unsaid: its time is over on that day, and the dossier goes on. */
  readonly optional: boolean;
}

/** One that was given, with its text and what became of it. */
export interface AdviceGiven extends OfPole {
  readonly id: string;
  readonly on: CivilDate;
  readonly text: string | null;
  readonly fate: string;
}

export interface AdviceOf {
  readonly today: CivilDate;
  readonly asked: readonly AdviceAsked[];
  /** A page of them, the last first. */
  readonly given: readonly AdviceGiven[];
  /** How many there are, all pages together. */
  readonly count: number;
  /** What to ask the following page after; null at the end. */
  readonly next: string | null;
}

/** The opinions and notes that councils and the CRESS are asked for and give. */
@Injectable()
export class AdviceList {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(OwedReads) private readonly owed: OwedReads,
    @Inject(AdviceReads) private readonly reads: AdviceReads,
  ) {}

  /** Those of someone's advising roles, in their perimeter; nothing for who holds none. */
  async of(actors: readonly Actor[], after?: string): Promise<AdviceOf> {
    const { manager } = this.source;
    const advising = actors.filter(({ role }) => ADVISING_ROLES.some(name => name === role));
    const [roles, perimeter] = [advising.map(({ role }) => role), perimeterOf(advising)];
    const filter = { types: advisingEvents(roles), perimeter };
    const [{ today }, owing, found, count] = await Promise.all([
      readClock(manager),
      this.owed.by(roles, perimeter),
      this.reads.given(filter, after, PAGE + 1),
      this.reads.count(filter),
    ]);
    const given = found.slice(0, PAGE);
    const states = await readStates(manager, [...new Set([...owing, ...given].map(({ poleId }) => poleId))]);
    return {
      ...{ today, count, next: found.length > PAGE ? (given.at(-1)?.id ?? null) : null },
      asked: owing.flatMap(({ id, kind, instance, due, poleId, poleName }) => {
        const [state, doing] = [states.get(poleId), advisingAct(kind, instance)];
        if (!state || !doing) return [];
        const label = obligationLabel({ kind, instance }, state);
        const optional = kind === 'report-review';
        return [{ ...doing, label, due, optional, obligation: id, pole: { id: poleId, name: poleName } }];
      }),
      given: given.flatMap(({ id, poleId, poleName, on, advice, text }) => {
        const state = states.get(poleId);
        if (!state) return [];
        const told = { label: adviceLabel(advice, state), fate: adviceFate(advice, state) };
        return [{ ...told, id, on, text, pole: { id: poleId, name: poleName } }];
      }),
    };
  }
}
