import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { pinnedNode } from './node.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = join(root, 'dist/src/commands/start.js');

let running;
let stopping = false;
let wanted = 0;

/** Stops what runs, then starts what was compiled last: of several changes while it stops, one start. */
async function restart() {
  const asked = ++wanted;
  await stop('SIGTERM');
  if (stopping || asked !== wanted) return;
  running = spawn(pinnedNode(), [program], { cwd: root, stdio: 'inherit' });
  running.once('error', error => {
    console.error(error.message);
    leave('SIGTERM');
  });
}

/** Resolves once nothing runs: PostgreSQL and Temporal are stopped by the program that started them. */
async function stop(signal) {
  if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
  const ended = once(running, 'exit');
  running.kill(signal);
  await ended;
}

async function leave(signal) {
  stopping = true;
  compiler.close();
  assets.close();
  await stop(signal);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => leave(signal));

const formatting = { getCanonicalFileName: name => name, getCurrentDirectory: () => root, getNewLine: () => '\n' };
const host = ts.createWatchCompilerHost(
  join(root, 'tsconfig.json'),
  {},
  ts.sys,
  ts.createEmitAndSemanticDiagnosticsBuilderProgram,
  diagnostic => console.error(ts.formatDiagnostic(diagnostic, formatting).trimEnd()),
  ({ messageText }, _newLine, _options, faults) => {
    console.error(messageText);
    // A change that does not compile leaves running what did.
    if (faults === 0) void restart();
  },
);
const compiler = ts.createWatchProgram(host);
/** What the pages are drawn with is read at the start. */
const assets = watch(join(root, 'assets'), { recursive: true }, () => void restart());
