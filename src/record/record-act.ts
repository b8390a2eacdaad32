import { QueryFailedError, type DataSource, type EntityManager } from 'typeorm';
import { readClock } from '../clock/clock.js';
import { uuid7 } from '../clock/uuid7.js';
import type { Subject } from '../domain/dossier/act.js';
import { actNamed } from '../domain/dossier/acts.js';
import { decide } from '../domain/dossier/decide.js';
import { factsOfEvent } from '../domain/dossier/expectations.js';
import type { News } from '../domain/dossier/news.js';
import { awardOf } from '../domain/dossier/parties.js';
import type { Actor } from '../domain/dossier/roles.js';
import { EVENT_TYPES, type RecordedEvent } from '../domain/dossier/state.js';
import { ZERO, type Cents } from '../domain/kernel/cents.js';
import { yearOf, type CivilDate, type DatePrecision } from '../domain/kernel/civil-date.js';
import { refuse } from '../domain/kernel/refusal.js';
import type { RuleBook } from '../reglement/load.js';
import { canonical, digest } from './chain.js';
import { lockDossier, newDossier, type DossierRow } from './dossiers.js';
import { readFactsSince } from './journal.js';
import { KeyReusedError, RefusedError, SetAsideError, StaleVersionError } from './refused.js';
import { Unit } from './unit.js';

/** What a person does to a dossier. */
export interface ActRequest {
  readonly act: string;
  /** Absent for the act that creates the dossier. */
  readonly poleId?: string;
  readonly subject: Subject;
  readonly actor: Actor;
  readonly payload: object;
  /** The civil date that the fact bears; today when absent. */
  readonly date?: CivilDate;
  /** How well that date is known; to the day when absent. */
  readonly precision?: DatePrecision;
  /** UUID under which the same request, sent again, is answered the same. */
  readonly key: string;
  /** The fact version that the person had read, if they ask that nothing has moved since. */
  readonly readVersion?: number;
}

/** What an act left. The same for the same key. */
export interface Recorded {
  readonly poleId: string;
  readonly version: number;
  readonly events: readonly RecordedEvent[];
  readonly replayed: boolean;
  readonly news: News;
  /** The dossier as the act left it, and the day; absent when the act was recorded before. */
  readonly left?: { readonly dossier: DossierRow; readonly today: CivilDate };
}

interface KnownKey {
  readonly payload_hash: string;
  readonly pole_id: string;
  readonly version: number;
  readonly events: readonly RecordedEvent[];
}

/**
 * Records an act: one transaction, or nothing. Refuses an act that is closed (each reason with its source), a version
 * that has moved, a key used for something else, an unknown dossier.
 */
export async function recordAct(source: DataSource, book: RuleBook, request: ActRequest): Promise<Recorded> {
  try {
    return await source.transaction(manager => recordWithin(manager, book, request));
  } catch (error) {
    throw isKeyTaken(error) ? new KeyReusedError() : error;
  }
}

async function recordWithin(manager: EntityManager, book: RuleBook, request: ActRequest): Promise<Recorded> {
  const held = await hold(manager, request);
  const known = await answered(manager, request);
  if (known) return known;
  const { rules, dossier } = await openDossier(manager, book, request, held);
  return Unit.within(manager, rules, dossier, async unit => {
    await refuseStale(unit, request);
    await unit.settleSilences();
    const facts = await done(unit, request);
    return remember(unit, request, facts);
  });
}

/** The key was taken meanwhile, by the same account on another dossier. */
function isKeyTaken(error: unknown): boolean {
  const { constraint } = error instanceof QueryFailedError ? (error.driverError as { constraint?: string }) : {};
  return constraint === 'idempotency_keys_pkey';
}

/** The same request sent twice waits for itself: on its dossier, or on its key when there is no dossier yet. */
async function hold(manager: EntityManager, { actor, key, poleId }: ActRequest): Promise<DossierRow | undefined> {
  if (poleId !== undefined) return lockDossier(manager, poleId);
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${actor.account}/${key}`]);
  return undefined;
}

async function openDossier(manager: EntityManager, book: RuleBook, request: ActRequest, dossier?: DossierRow) {
  if (dossier) {
    if (dossier.setAside !== null) throw new SetAsideError(dossier.setAside);
    return { dossier, rules: book.of(dossier.reglement) };
  }
  const { today } = await readClock(manager);
  const rules = book.inForce(request.date ?? today);
  if (!rules)
    throw new RefusedError([
      refuse('no-reglement', "Aucun règlement n'était en vigueur à cette date.", { pointer: '/date' }),
    ]);
  return { dossier: newDossier(uuid7(), rules.reglement.id), rules };
}

function payloadHash({ act, poleId, subject, payload, date, precision }: ActRequest): string {
  return digest(canonical({ act, poleId, subject, payload, date, precision }));
}

async function answered(manager: EntityManager, request: ActRequest): Promise<Recorded | undefined> {
  const [known] = await manager.query<KnownKey[]>(
    'SELECT payload_hash, pole_id, version, events FROM idempotency_keys WHERE account = $1 AND key = $2',
    [request.actor.account, request.key],
  );
  if (!known) return undefined;
  if (known.payload_hash !== payloadHash(request)) throw new KeyReusedError();
  const news = { since: known.version, version: known.version, facts: [], turnPage: false };
  return { poleId: known.pole_id, version: known.version, events: known.events, replayed: true, news };
}

async function refuseStale({ manager, stream }: Unit, { readVersion }: ActRequest): Promise<void> {
  const { row } = stream;
  if (readVersion === undefined || readVersion === row.version) return;
  const since = await readFactsSince(manager, row.id, readVersion);
  const meanwhile = since.map(({ type, actor: by, role, recordedAt }) => ({
    label: EVENT_TYPES[type].label,
    by,
    role,
    recordedAt,
  }));
  throw new StaleVersionError(row.version, meanwhile);
}

async function done(unit: Unit, request: ActRequest): Promise<readonly RecordedEvent[]> {
  const { stream, rules, clock } = unit;
  const { subject, actor, payload } = request;
  const act = actNamed(request.act);
  const date = request.date ?? clock.today;
  const decision = decide(act, {
    state: stream.state,
    subject,
    actor,
    today: clock.today,
    rules,
    date,
    payload,
    newId: uuid7(),
    digest,
    history: act.readsHistory ? await stream.wholeHistory() : [],
    grantedElsewhere: await grantedElsewhere(unit, subject, date),
  });
  if ('refusals' in decision) throw new RefusedError(decision.refusals);
  const known = request.precision === undefined ? {} : { precision: request.precision };
  return unit.recordFacts(decision.events, { act: act.name, actor, date, ...known });
}

/** What was voted to the same body for the same year in other awards, a year's share of each, in cents. */
async function grantedElsewhere({ manager, stream }: Unit, subject: Subject, date: CivilDate): Promise<Cents> {
  const award = awardOf(stream.state, subject);
  if (!award) return ZERO;
  const [row] = await manager.query<{ total: number }[]>(
    `SELECT coalesce(sum(ceil(voted::numeric / years)), 0)::bigint AS total FROM awards
     WHERE applicant = $1 AND id <> $2 AND kind <> 'amendment' AND extract(year FROM voted_on) = $3`,
    [award.applicant, award.id, yearOf(date)],
  );
  return (row?.total ?? 0) as Cents;
}

function remember(unit: Unit, request: ActRequest, facts: readonly RecordedEvent[]): Recorded {
  const { row, before } = unit.stream;
  const said = [request.actor.account, request.key, payloadHash(request), row.id, row.version, JSON.stringify(facts)];
  unit.writes.add(
    at => `INSERT INTO idempotency_keys (account, key, payload_hash, pole_id, version, events)
      VALUES (${said.map(at).join(', ')})`,
  );
  const left = { dossier: row, today: unit.clock.today };
  const news = newsOf(unit, before.version);
  return { poleId: row.id, version: row.version, events: facts, replayed: false, news, left };
}

/** What this transaction tells the story. */
export function newsOf({ stream }: Unit, since: number): News {
  const facts = stream.events.filter(event => event.factVersion !== null);
  return {
    since,
    version: stream.row.version,
    facts: facts.flatMap(factsOfEvent),
    turnPage: facts.some(event => event.retracts !== null),
  };
}
