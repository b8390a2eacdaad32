import { randomUUID } from 'node:crypto';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { controlled, CONTROLS } from '../../src/record/upkeep/controls.js';
import type { BareHouse } from '../rig/bare-house.js';

/** A line as someone writes it who has nothing but SQL: what is not given is of no consequence. */
export interface RawFact {
  readonly type: string;
  readonly date: string;
  readonly data?: object;
  readonly id?: string;
  readonly actor?: string;
  readonly role?: string;
  readonly reglement?: string;
  readonly recordedAt?: string;
  readonly retracts?: string;
  /** Whether motives stand beside it. */
  readonly motivated?: boolean;
  /** What stands beside it. */
  readonly privately?: object;
  /** The act that it is a part of; one of its own unless said. */
  readonly factVersion?: number;
}

const WRITE = 'INSERT INTO journal SELECT * FROM jsonb_populate_record(NULL::journal, $1)';

let ids = 0;
/** Names in the order in which they are given, as those of the journal are. */
export const laterId = (): string => `0190a0aa-0000-7000-8000-${String(++ids).padStart(12, '0')}`;

/** The journal of a pôle, written past everything but the database. */
export class RawJournal {
  readonly pole = randomUUID();
  private sequence = 0;

  constructor(readonly manager: EntityManager) {}

  /** Writes lines one after the other, each by a statement of its own; answers the name of the last. */
  async writes(...facts: readonly RawFact[]): Promise<string> {
    let last = '';
    for (const fact of facts) last = await this.writesOne(fact);
    return last;
  }

  /** A row of another table, its columns by their names. */
  async row(table: string, columns: object): Promise<void> {
    const names = Object.keys(columns).join(', ');
    await this.manager.query(
      `INSERT INTO ${table} (${names}) SELECT ${names} FROM jsonb_populate_record(NULL::${table}, $1)`,
      [JSON.stringify(columns)],
    );
  }

  private async writesOne(fact: RawFact): Promise<string> {
    const { id = laterId(), recordedAt = `${fact.date}T12:00:00Z`, motivated = true, privately } = fact;
    this.sequence += 1;
    const line = {
      ...{ id, pole_id: this.pole, sequence: this.sequence, fact_version: fact.factVersion ?? this.sequence },
      ...{ type: fact.type, schema_version: 3, act: 'raw', actor: fact.actor ?? 'x', role: fact.role ?? 'instructor' },
      ...{ reglement: fact.reglement ?? 'poles-ess-2019', date: fact.date, date_precision: 'day' },
      ...{ recorded_at: recordedAt, retracts: fact.retracts ?? null, data: fact.data ?? {}, hash: 'x' },
      private_digest: motivated ? 'x' : null,
    };
    await this.manager.query(WRITE, [JSON.stringify(line)]);
    if (privately) await this.row('journal_private', { event_id: id, salt: 'x', data: privately });
    return id;
  }
}

/** Who noticed what was written: the database, which refused it, or the controls that named it. */
export interface Verdict {
  readonly by: 'nobody' | 'the database' | 'a control';
  readonly why: string;
}

class Undone extends Error {}

/** The constraints on lists that wait for the end of a transaction, which never comes here. */
const NOW = 'SET CONSTRAINTS ledger_is_granted, ledger_stays_granted, grant_is_planned IMMEDIATE';

/** An integrity constraint, a trigger of ours included (SQLSTATE class 23). */
const isRefused = (error: unknown): error is QueryFailedError<Error & { code: string }> =>
  error instanceof QueryFailedError && String((error.driverError as { code?: string }).code).startsWith('23');

async function judged(house: BareHouse, journal: RawJournal, numbers: readonly string[], write: () => Promise<void>) {
  try {
    await write();
    await journal.manager.query(NOW);
  } catch (error) {
    if (!isRefused(error)) throw error;
    return { by: 'the database', why: error.message } as const;
  }
  const controls = CONTROLS.filter(({ number }) => numbers.includes(number));
  const breaches = (await controlled(journal.manager, house.book, controls)).filter(
    ({ culprits }) => culprits.length > 0,
  );
  if (breaches.length === 0) return { by: 'nobody', why: '' } as const;
  return { by: 'a control', why: breaches.map(({ number }) => number).join(', ') } as const;
}

/** Writes by raw SQL in a transaction of the application of which nothing stays, and tells who noticed. */
export async function verdictOn(
  house: BareHouse,
  numbers: readonly string[],
  write: (journal: RawJournal) => Promise<void>,
): Promise<Verdict> {
  let verdict: Verdict | undefined;
  const all = house.source.transaction(async manager => {
    const journal = new RawJournal(manager);
    verdict = await judged(house, journal, numbers, () => write(journal));
    throw new Undone();
  });
  await all.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
  if (!verdict) throw new Error('Rien n’a été écrit.');
  return verdict;
}
