import { QueryFailedError, type EntityManager } from 'typeorm';
import { readClock } from '../../clock/clock.js';
import { uuid7 } from '../../clock/uuid7.js';
import { addDays, addMonths, type CivilDate } from '../../domain/kernel/civil-date.js';
import { refuse, type Refusal } from '../../domain/kernel/refusal.js';
import { LONGEST_ABSENCE } from '../../domain/reminders/longest-absence.js';
import type { RuleBook } from '../../reglement/load.js';
import { refuseDelegate, refuseReceiver } from './delegates.js';
import { lends as lendsBy, type Author } from './lending.js';
import { RefusedError } from '../refused.js';
import { refuseUnattended } from './absence-coverage.js';

/** Someone away from a day to another, both included, and who receives in their place. */
export interface Absence {
  readonly contact: string;
  readonly delegate: string | null;
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
}

/** An absence as it stands. */
export interface NotedAbsence extends Absence {
  readonly id: string;
  /** Whether the delegate may act too; else they receive only. */
  readonly lends: boolean;
}

/**
 * Notes that someone is away. Refuses an absence that overlaps another of theirs or the time during which they receive in
 * someone's place, a delegate who is not there to receive or could not hold the role that is lent to them, more than
 * `LONGEST_ABSENCE`, and an absence without a delegate while nobody else would be
 * told of something that is said on one of its days.
 */
export async function addAbsence(
  manager: EntityManager,
  book: RuleBook,
  absence: Absence & { readonly lends?: boolean },
  author: Author,
) {
  await oneAtATime(manager);
  const lends = (absence.lends ?? true) && (await lendsBy(manager, absence, author));
  return put(manager, book, { ...absence, id: uuid7(), lends }, author);
}

/** Changes the days or the delegate of an absence; what it said before is kept. Refused as above, and when it is over. */
export async function changeAbsence(
  manager: EntityManager,
  book: RuleBook,
  known: Pick<NotedAbsence, 'id' | 'contact'>,
  change: Partial<Omit<Absence, 'contact'>> & { readonly lends?: boolean },
  author: Author,
) {
  await oneAtATime(manager);
  const before = await standing(manager, known);
  const after = { ...before, ...change };
  const isSame = after.delegate === before.delegate;
  const isWanted = change.lends ?? (before.lends || !isSame);
  const stays = before.lends && isSame && isWithin(after, before);
  const lends = isWanted && (stays || (await lendsBy(manager, after, author)));
  await keepFormer(manager, before, author);
  return put(manager, book, { ...after, lends }, author);
}

/** Someone is back today: their absence ended the day before, or is taken back when it has not begun by then. */
export async function endAbsence(
  manager: EntityManager,
  known: Pick<NotedAbsence, 'id' | 'contact'>,
  author: Author,
): Promise<void> {
  await oneAtATime(manager);
  const { today, now } = await readClock(manager);
  const before = await standing(manager, known);
  await keepFormer(manager, before, author);
  if (before.firstDay >= today) await manager.query('DELETE FROM absences WHERE id = $1', [before.id]);
  else
    await manager.query('UPDATE absences SET last_day = $2, noted_by = $3, noted_at = $4 WHERE id = $1', [
      ...[before.id, addDays(today, -1), author.account, now],
    ]);
}

/** Absences are noted one after the other: each is held against all the others. */
const oneAtATime = (manager: EntityManager) => manager.query('LOCK TABLE absences IN SHARE ROW EXCLUSIVE MODE');

async function standing(
  manager: EntityManager,
  { id, contact }: Pick<NotedAbsence, 'id' | 'contact'>,
): Promise<NotedAbsence> {
  const [found] = await manager.query<NotedAbsence[]>(
    `SELECT id, contact_id AS contact, delegate_id AS delegate, first_day AS "firstDay", last_day AS "lastDay", lends
     FROM absences WHERE id = $1 AND contact_id = $2`,
    [id, contact],
  );
  if (!found) throw new RefusedError([TAKEN_BACK]);
  const { today } = await readClock(manager);
  if (found.lastDay < today) throw new RefusedError([OVER]);
  return found;
}

const TAKEN_BACK = refuse('absence-taken-back', 'Cette absence n’est plus notée.');
const OVER = refuse('absence-over', 'Cette absence est finie : elle ne se change plus.');

const isWithin = (absence: Absence, other: Absence) =>
  absence.firstDay >= other.firstDay && absence.lastDay <= other.lastDay;

async function keepFormer(manager: EntityManager, { id }: NotedAbsence, { account }: Author): Promise<void> {
  const { now } = await readClock(manager);
  await manager.query(
    'INSERT INTO former_absences SELECT a.*, $2::uuid, $3, $4::timestamptz FROM absences a WHERE id = $1',
    [...[id, uuid7(), account, now]],
  );
}

async function put(manager: EntityManager, book: RuleBook, absence: NotedAbsence, { account }: Author) {
  const { id, contact, delegate, firstDay, lastDay, lends } = absence;
  const { now } = await readClock(manager);
  if (lastDay < firstDay) throw new RefusedError([REVERSED]);
  if (lastDay >= addMonths(firstDay, LONGEST_ABSENCE.months)) throw new RefusedError([TOO_LONG]);
  await refuseReceiver(manager, contact, firstDay, lastDay);
  if (delegate !== null) await refuseDelegate(manager, contact, delegate, firstDay, lastDay);
  try {
    await manager.query(
      `INSERT INTO absences (id, contact_id, delegate_id, first_day, last_day, lends, noted_by, noted_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (id) DO UPDATE SET delegate_id = excluded.delegate_id, first_day = excluded.first_day,
         last_day = excluded.last_day, lends = excluded.lends, noted_by = excluded.noted_by, noted_at = excluded.noted_at`,
      [id, contact, delegate, firstDay, lastDay, lends, account, now],
    );
  } catch (error) {
    throw overlapping(error) ? new RefusedError([ALREADY_AWAY]) : error;
  }
  if (delegate === null) await refuseUnattended(manager, book, contact, firstDay, lastDay);
  return { id, lends };
}

const at = (pointer: string): Partial<Refusal> => ({ pointer });
const REVERSED = refuse('period-reversed', 'Une période ne finit pas avant de commencer.', at('/lastDay'));
const TOO_LONG = refuse(
  'absence-too-long',
  `Une absence se note pour ${LONGEST_ABSENCE.months} mois au plus : au-delà, la fonction est à confier à qui la tient.`,
  at('/lastDay'),
);
const ALREADY_AWAY = refuse(
  'absences-overlap',
  'Une autre absence de cette personne couvre déjà ces jours.',
  at('/firstDay'),
);

function overlapping(error: unknown): boolean {
  return (
    error instanceof QueryFailedError &&
    (error.driverError as { constraint?: string }).constraint === 'absences_do_not_overlap'
  );
}
