import { readdirSync, writeFileSync } from 'node:fs';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { asks } from '../../src/temporal/words.js';
import { Walker } from '../builders/walker.js';
import { opening, toTheVote, WALKS, type Walk } from '../builders/http-walks.js';
import { WHOLE_WALKS } from '../builders/whole-life-http-walks.js';
import { startHouse, type TestHouse } from '../rig/house.js';

const waiver = { act: 'waive-opinion', account: 'cheffe-de-service', body: () => ({ reason: 'Pas de Conseil.' }) };
const retraction = {
  act: 'retract-fact',
  account: 'cheffe-de-service',
  body: ({ pole }: { pole: { events: readonly object[] } | undefined }) => ({
    event: (pole?.events.at(-1) as { id?: string } | undefined)?.id,
    reason: 'Saisi par erreur.',
  }),
};

/** Its run is ended once it rests, and another is started. */
const LOST = 'a story lost and started again where it rests';

const PATHS: Readonly<Record<string, Walk>> = {
  ...WALKS,
  ...WHOLE_WALKS,
  'a silence of the Région': [...toTheVote, { to: '2026-10-05' }],
  'a fact retracted, its page turned': [...opening, waiver, retraction, { to: '2026-10-20' }],
  'words that nobody waits for, then a silence': [...toTheVote, { to: '2026-10-05' }],
  [LOST]: [...toTheVote, { to: '2026-03-01' }],
};

const slugOf = (name: string) => name.replace(/[^a-z]+/gi, '-').toLowerCase();

const slugsOf = (files: readonly string[]) => files.map(file => file.replace(/(-\d+)?\.json$/, ''));

/** The paths of which no history is among these files. */
export function pathsNotFrozen(files: readonly string[]): readonly string[] {
  const frozenSlugs = slugsOf(files);
  return Object.keys(PATHS).filter(name => !frozenSlugs.includes(slugOf(name)));
}

/** The histories among these files that no path leads to any more. */
export function historiesOfNoPath(files: readonly string[]): readonly string[] {
  const walked = Object.keys(PATHS).map(slugOf);
  return slugsOf(files).filter(slug => !walked.includes(slug));
}

/** Walks every path of which no history is kept on the real server, and keeps those of its runs as the replayer reads them. */
export async function freezeHistories(folder: string): Promise<void> {
  for (const name of pathsNotFrozen(readdirSync(folder))) {
    const walk = PATHS[name] ?? [];
    const house = await startHouse();
    try {
      await freeze(house, name, walk, folder);
    } finally {
      await house.close();
    }
  }
}

/** The story hears each act before the next one: what it declares is told apart, whatever the speed of the machine. */
async function freeze(house: TestHouse, name: string, walk: Walk, folder: string): Promise<void> {
  const walker = new Walker(house.client);
  await walker.walk(walk, undefined, async () => void (await house.rest()));
  await house.rest();
  const workflowId = `pole/${walker.poleId}`;
  if (name === LOST) {
    await house.temporal.workflow.getHandle(workflowId).terminate('perdu');
    await house.stories.nudge(walker.poleId, asks(0), 10_000);
  }
  const runs: string[] = [];
  for await (const run of house.temporal.workflow.list({ query: `WorkflowId = '${workflowId}'` })) runs.push(run.runId);
  for (const [index, runId] of runs.reverse().entries()) {
    const history = await house.temporal.workflow.getHandle(workflowId, runId).fetchHistory();
    const file = `${slugOf(name)}${runs.length > 1 ? `-${index + 1}` : ''}.json`;
    writeFileSync(`${folder}/${file}`, `${historyToJSON(history)}\n`);
  }
}
