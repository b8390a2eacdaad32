import type { EntityManager } from 'typeorm';
import { NotAuthorisedError } from '../../access/people.js';
import { readClock } from '../../clock/clock.js';
import { uuid7 } from '../../clock/uuid7.js';
import { AccessLogRow } from '../../database/entities/index.js';
import { columnsOf, type RowOf } from '../../database/entities/row-of.js';
import { isFor, privateReading } from '../../domain/dossier/private-reading.js';
import type { Actor } from '../../domain/dossier/roles.js';
import type { DossierState } from '../../domain/dossier/state.js';
import { viewOf } from '../../domain/dossier/view.js';
import type { Instant } from '../../domain/kernel/paris.js';
import { readDossier } from '../dossiers.js';
import { readEvents } from '../journal/journal.js';
import { readPrivateTexts } from '../journal/private-texts.js';
import { UnknownDossierError } from '../refused.js';

/** An account to be paid, whole, and when it was read. */
export interface BankDetails {
  readonly iban: string;
  readonly bic: string | null;
  readonly accountHolder: string;
  readonly readAt: Instant;
}

/**
 * Reads whole the account that a claim named, and writes who did: both or neither. Refuses, in this order, a dossier
 * that they do not read, a role that pays nobody, a fact that told no account, an account that is another body's.
 */
export async function readBankDetails(
  manager: EntityManager,
  poleId: string,
  eventId: string,
  actors: readonly Actor[],
): Promise<BankDetails> {
  const { state } = await readDossier(manager, poleId);
  const view = viewOf(state, actors);
  if (view === undefined) throw new UnknownDossierError();
  if (!actors.some(actor => isFor('iban', actor) && viewOf(state, [actor]) !== undefined)) throw NOT_THEIRS();
  const history = await readEvents(manager, poleId);
  const reading = privateReading(state, history, actors);
  const event = history.find(({ id }) => id === eventId);
  const texts = new Map((await readPrivateTexts(manager, poleId)).get(eventId)?.map(({ name, text }) => [name, text]));
  const [account, accountHolder] = [texts.get('iban'), texts.get('accountHolder')];
  if (!event || !reading.sees(event) || account === undefined || accountHolder === undefined)
    throw new UnknownDossierError('Ce fait ne donne pas de coordonnées bancaires.');
  const reader = reading.readerOf(event, 'iban');
  if (!reader) throw NOT_THEIRS();
  const readAt = await noteReading(manager, { poleId, eventId, reader });
  return { iban: account, bic: texts.get('bic') ?? null, accountHolder, readAt };
}

/** Whether an account is another one than the last that was claimed for, for the same body in the same dossier. */
export async function isOtherAccount(
  manager: EntityManager,
  { id, awards }: DossierState,
  award: string,
  iban: string,
): Promise<boolean> {
  const applicant = awards[award]?.applicant;
  const theirs = Object.values(awards).flatMap(other => (other.applicant === applicant ? [other.id] : []));
  const [last] = await manager.query<{ iban: string }[]>(
    `SELECT p.data->>'iban' AS iban FROM journal j JOIN journal_private p ON p.event_id = j.id
     WHERE j.pole_id = $1 AND j.type = 'instalment-claimed' AND j.data->>'award' = ANY($2)
     ORDER BY j.sequence DESC LIMIT 1`,
    [id, theirs],
  );
  return last !== undefined && last.iban !== iban;
}

const NOT_THEIRS = () =>
  new NotAuthorisedError('Ces coordonnées bancaires ne sont ni les vôtres, ni à payer par vous.');

interface Read {
  readonly poleId: string;
  readonly eventId: string;
  readonly reader: Actor;
}

async function noteReading(manager: EntityManager, { poleId, eventId, reader }: Read): Promise<Instant> {
  const { now } = await readClock(manager);
  const line: RowOf<AccessLogRow> = {
    ...{ id: uuid7(), read_at: now, account: reader.account, role: reader.role, instead_of: reader.insteadOf ?? null },
    ...{ pole_id: poleId, event_id: eventId, purpose: 'iban' },
  };
  const columns = columnsOf(AccessLogRow).join(', ');
  await manager.query(
    `INSERT INTO access_log (${columns}) SELECT ${columns} FROM jsonb_populate_record(NULL::access_log, $1)`,
    [JSON.stringify(line)],
  );
  return now;
}
