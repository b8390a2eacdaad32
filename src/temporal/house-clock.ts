import type { DataSource } from 'typeorm';
import { moveClock, readClock, type Reading } from '../clock/clock.js';
import { instant, type Instant } from '../domain/kernel/paris.js';
import { earliestAlarm } from '../record/dossiers.js';
import { JOBS } from '../scheduled/jobs.js';
import type { JobsRunner } from '../scheduled/jobs-runner.js';
import type { Postman } from '../obligations/postman/postman.js';
import type { Sweep } from './sweep.js';

/** The clock cannot be moved: it runs, or it would go back. */
export class ClockRefusedError extends Error {
  constructor(
    readonly code: 'clock-runs' | 'clock-back',
    message: string,
  ) {
    super(message);
    this.name = 'ClockRefusedError';
  }
}

/** The clock cannot go on for now: no story is told, or the house is being stopped. */
export class EngineAwayError extends Error {
  constructor(why = "Le moteur des récits ne répond pas : l'horloge l'attend. Réessayez dans un instant.") {
    super(why);
    this.name = 'EngineAwayError';
  }
}

export interface Stepped {
  readonly clock: Reading;
  readonly alarms: number;
  /** The dossiers whose own story did not answer while the others did; the clock went on without them. */
  readonly stuck: readonly string[];
}

/** The one loop of the stepping clock: from alarm to alarm, each rung and at rest before the next. */
export class HouseClock {
  private moving: Promise<unknown> = Promise.resolve();
  private readonly stopping = new AbortController();

  constructor(
    private readonly source: DataSource,
    private readonly sweep: Sweep,
    private readonly jobs: JobsRunner,
    /** Empties his bag between two alarms; a house without a server of mail has none. */
    private readonly postman?: Pick<Postman, 'emptyInTurn' | 'nextTry'>,
  ) {}

  /**
   * Moves the clock to an instant, ringing on the way. Refuses a running clock and the past; throws when the engine is
   * away. A story that is silent while others answer does not stop them. One move at a time.
   */
  stepTo(target: Instant): Promise<Stepped> {
    const mine = this.moving.then(() => this.steps(target));
    this.moving = mine.then(
      () => undefined,
      () => undefined,
    );
    return mine;
  }

  /** Moves no further, and lets no other mail leave. */
  stop(): void {
    this.stopping.abort();
  }

  private async steps(target: Instant): Promise<Stepped> {
    const { mode, now, today } = await readClock(this.source.manager);
    if (mode !== 'stepping')
      throw new ClockRefusedError('clock-runs', "L'horloge suit le temps : elle ne se déplace pas.");
    if (target < now) throw new ClockRefusedError('clock-back', "L'horloge ne recule pas.");
    const stuck = new Set<string>();
    const toRun = await this.jobs.ofAStep(today);
    let alarms = 0;
    for (;;) {
      if (this.stopping.signal.aborted) throw new EngineAwayError('La maison s’arrête : l’horloge reste où elle est.');
      const { nudged, rung, silent } = await this.sweep.run(stuck);
      for (const id of silent) stuck.add(id);
      if (silent.length > 0 && !(await this.sweep.tellsAnyBut(stuck))) throw new EngineAwayError();
      alarms += rung;
      if (rung > 0) for (const { name, isControl } of JOBS) if (!isControl) toRun.add(name);
      if (nudged + rung + silent.length > 0) continue;
      await this.postman?.emptyInTurn(this.stopping.signal);
      if (!(await this.goOn(target, toRun, [...stuck]))) break;
    }
    await moveClock(this.source.manager, target);
    return { clock: await readClock(this.source.manager), alarms, stuck: [...stuck] };
  }

  /**
   * Moves to what comes first: the next alarm or mail to try again, or the next of the jobs to run, which is then run
   * (first, when both come at once). A job that ran has nothing more to do until something rings again. Answers false
   * when nothing comes before the target.
   */
  private async goOn(target: Instant, toRun: Set<string>, stuck: readonly string[]): Promise<boolean> {
    const { manager } = this.source;
    const { now } = await readClock(manager);
    const next = await this.next(stuck);
    const job = this.jobs.first(toRun, now);
    if (job && job.at <= target && (next === undefined || job.at <= next)) {
      await moveClock(manager, job.at);
      await this.jobs.run(job.job.name);
      toRun.delete(job.job.name);
      return true;
    }
    if (next === undefined || next > target) return false;
    await moveClock(manager, next);
    return true;
  }

  /** The next instant at which something happens: an alarm, a mail that is tried again. */
  private async next(stuck: readonly string[]): Promise<Instant | undefined> {
    const [alarm, mail] = [await earliestAlarm(this.source.manager, stuck), await this.postman?.nextTry()];
    return [alarm, mail].flatMap(at => (at ? [instant(at)] : [])).sort()[0];
  }
}
