import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { chooseActor } from '../../access/people.js';
import { faultOf } from '../../api/problem-filter.js';
import type { Fault } from '../../api/problem.js';
import { targetOf, type Params } from '../../api/subject-of-address.js';
import { uuid7 } from '../../clock/uuid7.js';
import { readClock } from '../../clock/clock.js';
import { PoleReads } from '../../database/pole-reads.js';
import { rulesOn } from '../../domain/award/ruled.js';
import type { Act } from '../../domain/dossier/act.js';
import { barredBecause, closedBecause, subjectsOf } from '../../domain/dossier/decide.js';
import { actLabel } from '../../domain/dossier/naming.js';
import { mayRead } from '../../domain/dossier/reading.js';
import { NAMING_ROLES, type Actor } from '../../domain/dossier/roles.js';
import { seesSubject } from '../../domain/dossier/seen-state.js';
import { fold } from '../../domain/dossier/state.js';
import { subjectKey, type Subject } from '../../domain/dossier/subject.js';
import { viewOf } from '../../domain/dossier/view.js';
import type { CivilDate } from '../../domain/kernel/civil-date.js';
import type { Rules } from '../../domain/reglement/reglement.js';
import { newDossier, readDossier, type DossierRow } from '../../record/dossiers.js';
import { readGrantsElsewhere } from '../../record/grants-elsewhere.js';
import { readEvents } from '../../record/journal/journal.js';
import { QuarantinedError, UnknownDossierError, UnknownSubjectError } from '../../record/refused.js';
import { RuleBook } from '../../reglement/load.js';

/** An act before it is done: on what, by whom, under which rules, and why it is closed when it is. */
export interface Situation {
  readonly act: Act<never>;
  readonly params: Params;
  readonly subject: Subject;
  /** The act with its object: « Accepter les indicateurs de l’exercice 1 (…) ». */
  readonly label: string;
  readonly dossier: DossierRow;
  /** What the pôle is called; undefined for one that is not declared yet. */
  readonly pole: string | undefined;
  readonly rules: Rules;
  readonly today: CivilDate;
  readonly actors: readonly Actor[];
  readonly actor: Actor;
  /** Whether they read the dossier: who sees the settings alone may set something on it, and is told nothing of it. */
  readonly isRead: boolean;
  readonly closed: readonly Fault[];
  /** Whether it is not this person's to do, whatever becomes of the dossier. */
  readonly barred: boolean;
}

/** Reads what a page on an act must know. */
@Injectable()
export class Situations {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(RuleBook) private readonly book: RuleBook,
    @Inject(PoleReads) private readonly poles: PoleReads,
  ) {}

  /** Refuses, as if it did not exist, a dossier that may not be read, what it has not, and what is closed in a part of it that is not seen. */
  async on(act: Act<never>, params: Params, actors: readonly Actor[]): Promise<Situation> {
    const { today } = await readClock(this.source.manager);
    const { subject } = targetOf(act, params);
    const dossier = await this.dossier(act, params, subject, actors, today);
    const rules = rulesOn(this.book.of(dossier.reglement), dossier.state.awards, subject);
    const grantedElsewhere = await readGrantsElsewhere(this.source.manager, dossier.state);
    const gate = { state: dossier.state, subject, rules, today, grantedElsewhere };
    const actor = chooseActor(actors, act, gate);
    const refusals = closedBecause(act, { ...gate, actor });
    const barred = barredBecause(act, { ...gate, actor }) !== undefined;
    if (refusals.length > 0 && !dossier.isNew && !seesSubject(viewOf(dossier.state, actors), subject, dossier.state))
      if (!barred) throw new UnknownSubjectError(act.subject);
    const aside = dossier.setAside === null ? [] : [asideFault(dossier.setAside)];
    return {
      ...{ act, params, subject, dossier, rules, today, actors, actor, barred },
      isRead: mayRead(dossier.state, ...actors),
      label: actLabel(act, subject, dossier.state),
      pole: dossier.isNew ? undefined : (await this.poles.card(dossier.id))?.name,
      closed: [...aside, ...refusals.map(faultOf)],
    };
  }

  private async dossier(
    act: Act<never>,
    { poleId }: Params,
    subject: Subject,
    actors: readonly Actor[],
    today: CivilDate,
  ): Promise<DossierRow> {
    const { manager } = this.source;
    if (poleId === undefined) {
      const rules = this.book.inForce(today);
      if (!rules) throw new UnknownDossierError("Aucun règlement n'est en vigueur.");
      return newDossier(uuid7(), rules.reglement.id);
    }
    const row = await readDossier(manager, poleId);
    if (!mayRead(row.state, ...actors) && !isSetting(act, actors)) throw new UnknownDossierError();
    const has = (state: DossierRow['state']) =>
      subjectsOf(act, { state }).some(candidate => subjectKey(candidate) === subjectKey(subject));
    if (has(row.state)) return row;
    if (subject.kind !== 'obligation') throw new UnknownSubjectError(act.subject);
    const state = fold(row.id, await readEvents(manager, row.id));
    if (state.obligations[subject.obligation] === undefined) throw new UnknownSubjectError(act.subject);
    return { ...row, state };
  }
}

/** Whether the act sets something on a dossier that its author, who sees the settings alone, does not read. */
const isSetting = ({ roles }: Act<never>, actors: readonly Actor[]): boolean =>
  NAMING_ROLES.some(role => roles.includes(role) && actors.some(actor => actor.role === role));

const asideFault = (reason: string): Fault => ({
  code: 'dossier-set-aside',
  detail: new QuarantinedError(reason).message,
});
