import { QueryFailedError, type EntityManager } from 'typeorm';
import { chooseActor } from '../access/people.js';
import { uuid7 } from '../clock/uuid7.js';
import type { KnownDeliberation } from '../domain/award/same-deliberation.js';
import type { Act, Holders } from '../domain/dossier/act.js';
import { actNamed } from '../domain/dossier/acts.js';
import { barredBecause, decide, subjectsOf } from '../domain/dossier/decide.js';
import type { News } from '../domain/dossier/news.js';
import { mayRead } from '../domain/dossier/reading.js';
import { representedIn, type Represented } from '../domain/dossier/represented.js';
import { NAMING_ROLES, type Actor, type Role } from '../domain/dossier/roles.js';
import { eventsSeen } from '../domain/dossier/seen-events.js';
import { EVENT_TYPES, fold, type DossierState, type RecordedEvent } from '../domain/dossier/state.js';
import { subjectKey, type Subject } from '../domain/dossier/subject.js';
import { viewOf } from '../domain/dossier/view.js';
import type { CivilDate, DatePrecision } from '../domain/kernel/civil-date.js';
import { refuse } from '../domain/kernel/refusal.js';
import { readCaller, requireRole, type CallerContext } from './asking.js';
import { canonical, digest } from './journal/chain.js';
import type { RecordContext } from './context.js';
import { depositsNamed } from './documents.js';
import { lockLocated, newDossier, readDossier, type DossierLocator, type DossierRow } from './dossiers.js';
import { readGrantsElsewhere } from './grants-elsewhere.js';
import { lookAtGrantsMoved, type ToldElsewhere } from './grants-moved.js';
import { readEvents, readFactsSince } from './journal/journal.js';
import {
  KeyReusedError,
  RefusedError,
  QuarantinedError,
  StaleVersionError,
  UnknownDossierError,
  UnknownSubjectError,
} from './refused.js';
import { newsOf } from './news.js';
import { rehearsed } from './rehearsed.js';
import { UnitOfWork } from './unit-of-work.js';

/** What a person does to a dossier. */
export interface ActRequest {
  readonly act: string;
  /** By what the dossier is found; absent for the act that creates it. */
  readonly dossier?: DossierLocator;
  readonly subject: Subject;
  /** Who asks; in which of their roles they act follows from the act and the dossier. */
  readonly account: string;
  readonly payload: object;
  /** The civil date that the fact bears; today when absent. */
  readonly date?: CivilDate;
  /** How well that date is known; to the day when absent. */
  readonly precision?: DatePrecision;
  /** The body or the pays in whose name they act, when they say it; else it follows from the dossier. */
  readonly onBehalfOf?: Represented;
  /** UUID under which the same request, sent again, is answered the same. */
  readonly key: string;
  /** The fact versions of which the person may have read one, if they ask that nothing has moved since. */
  readonly readVersions?: readonly number[];
}

/** What an act left. The same for the same key. */
export interface Recorded {
  readonly poleId: string;
  readonly version: number;
  readonly events: readonly RecordedEvent[];
  readonly replayed: boolean;
  readonly news: News;
  /** The dossier as the act left it, or as it stands when the act was recorded before. */
  readonly dossier: DossierRow;
  readonly today: CivilDate;
  /** As whom the person may act. */
  readonly actors: readonly Actor[];
  /** Whether the build at hand says what is awaited; else another one will, and what is open is what is known. */
  readonly decides: boolean;
  /** What it changes in other dossiers, and their stories are told: those of a body that is granted more, or less. */
  readonly elsewhere: readonly ToldElsewhere[];
}

/** What the transaction of an act leaves, before the others look at it. */
type Written = Omit<Recorded, 'elsewhere'> & Pick<UnitOfWork, 'bodiesMoved'>;

/** An act whose author and dossier are known. */
interface Asked extends ActRequest {
  readonly actor: Actor;
}

/**
 * Records an act: one transaction, or nothing. Refuses, in this order, an unknown dossier (or one that the account may
 * not read), a key used for something else, an act that is not theirs to do, what the dossier has not, a dossier that is
 * set aside, a version that has moved, an act that is closed (each reason with its source). So nothing is told of a
 * dossier, nor of what is in it, to who may not read it or may not act on it.
 */
export async function recordAct(context: RecordContext, request: ActRequest): Promise<Recorded> {
  const work = context.source.transaction(manager => recordWithin(context, manager, request));
  const { bodiesMoved, ...recorded } = await underItsKey(work);
  return { ...recorded, elsewhere: bodiesMoved.length > 0 ? await lookAtGrantsMoved(context, bodiesMoved) : [] };
}

/**
 * What an act would leave, written and undone at once: the same refusals, for the same reasons, and what would be awaited
 * then. It holds the dossier for as long as the act would; it uses no key up.
 */
export async function rehearseAct(context: RecordContext, request: ActRequest): Promise<Omit<Recorded, 'elsewhere'>> {
  return underItsKey(rehearsed(context.source, manager => recordWithin(context, manager, request)));
}

async function recordWithin(context: RecordContext, manager: EntityManager, request: ActRequest): Promise<Written> {
  const held = await hold(manager, request);
  const asking = await readCaller(manager, request.account, request.key);
  requireRole(asking.actors);
  const row = held ?? (asking.known && (await readDossier(manager, asking.known.pole_id)));
  const dossier = row ? await readable(manager, row, request, asking) : opened(context, request, asking);
  const answer = { today: asking.clock.today, actors: asking.actors };
  const hash = payloadHash(request, held?.id);
  const known = answered(hash, asking);
  const decides = context.stages.decide(asking.clock.stages);
  if (known) return { ...known, ...answer, dossier, decides, bodiesMoved: [] };
  const actor = actorOf(context, dossier, request, asking);
  if (dossier.setAside !== null) throw new QuarantinedError(dossier.setAside);
  await refuseStale(manager, dossier, request, asking);
  return UnitOfWork.onRow(context, manager, dossier, asking.clock, async unit => {
    await unit.settleSilences();
    const facts = await done(unit, { ...request, actor });
    await unit.lookAtThreshold();
    unit.setAlarm();
    return { ...remember(unit, request, hash, facts), ...answer };
  });
}

/** What a work comes to; refused when its key was taken meanwhile, by the same account on another dossier. */
async function underItsKey<Outcome>(work: Promise<Outcome>): Promise<Outcome> {
  try {
    return await work;
  } catch (error) {
    throw isKeyTaken(error) ? new KeyReusedError() : error;
  }
}

function isKeyTaken(error: unknown): boolean {
  const { constraint } = error instanceof QueryFailedError ? (error.driverError as { constraint?: string }) : {};
  return constraint === 'idempotency_keys_pkey';
}

/** The same request sent twice waits for itself: on its dossier, or on its key when there is no dossier yet. */
async function hold(manager: EntityManager, request: ActRequest): Promise<DossierRow | undefined> {
  const { account, key, dossier: locator } = request;
  if (locator === undefined) {
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${account}/${key}`]);
    return undefined;
  }
  const row = await lockLocated(manager, locator);
  if (!row) throw unknown(request);
  return row;
}

/** Who may not read a dossier is told the same as of one that does not exist. */
function unknown({ dossier }: ActRequest): Error {
  return dossier && 'obligation' in dossier ? new UnknownSubjectError('obligation') : new UnknownDossierError();
}

/** Whether the act sets something on a dossier that its author, who sees the settings alone, does not read. */
function isSetting({ act }: ActRequest, actors: readonly Actor[]): boolean {
  const { roles } = actNamed(act);
  return NAMING_ROLES.some(role => roles.includes(role) && actors.some(actor => actor.role === role));
}

async function readable(
  manager: EntityManager,
  row: DossierRow,
  request: ActRequest,
  { actors }: CallerContext,
): Promise<DossierRow> {
  if (!mayRead(row.state, ...actors) && !isSetting(request, actors)) throw unknown(request);
  const { subject } = request;
  // What is closed is not kept with the row; an act on it is refused for what it has become.
  if (subject.kind !== 'obligation' || Object.hasOwn(row.state.obligations, subject.obligation)) return row;
  return { ...row, state: fold(row.id, await readEvents(manager, row.id)) };
}

function opened({ book }: RecordContext, { date }: ActRequest, { clock }: CallerContext): DossierRow {
  const rules = book.inForce(date ?? clock.today);
  if (!rules)
    throw new RefusedError([
      refuse('no-reglement', "Aucun règlement n'était en vigueur à cette date.", { pointer: '/date' }),
    ]);
  return newDossier(uuid7(), rules.reglement.id);
}

function actorOf(
  { book }: RecordContext,
  { state, reglement }: DossierRow,
  { act: name, subject, onBehalfOf }: ActRequest,
  { actors, clock }: CallerContext,
): Actor {
  const act = actNamed(name);
  const situation = { state, subject, rules: book.of(reglement), today: clock.today };
  const actor = chooseActor(actors, act, situation, onBehalfOf);
  const barred = barredBecause(act, { ...situation, actor });
  if (barred) throw new RefusedError([barred]);
  refuseUnknownSubject(act, state, subject);
  return actor;
}

function refuseUnknownSubject(act: Act<never>, state: DossierState, subject: Subject): void {
  if (['pole', 'award', 'obligation'].includes(act.subject)) return;
  const wanted = subjectKey(subject);
  if (!subjectsOf(act, { state }).some(candidate => subjectKey(candidate) === wanted))
    throw new UnknownSubjectError(act.subject);
}

/** Without the kind of the subject, which the act says: the digests of the keys already stored have none. */
function payloadHash(
  { act, subject, payload, date, precision, onBehalfOf }: ActRequest,
  poleId: string | undefined,
): string {
  const { kind: _kind, ...parts } = subject;
  return digest(canonical({ act, poleId, subject: parts, payload, date, precision, onBehalfOf }));
}

function answered(hash: string, { known }: CallerContext) {
  if (!known) return undefined;
  if (known.payload_hash !== hash) throw new KeyReusedError();
  const news = { since: known.version, version: known.version, facts: [], turnPage: false };
  return { poleId: known.pole_id, version: known.version, events: known.events, replayed: true, news };
}

async function refuseStale(
  manager: EntityManager,
  row: DossierRow,
  { readVersions }: ActRequest,
  { actors }: CallerContext,
): Promise<void> {
  if (readVersions === undefined || readVersions.includes(row.version)) return;
  const readVersion = Math.max(...readVersions.filter(version => version < row.version));
  if (readVersion < 0) throw new StaleVersionError(row.version, []);
  const view = viewOf(row.state, actors);
  const since =
    view === 'whole'
      ? await readFactsSince(manager, row.id, readVersion)
      : eventsSeen(view, await readEvents(manager, row.id)).filter(event => (event.factVersion ?? 0) > readVersion);
  const meanwhile = since.map(({ type, actor: by, role, recordedAt }) => ({
    label: EVENT_TYPES[type].label,
    by,
    role,
    recordedAt,
  }));
  throw new StaleVersionError(row.version, meanwhile);
}

async function done(unit: UnitOfWork, request: Asked): Promise<readonly RecordedEvent[]> {
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
    history: act.readsHistory ? await stream.fullHistory() : [],
    holders: await holdersOf(unit.manager, act.readsHolders ?? []),
    deliberations: act.readsDeliberations ? await deliberationsOf(unit.manager, payload) : [],
    deposits: act.carries === undefined ? [] : await depositsNamed(unit.manager, stream.row.id, payload),
    grantedElsewhere: act.readsGrants ? await readGrantsElsewhere(unit.manager, stream.state) : [],
  });
  if ('refusals' in decision) throw new RefusedError(decision.refusals);
  const represented = representedIn(
    act,
    { state: stream.state, subject, actor },
    { payload, asked: request.onBehalfOf },
  );
  if ('code' in represented) throw new RefusedError([represented]);
  const known = request.precision === undefined ? {} : { precision: request.precision };
  return unit.recordFacts(decision.events, { act: act.name, actor, date, ...represented, ...known });
}

/** The accounts that hold some roles. */
async function holdersOf(manager: EntityManager, roles: readonly Role[]): Promise<Holders> {
  if (roles.length === 0) return {};
  const rows = await manager.query<{ role: Role; account: string }[]>(
    'SELECT role, account FROM mandates WHERE role = ANY($1)',
    [roles],
  );
  return Object.fromEntries(
    roles.map(role => [role, rows.filter(row => row.role === role).map(({ account }) => account)]),
  );
}

/** The votes that stand under the number that an act gives, of all dossiers: a délibération may grant to several. */
async function deliberationsOf(manager: EntityManager, payload: object): Promise<readonly KnownDeliberation[]> {
  const { number } = payload as { readonly number?: string };
  await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('deliberation/' || $1, 0))`, [number ?? '']);
  const rows = await manager.query<{ vote: KnownDeliberation }[]>(
    `SELECT v.data AS vote FROM journal v
     WHERE v.type = 'vote-recorded' AND v.data->>'number' = $1 AND v.data->>'organ' IS NOT NULL
       AND v.data->>'outcome' <> 'adjourned'
       AND NOT EXISTS (SELECT FROM journal r WHERE r.pole_id = v.pole_id AND r.retracts = v.id)`,
    [number],
  );
  return rows.map(({ vote }) => vote);
}

function remember(unit: UnitOfWork, { account, key }: ActRequest, hash: string, facts: readonly RecordedEvent[]) {
  const { row, before } = unit.stream;
  const params = [account, key, hash, row.id, row.version, JSON.stringify(facts)];
  unit.statements.add(
    at => `INSERT INTO idempotency_keys (account, key, payload_hash, pole_id, version, events)
      VALUES (${params.map(at).join(', ')})`,
  );
  const news = newsOf(unit, before.version);
  const { decides, bodiesMoved } = unit;
  return {
    poleId: row.id,
    version: row.version,
    events: facts,
    replayed: false,
    news,
    dossier: row,
    decides,
    bodiesMoved,
  };
}
