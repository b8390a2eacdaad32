import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { projectFile } from '../../src/startup/project-file.js';

const read = (...path: readonly string[]) => readFileSync(projectFile(...path), 'utf8');
const RUNNER = fileURLToPath(new URL('../rig/said-by-commands.mjs', import.meta.url));
/** What the demonstration's identity provider thinks of a Node older than its own, as soon as it is loaded. */
const RUNTIME_WARNING = /^oidc-provider WARNING: Unsupported runtime.*\n/m;
const escaped = (words: string) => words.replaceAll(/[./]/g, '\\$&');

/** The commands: the files of `src/commands` that no other one imports, and the bench. */
function commands(): readonly string[] {
  const files = readdirSync(projectFile('src', 'commands'));
  const together = files.map(file => read('src', 'commands', file)).join('\n');
  const alone = files.filter(file => !together.includes(`'./${file.replace('.ts', '.js')}'`));
  return [...alone.map(file => `src/commands/${file.replace('.ts', '')}`), 'bench/main'];
}

/** How `package.json` runs each command, by its path. */
function scripts(): ReadonlyMap<string, string> {
  const { scripts: all } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };
  const known = Object.entries(all).flatMap(([name, line]) => {
    const [, ran] = /tools\/run\.mjs ([\w-]+)$/.exec(line) ?? [];
    const [, path] = /dist\/(src\/commands\/[\w-]+)\.js$/.exec(line) ?? [];
    const command = path ?? (ran === 'bench' ? 'bench/main' : ran && `src/commands/${ran}`);
    return command ? [[command, name === 'start' ? 'npm start' : `npm run ${name}`] as const] : [];
  });
  return new Map(known);
}

interface Said {
  readonly code: number;
  readonly output: string;
  readonly complained: string;
  /** What was at work when the command ended. */
  readonly started: readonly string[];
}

/** What each command answers to an option: all in one process, since each loads most of the house. */
async function answersTo(option: string): Promise<ReadonlyMap<string, Said>> {
  const lines = commands().map(command => [pathToFileURL(projectFile('dist', `${command}.js`)).href, option]);
  const { output, complained } = await run(RUNNER, JSON.stringify(lines));
  if (output === '') throw new Error(complained);
  const all = JSON.parse(output) as readonly Said[];
  const quiet = (said: Said) => ({ ...said, complained: said.complained.replace(RUNTIME_WARNING, '') });
  return new Map(all.map((said, rank) => [commands()[rank] ?? '', quiet(said)]));
}

async function run(script: string, argument: string) {
  const child = spawn(process.execPath, [script, argument]);
  const closed = new Promise(resolve => child.once('close', resolve));
  const [output, complained] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await closed, output, complained };
}

describe('A command', () => {
  let helped: ReadonlyMap<string, Said>;
  let refused: ReadonlyMap<string, Said>;

  beforeAll(async () => {
    [helped, refused] = [await answersTo('--help'), await answersTo('--inconnue')];
  });

  it.each(commands())('%s says what it does, and starts nothing', command => {
    const { output, ...ended } = helped.get(command) ?? {};
    expect(ended).toEqual({ code: 0, complained: '', started: [] });
    const name = scripts().get(command) ?? `node dist/${command}.js`;
    expect(output?.split('\n')[0]).toMatch(
      new RegExp(`^Usage : ${escaped(name)}( --)?( \\[[\\w-]+\\])? \\[options\\]$`),
    );
    expect(output).toContain('--help');
  });

  it.each(commands())('%s refuses in one line the option that it does not know', command => {
    const { complained, ...ended } = refused.get(command) ?? {};
    expect(ended).toEqual({ code: 2, output: '', started: [] });
    expect(complained).toMatch(/^--inconnue : option inconnue\. Aide : .* --help\n$/);
  });

  it.each(['--help', '--inconnue'])('ends its process on %s as it does here', async option => {
    const { started: _, ...said } = (option === '--help' ? helped : refused).get('src/commands/token') ?? {};
    expect(await run(projectFile('dist', 'src', 'commands', 'token.js'), option)).toEqual(said);
  });

  it('is run by every script that names one', () => {
    expect([...scripts().keys()].filter(command => !commands().includes(command))).toEqual([]);
  });
});
