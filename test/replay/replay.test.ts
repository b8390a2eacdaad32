import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { projectFile } from '../../src/startup/project-file.js';
import { freezeHistories, historiesOfNoPath, pathsNotFrozen } from './freeze.js';
import { recordedStories, replayFrozen, type Replayed } from './gate.js';
import { mutated, PARTIAL, STAGES, TELLINGS } from './mutants.js';

const HISTORIES = projectFile('test', 'replay', 'histories');
const DECLARATIONS = projectFile('test', 'replay', 'declarations');
/** Short histories that hold every step which the mutants of the stages change. */
const SHORT = /abandoned|refused|withdraws/;
const fileOf = (name: string) => `${DECLARATIONS}/${name}.txt`;

let stories: string;
let today: readonly Replayed[];

beforeAll(async () => {
  stories = await recordedStories();
  const freezing = process.env['JALON_FREEZE'] !== undefined;
  if (freezing) await freezeHistories(HISTORIES);
  today = await replayFrozen(stories, HISTORIES);
  if (freezing) freezeDeclarations();
});

function freezeDeclarations(): void {
  mkdirSync(DECLARATIONS, { recursive: true });
  for (const { name, declared } of today) writeFileSync(fileOf(name), `${declared.join('\n')}\n`);
}

const frozen = (name: string) => readFileSync(fileOf(name), 'utf8').trim().split('\n').filter(Boolean);
const names = (replayed: readonly Replayed[]) => replayed.map(({ name }) => name).sort();
const refused = (replayed: readonly Replayed[]) => names(replayed.filter(({ fault }) => fault !== null));

/** What a story declares and the frozen one does not, and the other way round. */
function differences({ name, declared }: Replayed): readonly string[] {
  const before = frozen(name);
  return [
    ...declared.filter(line => !before.includes(line)),
    ...before.filter(line => !declared.includes(line)).map(line => `(${line})`),
  ];
}

describe('the frozen histories', () => {
  it('cover every path, and each is that of a path', () => {
    const files = readdirSync(HISTORIES);
    expect(pathsNotFrozen(files)).toEqual([]);
    expect(historiesOfNoPath(files)).toEqual([]);
    expect(readdirSync(DECLARATIONS).sort()).toEqual(files.map(file => file.replace('.json', '.txt')).sort());
  });

  it('name the path of which none is kept, and the one whose path is gone', () => {
    const files = readdirSync(HISTORIES);
    expect(pathsNotFrozen(files.filter(file => !file.startsWith('a-silence')))).toEqual(['a silence of the Région']);
    expect(historiesOfNoPath([...files, 'a-path-of-yore-1.json'])).toEqual(['a-path-of-yore']);
  });
});

/** The replayer compares commands. A story gives them by its telling alone: stages wait on facts and give none. */
describe('the first gate, the replayer', () => {
  it('lets the story of today through, on every history', () => {
    expect(today.map(({ fault }) => fault)).toEqual(today.map(() => null));
  });

  it.each(TELLINGS)('refuses on every history a story that $how', async mutant => {
    const replayed = await replayFrozen(mutated(stories, mutant), HISTORIES);
    expect(refused(replayed)).toEqual(names(today));
  });

  it.each(PARTIAL)('refuses, where it happens, a story that $how', async mutant => {
    const replayed = await replayFrozen(mutated(stories, mutant), HISTORIES);
    expect(refused(replayed)).toEqual(names(today).filter(name => mutant.refusedBy.test(name)));
  });
});

/** What a story awaits is in no history: it is kept beside, as the arguments of the declarations, and compared. */
describe('the second gate, what is declared', () => {
  it('finds the story of today awaiting on every history what was frozen with it', () => {
    for (const { name, declared } of today) expect({ name, declared }).toEqual({ name, declared: frozen(name) });
  });

  it.each(STAGES)('sees, where the first sees nothing, a story that $how', async mutant => {
    const replayed = await replayFrozen(mutated(stories, mutant), HISTORIES, SHORT);
    expect([replayed.length, refused(replayed)]).toEqual([3, []]);
    const seen = replayed.flatMap(differences);
    expect(seen).toEqual(expect.arrayContaining([expect.stringContaining(mutant.names)]));
  });
});
