import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { readDossier } from '../../src/record/dossiers.js';
import { rebuildDossier } from '../../src/record/upkeep/rebuild.js';
import { watchJournal } from '../../src/record/upkeep/quarantine.js';
import { verifyHouse } from '../../src/record/upkeep/verify.js';
import { Walker } from '../builders/walker.js';
import { holdsOnly } from '../builders/rights.js';
import { instructor, opening, payment, toTheConvention, toTheVote } from '../builders/http-walks.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;

beforeEach(async () => {
  house = await startHouse();
});

afterEach(() => house.close());

const events = async (walker: Walker) =>
  (await house.client.read('instructrice', `/api/poles/${walker.poleId}/timeline`)).body as unknown as {
    items: readonly { id: string; type: string; date: string }[];
  };

describe('the journal', () => {
  it('betrays a change of a line, and of what is kept beside it', async () => {
    await new Walker(house.client).walk(opening);
    expect((await watchJournal(house.source)).breaches).toEqual([]);
    await house.owner.query(
      `UPDATE journal_private SET data = jsonb_set(data, '{groupName}', '"Autre"') WHERE data ? 'groupName'`,
    );
    expect((await watchJournal(house.source)).breaches).toEqual([
      expect.objectContaining({ sequence: 1, detail: "les données d'à côté ont changé" }),
    ]);
  });

  it('gives back the same projections when they are rebuilt, and finds those that were touched', async () => {
    const walker = new Walker(house.client);
    await walker.walk([...toTheConvention, ...payment]);
    await house.owner.query('UPDATE ledger SET kind = $1 WHERE year = 2', ['balance']);
    await house.rest();
    expect(await verifyHouse(house.source, house.book)).toMatchObject([{ detail: expect.stringContaining('ledger') }]);
    await rebuildDossier(house.source, house.book, walker.poleId);
    await house.rest();
    expect(await verifyHouse(house.source, house.book)).toEqual([]);
  });

  it('holds no free text and no personal data', async () => {
    await new Walker(house.client).walk([...toTheConvention, ...payment]);
    const text = JSON.stringify(await house.source.query('SELECT * FROM journal'));
    for (const secret of ['Personne fictive', 'FR7630006000011234567890189', 'Association fictive', 'Rapport.'])
      expect(text).not.toContain(secret);
  });
});

describe('a decision by silence', () => {
  const silence = async (walker: Walker) =>
    (await events(walker)).items.filter(event => event.type === 'request-implicitly-rejected');

  it('is recorded the day after two months, and closes nothing', async () => {
    const walker = new Walker(house.client);
    await walker.walk([...toTheVote, enteredFor('2026-04-03')]);
    await house.client.step(civilDate('2026-04-02'));
    expect(await silence(walker)).toEqual([]);
    await house.client.step(civilDate('2026-04-03'));
    expect(await silence(walker)).toMatchObject([{ date: '2026-04-03' }]);
    await walker.walk([vote]);
    expect((await walker.look()).stage.code).toBe('signature');
  });

  it('has the same outcome when the engine was away all the time', async () => {
    const walker = new Walker(house.client);
    await walker.walk([...toTheVote, enteredFor('2026-05-01')]);
    await house.stopEngine();
    await house.source.query(`UPDATE clock SET stands_at = '2026-05-01T08:00:00Z'`);
    const answer = await walker.do(vote);
    expect(answer.status).toBe(201);
    expect(answer.body.awaited.map(line => line.kind)).toContain('transmission');
    expect(await silence(walker)).toMatchObject([{ date: '2026-04-03' }]);
    await house.startEngine();
    await house.sweep.run();
    await house.rest();
    expect(await verifyHouse(house.source, house.book)).toEqual([]);
  });

  it('gives way to a vote dated within its term but entered after it', async () => {
    const walker = new Walker(house.client);
    await walker.walk([...toTheVote, enteredFor('2026-03-30')]);
    await house.client.step(civilDate('2026-05-01'));
    const answer = await walker.do(vote);
    expect(answer.status).toBe(201);
    const { state } = await readDossier(house.source.manager, walker.poleId);
    expect(Object.values(state.awards)[0]?.implicitRejection).toBeNull();
    expect((await events(walker)).items.map(event => event.type)).toContain('implicit-rejection-superseded');
    await house.rest();
    expect(await verifyHouse(house.source, house.book)).toEqual([]);
  });
});

/** The request goes to another session than that of the day. */
const enteredFor = (sessionOn: string) =>
  instructor('enter-agenda', { organ: 'assembly', sessionOn, text: 'Convention du pôle' });
const vote = instructor('record-vote', {
  ...{ outcome: 'adopted', number: '26_9', amount: '105000.00' },
  ...{ members: 83, present: 60, votesFor: 50, votesAgainst: 5, abstentions: 5 },
});

describe('the session of a vote', () => {
  const figures = { members: 83, present: 60, votesFor: 50, votesAgainst: 5, abstentions: 5 };
  const grants = { outcome: 'adopted', number: '26_7', amount: '105000.00' };

  it('moves with the agenda, and so does the day on which the vote is due', async () => {
    const walker = new Walker(house.client);
    await walker.walk(toTheVote);
    const due = async () => (await walker.look()).awaited.find(({ kind }) => kind === 'vote')?.due;
    expect(await due()).toBe('2026-02-02');
    await walker.walk([enteredFor('2026-03-30')]);
    expect(await due()).toBe('2026-03-30');
    await house.rest();
    expect(await verifyHouse(house.source, house.book)).toEqual([]);
  });

  it('is that of one délibération, which grants to several pôles by one vote', async () => {
    const walkers = [new Walker(house.client), new Walker(house.client), new Walker(house.client)] as const;
    for (const walker of walkers) await walker.walk(toTheVote);
    const votes = (walker: Walker, change: object) => walker.do(instructor('record-vote', { ...grants, ...change }));
    const [first, second, third] = walkers;
    expect(await votes(first, figures)).toMatchObject({ status: 201 });
    expect(await votes(second, { ...figures, votesFor: 51, abstentions: 4 })).toMatchObject({
      status: 422,
      body: { type: 'urn:jalon:probleme:deliberation-figures', errors: [{ pointer: '/votesFor' }] },
    });
    expect(await votes(second, { unanimous: true })).toMatchObject({ status: 201 });
    await house.client.step(civilDate('2026-02-09'));
    await third.walk([enteredFor('2026-02-09')]);
    const sameNumber = { ...grants, ...figures, number: '26_7_2026-02-02', date: '2026-02-09' };
    expect(await third.do({ ...vote, body: () => sameNumber })).toMatchObject({
      status: 422,
      body: { type: 'urn:jalon:probleme:deliberation-number', errors: [{ pointer: '/number' }] },
    });
    expect((await second.look()).awards[0]).toMatchObject({
      vote: { unanimous: true, votesFor: null, present: null },
      alerts: [{ code: 'quorum-unknown' }],
    });
  });
});

describe('two people at once', () => {
  it('one decision; the other sees it', async () => {
    const walker = new Walker(house.client);
    await walker.walk(toTheVote);
    const answers = await Promise.all([walker.do(vote), walker.do(vote, { account: 'instructeur-2' })]);
    expect(answers.map(answer => answer.status).sort()).toEqual([201, 409]);
    expect(answers.find(answer => answer.status === 409)?.body.detail).toContain('Votée');
  });

  it('who asks that nothing has moved since their reading is told what was decided, by whom', async () => {
    const walker = new Walker(house.client);
    await walker.walk(opening);
    const { version } = await walker.look();
    await walker.walk([
      { act: 'waive-opinion', account: 'cheffe-de-service', body: () => ({ reason: 'Pas de Conseil.' }) },
    ]);
    const answer = await fetch(`${house.url}/api/poles/${walker.poleId}/council-opinions`, {
      method: 'POST',
      headers: await headers('conseil-brest', { 'if-match': `"${version}"` }),
      body: JSON.stringify({ outcome: 'favourable' }),
    });
    expect(answer.status).toBe(412);
    expect(answer.headers.get('etag')).toBe(`"${version + 1}"`);
    expect(await answer.json()).toMatchObject({
      type: 'urn:jalon:probleme:stale-version',
      decidedMeanwhile: [{ label: 'Avis dispensé', by: 'cheffe-de-service' }],
    });
  });

  it('the same request sent ten times at once is done once', async () => {
    const walker = new Walker(house.client);
    await walker.walk(toTheVote);
    const key = '0190a0aa-0000-7000-8000-000000000001';
    const answers = await Promise.all(Array.from({ length: 10 }, () => walker.do(vote, {}, key)));
    expect(new Set(answers.map(answer => `${answer.status} ${answer.body.version}`)).size).toBe(1);
    expect((await events(walker)).items.filter(event => event.type === 'vote-recorded')).toHaveLength(1);
  });
});

describe('who may not read a dossier', () => {
  const gives = async (account: string, path: string, more: Record<string, string>) => {
    const answer = await fetch(`${house.url}/api${path}`, {
      method: 'POST',
      headers: await headers(account, more),
      body: JSON.stringify({ outcome: 'favourable' }),
    });
    const { type, detail, ...rest } = (await answer.json()) as { type: string; detail: string };
    // Express tags every body; the dossier's own tag is its version.
    const version = /^"\d+"$/.exec(answer.headers.get('etag') ?? '');
    return { status: answer.status, version, type, detail, names: Object.keys(rest).sort() };
  };

  it('is told the same as of one that does not exist, whatever they say that they have read', async () => {
    const walker = new Walker(house.client);
    await walker.walk(opening);
    const nowhere = '0190a0aa-0000-7000-8000-00000000000f';
    const claims: readonly Record<string, string>[] = [{}, { 'if-match': '"0"' }, { 'if-match': '"99"' }];
    for (const more of claims) {
      const [here, there] = [`/poles/${walker.poleId}/council-opinions`, `/poles/${nowhere}/council-opinions`];
      const answer = await gives('porteur-autre', here, more);
      expect(answer).toMatchObject({ status: 404, version: null, type: 'urn:jalon:probleme:not-found' });
      expect(answer).toEqual(await gives('porteur-autre', there, more));
    }
  });

  it('is not told again what they were answered while they could', async () => {
    const walker = new Walker(house.client);
    await walker.walk(opening);
    const path = `/poles/${walker.poleId}/council-opinions`;
    expect((await gives('conseil-brest', path, {})).status).toBe(201);
    expect((await gives('conseil-brest', path, {})).status).toBe(201);
    await holdsOnly(house.source.manager, 'conseil-brest', [{ role: 'council', bodies: [], pays: ['99'] }]);
    expect((await gives('conseil-brest', path, {})).status).toBe(404);
  });
});

async function headers(account: string, more: Record<string, string> = {}): Promise<Record<string, string>> {
  const authorization = await house.client.authorization(account);
  const key = '0190a0aa-0000-7000-8000-000000000002';
  return { authorization, 'content-type': 'application/json', 'idempotency-key': key, ...more };
}
