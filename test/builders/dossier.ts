import { randomUUID } from 'node:crypto';
import { demoSiret } from '../../src/access/demo-accounts.js';
import type { KnownDeliberation } from '../../src/domain/award/same-deliberation.js';
import { conventionNeedChanges } from '../../src/domain/award/convention-need.js';
import type { YearGrant } from '../../src/domain/award/threshold.js';
import type { Act } from '../../src/domain/dossier/act.js';
import { openObligations } from '../../src/domain/obligations/slice.js';
import { actNamed } from '../../src/domain/dossier/acts.js';
import { decide, type Decision } from '../../src/domain/dossier/decide.js';
import { factsOf } from '../../src/domain/dossier/expectations.js';
import { ENGINE, type Actor, type Role } from '../../src/domain/dossier/roles.js';
import {
  evolve,
  fold,
  initialState,
  type DossierState,
  type NewEvent,
  type RecordedEvent,
} from '../../src/domain/dossier/state.js';
import type { Subject, SubjectOf } from '../../src/domain/dossier/subject.js';
import { cents } from '../../src/domain/kernel/cents.js';
import { civilDate, type CivilDate } from '../../src/domain/kernel/civil-date.js';
import { parisMidnight } from '../../src/domain/kernel/paris.js';
import type { Refusal } from '../../src/domain/kernel/refusal.js';
import { documentsNamed, type Deposit } from '../../src/domain/documents/deposits.js';
import { digest } from '../../src/record/journal/chain.js';
import { firstSilence } from '../../src/domain/reminders/openings.js';
import type { Rules } from '../../src/domain/reglement/reglement.js';
import { RuleBook } from '../../src/reglement/load.js';
import { rehearse } from '../../src/rehearsal/rehearse.js';
import { onAward, onInstalment, onReport, POLE, subjectOf, type Named } from './subjects.js';

export const CARRIER = demoSiret(1);
export const COFUNDER = demoSiret(801);
export const BEARER = demoSiret(101);
/** The accounts that instruct, unless said otherwise. */
export const HOLDERS = {
  instructor: ['instructor', 'instructrice', 'instructeur-2'],
  manager: ['manager', 'cheffe-de-service', 'chef-de-service-2'],
} as const;
let book: RuleBook | undefined;

/** The files that someone names, each deposited and found safe. */
export const depositedAll = (payload: object): readonly Deposit[] =>
  documentsNamed(payload).map(({ hash }) => ({ hash, verdict: 'safe' }));

/** Someone of a role, in the perimeter of every dossier built here. */
export function someone(role: Role, account: string = role): Actor {
  return { account, role, bodies: role === 'cofunder' ? [COFUNDER] : [CARRIER, BEARER], pays: ['02'] };
}

export interface Saying {
  readonly by?: Actor;
  readonly date?: string;
  readonly on?: Named;
  readonly grantedElsewhere?: readonly YearGrant[];
  readonly deliberations?: readonly KnownDeliberation[];
}

/** An act that was done, on which day. */
export interface Done {
  readonly act: string;
  readonly payload: object;
  readonly subject: Subject;
  readonly actor: Actor;
  readonly date: CivilDate;
  readonly on: CivilDate;
}

/** A dossier in memory, carried by acts as the transaction carries it: nothing but the rules. */
export class DossierBuilder {
  events: RecordedEvent[] = [];
  /** What was done, so that it can be done again on a real house. */
  readonly done: Done[] = [];
  today: CivilDate;
  readonly id = randomUUID();
  private folded = { of: 0, state: initialState(this.id) };

  constructor(today: string) {
    this.today = civilDate(today);
  }

  /** The rules of the règlement under which the dossier was opened; before that, those of today. */
  get rules(): Rules {
    book ??= RuleBook.load();
    const [first] = this.events;
    const rules = first ? book.of(first.reglement) : book.inForce(this.today);
    if (!rules) throw new Error(`Aucun règlement au ${this.today}`);
    return rules;
  }

  /** The fold of the events so far: what came since the last look is added to it, unless it takes something back. */
  get state(): DossierState {
    const { of, state } = this.folded;
    const since = this.events.slice(of);
    const next = since.some(({ retracts }) => retracts) ? fold(this.id, this.events) : since.reduce(evolve, state);
    this.folded = { of: this.events.length, state: next };
    return next;
  }

  /** The last award requested, and its first instalment. */
  get award(): SubjectOf<'award'> {
    return onAward(Object.keys(this.state.awards).at(-1) ?? '');
  }

  get instalment(): SubjectOf<'instalment'> {
    return onInstalment(this.award, 1, 1);
  }

  /** What an act bears on when nothing is said: the first year, the first instalment, the first post. */
  private usualSubject({ subject: kind, report }: Pick<Act<never>, 'subject' | 'report'>): Subject {
    switch (kind) {
      case 'pole':
        return POLE;
      case 'award':
        return this.award;
      case 'instalment':
        return this.instalment;
      case 'report':
        return onReport(this.award, 1, report ?? 'activity-report');
      case 'post':
        return { kind, post: 1 };
      case 'contribution':
        return { kind, contribution: 1 };
      case 'obligation':
        return { kind, obligation: openObligations(this.state).at(-1)?.id ?? '' };
    }
  }

  on(day: string): this {
    this.today = civilDate(day);
    return this;
  }

  /** What the rules decide, without recording it. */
  attempt(name: string, payload: object = {}, options: Saying = {}): Decision {
    const { subject, by } = this.meant(name, options);
    return decide(actNamed(name), {
      state: this.state,
      subject,
      actor: by,
      today: this.today,
      rules: this.rules,
      date: civilDate(options.date ?? this.today),
      payload,
      newId: randomUUID(),
      digest,
      history: this.events,
      grantedElsewhere: options.grantedElsewhere ?? [],
      deliberations: options.deliberations ?? [],
      holders: HOLDERS,
      deposits: depositedAll(payload),
    });
  }

  private meant(name: string, { on, by = someone(usualRole(name)) }: Saying) {
    return { subject: on ? subjectOf(name, on) : this.usualSubject(actNamed(name)), by };
  }

  /** Does an act. Throws when the rules refuse it. */
  does(name: string, payload: object = {}, options: Saying = {}): this {
    const decision = this.attempt(name, payload, options);
    if ('refusals' in decision)
      throw new Error(`${name} : ${decision.refusals.map(refusal => refusal.message).join(' ')}`);
    const { subject, by } = this.meant(name, options);
    this.done.push({
      act: name,
      payload,
      subject,
      actor: by,
      date: civilDate(options.date ?? this.today),
      on: this.today,
    });
    return this.records(decision.events, name, options);
  }

  /** Records events as the journal would: what the engine notes of obligations is no fact. */
  records(events: readonly NewEvent[], act: string, options: Saying = {}): this {
    const version = Math.max(0, ...this.events.map(event => event.factVersion ?? 0)) + 1;
    for (const event of events)
      this.events.push({
        ...event,
        id: randomUUID(),
        sequence: this.events.length + 1,
        factVersion: act === 'obligations' ? null : version,
        schemaVersion: 1,
        date: event.date ?? civilDate(options.date ?? this.today),
        precision: 'day',
        act,
        actor: (options.by ?? someone(usualRole(act))).account,
        role: (options.by ?? someone(usualRole(act))).role,
        onBehalfOf: null,
        insteadOf: options.by?.insteadOf ?? null,
        reglement: this.rules.reglement.id,
        recordedAt: parisMidnight(this.today),
        retracts: event.retracts ?? null,
      } as RecordedEvent);
    return this;
  }

  /** Notes, as the record does, what of it comes to need a convention, or needs none any more, by what is granted elsewhere. */
  looksAtThreshold(grantedElsewhere: readonly YearGrant[]): this {
    const changes = conventionNeedChanges(this.state, this.rules, grantedElsewhere);
    return this.records(changes, 'threshold', { by: ENGINE });
  }

  /** Codes of the refusals of an act; none when it is open. */
  refusals(name: string, payload: object = {}, options: Saying = {}): readonly string[] {
    const decision = this.attempt(name, payload, options);
    return 'refusals' in decision ? decision.refusals.map(refusal => refusal.code) : [];
  }

  /** Why an act is refused, without the sentences: code, source, what lifts it, field at fault. */
  reasons(name: string, payload: object = {}, options: Saying = {}): readonly Omit<Refusal, 'message'>[] {
    const decision = this.attempt(name, payload, options);
    return 'refusals' in decision ? decision.refusals.map(({ message: _message, ...reason }) => reason) : [];
  }

  /** Records the decisions by silence that had fallen due before today, as the transaction does first. */
  async settlesSilences(): Promise<this> {
    for (;;) {
      const awaited = await rehearse(factsOf(this.events));
      const silence = firstSilence(this.state, this.rules, awaited, this.today);
      if (silence.length === 0) return this;
      this.records(silence, 'silence', { by: ENGINE });
    }
  }

  /** What the story awaits on these facts, by kind. */
  async awaits(): Promise<readonly string[]> {
    return (await rehearse(factsOf(this.events))).map(key => key.split('/')[0] ?? '');
  }
}

function usualRole(name: string): Role {
  const { roles } = actNamed(name);
  return roles.includes('instructor') ? 'instructor' : (roles[0] ?? 'instructor');
}

export const GOOD_VOTE = {
  outcome: 'adopted',
  number: '26_1',
  members: 83,
  present: 60,
  votesFor: 50,
  votesAgainst: 5,
  abstentions: 5,
};
/** The advance of the first year of `GRANT`: 70 % of 35 000 €. */
export const FIRST_ADVANCE = cents(2_450_000);
/** The contrat d'engagement républicain, as an association signs it. */
export const SIGNED = { kind: 'signed', signedOn: civilDate('2025-01-15'), signatory: 'X' } as const;
export const GRANT = {
  applicant: { name: 'Association fictive', siret: CARRIER },
  amount: cents(10_500_000),
  years: 3,
  startsOn: civilDate('2027-01-01'),
  pieces: ['statutes', 'officers', 'action-budget', 'approved-accounts', 'activity-report', 'bank-details'],
  commitment: SIGNED,
};
export const NOTE = {
  carrier: { name: 'Association fictive', siret: CARRIER },
  selfOrganised: true,
  beyondAssociations: true,
  conclusion: 'legitimate',
  analysis: 'A',
};
export const STUDY = {
  applicant: { name: 'Structure fictive', siret: BEARER },
  amount: cents(2_500_000),
  pieces: ['statutes', 'study-brief', 'study-budget', 'bank-details'],
  commitment: SIGNED,
};
export const ACCOUNT = { iban: 'FR7630006000011234567890189', accountHolder: 'Association fictive' };
export const because = { reason: 'Motif.' };
/** Why, and on which breach. */
export const breach = { ...because, grounds: ['no-activity'] };

/** What the Région granted a body, in another dossier, for a year that begins on a day. */
export const grantedTo = (applicant: string, startsOn: string, amount: number): YearGrant => ({
  ...{ award: randomUUID(), applicant, startsOn: civilDate(startsOn), amount: cents(amount) },
});

/** A pôle declared, its group formed, its council named. */
export function declared(today = '2026-02-02'): DossierBuilder {
  return new DossierBuilder(today)
    .does('declare-initiative', {
      paysCodes: ['02'],
      initiator: 'ess-actors',
      groupName: 'Groupe',
      groupSiret: CARRIER,
    })
    .does('form-local-group', { structures: 12 })
    .does('designate-council', { councilName: 'Conseil' });
}

/** A pôle ready to ask for its grant. */
export function prepared(today?: string): DossierBuilder {
  return declared(today)
    .does('skip-study', because)
    .does('give-opinion', { outcome: 'favourable' })
    .does('hold-cress-meeting', { participants: 5 })
    .does('write-legitimation-note', NOTE);
}

export function requested(today?: string): DossierBuilder {
  return prepared(today).does('request-grant', GRANT);
}

export function instructed(today?: string): DossierBuilder {
  return requested(today).does('report-instruction', { favourable: true, report: 'R' });
}

/** Entered for a session of the assembly: that of the day, unless another is said. */
export function onAgenda(today?: string, sessionOn?: string): DossierBuilder {
  const dossier = instructed(today);
  const session = civilDate(sessionOn ?? dossier.today);
  return dossier.does('enter-agenda', { organ: 'assembly', sessionOn: session, text: 'Convention' });
}

export function voted(today?: string, change: object = {}): DossierBuilder {
  return onAgenda(today).does('record-vote', { ...GOOD_VOTE, amount: cents(10_500_000), ...change });
}

/** A grant of three years in force at so many cents a year, below what calls for a convention: none is signed. */
export function belowThreshold(yearly = 2_000_000): DossierBuilder {
  const amount = cents(3 * yearly);
  const dossier = prepared().does('request-grant', { ...GRANT, amount });
  dossier.does('report-instruction', { favourable: true, report: 'R' });
  dossier.does('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'Convention' });
  dossier.does('record-vote', { ...GOOD_VOTE, amount });
  return dossier.does('transmit-deliberation', { receipt: 'R' }).does('notify-grant');
}

/** The payload of a signature of the voted text. */
export function signature(dossier: Pick<DossierBuilder, 'state' | 'award'>, party: string): object {
  const award = dossier.state.awards[dossier.award.award];
  return { party, textHash: award?.vote?.textHash, signatory: 'X', capacity: 'Y' };
}

/** A convention in force. */
export function inForce(today?: string): DossierBuilder {
  return signedAndNotified(voted(today));
}

function signedAndNotified(dossier: DossierBuilder): DossierBuilder {
  return dossier
    .does('transmit-deliberation', { receipt: 'R' })
    .does('notify-grant')
    .does('sign-convention', signature(dossier, 'carrier'))
    .does('sign-convention', signature(dossier, 'region'))
    .does('notify-convention');
}

/** A dossier whose study was granted, up to the notified convention of the study. */
export function studyGranted(today?: string): DossierBuilder {
  const dossier = declared(today)
    .does('request-study-grant', STUDY)
    .does('report-instruction', { favourable: true, report: 'R' });
  dossier.does('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'Étude' });
  dossier.does('record-vote', { ...GOOD_VOTE, amount: STUDY.amount });
  return signedAndNotified(dossier);
}

/** A study granted without a convention, still to be paid, whose body was then voted a pôle for the same civil year. */
export function studyNeedingConvention(): DossierBuilder {
  const [{ applicant }, amount] = [GRANT, cents(2_000_000)];
  const dossier = declared().does('request-study-grant', { ...STUDY, applicant, amount });
  const decided = (vote: object) =>
    dossier
      .does('report-instruction', { favourable: true, report: 'R' })
      .does('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'Texte' })
      .does('record-vote', { ...GOOD_VOTE, ...vote });
  decided({ amount }).does('transmit-deliberation', { receipt: 'R' }).does('notify-grant');
  dossier.does('deliver-study', { reportHash: 'ab'.repeat(32) }).does('review-study', { outcome: 'validated' });
  dossier.does('give-opinion', { outcome: 'favourable' }).does('write-legitimation-note', NOTE);
  dossier.does('request-grant', { ...GRANT, startsOn: dossier.today });
  return decided({ amount: GRANT.amount, number: '26_2' });
}

/** The first instalment claimed. */
export function claimed(today?: string): DossierBuilder {
  return inForce(today).does('claim-instalment', ACCOUNT);
}

/** The first instalment ordered, to be paid. */
export function ordered(today?: string): DossierBuilder {
  return claimed(today)
    .does('prepare-liquidation', { amount: FIRST_ADVANCE })
    .does('validate-liquidation')
    .does('record-payment-order', { order: 'M-1' });
}

/** The first instalment paid: the end of the path. */
export function paid(today?: string): DossierBuilder {
  return ordered(today).does('record-payment', { amount: FIRST_ADVANCE });
}
