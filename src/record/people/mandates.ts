import type { EntityManager } from 'typeorm';
import { readClock } from '../../clock/clock.js';
import { uuid7 } from '../../clock/uuid7.js';
import type { MandateRow } from '../../database/entities/index.js';
import type { RowOf } from '../../database/entities/row-of.js';
import type { Role } from '../../domain/dossier/roles.js';
import { civilDate, type CivilDate } from '../../domain/kernel/civil-date.js';
import { refuse } from '../../domain/kernel/refusal.js';
import type { Right } from '../../domain/settings/events.js';
import { refusedEnding, refusedRight } from '../../domain/settings/rights.js';
import { RefusedError } from '../refused.js';
import {
  appendSettings,
  HOUSE,
  holdSettings,
  saidUnder,
  type NewSetting,
  type SettingAuthor,
} from '../settings/stream.js';

/** A role in a perimeter, held by an account. */
export type Mandate = Pick<Right, 'account' | 'role' | 'bodies' | 'pays'>;

/** What was set, and whether it had been under the same key. */
export interface SettingDone {
  readonly id: string;
  readonly replayed: boolean;
}

/**
 * Gives a role to an account in a perimeter; it counts from its day on, at the next request. Refuses one's own, a
 * perimeter that is not of that role, a day that is past, and what is held already.
 */
export async function giveRight(
  manager: EntityManager,
  asked: Mandate & { readonly from?: CivilDate; readonly reason?: string },
  author: SettingAuthor,
): Promise<SettingDone> {
  const { reason, from, ...mandate } = asked;
  await holdSettings(manager, author);
  const known = await saidUnder(manager, author);
  if (known?.type === 'right-given') return { id: known.data.right, replayed: true };
  const { today } = await readClock(manager);
  const right = { ...mandate, from: from ?? today };
  const context = { by: author.account, held: await heldRights(manager), pays: await knownPays(manager), today };
  refuseAll(refusedRight(right, context));
  const given = givenNow(right, reason);
  await appendSettings(manager, [given], author);
  return { id: given.data.right, replayed: false };
}

/**
 * Ends a right, at once; undefined when there never was such a right. Refuses one's own, that of the last who administers,
 * and one that has ended already.
 */
export async function endRight(
  manager: EntityManager,
  id: string,
  reason: string | undefined,
  author: SettingAuthor,
): Promise<SettingDone | undefined> {
  await holdSettings(manager, author);
  if ((await saidUnder(manager, author))?.type === 'right-ended') return { id, replayed: true };
  const held = await heldRights(manager);
  const right = held.find(candidate => candidate.id === id);
  if (!right) {
    if (!(await wasGiven(manager, id))) return undefined;
    throw new RefusedError([ENDED]);
  }
  const { today } = await readClock(manager);
  refuseAll(refusedEnding(right, { by: author.account, held, pays: [], today }));
  await appendSettings(manager, [endedNow(right, reason)], author);
  return { id, replayed: false };
}

/** Before every day at which a demonstration, or a test, sets its clock. */
const ANY_DAY = civilDate('2000-01-01');

/**
 * Gives their roles to accounts that never had any, as those of a demonstration: what was given or ended since stays so,
 * and doing it again changes nothing.
 */
export async function registerMandates(manager: EntityManager, mandates: readonly Mandate[]): Promise<void> {
  await manager.transaction(async within => {
    await holdSettings(within, HOUSE);
    const known = await within.query<{ account: string }[]>(
      `SELECT DISTINCT data->>'account' AS account FROM settings_journal WHERE type = 'right-given'`,
    );
    const accounts = known.map(({ account }) => account);
    const missing = mandates.filter(({ account }) => !accounts.includes(account));
    await appendSettings(
      within,
      missing.map(mandate => givenNow({ ...mandate, from: ANY_DAY })),
      HOUSE,
    );
  });
}

/** Gives the role of who administers to an account while nobody holds it; false when somebody does, who then gives rights. */
export async function giveFirstAdmin(manager: EntityManager, account: string): Promise<boolean> {
  return manager.transaction(async within => {
    await holdSettings(within, HOUSE);
    if ((await heldRights(within)).some(({ role }) => role === 'admin')) return false;
    const { today: from } = await readClock(within);
    await appendSettings(within, [givenNow({ account, role: 'admin', bodies: [], pays: [], from })], HOUSE);
    return true;
  });
}

function givenNow({ account, role, bodies, pays, from }: Omit<Right, 'id'>, reason?: string) {
  return {
    type: 'right-given',
    data: { right: uuid7(), account, role, bodies, pays, from },
    ...beside(reason),
  } as const satisfies NewSetting;
}

function endedNow({ id: right, account, role }: Right, reason?: string) {
  return { type: 'right-ended', data: { right, account, role }, ...beside(reason) } as const satisfies NewSetting;
}

const beside = (reason: string | undefined) => (reason === undefined ? {} : { private: { reason } });

/** Every right that is held, or will be. */
async function heldRights(manager: EntityManager): Promise<readonly Right[]> {
  const rows = await manager.query<(RowOf<MandateRow> & { role: Role; valid_from: CivilDate })[]>(
    'SELECT id, account, role, bodies, pays, valid_from FROM mandates ORDER BY account, role, id',
  );
  return rows.map(({ valid_from: from, ...right }) => ({ ...right, from }));
}

async function knownPays(manager: EntityManager): Promise<readonly string[]> {
  return (await manager.query<{ code: string }[]>('SELECT code FROM pays')).map(({ code }) => code);
}

async function wasGiven(manager: EntityManager, id: string): Promise<boolean> {
  const given = await manager.query<object[]>(
    `SELECT FROM settings_journal WHERE type = 'right-given' AND data->>'right' = $1`,
    [id],
  );
  return given.length > 0;
}

const ENDED = refuse('right-ended', 'Ce droit est déjà retiré.');

function refuseAll(refusals: ConstructorParameters<typeof RefusedError>[0]): void {
  if (refusals.length > 0) throw new RefusedError(refusals);
}
