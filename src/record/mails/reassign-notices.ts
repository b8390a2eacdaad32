import type { EntityManager } from 'typeorm';
import type { Reading } from '../../clock/clock.js';
import { uuid7 } from '../../clock/uuid7.js';
import type { CivilDate } from '../../domain/kernel/civil-date.js';
import type { Party } from '../../domain/dossier/roles.js';
import type { DossierState } from '../../domain/dossier/state.js';
import { paceOf } from '../../domain/reminders/paces.js';
import { diversionOf, isReplaced, partyOfRole, successorsOf } from '../../domain/reminders/reassignment.js';
import type { AbsentReader, ToldOf } from '../../domain/reminders/reassignment.js';
import { tellingOf } from '../../domain/reminders/told-at-once.js';
import { soughtFor, soughtTogether, type Directory, type Recipient } from '../../domain/reminders/recipients.js';
import { readStates } from '../dossiers.js';
import { ABSENCE, readDirectory } from '../reminders/directory.js';
import type { NoticeColumns } from '../reminders/rows.js';
import type { ClaimedRow, ToldEvent } from './mail.js';

/** What is in no mail yet, for someone who is away on $1 and named a delegate. */
const FOR_ABSENT_READERS = `
  SELECT n.id, n.contact_id AS contact, ${ABSENCE} AS absence, EXISTS (SELECT FROM notices own
    WHERE (own.event_id = n.event_id OR own.obligation_id = n.obligation_id AND own.round = n.round AND own.rung = n.rung)
      AND own.contact_id = a.delegate_id) AS "isDelegateTold"
  FROM notices n JOIN absences a ON a.contact_id = n.contact_id AND $1 BETWEEN a.first_day AND a.last_day
    JOIN contacts d ON d.id = a.delegate_id
  WHERE n.state = 'planned' AND n.mail_id IS NULL AND n.on_behalf_of IS NULL`;

const DIVERTED = `
  UPDATE notices n SET contact_id = diverted.contact_id, on_behalf_of = diverted.on_behalf_of, state = diverted.state,
    reason = diverted.reason
  FROM jsonb_populate_recordset(NULL::notices, $1) diverted
  WHERE n.id = diverted.id AND n.state = 'planned' AND n.mail_id IS NULL AND n.on_behalf_of IS NULL`;

type DivertedNotice = Pick<NoticeColumns, 'id' | 'contact_id' | 'on_behalf_of' | 'state' | 'reason'>;

/**
 * What was planned for someone who is away by now goes to their delegate, for them; unless the delegate is told of the same
 * already. Only what is in no mail yet.
 */
export async function divertToDelegates(manager: EntityManager, today: CivilDate): Promise<void> {
  const rows = await manager.query<(AbsentReader & { readonly id: string })[]>(FOR_ABSENT_READERS, [today]);
  const diverted = rows.flatMap((row): DivertedNotice[] => {
    const diversion = diversionOf(row, today);
    if (!diversion) return [];
    const { contact, onBehalfOf, reason } = diversion;
    const state = reason === null ? 'planned' : 'suppressed';
    return [{ id: row.id, contact_id: contact, on_behalf_of: onBehalfOf, state, reason }];
  });
  if (diverted.length > 0) await manager.query(DIVERTED, [JSON.stringify(diverted)]);
}

/** What of a notice is another's when it is said to someone else. */
type SuccessorNotice = Pick<
  NoticeColumns,
  'id' | 'recipient' | 'contact_id' | 'on_behalf_of' | 'mail_id' | 'pace' | 'planned_for' | 'state' | 'reason'
>;

/** What is not said any more to who left is planned for those who hold the role today: three statements, however many. */
export async function reassignNotices(
  manager: EntityManager,
  rows: readonly ClaimedRow[],
  clock: Reading,
): Promise<void> {
  const replaced = rows.filter(({ reason }) => isReplaced(reason));
  if (replaced.length === 0) return;
  const states = await readStates(manager, [...new Set(replaced.map(({ pole }) => pole))]);
  const toldRows = replaced.map(row => ({ row, ...toldIn(states, row) }));
  const lookups = toldRows.map(({ state, matter, row }) => soughtFor(state, [partyOfRole(matter, row.holderRole)]));
  const directory = await readDirectory(manager, clock.today, clock.today, soughtTogether(lookups));
  const planned = toldRows.flatMap(notice => inTheirPlace(notice, directory, clock));
  await manager.query(
    `INSERT INTO notices SELECT (jsonb_populate_record(n, s.said)).* FROM notices n
     JOIN jsonb_to_recordset($1) AS s(notice uuid, said jsonb) ON s.notice = n.id
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(planned)],
  );
}

/** What a row told of: something owed, or an event and the party to whom it is told. */
function toldIn(states: ReadonlyMap<string, DossierState>, { pole, obligation, event, holderRole }: ClaimedRow) {
  const state = states.get(pole);
  const matter = event && state ? toldOf(event, holderRole, state) : state?.obligations[obligation ?? ''];
  if (!state || !matter) throw new Error(`Échéance absente du dossier : ${obligation}`);
  return { state, matter };
}

function toldOf(event: ToldEvent, role: Party['role'], state: DossierState): ToldOf {
  const { parties } = tellingOf(event, { state, before: state });
  return { kind: event.type, debtor: parties.find(party => party.role === role) ?? { role }, creditor: null };
}

type ToldNotice = { readonly row: ClaimedRow } & ReturnType<typeof toldIn>;

function inTheirPlace({ row, state, matter }: ToldNotice, directory: Directory, clock: Reading) {
  const successors = successorsOf(directory, state, matter, row.holderRole, clock.today);
  return successors.map(successor => ({ notice: row.id, said: successorNotice(row, successor, clock) }));
}

function successorNotice({ template }: ClaimedRow, successor: Recipient, { now }: Reading): SuccessorNotice {
  const { name, contact, onBehalfOf } = successor;
  return {
    id: uuid7(),
    recipient: name,
    contact_id: contact,
    on_behalf_of: onBehalfOf,
    mail_id: null,
    pace: paceOf(template, successor),
    planned_for: now,
    state: contact === null ? 'suppressed' : 'planned',
    reason: contact === null ? 'nobody' : null,
  };
}
