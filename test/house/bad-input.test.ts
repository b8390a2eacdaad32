import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Walker } from '../builders/walker.js';
import { declaration, instructor, request, toTheConvention, toTheVote, type Step } from '../builders/http-walks.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;
let voting: Walker;
let signed: Walker;

beforeAll(async () => {
  house = await startHouse();
  voting = new Walker(house.client);
  await voting.walk(toTheVote);
  signed = new Walker(house.client);
  await signed.walk(toTheConvention);
});

afterAll(() => house.close());

const rows = async () =>
  house.source.query(`SELECT (SELECT count(*) FROM journal) + (SELECT count(*) FROM idempotency_keys) AS n`);

async function refused(step: Step, walker: Walker, status: number, fault: object): Promise<void> {
  const before = await rows();
  const answer = await walker.do(step);
  expect(answer).toMatchObject({ status, body: { ...fault, detail: expect.any(String), title: expect.any(String) } });
  expect(await rows()).toEqual(before);
}

const step = (act: string, account: string, body: object): Step => ({ act, account, body: () => body });
const pointer = (at: string) => ({ errors: [expect.objectContaining({ pointer: at })] });
const figures = { members: 83, present: 60, votesFor: 50, votesAgainst: 5, abstentions: 5 };
const vote = (change: object) =>
  instructor('record-vote', {
    outcome: 'adopted',
    number: '26_9',
    amount: '105000.00',
    ...figures,
    ...change,
  });
const INTERESTED = {
  aside: [{ name: 'Élue fictive', body: 'Association fictive', ground: 'own-interest' }],
  participants: [{ name: 'élue  FICTIVE', part: 'voter' }],
};
const grant = (change: object) => step('request-grant', 'porteur-demo', { ...request, ...change });
const claim = (iban: string) =>
  step('claim-instalment', 'porteur-demo', { iban, accountHolder: 'Association fictive' });

describe('bad input is a clear French problem, and not a row changes', () => {
  it.each([
    ['a date that does not exist', { date: '2026-02-30' }, '/date'],
    ['HTML in a name', { groupName: '<script>alert(1)</script>' }, '/groupName'],
    ['a wrong SIRET', { groupSiret: '23350001600041' }, '/groupSiret'],
    ['an unknown pays', { paysCodes: ['22'] }, '/paysCodes'],
    ['an unknown field', { montant: 1 }, '/montant'],
    ['an unknown initiator', { initiator: 'commune' }, '/initiator'],
  ])('%s', async (_name, change, at) => {
    await refused(
      step('declare-initiative', 'instructrice', { ...declaration, ...change }),
      new Walker(house.client),
      422,
      pointer(at),
    );
  });

  it.each([
    ['three decimals', '105000.001', '/amount'],
    ['a negative amount', '-5.00', '/amount'],
    ['above the ceiling of the règlement', '105000.01', '/amount'],
    ['nothing', '0.00', '/amount'],
  ])('an amount of %s', (_name, amount, at) => refused(grant({ amount }), beforeRequest(), 422, pointer(at)));

  it.each([
    ['more years than the règlement funds', { years: 4 }, '/years'],
    ['no republican commitment', { commitment: undefined }, '/commitment'],
    ['a piece that the règlement does not know', { pieces: ['list-of-members'] }, '/pieces'],
  ])('a request with %s', (_name, change, at) => refused(grant(change), beforeRequest(), 422, pointer(at)));

  it.each([
    ['votes that do not add up', { votesFor: 51 }, '/present'],
    ['more voters than members', { members: 59 }, '/members'],
    ['an adoption that lost', { votesFor: 5, votesAgainst: 50 }, '/outcome'],
    ['more than was asked', { amount: '105000.01' }, '/amount'],
    ['a vote before the agenda', { date: '2026-02-01' }, '/date'],
    ['a quorum that is not met', { present: 41, votesFor: 41, votesAgainst: 0, abstentions: 0 }, '/present'],
    ['half of its figures', { abstentions: null }, '/abstentions'],
    ['an interested member who voted', { present: 62, ...INTERESTED }, '/participants/0'],
    ['a casting vote where no voice is equal', { castingVote: 'for' }, '/castingVote'],
    ['a delegation of the assembly', { delegation: { number: '21_1', on: '2021-07-02' } }, '/delegation'],
    ['a delegation without its date', { delegation: { number: '21_1' } }, '/delegation/on'],
    ['an amended text that is not given', { outcome: 'amended' }, '/text'],
  ])('%s', (_name, change, at) => refused(vote(change), voting, 422, pointer(at)));

  it('a session of the president says who grants', async () => {
    const entry = { organ: 'president', sessionOn: '2026-02-02', text: 'Arrêté' };
    await refused(instructor('enter-agenda', entry), voting, 422, {
      type: 'urn:jalon:probleme:president-grants-nothing',
      ...pointer('/organ'),
    });
  });

  it('a signature of the Région before the executory date names its source and what lifts it', async () => {
    const walker = new Walker(house.client);
    await walker.walk([...toTheVote, vote({})]);
    const textHash = walker.found.pole?.awards.at(-1)?.vote?.textHash;
    const body = { party: 'region', textHash, signatory: 'Personne fictive', capacity: 'Présidence' };
    await refused(step('sign-convention', 'instructrice', body), walker, 422, {
      type: 'urn:jalon:probleme:not-executory',
      errors: [
        expect.objectContaining({
          source: 'CGCT art. L4141-1, I et II',
          liftedBy: expect.objectContaining({ act: 'transmit-deliberation' }),
        }),
      ],
    });
    await refused(
      step('sign-convention', 'porteur-demo', { ...body, party: 'carrier', textHash: 'f'.repeat(64) }),
      walker,
      422,
      {
        type: 'urn:jalon:probleme:text-differs',
      },
    );
    await refused(claim('FR7630006000011234567890189'), walker, 409, {
      type: 'urn:jalon:probleme:convention-not-in-force',
    });
  });

  it('a wrong IBAN', () => refused(claim('FR7630006000011234567890188'), signed, 422, pointer('/iban')));

  it('a liquidation above what is due', async () => {
    await signed.walk([claim('FR7630006000011234567890189')]);
    await refused(step('prepare-liquidation', 'instructrice', { amount: '24500.01' }), signed, 422, {
      type: 'urn:jalon:probleme:amount-above-due',
    });
  });

  it('two conventions over the same period', () =>
    refused(grant({ startsOn: '2028-06-01' }), signed, 409, { type: 'urn:jalon:probleme:wrong-state' }));

  it('an act out of order says the reason', () =>
    refused(step('notify-convention', 'instructrice', {}), voting, 409, { type: 'urn:jalon:probleme:wrong-state' }));

  function beforeRequest(): Walker {
    return fresh;
  }

  let fresh: Walker;
  beforeAll(async () => {
    fresh = new Walker(house.client);
    await fresh.walk(toTheVote.slice(0, 7));
  });
});

describe('requests that are no act at all', () => {
  const post = async (path: string, body: string, more: Record<string, string> = {}) =>
    fetch(house.url + path, {
      method: 'POST',
      body,
      headers: {
        authorization: await house.client.authorization('instructrice'),
        'content-type': 'application/json',
        'idempotency-key': '0190a0aa-0000-7000-8000-000000000003',
        ...more,
      },
    });

  it.each([
    [
      'an unknown pôle',
      '/api/poles/0190a0aa-0000-7000-8000-000000000000/local-groups',
      '{"structures":3}',
      404,
      'not-found',
    ],
    ['a malformed identifier', '/api/poles/abc/local-groups', '{"structures":3}', 400, 'id-malformed'],
    ['an address that does not exist', '/api/nulle-part', '{}', 404, 'not-found'],
    ['JSON that is not', '/api/poles', '{"paysCodes":', 400, 'bad-request'],
    ['a list for an object', '/api/poles', '[]', 400, 'invalid-body'],
    ['a body of ten megabytes', '/api/poles', JSON.stringify({ groupName: 'x'.repeat(10_000_000) }), 413, 'too-large'],
  ])('%s', async (_name, path, body, status, code) => {
    const answer = await post(path, body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({
      type: `urn:jalon:probleme:${code}`,
      status,
      detail: expect.any(String),
    });
  });

  it.each([
    ['without a token', { authorization: '' }, 401, 'not-authenticated'],
    ['with a forged token', { authorization: 'Bearer a.b.c' }, 401, 'not-authenticated'],
    ['without a key', { 'idempotency-key': '' }, 400, 'idempotency-key-missing'],
    ['with a version that is none', { 'if-match': 'abc' }, 400, 'if-match-malformed'],
  ])('an act %s', async (_name, headers, status, code) => {
    const answer = await post('/api/poles', JSON.stringify(declaration), headers);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ type: `urn:jalon:probleme:${code}` });
  });
});

describe('reading', () => {
  it('a stranger does not see the pôle; its carrier, its council and the auditor do', async () => {
    const path = `/api/poles/${voting.poleId}`;
    const statuses = ['porteur-autre', 'cofinanceur-22', 'porteur-demo', 'conseil-brest', 'auditrice'].map(
      async account => (await house.client.read(account, path)).status,
    );
    expect(await Promise.all(statuses)).toEqual([404, 404, 200, 200, 200]);
  });

  it('pages follow each other without a gap or a repetition', async () => {
    const seen: string[] = [];
    let after = '';
    for (let page = 0; page < 20; page++) {
      const { body } = await house.client.read('instructrice', `/api/poles?limit=1${after}`);
      const { items, next } = body as unknown as { items: { poleId: string }[]; next: string | null };
      seen.push(...items.map(item => item.poleId));
      if (next === null) break;
      after = `&after=${next}`;
    }
    const all = (await house.client.read('instructrice', '/api/poles?limit=100')).body as unknown as {
      items: { poleId: string }[];
    };
    expect(seen).toEqual(all.items.map(item => item.poleId));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('filters by stage, pays, year and lateness, and refuses an unknown filter', async () => {
    const list = async (query: string) =>
      (await house.client.read('instructrice', `/api/poles?${query}`)) as unknown as {
        status: number;
        body: { items: { poleId: string }[] };
      };
    expect((await list('stage=decision')).body.items.map(item => item.poleId)).toContain(voting.poleId);
    expect((await list('stage=refused')).body.items).toEqual([]);
    expect((await list('pays=03')).body.items).toEqual([]);
    expect((await list('year=2027&held=true')).status).toBe(200);
    expect((await list('late=true')).body.items).toEqual([]);
    expect((await list('couleur=bleue')).status).toBe(422);
    expect((await list('after=zzz')).status).toBe(400);
  });

  it('each sees what they owe', async () => {
    const ownObligations = async (account: string) =>
      (
        (await house.client.read(account, '/api/me/obligations')).body as unknown as { items: { kind: string }[] }
      ).items.map(item => item.kind);
    expect(await ownObligations('instructrice')).toContain('vote');
    expect(await ownObligations('porteur-autre')).toEqual([]);
  });
});
