import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { AIMS } from './aims.js';
import type { Figures } from './measure.js';

const run = promisify(execFile);
const END = '<!-- /landings -->';

/** What was measured by other commands on the same commit, in seconds; zero when it was not. */
export interface Elsewhere {
  /** `npm run simulate -- --poles 21 --years 3`. */
  readonly simulation: number;
  /** `npm test`. */
  readonly tests: number;
}

interface Column {
  readonly title: string;
  readonly aim: string;
  readonly value: (figures: Partial<Figures>, elsewhere: Elsewhere) => unknown;
}

/** What is followed from one landing to the next; ratios against the floor of the same run. */
const COLUMNS: readonly Column[] = [
  { title: 'day', aim: 'aim', value: ({ machine }) => machine?.on },
  { title: 'durable p95', aim: AIMS.durable, value: ({ durable }) => durable?.p95Ratio },
  { title: 'answered p95', aim: AIMS.answered, value: ({ answered }) => answered?.p95Ratio },
  { title: '32 callers', aim: AIMS.callers, value: ({ perSecond }) => perSecond?.[32]?.ofUpdates },
  { title: 'events a year', aim: AIMS.eventsPerFundedYear, value: figures => figures.eventsPerFundedYear },
  { title: 'alarms', aim: AIMS.alarms, value: ({ mornings }) => mornings?.at(-1)?.ofFloor },
  { title: 'started again, /s', aim: AIMS.rehydration, value: figures => figures.rehydrationPerSecond },
  { title: 'cold start, s', aim: AIMS.coldStart, value: ({ coldStartSeconds }) => coldStartSeconds },
  {
    title: 'memory, KiB',
    aim: AIMS.memory,
    value: ({ bytesPerDossier }) => bytesPerDossier && Math.round(bytesPerDossier / 1024),
  },
  { title: 'simulation, s', aim: AIMS.simulation, value: (_, { simulation }) => simulation || undefined },
  { title: '`npm test`, s', aim: AIMS.tests, value: (_, { tests }) => tests || undefined },
];

const line = (cells: readonly unknown[]) => `| ${cells.map(cell => cell ?? '—').join(' | ')} |`;

/** The head of the table of landings, with the aims under it. */
export const LANDINGS_HEAD = [
  line(['commit', ...COLUMNS.map(({ title }) => title)]),
  line(['---', ...COLUMNS.map(() => '---')]),
  line(['', ...COLUMNS.map(({ aim }) => aim)]),
].join('\n');

/** A page with one landing more, after those before it. Refuses a page whose table is not, or no more, this one. */
export function landedOn(page: string, commit: string, figures: Partial<Figures>, elsewhere: Elsewhere): string {
  const [before, after] = page.split(END);
  if (after === undefined || !page.includes(LANDINGS_HEAD))
    throw new Error('Le tableau des livraisons manque, ou a d’autres colonnes.');
  const landing = line([commit, ...COLUMNS.map(({ value }) => value(figures, elsewhere))]);
  return `${before?.trimEnd()}\n${landing}\n\n${END}${after}`;
}

/** The same, of the file at a path and the commit at hand. */
export async function landed(path: string, figures: Partial<Figures>, elsewhere: Elsewhere): Promise<string> {
  const { stdout } = await run('git', ['rev-parse', '--short', 'HEAD']);
  return landedOn(await readFile(path, 'utf8'), stdout.trim(), figures, elsewhere);
}
