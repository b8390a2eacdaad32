import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pinnedNode } from './node.mjs';
import { prepare } from './prepare.mjs';

const [command, ...args] = process.argv.slice(2);

let node;
try {
  prepare();
  node = pinnedNode();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const path = command === 'bench' ? 'bench/main' : `src/commands/${command}`;
const script = fileURLToPath(new URL(`../dist/${path}.js`, import.meta.url));
if (!/^[a-z-]+$/.test(command ?? '') || !existsSync(script)) {
  console.error(`Commande inconnue : ${command ?? '(aucune)'}.`);
  process.exit(1);
}

const child = spawn(node, [script, ...args], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
