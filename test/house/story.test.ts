import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { instant } from '../../src/domain/kernel/paris.js';
import { readDossier } from '../../src/record/dossiers.js';
import { openObligations } from '../../src/domain/obligations/slice.js';
import { runControls } from '../../src/record/upkeep/controls.js';
import { verifyHouse } from '../../src/record/upkeep/verify.js';
import { Walker } from '../builders/walker.js';
import { opening, toTheVote, type Step } from '../builders/http-walks.js';
import { WHOLE_WALKS } from '../builders/whole-life-http-walks.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;
let walker: Walker;

beforeEach(async () => {
  house = await startHouse();
  walker = new Walker(house.client);
});

afterEach(() => house.close());

const open = async () =>
  openObligations((await readDossier(house.source.manager, walker.poleId)).state)
    .map(obligation => obligation.kind)
    .sort();
const handle = () => house.temporal.workflow.getHandle(`pole/${walker.poleId}`);
const settles = async () => {
  await house.rest();
  expect([...(await verifyHouse(house.source, house.book)), ...(await runControls(house.source, house.book))]).toEqual(
    [],
  );
};
const everyRow = () =>
  house.source.query(
    `SELECT (SELECT jsonb_agg(j ORDER BY j.pole_id, j.sequence) FROM journal j) AS journal,
          (SELECT jsonb_agg(o ORDER BY o.id) FROM obligations o) AS obligations,
          (SELECT jsonb_agg(n ORDER BY n.id) FROM notices n) AS notices`,
  );
const nothingNew = { since: -1, version: 99_999, facts: [], turnPage: false };
const waiver: Step = {
  act: 'waive-opinion',
  account: 'cheffe-de-service',
  body: () => ({ reason: 'Pas de Conseil.' }),
};

describe('the story follows', () => {
  it('awaits the group and the council, then the study, the opinion and the CRESS side by side', async () => {
    await walker.walk(opening.slice(0, 1));
    expect(await open()).toEqual(['council-designation', 'local-group']);
    await walker.walk(opening.slice(1));
    expect(await open()).toEqual(['council-opinion', 'cress-meeting', 'study-choice']);
  });

  it('ends with the closure, and what comes later revives it without opening anything again', async () => {
    await walker.walk(WHOLE_WALKS['a convention that its carrier terminates, its excess waived'] ?? []);
    await house.rest();
    await house.stories.nudge(walker.poleId, nothingNew, 5000);
    await handle().result();
    expect((await handle().describe()).status.name).toBe('COMPLETED');
    const before = await everyRow();
    await house.stories.nudge(walker.poleId, nothingNew, 5000);
    expect(await everyRow()).toEqual(before);
    await settles();
  });

  it('falls through facts entered early, and stands where the dossier stands', async () => {
    await walker.walk([opening[0] as Step, waiver, ...opening.slice(1)]);
    expect(await open()).toEqual(['cress-meeting', 'study-choice']);
  });

  it('tells the operator where a pôle stands, without personal data', async () => {
    await walker.walk(opening);
    await house.stories.nudge(walker.poleId, nothingNew, 5000);
    const description = await handle().describe();
    expect(description.searchAttributes).toMatchObject({ PoleStage: ['preparation'] });
    expect(JSON.stringify(description.searchAttributes)).not.toContain('fictif');
  });
});

describe('a restarted story changes no row', () => {
  it('when its workflow was lost, at its next touch', async () => {
    await walker.walk(toTheVote);
    await house.rest();
    await handle().terminate('perdu');
    const before = await everyRow();
    await house.stories.nudge(walker.poleId, nothingNew, 5000);
    expect(await everyRow()).toEqual(before);
    await settles();
  });

  it('when it heard nothing at all while the engine was away: the sweep catches up', async () => {
    await walker.walk(opening);
    await house.rest();
    await house.stopEngine();
    const late = await walker.do(waiver);
    expect(late.status).toBe(201);
    expect(late.body.awaited.map(line => line.kind)).not.toContain('council-opinion');
    expect((await walker.look()).awaited.map(line => line.kind)).not.toContain('council-opinion');
    await house.startEngine();
    expect(await house.sweep.run()).toMatchObject({ silent: [] });
    expect(await house.sweep.run()).toMatchObject({ nudged: 0, rung: 0, silent: [] });
    await settles();
  });
});

describe('turns queue in strict order', () => {
  it('thirty nudges at once, old and new, leave one truth', async () => {
    await walker.walk(opening);
    const news = await house.record.readJournal(walker.poleId, 0);
    const many = Array.from({ length: 9 }, (_, n) =>
      house.stories.nudge(walker.poleId, { ...news, version: n % 4 }, 10_000),
    );
    await Promise.all([...many, walker.do(waiver)]);
    await settles();
    expect(await open()).toEqual(['cress-meeting', 'study-choice']);
  });

  it('a declaration made on facts that have moved changes nothing and answers the news', async () => {
    await walker.walk(opening);
    const { version } = await walker.look();
    const before = await everyRow();
    const answer = await house.record.declareExpectations(walker.poleId, [], version - 1);
    expect(answer).toMatchObject({ declared: false, news: { since: version - 1, version } });
    expect(await everyRow()).toEqual(before);
  });

  it('the same declaration and the same alarm, made again, change no row', async () => {
    await walker.walk(opening);
    await house.client.step(civilDate('2026-05-01'));
    const { version, awaited } = await walker.look();
    const before = await everyRow();
    await house.record.declareExpectations(
      walker.poleId,
      awaited.map(line => `${line.kind}/${line.instance}`).sort(),
      version,
    );
    await house.record.ringAlarm(walker.poleId, instant('2026-05-01T00:00:00Z'));
    expect(await everyRow()).toEqual(before);
  });
});

describe('a retracted fact', () => {
  const retract = (event: string): Step => ({
    act: 'retract-fact',
    account: 'cheffe-de-service',
    body: () => ({ event, reason: 'Saisi par erreur.' }),
  });

  it('turns the page: what it had met is owed again, as a new opening', async () => {
    await walker.walk([...opening, waiver]);
    const event = walker.found.pole?.events.at(-1) as unknown as { id: string };
    await house.rest();
    const run = (await handle().describe()).runId;
    await walker.walk([retract(event.id)]);
    expect(await open()).toContain('council-opinion');
    await house.rest();
    expect((await handle().describe()).runId).not.toBe(run);
    const openings = await house.source.query<{ opening: number; state: string }[]>(
      `SELECT opening, state FROM obligations WHERE kind = 'council-opinion' ORDER BY opening`,
    );
    expect(openings).toEqual([
      { opening: 1, state: 'done' },
      { opening: 2, state: 'open' },
    ]);
    await settles();
  });

  it('is refused while a later fact stands on it', async () => {
    await walker.walk(toTheVote);
    const timeline = (await house.client.read('instructrice', `/api/poles/${walker.poleId}/timeline`))
      .body as unknown as { items: { id: string; type: string }[] };
    const requested = timeline.items.find(event => event.type === 'grant-requested')?.id ?? '';
    expect(await walker.do(retract(requested))).toMatchObject({
      status: 422,
      body: { type: 'urn:jalon:probleme:built-upon' },
    });
  });
});

describe('a story that knows more than its journal, as after an older copy of the database', () => {
  it('turns its page and stands where the journal stands', async () => {
    await walker.walk(opening);
    const { version } = await walker.look();
    const before = await everyRow();
    const facts = [{ key: 'council-opinion/1', value: { outcome: 'favourable' } }];
    await house.rest();
    const unheardOf = { since: version, version: version + 1, facts, turnPage: false };
    const turn = await handle().executeUpdate<{ outcome: string }, [object]>('nudge', { args: [unheardOf] });
    expect(turn.outcome).toBe('turning');
    await house.stories.nudge(walker.poleId, nothingNew, 5000);
    expect(await everyRow()).toEqual(before);
    await walker.walk([waiver]);
    await settles();
  });
});

describe('alarms', () => {
  it('plan what is sent to whom, and escalate the day after', async () => {
    await walker.walk(opening);
    await house.client.step(civilDate('2026-05-06'));
    const notices = await house.source.query<{ rung: string; told: string[] }[]>(
      `SELECT rung, array_agg(account ORDER BY account) AS told FROM notices n JOIN contacts c ON c.id = n.contact_id
       WHERE kind = 'council-opinion' AND state <> 'suppressed' GROUP BY rung, rung_day ORDER BY rung_day`,
    );
    expect(notices).toEqual([
      { rung: 'j-15', told: ['conseil-brest', 'conseil-de-developpement'] },
      { rung: 'jo-3', told: ['conseil-brest', 'conseil-de-developpement'] },
      { rung: 'j+1', told: ['conseil-brest', 'conseil-de-developpement', 'instructeur-2', 'instructrice'] },
    ]);
    const [late] = await house.source.query<{ escalated: boolean; due: string }[]>(
      `SELECT escalated, due FROM obligations WHERE kind = 'council-opinion'`,
    );
    expect(late).toEqual({ escalated: true, due: '2026-05-04' });
  });

  it('nothing that was met rings any more', async () => {
    await walker.walk([...opening, waiver]);
    await house.client.step(civilDate('2026-08-01'));
    const [found] = await house.source.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM notices n JOIN obligations o ON o.id = n.obligation_id WHERE o.kind = 'council-opinion'`,
    );
    expect(found?.n).toBe(0);
  });
});

describe('a running clock with an offset', () => {
  async function standsAt(at: string): Promise<void> {
    await house.source.query(
      `UPDATE clock SET mode = 'running', offset_seconds = extract(epoch FROM $1::timestamptz - now())::bigint`,
      [at],
    );
  }
  const rang = async (type: string): Promise<string | undefined> =>
    (
      await house.source.query<{ date: string }[]>('SELECT date FROM journal WHERE type = $1 ORDER BY sequence DESC', [
        type,
      ])
    )[0]?.date;

  it.each([
    ['midnight in winter', '2026-01-05T22:59:58Z', '2025-10-05', 'obligation-escalated', '2026-01-06'],
    ['the morning after the change to summer time', '2026-03-30T05:59:58Z', '2026-01-14', 'rung-reached', '2026-03-30'],
    ['29 February', '2028-02-29T22:59:58Z', '2027-11-29', 'obligation-escalated', '2028-03-01'],
  ])('rings across %s by its real timer', async (_name, now, designated, type, rings) => {
    await standsAt(now);
    const [declare, group, council] = opening as readonly [Step, Step, Step];
    const dated = (step: Step): Step => ({ ...step, body: found => ({ ...step.body(found), date: designated }) });
    await walker.walk([declare, group, council].map(dated));
    for (let tries = 0; (await rang(type)) !== rings && tries < 100; tries++)
      await house.source.query('SELECT pg_sleep(0.1)');
    expect(await rang(type)).toBe(rings);
    await settles();
  });
});
