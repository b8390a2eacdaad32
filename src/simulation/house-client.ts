import { randomUUID } from 'node:crypto';
import { demoToken } from '../access/demo-token.js';
import type { AwaitedLine } from '../api/answer.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';

/** What the API answers to an act, or to the reading of a pôle: the parts that people of the simulation look at. */
export interface PoleSeen {
  readonly poleId: string;
  readonly id: string;
  readonly version: number;
  readonly awaited: readonly AwaitedLine[];
  readonly awards: readonly {
    readonly id: string;
    readonly kind: string;
    readonly status: string;
    readonly parent: string | null;
    readonly period: { readonly from: CivilDate; readonly to: CivilDate };
    readonly referenceDocument: string | null;
    readonly vote: { readonly textHash: string } | null;
    readonly requested: string;
    readonly demands: readonly { readonly missing: readonly string[] }[];
  }[];
  readonly instalments: readonly {
    readonly award: string;
    readonly year: number;
    readonly number: number;
    readonly status: string;
    readonly planned: string;
    /** What may still be liquidated. */
    readonly left: string;
    readonly liquidated: string;
    readonly paid: string;
    readonly held: readonly object[];
  }[];
  readonly contributions: readonly { readonly number: number; readonly convention: string; readonly rank: number }[];
  readonly posts: readonly { readonly number: number; readonly status: string }[];
  /** What the person who looks may do. */
  readonly acts: readonly { readonly act: string; readonly href: string; readonly open: boolean }[];
  readonly stage: { readonly code: string };
  readonly storyUpToDate: boolean;
  readonly events: readonly { readonly data: { readonly award?: string; readonly obligation?: string } }[];
}

export interface Answer {
  readonly status: number;
  readonly body: PoleSeen & {
    readonly type?: string;
    readonly detail?: string;
    readonly engine?: string;
    readonly errors?: readonly { readonly liftedBy?: { readonly act: string } }[];
  };
  readonly milliseconds: number;
}

/** What carries a request of someone to the house, and the answer back. */
export type Courier = (url: string, init: RequestInit, account: string) => Promise<Response>;

const byFetch: Courier = (url, init) => fetch(url, init);

/** The house as its people reach it: over HTTP, each with their token. */
export class HouseClient {
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(
    readonly url: string,
    private readonly issuer: string,
    private readonly courier: Courier = byFetch,
  ) {}

  async act(account: string, path: string, body: object, key: string = randomUUID()): Promise<Answer> {
    return this.send(account, 'POST', path, body, { 'idempotency-key': key });
  }

  async read(account: string, path: string): Promise<Answer> {
    return this.send(account, 'GET', path);
  }

  /** The day at which the clock stands. */
  async today(): Promise<CivilDate> {
    const answer = await this.courier(`${this.url}/api/clock`, {}, '');
    return ((await answer.json()) as { today: CivilDate }).today;
  }

  /** Moves the clock to a day; answers how many alarms rang on the way. None when it is past that day already. */
  async step(to: CivilDate): Promise<number> {
    const { status, body } = await this.send('administratrice', 'POST', '/api/clock', { to });
    if (body.type?.endsWith('clock-back')) return 0;
    if (status !== 200) throw new Error(`L'horloge refuse d'aller au ${to} : ${JSON.stringify(body)}`);
    return (body as unknown as { alarms: number }).alarms;
  }

  /** The header by which an account is known. */
  async authorization(account: string): Promise<string> {
    return `Bearer ${await this.token(account)}`;
  }

  /** Sends any request as an account. */
  async send(account: string, method: string, path: string, body?: object, headers: object = {}): Promise<Answer> {
    const authorization = await this.authorization(account);
    const start = performance.now();
    const request = {
      method,
      headers: { authorization, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    const answer = await this.courier(this.url + path, request, account);
    const answerBody = (await answer.json()) as Answer['body'];
    return { status: answer.status, body: answerBody, milliseconds: performance.now() - start };
  }

  private token(account: string): Promise<string> {
    const known = this.tokens.get(account) ?? demoToken(this.issuer, account);
    this.tokens.set(account, known);
    return known;
  }
}
