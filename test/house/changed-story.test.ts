import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectFile } from '../../src/startup/project-file.js';
import { rehearse } from '../../src/rehearsal/rehearse.js';
import { controlHouse } from '../../src/simulation/controls.js';
import { PageTurning, pullsBack } from '../../src/temporal/page-turning.js';
import { replayOpen } from '../../src/temporal/replay-open.js';
import { StoryList } from '../../src/temporal/story-list.js';
import { codeOf } from '../../src/temporal/worker.js';
import { life } from '../../workflows/life.js';
import { Walker } from '../builders/walker.js';
import * as walks from '../builders/http-walks.js';
import { longerPole } from '../replay/longer/pole.js';
import { startHouse, type TestHouse } from '../rig/house.js';

const { because, manager } = walks;
const STANDINGS = {
  before: walks.opening,
  at: walks.toTheVote.slice(0, 7),
  after: walks.toTheConvention,
};

let house: TestHouse;
let folder: string;
let longer: string;
let shorter: PageTurning;
let deployed: PageTurning;
const walkers: Record<string, Walker> = {};
const poleOf = (standing: string) => walkers[standing]?.poleId ?? '';

beforeAll(async () => {
  house = await startHouse();
  folder = await mkdtemp(join(tmpdir(), 'jalon-stories-'));
  longer = join(folder, 'longer.cjs');
  await writeFile(longer, await codeOf({ workflowsPath: projectFile('test', 'replay', 'longer', 'index.ts') }));
  shorter = new PageTurning(house.source, house.temporal, house.stories);
  const longerAwaits = (facts: Parameters<typeof rehearse>[0]) => rehearse(facts, story => life(story, longerPole));
  deployed = new PageTurning(house.source, house.temporal, house.stories, longerAwaits);
  for (const [standing, walk] of Object.entries(STANDINGS)) {
    const walker = new Walker(house.client);
    await walker.walk(walk);
    walkers[standing] = walker;
  }
});

afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

async function open(standing: string): Promise<readonly string[]> {
  const rows = await house.source.query<{ key: string }[]>(
    `SELECT kind || '/' || instance AS key FROM obligations WHERE pole_id = $1 AND state = 'open' ORDER BY 1`,
    [poleOf(standing)],
  );
  return rows.map(({ key }) => key);
}

/** What was ever opened and sent, counted. */
async function written() {
  return house.source.query<object[]>(
    `SELECT kind, instance, count(*)::int AS openings, (SELECT count(*)::int FROM notices) AS notices
     FROM obligations GROUP BY kind, instance ORDER BY 1, 2`,
  );
}

async function turnAll(pages: PageTurning): Promise<void> {
  for (const standing of Object.keys(STANDINGS)) await pages.turn(poleOf(standing));
}

const marked = manager('mark-step-not-applicable', { ...because, kind: 'cress-meeting', instance: '2' });

describe('a story that gains a step in its middle', () => {
  it('is foreseen on each dossier: untouched before it, awaiting it there, pulled back beyond it', async () => {
    expect(await deployed.foresee(poleOf('before'))).toEqual({ opened: [], withdrawn: [] });
    expect(await deployed.foresee(poleOf('at'))).toEqual({
      opened: ['cress-meeting/2'],
      withdrawn: ['grant-request/1'],
    });
    const beyond = await deployed.foresee(poleOf('after'));
    expect([beyond.opened, pullsBack(beyond)]).toEqual([['cress-meeting/2'], true]);
  });

  it('no longer concerns a dossier beyond it, once that is marked by an act', async () => {
    expect((await walkers['after']?.do(marked))?.status).toBe(201);
    expect(await deployed.foresee(poleOf('after'))).toEqual({ opened: [], withdrawn: [] });
  });

  it('is deployed by turning the page: each dossier awaits what was foreseen, the one beyond stands as it stood', async () => {
    const stood = await open('after');
    await house.stopEngine();
    await house.startEngine(longer);
    await turnAll(deployed);
    expect([await open('at'), await open('after')]).toEqual([['cress-meeting/2'], stood]);
    const [skip, opinion, first, note] = STANDINGS.at.slice(3) as readonly walks.Step[];
    await walkers['before']?.walk([skip, opinion, first, first, note] as walks.Walk);
    expect(await open('before')).toEqual(['grant-request/1']);
    expect((await walkers['at']?.do(marked))?.status).toBe(201);
    expect(await open('at')).toEqual(['grant-request/1']);
  });

  it('is rolled back the same way: everything stands where the former story stands, nothing doubled, nothing rung twice', async () => {
    await house.stopEngine();
    await house.startEngine();
    await turnAll(shorter);
    expect([await open('before'), await open('at')]).toEqual([['grant-request/1'], ['grant-request/1']]);
    const before = await written();
    await turnAll(shorter);
    expect(await written()).toEqual(before);
    await house.rest();
    expect(await controlHouse(house.source, house.book)).toEqual([]);
  });
});

describe('the open stories of a running house', () => {
  const faults = async (code: string) => {
    const ownStories = new Set(Object.keys(STANDINGS).map(standing => `pole/${poleOf(standing)}`));
    const found: (string | null)[] = [];
    for await (const { workflowId, fault } of replayOpen(house.temporal, code))
      if (ownStories.has(workflowId)) found.push(fault);
    return found;
  };

  it('are replayed against the code at hand before it is deployed, and refuse one that does not fit', async () => {
    const shipped = await codeOf({ workflowsPath: projectFile('workflows', 'index.ts') });
    expect(await faults(shipped)).toEqual([null, null, null]);
    const mutated = await codeOf({ workflowsPath: projectFile('test', 'replay', 'mutated', 'sleeps-first.ts') });
    expect(await faults(mutated)).toEqual(Array.from({ length: 3 }, () => expect.stringContaining('TMPRL1100')));
  });

  it('are listed: where each stands, and why one is in trouble', async () => {
    const list = new StoryList(house.source, house.temporal, house.settings);
    const standings = await list.read();
    expect(standings.map(({ behind, alarmPassed, trouble }) => [behind, alarmPassed, trouble])).toEqual(
      Array.from({ length: 3 }, () => [false, false, null]),
    );
    await house.temporal.workflow.getHandle(`pole/${poleOf('at')}`).terminate('perdu');
    await house.owner.query('UPDATE dossiers SET seen_version = version - 1 WHERE id = $1', [poleOf('before')]);
    const troubles = await Promise.all(
      ['at', 'before', 'after'].map(async standing => (await list.read(poleOf(standing)))[0]),
    );
    expect(troubles.map(story => story?.trouble)).toEqual([
      expect.stringContaining('pas de récit'),
      expect.stringContaining('en retard'),
      null,
    ]);
  });
});
