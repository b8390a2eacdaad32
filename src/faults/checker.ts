import type { DataSource } from 'typeorm';
import { DEMO_ACCOUNTS } from '../access/demo-accounts.js';
import { factsOf } from '../domain/dossier/expectations.js';
import { sightOf } from '../domain/dossier/roles.js';
import { canonical } from '../record/journal/chain.js';
import { eventOf, readRows } from '../record/journal/journal.js';
import { rehearse } from '../rehearsal/rehearse.js';
import type { ActDone } from '../simulation/house-client.js';
import type { Exchange } from './traffic-log.js';

interface KeyRow {
  readonly account: string;
  readonly key: string;
  readonly pole_id: string;
  readonly version: number;
  readonly events: readonly { readonly id: string }[];
}

interface FactRow {
  readonly id: string;
  readonly pole_id: string;
  readonly fact_version: number;
  readonly role: string;
}

const isDone = ({ key, status }: Exchange) => key !== undefined && status === 201;
const bodyOf = ({ body }: Exchange) => body as ActDone;
const nameOf = ({ rank, method, path }: Exchange) => `n° ${rank}, ${method} ${path}`;

/**
 * Holds the answers that people were given against the database as it is in the end, knowing nothing else: nothing
 * acknowledged is lost, nothing is done twice or undone in silence, nothing was done that nobody asked, versions follow
 * the order of time, and nobody was refused because the house was busy. Returns what contradicts, one sentence each.
 */
export async function contradictions(
  source: DataSource,
  exchanges: readonly Exchange[],
  mayBeAway: (exchange: Exchange) => boolean,
): Promise<readonly string[]> {
  const keys = await source.query<KeyRow[]>('SELECT account, key, pole_id, version, events FROM idempotency_keys');
  const facts = await source.query<FactRow[]>(
    'SELECT id, pole_id, fact_version, role FROM journal WHERE fact_version IS NOT NULL ORDER BY pole_id, sequence',
  );
  return [
    ...exchanges.flatMap(exchange => outOfOrder(exchange, mayBeAway)),
    ...lost(exchanges, facts),
    ...unequal(exchanges, keys),
    ...unasked(exchanges, keys, facts),
    ...againstTime(exchanges),
    ...readTooOld(exchanges),
    ...gaps(facts),
    ...(await wronglyAwaited(source, exchanges)),
  ];
}

/** An answer that no house in order gives: a fault of its own, an outage that was none, too many requests. */
function outOfOrder(call: Exchange, mayBeAway: (exchange: Exchange) => boolean): readonly string[] {
  const { status, retryAfter } = call;
  if (status === null) return mayBeAway(call) ? [] : [`${nameOf(call)} : sans réponse`];
  if (status === 503)
    return mayBeAway(call) && retryAfter !== null
      ? []
      : [`${nameOf(call)} : 503 ${mayBeAway(call) ? 'sans délai' : ''}`];
  const disorder = status >= 500 || status === 429 || typeof call.body !== 'object';
  return disorder ? [`${nameOf(call)} : ${status} ${canonical(call.body)}`] : [];
}

function lost(exchanges: readonly Exchange[], facts: readonly FactRow[]): readonly string[] {
  const known = new Map(facts.map(fact => [fact.id, fact]));
  return exchanges.filter(isDone).flatMap(exchange => {
    const { poleId, version, events } = bodyOf(exchange);
    const isRecorded = events.every(({ id }) => {
      const fact = known.get(id);
      return fact?.pole_id === poleId && fact.fact_version === version;
    });
    return isRecorded ? [] : [`${nameOf(exchange)} : acquitté, et absent du journal`];
  });
}

/** The same key answered in two ways, or otherwise than what was kept; a refusal that left something. */
function unequal(exchanges: readonly Exchange[], keys: readonly KeyRow[]): readonly string[] {
  const rowsByKey = new Map(keys.map(row => [`${row.account}/${row.key}`, row]));
  return exchanges.flatMap(exchange => {
    if (exchange.key === undefined || exchange.status === null || exchange.status >= 500) return [];
    const row = rowsByKey.get(`${exchange.account}/${exchange.key}`);
    if (exchange.status !== 201)
      return row ? [`${nameOf(exchange)} : refusé (${exchange.status}), et pourtant enregistré`] : [];
    const { version, events } = bodyOf(exchange);
    const same = row?.version === version && canonical(ids(row.events)) === canonical(ids(events));
    return same ? [] : [`${nameOf(exchange)} : la réponse n'est pas celle de sa clé`];
  });
}

const ids = (events: readonly { readonly id: string }[]) => events.map(({ id }) => id);

/** What is recorded of people was asked, under a key; what the engine records is not. */
function unasked(
  exchanges: readonly Exchange[],
  keys: readonly KeyRow[],
  facts: readonly FactRow[],
): readonly string[] {
  const asked = new Set(exchanges.map(({ account, key }) => `${account}/${key}`));
  const strange = keys.filter(({ account, key }) => !asked.has(`${account}/${key}`));
  const keyed = new Set(keys.flatMap(({ events }) => ids(events)));
  const loose = facts.filter(({ id, role }) => role !== 'engine' && !keyed.has(id));
  return [
    ...strange.map(({ account, key }) => `clé ${key} de ${account} : enregistrée sans avoir été demandée`),
    ...loose.map(({ id }) => `fait ${id} : d'une personne, et sans demande`),
  ];
}

/** An act answered before another was sent has the smaller version; two acts never share one. */
function againstTime(exchanges: readonly Exchange[]): readonly string[] {
  return [...byPole(exchanges.filter(isDone))].flatMap(([pole, done]) => {
    const sorted = [...done].sort((a, b) => bodyOf(b).version - bodyOf(a).version);
    let earliest = Infinity;
    return sorted.flatMap((exchange, rank) => {
      const after = sorted[rank - 1];
      const shared = after && bodyOf(after).version === bodyOf(exchange).version && after.key !== exchange.key;
      const early = earliest < exchange.sentAt && after?.key !== exchange.key;
      earliest = Math.min(earliest, exchange.answeredAt);
      return shared || early ? [`${pole} : la version ${bodyOf(exchange).version} contredit l'ordre du temps`] : [];
    });
  });
}

function byPole(done: readonly Exchange[]): ReadonlyMap<string, readonly Exchange[]> {
  return grouped(done, exchange => bodyOf(exchange).poleId);
}

function grouped<T>(all: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of all) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Whoever reads a pôle sees at least what had been answered before they asked. */
function readTooOld(exchanges: readonly Exchange[]): readonly string[] {
  const done = byPole(exchanges.filter(isDone));
  return exchanges.flatMap(exchange => {
    const poleId = exchange.status === 200 && /^\/api\/poles\/([0-9a-f-]{36})$/.exec(exchange.path)?.[1];
    if (!poleId) return [];
    const { version } = exchange.body as ActDone;
    const newest = Math.max(
      0,
      ...(done.get(poleId) ?? []).flatMap(act => (act.answeredAt < exchange.sentAt ? [bodyOf(act).version] : [])),
    );
    return version < newest ? [`${nameOf(exchange)} : lit la version ${version} après la réponse ${newest}`] : [];
  });
}

function gaps(facts: readonly FactRow[]): readonly string[] {
  return [...grouped(facts, ({ pole_id }) => pole_id)].flatMap(([pole, poleFacts]) => {
    const versions = [...new Set(poleFacts.map(({ fact_version }) => fact_version))];
    const whole = versions.every((version, rank) => version === rank + 1);
    return whole ? [] : [`${pole} : les versions des faits ne se suivent pas`];
  });
}

/**
 * What an answer said to be awaited is what the dossier awaited at that version, or at one that came just after; those who
 * may read a part of it alone are told a part of it.
 */
async function wronglyAwaited(source: DataSource, exchanges: readonly Exchange[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [pole, done] of byPole(exchanges.filter(isDone))) {
    const awaited = await awaitedByVersion(source, pole);
    for (const exchange of done) {
      const stated = bodyOf(exchange).awaited.map(({ kind, instance }) => `${kind}/${instance}`);
      const isWhole = !READ_IN_PART.has(exchange.account);
      const isSaidBy = ({ version, keys }: AwaitedAt) =>
        version >= bodyOf(exchange).version &&
        stated.every(key => keys.has(key)) &&
        (!isWhole || keys.size === stated.length);
      if (!awaited.some(isSaidBy)) found.push(`${nameOf(exchange)} : ce qui est dit attendu ne l’a jamais été`);
    }
  }
  return found;
}

interface AwaitedAt {
  readonly version: number;
  readonly keys: ReadonlySet<string>;
}

/** Those who see the dossiers of their bodies: of some, only what is theirs. */
const READ_IN_PART: ReadonlySet<string> = new Set(
  DEMO_ACCOUNTS.filter(({ role }) => sightOf(role) === 'own-bodies').map(({ account }) => account),
);

async function awaitedByVersion(source: DataSource, poleId: string): Promise<readonly AwaitedAt[]> {
  const events = (await readRows(source.manager, poleId)).map(eventOf);
  const versions = [...new Set(events.flatMap(({ factVersion }) => factVersion ?? []))];
  return Promise.all(
    versions.map(async version => {
      const past = events.filter(({ factVersion }) => factVersion !== null && factVersion <= version);
      return { version, keys: new Set(await rehearse(factsOf(past))) };
    }),
  );
}
