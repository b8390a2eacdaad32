import type { EntityManager } from 'typeorm';
import { actLabel, eventLabel, obligationLabel } from '../domain/dossier/naming.js';
import { nextActOf } from '../domain/dossier/holds.js';
import type { ActingRole } from '../domain/dossier/roles.js';
import type { DossierState, RecordedEvent } from '../domain/dossier/state.js';
import { addDays, type CivilDate } from '../domain/kernel/civil-date.js';
import { parisDate, parisMidnight, type Instant } from '../domain/kernel/paris.js';
import type { Refusal } from '../domain/kernel/refusal.js';
import type { Rules } from '../domain/reglement/reglement.js';
import { STAGES } from '../rehearsal/stages.js';
import { readDirectory } from '../record/reminders/directory.js';
import { readNoticeHistory } from '../record/reminders/notice-history.js';
import { DossierSession } from '../record/dossier-session.js';
import type { DossierRow } from '../record/dossiers.js';
import { HoldWatch, type ForeseenHold } from '../domain/reminders/hold-forecast.js';
import { soonest } from '../domain/reminders/alarms.js';
import { noticesOf, type Audience, type PlannedNotice } from '../domain/reminders/notices.js';
import type { Directory, Pace } from '../domain/reminders/recipients.js';
import { EventStream } from '../record/event-stream.js';

/** Someone whom a reminder will be for: a role, in a body where it is a body's, never a name. */
export interface ForecastRecipient {
  readonly role: ActingRole;
  readonly body: string | null;
  /** Someone else receives it in their absence. */
  readonly inTheirAbsence: boolean;
  readonly pace: Pace;
  /** Why it will not leave; null when it will. */
  readonly reason: string | null;
}

/** Something that the engine will do by itself, if nobody acts before. */
export interface ForecastLine {
  readonly on: CivilDate;
  readonly at: Instant;
  readonly what: 'reminder' | 'escalation' | 'transition' | 'hold';
  /** The kind of obligation, or the fact recorded. */
  readonly kind: string;
  readonly label: string;
  readonly instance: string;
  readonly due: CivilDate | null;
  readonly rung: string | null;
  /** Missed rungs that this one stands for, to those of its recipients whom they name. */
  readonly merged: readonly string[];
  /** Whether the day that the ladder sets for it was past already. */
  readonly late: boolean;
  readonly template: string | null;
  readonly recipients: readonly ForecastRecipient[];
  readonly because: readonly Refusal[];
}

/** From when to when, and by whom what is foreseen will be heard. */
export interface Horizon {
  readonly from: Instant;
  readonly to: Instant;
  readonly directory: Directory;
}

/** Reads what a forecast between two instants needs beside the dossiers. */
export async function horizonOf(manager: EntityManager, from: Instant, to: Instant): Promise<Horizon> {
  return { from, to, directory: await readDirectory(manager, parisDate(from), parisDate(to)) };
}

/**
 * What the engine will do to a dossier within a horizon, by the code that will do it: alarm after alarm, in memory.
 * Nothing is written. It does nothing to a dossier that is set aside.
 */
export async function forecastOf(
  manager: EntityManager,
  dossier: DossierRow,
  rules: Rules,
  { from, to, directory }: Horizon,
  spread: number,
): Promise<readonly ForecastLine[]> {
  if (dossier.setAside !== null) return [];
  const audience = {
    directory,
    noticeHistory: await readNoticeHistory(manager, Object.keys(dossier.state.obligations)),
  };
  const holds = new HoldWatch(dossier.state, rules, parisDate(from));
  const lines: ForecastLine[] = [];
  let session = courseAt(dossier, rules, from, spread);
  await session.declare(await session.awaited(), async opened => opened);
  let at = soonest(session.setAlarm());
  while (at !== null && at <= to) {
    const now = at > from ? at : from;
    const { state } = session.stream;
    lines.push(...holds.through(state, addDays(parisDate(now), -1)).map(hold => holdLine(hold, state)));
    session = courseAt(session.stream.row, rules, now, spread);
    await session.ring(now);
    if (session.stream.events.length === 0) throw new Error(`Une alarme sans effet : ${dossier.id}, ${at}`);
    lines.push(...linesOf(session, audience));
    at = soonest(session.setAlarm());
  }
  const { state } = session.stream;
  return [...lines, ...holds.through(state, parisDate(to)).map(hold => holdLine(hold, state))];
}

function courseAt(row: DossierRow, rules: Rules, now: Instant, spread: number): DossierSession {
  const clock = { mode: 'stepping' as const, now, today: parisDate(now), stages: null };
  return new DossierSession({ clock, rules, stages: STAGES, spread }, new EventStream(row, clock, async () => []));
}

type Said = Pick<ForecastLine, 'what' | 'kind' | 'label' | 'instance'> & Partial<ForecastLine>;

const NOTHING_MORE = { due: null, rung: null, merged: [], late: false, template: null, recipients: [], because: [] };

function linesOf({ stream, rules, clock }: DossierSession, audience: Audience): readonly ForecastLine[] {
  const notices = noticesOf(stream.state, rules, stream.events, clock.today, audience);
  return stream.events.flatMap(event => {
    const drafts =
      event.factVersion === null ? notesOf(event, stream.state, notices) : [transitionOf(event, stream.state)];
    return drafts.map(draft => ({ ...NOTHING_MORE, on: clock.today, at: clock.now, ...draft }));
  });
}

function transitionOf(event: RecordedEvent, state: DossierState): Said {
  const { type, date } = event;
  return { what: 'transition', kind: type, label: eventLabel(event, state, new Map()), instance: '', on: date };
}

/** An escalation, or a line for each of the rungs passed that says something still, when it leaves. */
function notesOf(event: RecordedEvent, state: DossierState, notices: readonly PlannedNotice[]): readonly Said[] {
  if (event.type !== 'rung-reached' && event.type !== 'obligation-escalated') return [];
  const obligation = state.obligations[event.data.obligation];
  if (!obligation) return [];
  const { kind, instance, due } = obligation;
  const about = { kind, instance, due, label: obligationLabel(obligation, state) };
  if (event.type === 'obligation-escalated') return [{ what: 'escalation', ...about }];
  const passed = [...event.data.merged, event.data.rung];
  return passed.flatMap((rung, rank) => {
    const rungNotices = notices.filter(
      notice => notice.event === event && notice.rung.id === rung && notice.reason !== 'merged',
    );
    const [first] = rungNotices;
    if (!first) return [];
    const { late, rung: says, from } = first;
    const merged = passed.slice(0, rank);
    return [
      {
        ...{ what: 'reminder' as const, on: parisDate(from), at: from },
        ...about,
        rung,
        merged,
        late,
        template: says.template,
        recipients: rungNotices.map(recipientIn),
      },
    ];
  });
}

function recipientIn({ recipient: { party, onBehalfOf }, pace, reason }: PlannedNotice): ForecastRecipient {
  return { role: party.role, body: party.body ?? null, inTheirAbsence: onBehalfOf !== null, pace, reason };
}

function holdLine({ on, instalment, reasons }: ForeseenHold, state: DossierState): ForecastLine {
  const { award, year, number } = instalment;
  const act = nextActOf(instalment);
  const name = act?.name ?? '';
  const label = act ? actLabel(act, { kind: 'instalment', award, year, number }, state) : '';
  return {
    ...{ ...NOTHING_MORE, on, at: parisMidnight(on), what: 'hold', kind: name, label },
    ...{ instance: `${award}/${year}/${number}`, because: reasons },
  };
}
