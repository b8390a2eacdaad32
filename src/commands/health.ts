import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { configuration, type Configuration } from '../startup/configuration.js';
import { isListening } from '../embedded/ports.js';
import { lazyClient } from '../temporal/connection.js';
import { command } from './boot.js';
import { commandLine, refuseOption } from './options.js';

/** `TASK_QUEUE_TYPE_WORKFLOW` of the service's protocol. */
const WORKFLOW_TASKS = 1;
const PATIENCE = 4000;

const CHECKS = { api: apiReady, worker: workerPolls, oidc: providerAnswers, mailbox: mailboxListens };

/** Whether the API of this machine answers, and its database with it. */
async function apiReady({ port }: Configuration): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(PATIENCE) });
  return answer.ok;
}

/** Whether a process of this container asks Temporal for work: the server forgets one that is silent for five minutes. */
async function workerPolls({ temporal }: Configuration): Promise<boolean> {
  const { connection } = lazyClient(temporal);
  try {
    const { pollers } = await connection.withDeadline(performance.timeOrigin + performance.now() + PATIENCE, () =>
      connection.workflowService.describeTaskQueue({
        namespace: temporal.namespace,
        taskQueue: { name: temporal.taskQueue },
        taskQueueType: WORKFLOW_TASKS,
      }),
    );
    return (pollers ?? []).some(({ identity }) => livesHere(identity ?? ''));
  } finally {
    await connection.close();
  }
}

/** Whether the demonstration's identity provider tells of itself. */
async function providerAnswers({ issuer }: Configuration): Promise<boolean> {
  const discovery = `http://127.0.0.1:${new URL(issuer).port}/.well-known/openid-configuration`;
  return (await fetch(discovery, { signal: AbortSignal.timeout(PATIENCE) })).ok;
}

/** Whether the demonstration's mailbox takes connections. */
async function mailboxListens({ mail }: Configuration): Promise<boolean> {
  return isListening(Number(new URL(mail.smtpUrl ?? '').port));
}

/** Whether the poller that the SDK calls `pid@hostname` is a process that runs here. */
function livesHere(identity: string): boolean {
  const [pid, host] = identity.split('@');
  return host === hostname() && existsSync(`/proc/${pid}`);
}

const isPart = (word: string): word is keyof typeof CHECKS => Object.hasOwn(CHECKS, word);
const part =
  commandLine({
    run: 'node dist/src/commands/health.js',
    does: 'Dit si une partie va bien dans ce conteneur : 0 si oui, 1 sinon.',
    argument: { name: 'partie', says: `L’une de : ${Object.keys(CHECKS).join(', ')}.` },
  }).argument ?? '';
if (!isPart(part)) refuseOption(`Une partie est attendue (${Object.keys(CHECKS).join(', ')}), pas « ${part} ».`);
const healthy = await CHECKS[part](await command(() => configuration()));
console.log(healthy ? 'en marche' : 'pas prêt');
process.exit(healthy ? 0 : 1);
