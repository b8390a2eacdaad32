import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { demoToken } from '../access/demo-token.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import type { AnswerAt, Schema } from './api-routes.js';

/** What the API answers to the reading of a pôle. */
export type PoleSeen = Schema<'PoleAnswer'>;
export type Awaited = Schema<'AwaitedAnswer'>;
/** What the API answers to an act. */
export type ActDone = Schema<'ActDoneAnswer'>;

/** What a posting to an address is answered; what an act is, when the address was offered. */
type AnsweredAct<Path extends string> = unknown extends AnswerAt<'post', Path> ? ActDone : AnswerAt<'post', Path>;

/** An answer of the API: what its route describes when its status says so, else a problem. */
export interface Answer<Body = ActDone> {
  readonly status: number;
  readonly body: Body & Partial<Schema<'ProblemAnswer'>>;
  readonly milliseconds: number;
}

/** The identifier under a name in what a fact says, if it says one. */
export function idIn(event: ActDone['events'][number] | undefined, name: string): string | undefined {
  const id = event?.data[name];
  return typeof id === 'string' ? id : undefined;
}

/** What carries a request of someone to the house, and the answer back. */
export type Courier = (url: string, init: RequestInit, account: string) => Promise<Response>;

/** Milliseconds after which a clock that was on its way is asked again. */
const BETWEEN_STEPS = 100;

const byFetch: Courier = (url, init) => fetch(url, init);

/**
 * The house as its people reach it: over HTTP, each with their token. Answers have the types that the API describes for
 * their address; those of an address that it does not describe are unknown.
 */
export class HouseClient {
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(
    readonly url: string,
    private readonly issuer: string,
    private readonly courier: Courier = byFetch,
  ) {}

  /** Acts, at an address that the house offered or at one that is known. */
  async act<Path extends string>(
    account: string,
    path: Path,
    body: object,
    key: string = randomUUID(),
  ): Promise<Answer<AnsweredAct<Path>>> {
    return this.sent(account, 'POST', path, body, { 'idempotency-key': key });
  }

  async read<Path extends string>(account: string, path: Path): Promise<Answer<AnswerAt<'get', Path>>> {
    return this.sent(account, 'GET', path);
  }

  /** Deposits a file in a pôle. */
  async deposit(
    account: string,
    poleId: string,
    { name, bytes }: { readonly name: string; readonly bytes: Buffer },
  ): Promise<Answer<Schema<'DepositAnswer'>>> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)]), name);
    return this.answered(account, `/api/poles/${poleId}/documents`, { method: 'POST', body: form });
  }

  /** The day at which the clock stands. */
  async today(): Promise<CivilDate> {
    const answer = await this.courier(`${this.url}/api/clock`, {}, '');
    return ((await answer.json()) as Schema<'ClockAnswer'>).today;
  }

  /** Moves the clock to a day; answers how many alarms rang on the way. None when it is past that day already. */
  async step(to: CivilDate): Promise<number> {
    const { status, body } = await this.send('administratrice', 'POST', '/api/clock', { to });
    if (body.type?.endsWith('clock-back')) return 0;
    if (body.type?.endsWith('clock-moves')) {
      await setTimeout(BETWEEN_STEPS);
      return this.step(to);
    }
    if (status !== 200) throw new Error(`L'horloge refuse d'aller au ${to} : ${JSON.stringify(body)}`);
    return body.alarms;
  }

  /** The header by which an account is known. */
  async authorization(account: string): Promise<string> {
    return `Bearer ${await this.token(account)}`;
  }

  /** Sends any request as an account. */
  async send<Method extends string, Path extends string>(
    account: string,
    method: Method,
    path: Path,
    body?: object,
    headers: object = {},
  ): Promise<Answer<AnswerAt<Lowercase<Method>, Path>>> {
    return this.sent(account, method, path, body, headers);
  }

  private async sent<Body>(
    account: string,
    method: string,
    path: string,
    body?: object,
    headers: object = {},
  ): Promise<Answer<Body>> {
    return this.answered(account, path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  private async answered<Body>(account: string, path: string, request: RequestInit): Promise<Answer<Body>> {
    const authorization = await this.authorization(account);
    const start = performance.now();
    const signed = { ...request, headers: { authorization, ...(request.headers as Record<string, string>) } };
    const answer = await this.courier(this.url + path, signed, account);
    const answerBody = (await answer.json()) as Answer<Body>['body'];
    return { status: answer.status, body: answerBody, milliseconds: performance.now() - start };
  }

  private token(account: string): Promise<string> {
    const known = this.tokens.get(account) ?? demoToken(this.issuer, account);
    this.tokens.set(account, known);
    return known;
  }
}
