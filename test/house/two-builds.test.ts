import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nameStages } from '../../src/record/clock-writes.js';
import { actNamed } from '../../src/domain/dossier/acts.js';
import { readDossier } from '../../src/record/dossiers.js';
import { recordAct, type Recorded } from '../../src/record/record-act.js';
import { projectFile } from '../../src/startup/project-file.js';
import { rehearse } from '../../src/rehearsal/rehearse.js';
import { STAGES, Stages } from '../../src/rehearsal/stages.js';
import { controlHouse } from '../../src/simulation/controls.js';
import { codeOf } from '../../src/temporal/worker.js';
import { life } from '../../workflows/life.js';
import { Walker } from '../builders/walker.js';
import * as walks from '../builders/http-walks.js';
import { POLE } from '../builders/subjects.js';
import { longerPole } from '../replay/longer/pole.js';
import { startHouse, type TestHouse } from '../rig/house.js';

const LONGER = new Stages('longer-build', facts => rehearse(facts, story => life(story, longerPole)));

let house: TestHouse;
let folder: string;
let longer: string;
let before: Walker;
let at: Walker;

beforeAll(async () => {
  house = await startHouse();
  folder = await mkdtemp(join(tmpdir(), 'jalon-builds-'));
  longer = join(folder, 'longer.cjs');
  await writeFile(longer, await codeOf({ workflowsPath: projectFile('test', 'replay', 'longer', 'index.ts') }));
  [before, at] = [new Walker(house.client), new Walker(house.client)];
  await nameStages(house.source.manager, STAGES.id);
  await before.walk(walks.opening);
  await at.walk(walks.toTheVote.slice(0, 7));
  await house.rest();
});

afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

/** An act recorded by the API of a build, and told to the story as that API tells it. */
async function acted(stages: Stages, walker: Walker, { act, account, body }: walks.Step): Promise<Recorded> {
  expect(actNamed(act).subject).toBe('pole');
  const recorded = await recordAct(
    { ...house.context, stages },
    {
      ...{ act, account, subject: POLE, key: randomUUID() },
      ...{ dossier: { pole: walker.poleId }, payload: body(walker.found) },
    },
  );
  house.nudger.tell(recorded.poleId, recorded.news);
  return recorded;
}

async function open({ poleId }: Walker): Promise<readonly string[]> {
  const rows = await house.source.query<{ key: string }[]>(
    `SELECT kind || '/' || instance AS key FROM obligations WHERE pole_id = $1 AND state = 'open' ORDER BY 1`,
    [poleId],
  );
  return rows.map(({ key }) => key);
}

/** How often each thing was opened, and how many notices there are. */
async function written() {
  const rows = await house.source.query<{ key: string; openings: number }[]>(
    `SELECT kind || '/' || instance AS key, count(*)::int AS openings FROM obligations GROUP BY pole_id, 1 ORDER BY pole_id, 1`,
  );
  const [notices] = await house.source.query<{ count: number }[]>('SELECT count(*)::int FROM notices');
  return { rows, notices };
}

const runs = async () =>
  Promise.all(
    [before, at].map(
      async ({ poleId }) => (await house.temporal.workflow.getHandle(`pole/${poleId}`).describe()).runId,
    ),
  );

const disagreements = () =>
  house.source.query<{ open: string[]; awaited: string[] }[]>('SELECT open, awaited FROM disagreements ORDER BY id');

const { adviser, because, council, instructor } = walks;

describe('a deployment that brings other stages, while acts are made', () => {
  let stood: readonly string[] = [];

  it('leaves to the new build what is opened: the old one records, closes what is met, opens and withdraws nothing', async () => {
    stood = await runs();
    await nameStages(house.source.manager, LONGER.id);
    const opinion = await acted(STAGES, before, council('give-opinion', { outcome: 'favourable' }));
    expect([opinion.decides, await open(before)]).toEqual([false, ['cress-meeting/1', 'study-choice/1']]);
    await acted(STAGES, before, instructor('skip-study', because));
    expect(await open(before)).toEqual(['cress-meeting/1']);
    await house.sweep.run();
    await house.rest();
    expect([await open(before), await open(at)]).toEqual([['cress-meeting/1'], ['grant-request/1']]);
    expect(await disagreements()).toEqual([]);
  });

  it('lets the new build say a word to every dossier that another wrote last, and tells what it changed', async () => {
    await house.stopEngine();
    await house.startEngine(longer, LONGER);
    await house.sweep.run();
    expect(await open(at)).toEqual(['cress-meeting/2']);
    expect(await house.sweep.run()).toMatchObject({ nudged: 0, rung: 0, silent: [] });
    expect(await disagreements()).toEqual([{ open: ['grant-request/1'], awaited: ['cress-meeting/2'] }]);
  });

  it('does not flap while an API of the old build is still there', async () => {
    const counted = await written();
    await acted(STAGES, before, adviser('hold-cress-meeting', { participants: 12 }));
    await house.rest();
    await house.sweep.run();
    expect([await open(before), await open(at)]).toEqual([['legitimation-note/1'], ['cress-meeting/2']]);
    const after = await written();
    expect(after.notices).toEqual(counted.notices);
    expect(after.rows.length - counted.rows.length).toBe(1);
    expect(after.rows.every(({ openings }) => openings === 1)).toBe(true);
    expect(await runs()).toEqual(stood);
  });

  it('steps back in the same way: what was withdrawn is owed again, once, and nobody is told of it', async () => {
    const { notices } = await written();
    await nameStages(house.source.manager, STAGES.id);
    await house.sweep.run();
    expect(await open(at)).toEqual(['cress-meeting/2']);
    await house.stopEngine();
    await house.startEngine();
    await house.sweep.run();
    await house.rest();
    expect([await open(before), await open(at)]).toEqual([['legitimation-note/1'], ['grant-request/1']]);
    const after = await written();
    expect(after.rows.filter(({ openings }) => openings > 1)).toEqual([{ key: 'grant-request/1', openings: 2 }]);
    expect(after.notices).toEqual(notices);
    expect(await runs()).toEqual(stood);
    expect((await readDossier(house.source.manager, at.poleId)).stages).toBe(STAGES.id);
    expect(await controlHouse(house.source, house.book)).toEqual([]);
  });
});
