import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { projectFile } from '../../src/startup/project-file.js';

const read = (...path: readonly string[]) => readFileSync(projectFile(...path), 'utf8');
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

async function run(command: string, option: string) {
  const child = spawn(process.execPath, [projectFile('dist', `${command}.js`), option]);
  const closed = new Promise(resolve => child.once('close', resolve));
  const [output, complained] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await closed, output, complained: complained.replace(RUNTIME_WARNING, '') };
}

describe('A command', () => {
  it.each(commands())('%s says what it does, and starts nothing', async command => {
    const { code, output, complained } = await run(command, '--help');
    expect({ code, complained }).toEqual({ code: 0, complained: '' });
    const name = scripts().get(command) ?? `node dist/${command}.js`;
    expect(output.split('\n')[0]).toMatch(
      new RegExp(`^Usage : ${escaped(name)}( --)?( \\[[\\w-]+\\])? \\[options\\]$`),
    );
    expect(output).toContain('--help');
  });

  it.each(commands())('%s refuses in one line the option that it does not know', async command => {
    const { code, output, complained } = await run(command, '--inconnue');
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(complained).toMatch(/^--inconnue : option inconnue\. Aide : .* --help\n$/);
  });

  it('is run by every script that names one', () => {
    expect([...scripts().keys()].filter(command => !commands().includes(command))).toEqual([]);
  });
});
