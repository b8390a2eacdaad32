import { randomUUID } from 'node:crypto';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { idIn, type Answer, type HouseClient, type PoleSeen } from '../../src/simulation/house-client.js';
import { depositNamed } from '../../src/simulation/papers.js';
import { addressOf, isClockStep, type Found, type Step, type Walk } from './http-walks.js';

/** Walks through a house over HTTP; before each act it may be stopped to try what must be refused. */
export class Walker {
  found: Found = { pole: undefined, award: undefined, today: civilDate('2026-02-02') };

  constructor(private readonly client: HouseClient) {}

  get poleId(): string {
    return this.found.pole?.id ?? '';
  }

  async walk(
    walk: Walk,
    before?: (step: Step) => Promise<void>,
    after?: (step: Step, done: Answer, key: string) => Promise<void>,
    /** Another way to do a step than once. */
    way?: (step: Step) => Promise<Answer>,
  ): Promise<void> {
    await this.readClock();
    for (const step of walk) {
      if (isClockStep(step)) {
        await this.client.step(civilDate(typeof step.to === 'function' ? step.to(this.found) : step.to));
        await this.readClock();
        continue;
      }
      await before?.(step);
      const key = randomUUID();
      const done = await (way ? way(step) : this.do(step, {}, key));
      if (done.status !== 201) throw new Error(`${step.act} : ${done.status} ${JSON.stringify(done.body)}`);
      await this.see(done);
      await after?.(step, done, key);
    }
  }

  /** Does a step, perhaps by another account or with another body. */
  async do(
    step: Step,
    change: { readonly account?: string; readonly body?: object } = {},
    key: string = randomUUID(),
  ): Promise<Answer> {
    const body = change.body ?? step.body(this.found);
    if (this.found.pole) await depositNamed(this.client, step.account, this.poleId, body);
    return this.client.act(change.account ?? step.account, addressOf(step, this.found), body, key);
  }

  /** Reads the pôle as the instructor sees it. */
  async look(): Promise<PoleSeen> {
    return (await this.client.read('instructrice', `/api/poles/${this.poleId}`)).body;
  }

  private async readClock(): Promise<void> {
    this.found = { ...this.found, today: await this.client.today() };
  }

  private async see(done: Answer): Promise<void> {
    const { body } = await this.client.read('instructrice', `/api/poles/${done.body.poleId}`);
    const [requested] = done.body.events.flatMap(event => idIn(event, 'award') ?? []);
    this.found = { ...this.found, pole: { ...body, events: done.body.events }, award: requested ?? this.found.award };
  }
}
