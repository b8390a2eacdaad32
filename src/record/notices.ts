import type { EntityManager } from 'typeorm';
import { uuid7 } from '../clock/uuid7.js';
import type { DossierState, RecordedEvent } from '../domain/dossier/state.js';
import { addDays, type CivilDate } from '../domain/kernel/civil-date.js';
import type { Obligation } from '../domain/obligations/slice.js';
import type { Rung } from '../domain/reglement/ladder.js';
import type { Rules } from '../domain/reglement/reglement.js';
import { dayOfRung, ladderOf } from '../domain/obligations/ladders.js';
import { partyOf, recipientsOf, type Recipient } from './recipients.js';
import type { Writes } from './writes.js';

/** The template of what a person asks by hand, and to whom it is said. */
const BY_HAND: Rung = { offset: 0, unit: 'days', recipients: ['debtor'], template: 'by-hand', channel: 'mail' };

interface Occasion {
  readonly obligation: Obligation;
  readonly index: number;
  readonly rung: Rung;
  readonly merged: boolean;
  readonly late: boolean;
  /** The day that the ladder sets for it. */
  readonly day: CivilDate | null;
  /** How many missed rungs it stands for. */
  readonly merges: number;
  readonly event: RecordedEvent;
}

/**
 * Plans what the rungs reached and the reminders asked say: one notice for each recipient, with the reason of those that
 * will not leave (merged in a later one, said lately, said often enough, nobody to write to).
 */
export async function planNotices(
  manager: EntityManager,
  writes: Writes,
  state: DossierState,
  rules: Rules,
  events: readonly RecordedEvent[],
  today: CivilDate,
): Promise<void> {
  const rows: object[] = [];
  for (const occasion of events.flatMap(event => occasionsOf(state, rules, event)))
    rows.push(...(await noticesOf(manager, state, rules, occasion, today)));
  if (rows.length === 0) return;
  writes.add(
    at => `INSERT INTO notices SELECT * FROM jsonb_populate_recordset(NULL::notices, ${at(JSON.stringify(rows))})
     ON CONFLICT (obligation_id, round, rung, recipient) DO NOTHING`,
  );
}

function occasionsOf(state: DossierState, rules: Rules, event: RecordedEvent): readonly Occasion[] {
  if (event.type !== 'rung-reached' && event.type !== 'reminder-asked') return [];
  const obligation = state.obligations[event.data.obligation];
  if (!obligation) return [];
  if (event.type === 'reminder-asked')
    return [
      {
        obligation,
        index: -obligation.reminders,
        rung: BY_HAND,
        ...{ merged: false, late: false, day: null, merges: 0 },
        event,
      },
    ];
  const ladder = ladderOf(obligation.kind, state, rules);
  return [...event.data.merged, event.data.rung].flatMap(index => {
    const rung = ladder?.rungs[index];
    const day = obligation.due && dayOfRung(obligation.kind, index, obligation.due, state, rules);
    if (!rung || !day) return [];
    const merged = index !== event.data.rung;
    const merges = merged ? 0 : event.data.merged.length;
    return [{ obligation, index, rung, merged, late: day < event.date, day, merges, event }];
  });
}

async function noticesOf(
  manager: EntityManager,
  state: DossierState,
  rules: Rules,
  { obligation, index, rung, merged, late, day, merges, event }: Occasion,
  today: CivilDate,
): Promise<readonly object[]> {
  const parties = rung.recipients.map(recipient => partyOf(recipient, obligation));
  const recipients = await recipientsOf(manager, state, parties, obligation.kind, today);
  const told = await alreadyTold(manager, obligation);
  return recipients.map(recipient => {
    const reason = merged ? 'merged' : whyNot(recipient, told.get(recipient.name), obligation, state, rules, today);
    return {
      ...{ id: uuid7(), pole_id: state.id, obligation_id: obligation.id, round: obligation.round, rung: index },
      ...{ recipient: recipient.name, contact_id: recipient.contact, on_behalf_of: recipient.onBehalfOf },
      ...{ kind: obligation.kind, template: rung.template, due: obligation.due, rung_day: day, merges },
      ...{ pace: rung.template === 'by-hand' ? 'instant' : recipient.pace, planned_for: event.recordedAt, late },
      ...{ state: reason === null ? 'planned' : 'suppressed', reason, mail_id: null },
    };
  });
}

interface Told {
  readonly recipient: string;
  readonly times: number;
  readonly last: CivilDate | null;
}

/**
 * How often each recipient was told of an obligation, or is about to be; when last outside its own rungs: by hand, or of
 * the obligation that it follows.
 */
async function alreadyTold(manager: EntityManager, { id, follows }: Obligation): Promise<ReadonlyMap<string, Told>> {
  const rows = await manager.query<Told[]>(
    `SELECT recipient, count(*) FILTER (WHERE obligation_id = $1)::int AS times, max(
       (planned_for AT TIME ZONE 'Europe/Paris')::date) FILTER (WHERE rung < 0 OR obligation_id = $2) AS last
     FROM notices WHERE obligation_id IN ($1, $2) AND state NOT IN ('suppressed', 'refused', 'bounced', 'given-up')
     GROUP BY recipient`,
    [id, follows],
  );
  return new Map(rows.map(row => [row.recipient, row]));
}

function whyNot(
  { contact }: Recipient,
  told: Told | undefined,
  { kind }: Obligation,
  state: DossierState,
  rules: Rules,
  today: CivilDate,
): string | null {
  if (contact === null) return 'nobody';
  const ladder = ladderOf(kind, state, rules);
  if (!told || !ladder) return null;
  if (told.times >= ladder.most) return 'often-enough';
  return told.last !== null && today < addDays(told.last, ladder.coolDownDays) ? 'said-lately' : null;
}
