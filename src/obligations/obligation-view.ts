import { objectView } from '../api/answers/named-object.js';
import { heldBy, offersFor } from '../api/answer.js';
import { toldEvent, type Beside } from '../api/told-event.js';
import type { NoticeSaid } from '../database/notice-reads.js';
import { stepAwaited } from '../domain/funded-year/step-awaited.js';
import type { YearGrant } from '../domain/award/threshold.js';
import { expectationOf, partsOf } from '../domain/dossier/expectations.js';
import { objectOfObligation, obligationLabel } from '../domain/dossier/naming.js';
import { roleLabel, type Actor, type Party } from '../domain/dossier/roles.js';
import type { RecordedEvent } from '../domain/dossier/state.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import { keyOf, type Obligation } from '../domain/obligations/slice.js';
import type { Rung } from '../domain/reglement/ladder.js';
import type { ReportKind, Rules } from '../domain/reglement/reglement.js';
import { parisDate } from '../domain/kernel/paris.js';
import { rungsLeft, spreadOf } from '../domain/reminders/alarms.js';
import type { DossierRow } from '../record/dossiers.js';
import { partyOf } from '../domain/reminders/recipients.js';
import { withoutDrafting } from '../domain/reminders/told.js';
import { reasonLabel } from '../reminders/notice-words.js';
import type { DueDateAnswer, ObligationAnswer } from './answers.js';

/** What an obligation is seen with: its dossier, the lines of the journal about it, what was said of it. */
export interface Seen {
  readonly dossier: DossierRow;
  readonly poleName: string;
  readonly rules: Rules;
  readonly today: CivilDate;
  readonly actors: readonly Actor[];
  readonly history: readonly RecordedEvent[];
  readonly beside: Beside;
  readonly notices: readonly NoticeSaid[];
  readonly spreadSeconds: number;
  readonly grantedElsewhere: readonly YearGrant[];
}

/** Something owed, whole: who owes it to whom and why, its due dates old and new, its reminders, and how to do it. */
export function obligationView(obligation: Obligation, seen: Seen): ObligationAnswer {
  const { history, beside, notices, today, dossier } = seen;
  const { id, kind, instance, due, source, state, round, period, openedOn, extension } = obligation;
  const pole = { id: dossier.id, name: seen.poleName };
  const step = stepAwaited(obligation, dossier.state);
  const trigger = history.find(event => event.id === obligation.trigger);
  return {
    ...{ id, pole, kind, instance, label: obligationLabel(obligation, dossier.state), state, round, openedOn, due },
    source: withoutDrafting(source),
    object: objectView(objectOfObligation(obligation, dossier.state)),
    late: state === 'open' && due !== null && due < today,
    debtor: partyView(obligation.debtor),
    waitsFor: step && state === 'open' ? heldBy(step, dossier.state) : null,
    creditor: obligation.creditor && partyView(obligation.creditor),
    period,
    extension: { asked: extension.requested, granted: extension.granted?.until ?? null },
    trigger: trigger ? toldEvent(trigger, beside) : null,
    dueDates: dueDatesOf(obligation, history),
    history: aboutIt(obligation, history).map(event => toldEvent(event, beside)),
    notices: notices.map(noticeView),
    toCome: toCome(obligation, seen),
    acts: actsOn(obligation, seen),
  };
}

const noticeView = ({ to, ...notice }: NoticeSaid) => ({
  ...{ ...notice, to, label: to === null ? null : roleLabel(to), reasonLabel: reasonLabel(notice.reason) },
});

const partyView = (party: Party) => ({ ...party, label: roleLabel(party.role) });

const aboutIt = ({ id }: Obligation, history: readonly RecordedEvent[]) =>
  history.filter(({ data }) => 'obligation' in data && data.obligation === id);

/** Every due date that it had, in order, since when, and the fact that set it. */
function dueDatesOf(obligation: Obligation, history: readonly RecordedEvent[]): readonly DueDateAnswer[] {
  return aboutIt(obligation, history).flatMap((event): DueDateAnswer[] => {
    const { date: since, id: by } = event;
    if (event.type === 'obligation-opened') return [{ due: event.data.due, since, by, type: event.type }];
    return event.type === 'due-date-moved' ? [{ due: event.data.to, since, by, type: event.type }] : [];
  });
}

/** The rungs that are left, in order: the day of each, and the day on which it leaves, later when it was past already. */
function toCome(obligation: Obligation, { dossier, rules, spreadSeconds }: Seen) {
  if (obligation.state !== 'open') return [];
  return rungsLeft(obligation, dossier.state, rules, spreadOf(dossier.id, spreadSeconds)).map(({ rung, day, at }) => ({
    ...{ rung: rung.id, day, at, leavesOn: parisDate(at), template: rung.template },
    recipients: peopleOf(rung, obligation),
  }));
}

/** Each party once, though a rung may name it under two names. */
function peopleOf({ recipients }: Rung, obligation: Obligation) {
  const parties = recipients.map(recipient => partyOf(recipient, obligation));
  return [...new Map(parties.map(party => [`${party.role}/${party.body ?? ''}`, partyView(party)])).values()];
}

/** The acts of the person who looks: those that do it, then those that put it off, recall it or waive it. */
function actsOn(obligation: Obligation, { dossier, rules, today, actors, grantedElsewhere }: Seen) {
  if (obligation.state === 'done' || obligation.state === 'withdrawn') return [];
  const doing = expectationOf(obligation.kind).acts;
  const offered = offersFor(dossier, rules, today, actors, grantedElsewhere);
  const does = offered.filter(({ act, subject }) => doing.includes(act) && isAbout(subject, obligation, dossier));
  const bears = offered.filter(({ subject }) => subject.kind === 'obligation' && subject.obligation === obligation.id);
  return [...does, ...bears].map(({ subject: _subject, ...act }) => act);
}

type Offered = ReturnType<typeof offersFor>[number];

/** Whether an act that could do it bears on the same award, instalment, report, post or contribution. */
function isAbout(subject: Offered['subject'], obligation: Obligation, { state }: DossierRow): boolean {
  const parts = partsOf(keyOf(obligation));
  const ofNoAward = parts.award === undefined;
  const isOfAward = (award: string) => ofNoAward || award === parts.award;
  const isOfYear = (year: number) => ofNoAward || year === parts.year;
  // What is owed for a report that its instance does not name is done by the acts of that report alone.
  const isOfReport = (report: ReportKind) => parts.report === undefined || report === parts.report;
  switch (subject.kind) {
    case 'pole':
    case 'obligation':
      return true;
    case 'award':
      return isOfAward(subject.award);
    case 'instalment':
      return isOfAward(subject.award) && isOfYear(subject.year) && (ofNoAward || subject.number === parts.number);
    case 'report':
      return isOfAward(subject.award) && isOfYear(subject.year) && isOfReport(subject.report);
    case 'post':
      return subject.post === parts.post;
    case 'contribution': {
      const found = state.contributions[String(subject.contribution)];
      return found?.convention === parts.award && found?.rank === parts.rank;
    }
  }
}
