import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clean, instructor, isClockStep, WALKS, type Walk } from '../builders/http-walks.js';
import { WHOLE_WALKS } from '../builders/whole-life-http-walks.js';
import { Walker } from '../builders/walker.js';
import { startHouse, type TestHouse } from '../rig/house.js';

interface Seen {
  readonly name: string;
  readonly stage: object;
  readonly initiative: { readonly paysCodes: readonly string[]; readonly group: string | null };
  readonly awards: readonly { readonly id: string }[];
  readonly years: readonly object[];
  readonly posts: readonly object[];
  readonly contributions: readonly object[];
  readonly awaited: readonly {
    readonly id: string;
    readonly kind: string;
    readonly from: { readonly body?: string };
  }[];
  readonly acts: readonly { readonly act: string; readonly open: boolean }[];
}

let house: TestHouse;
let refused: string;
let carried: string;

const step = (act: string) => (walked: Walk[number]) => !isClockStep(walked) && walked.act === act;
const until = (walk: Walk, act: string) => walk.slice(0, walk.findIndex(step(act)) + 1);

/** A study that the assembly refuses to its bearer. */
const studyRefused: Walk = [
  ...until(WALKS['a pôle with its study, its detours and its first payment'] ?? [], 'enter-agenda'),
  instructor('record-vote', { ...clean, votesFor: 5, votesAgainst: 50, outcome: 'rejected', number: '26_9' }),
];
/** A convention with a co-funder, which another body has taken over. */
const takenOver = until(
  WHOLE_WALKS['a pôle carried to its closure, its excess claimed back'] ?? [],
  'settle-former-carrier',
);

beforeAll(async () => {
  house = await startHouse();
  const [first, second] = [new Walker(house.client), new Walker(house.client)];
  await first.walk(studyRefused);
  await second.walk(takenOver);
  [refused, carried] = [first.poleId, second.poleId];
});

afterAll(() => house.close());

const read = async (account: string, path: string) => house.client.read(account, `/api/${path}`);
const poleOf = async (account: string, id: string) => (await read(account, `poles/${id}`)).body as unknown as Seen;
const itemsOf = async (account: string, path: string) =>
  ((await read(account, path)).body as unknown as { readonly items: readonly Record<string, unknown>[] }).items;
const typesOf = async (account: string, id: string) =>
  new Set((await itemsOf(account, `poles/${id}/timeline`)).map(({ type }) => type));

describe('who does not hold a pôle reads of it what is theirs', () => {
  it.each<[who: string, account: string, pole: () => string]>([
    ['the applicant of a rejected award', 'porteur-etude', () => refused],
    ['a former carrier', 'porteur-demo', () => carried],
    ['a co-funder', 'cofinanceur-22', () => carried],
  ])('%s: its name, its pays and its stage', async (_, account, pole) => {
    const whole = await poleOf('instructrice', pole());
    const seen = await poleOf(account, pole());
    expect(seen).toMatchObject({ name: whole.name, stage: whole.stage });
    expect(seen.initiative).toMatchObject({ paysCodes: whole.initiative.paysCodes, group: null });
    expect(seen.posts).toEqual([]);
    const [card] = (await itemsOf(account, 'poles')).filter(({ poleId }) => poleId === pole());
    expect(card).toMatchObject({ name: whole.name, held: null, budgetYear: null, bodies: [] });
    expect(await typesOf(account, pole())).not.toContain('initiative-declared');
  });

  it('the applicant of a rejected award: that award', async () => {
    const seen = await poleOf('porteur-etude', refused);
    expect(seen.awards).toHaveLength(1);
    expect(await typesOf('porteur-etude', refused)).toContain('vote-recorded');
  });

  it('a former carrier: its convention in its time', async () => {
    const [whole, seen] = [await poleOf('instructrice', carried), await poleOf('porteur-demo', carried)];
    expect(seen.awards.length).toBeGreaterThan(0);
    expect([seen.years.length, seen.contributions.length]).toEqual([whole.years.length, 0]);
    const types = await typesOf('porteur-demo', carried);
    expect([types.has('carrier-transferred'), types.has('former-carrier-settled')]).toEqual([true, true]);
    expect(types.has('cofunding-sought')).toBe(false);
  });

  it('a co-funder: its contribution', async () => {
    const seen = await poleOf('cofinanceur-22', carried);
    expect([seen.awards, seen.years, seen.contributions.length]).toEqual([[], [], 1]);
    expect(await typesOf('cofinanceur-22', carried)).toEqual(
      new Set(['cofunding-sought', 'cofunding-decided', 'obligation-opened', 'obligation-done']),
    );
  });

  it('what others owe does not exist for them, in no reading', async () => {
    const { awaited } = await poleOf('instructrice', carried);
    const [other] = awaited.filter(({ from }) => from.body !== undefined);
    for (const account of ['porteur-demo', 'cofinanceur-22']) {
      expect((await read(account, `obligations/${other?.id}`)).status).toBe(404);
      expect((await poleOf(account, carried)).awaited.map(({ id }) => id)).not.toContain(other?.id);
      expect((await itemsOf(account, 'me/obligations')).map(({ id }) => id)).not.toContain(other?.id);
      const foreseen = await itemsOf(account, `forecast?days=90&pole=${carried}`);
      const theirs = new Set<unknown>((await poleOf(account, carried)).awaited.map(({ kind }) => kind));
      expect(foreseen.filter(({ kind }) => !theirs.has(kind))).toEqual([]);
    }
    expect((await read('porteur-etude', `obligations/${other?.id}`)).status).toBe(200);
  });
});

describe('an administrator', () => {
  it('reads no dossier, and picks one by its name to set its ladders', async () => {
    for (const path of [`poles/${carried}`, `poles/${carried}/timeline`, `forecast?pole=${carried}`])
      expect((await read('administratrice', path)).status).toBe(404);
    expect([await itemsOf('administratrice', 'poles'), await itemsOf('administratrice', 'forecast')]).toEqual([[], []]);
    const names = await itemsOf('administratrice', 'poles/names');
    expect(names).toContainEqual({ id: carried, name: (await poleOf('instructrice', carried)).name });
    expect((await read('porteur-demo', 'poles/names')).status).toBe(403);
    expect((await read('administratrice', `poles/${carried}/ladders/fewer-reminders`)).status).toBe(200);
    const done = await house.client.act('administratrice', `/api/poles/${carried}/ladders`, {
      ladders: 'fewer-reminders',
    });
    expect(done).toMatchObject({ status: 201, body: { awaited: [] } });
  });
});
