import { Chance } from '../simulation/chance.js';
import type { HouseClient } from '../simulation/house-client.js';
import { Description } from './description.js';
import { FUZZING, RequestDrawer, type FuzzedRequest } from './requests.js';
import { findTargets } from './targets.js';
import { unhurried } from './unhurried.js';
import { faultOf, type FuzzedAnswer } from './verdict.js';

export interface FuzzSettings {
  readonly requests: number;
  readonly seed: number;
  readonly onBreach?: (breach: string) => void;
  readonly onProgress?: (done: number) => void;
}

export interface FuzzReport {
  readonly requests: number;
  /** How many of each status, with the code of a refusal. */
  readonly answers: Readonly<Record<string, number>>;
  /** What no house may answer, with what was asked. */
  readonly breaches: readonly string[];
}

const LANES = 6;
/** After so many requests, what the house holds is looked at again: dossiers end, others begin. */
const LOOKED_AT_EVERY = 400;
const SHOWN = 400;

/** Asks a house whatever its description allows, and much that it does not; the client is one that is not hurried. */
export async function fuzz(
  client: HouseClient,
  { requests, seed, onBreach, onProgress }: FuzzSettings,
): Promise<FuzzReport> {
  const drawer = new RequestDrawer(await Description.of(client.url), new Chance(seed));
  const answers: Record<string, number> = {};
  const breaches: string[] = [];
  let targets = await findTargets(client, FUZZING);
  let [drawn, done] = [0, 0];
  const lane = async () => {
    while (drawn < requests) {
      drawn += 1;
      if (drawn % LOOKED_AT_EVERY === 0) targets = await findTargets(client, FUZZING);
      const request = drawer.draw(targets);
      const answer = await send(client, request);
      const kind = kindOf(answer);
      answers[kind] = (answers[kind] ?? 0) + 1;
      done += 1;
      onProgress?.(done);
      const fault = faultOf(request, answer);
      if (fault === undefined) continue;
      breaches.push(told(request, answer, fault));
      onBreach?.(breaches.at(-1) ?? '');
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return { requests, answers, breaches };
}

function kindOf({ status, text }: FuzzedAnswer): string {
  const code = /"type":"urn:jalon:probleme:([\w-]+)"/.exec(text)?.[1];
  return code === undefined ? String(status) : `${status} ${code}`;
}

async function send(client: HouseClient, request: FuzzedRequest): Promise<FuzzedAnswer> {
  const { method, path, account = '', headers, body } = request;
  const authorization = account === '' ? 'Bearer a.b.c' : await client.authorization(account);
  const init = { method, headers: { ...headers, authorization }, ...(body === undefined ? {} : { body }) };
  const answer = await unhurried(client.url + path, init, account);
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text() };
}

function told(
  { method, path, account, headers, body = '' }: FuzzedRequest,
  { status, text }: FuzzedAnswer,
  fault: string,
) {
  const asked = `${method} ${path.slice(0, SHOWN)} (${account ?? 'personne'}) ${JSON.stringify(headers).slice(0, SHOWN)}`;
  return `${fault} : ${status} à ${asked} ${JSON.stringify(body.slice(0, SHOWN))} → ${text.slice(0, SHOWN)}`;
}
