import type { DataSource } from 'typeorm';
import type { Reading } from '../clock/clock.js';
import type { Instant } from '../domain/kernel/paris.js';
import { readPosition, type Position, type Waiting } from '../record/upkeep/position.js';
import type { Agenda } from '../scheduled/agenda.js';
import type { Job } from '../scheduled/job.js';
import type { JobsRunner } from '../scheduled/jobs-runner.js';
import type { MailDispatcher } from '../mail/mail-dispatcher.js';
import type { Nudger } from './nudger.js';
import type { Sweep } from './sweep.js';

/** The clock cannot be moved: it runs, it would go back, or it is on its way. */
export class ClockRefusedError extends Error {
  constructor(
    readonly code: 'clock-runs' | 'clock-back' | 'clock-moves',
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

/** Milliseconds in which the stories are told what was just recorded; the sweep tells those that did not hear. */
const WORDS_LEFT = 2000;
/** How often a story may be spoken to at one position without moving on: another build tells it, which does not decide. */
const MOST_WORDS = 5;

/** The one loop of the stepping clock: from alarm to alarm, each rung and at rest before the next. The database is asked once at each look. */
export class HouseClock {
  private move: { readonly halt: AbortController; readonly ended: Promise<unknown> } | undefined;
  private readonly stopping = new AbortController();

  constructor(
    private readonly source: DataSource,
    private readonly sweep: Sweep,
    private readonly jobs: JobsRunner,
    /** Empties his bag between two alarms; a house without a server of mail has none. */
    private readonly dispatcher?: Pick<MailDispatcher, 'emptyInTurn'>,
    /** What tells the stories, one word each, before the clock moves. */
    private readonly words?: Pick<Nudger, 'drained'>,
  ) {}

  /**
   * Moves the clock to an instant, ringing on the way. Refuses a running clock, the past and a second move beside another;
   * throws when the engine is away. A story that is silent while others answer does not stop them.
   */
  async stepTo(target: Instant): Promise<Stepped> {
    if (this.move !== undefined)
      throw new ClockRefusedError('clock-moves', "L'horloge avance déjà : attendez qu'elle s'arrête, ou arrêtez-la.");
    const halt = new AbortController();
    const ended = this.steps(target, halt.signal);
    this.move = { halt, ended };
    try {
      return await ended;
    } finally {
      this.move = undefined;
    }
  }

  /** Ends the move under way where the clock then stands, all that falls due there done; nothing when it does not move. */
  async halt(): Promise<void> {
    this.move?.halt.abort();
    await Promise.allSettled([this.move?.ended]);
  }

  /** Moves no further, and lets no other mail leave. */
  stop(): void {
    this.stopping.abort();
  }

  private async steps(target: Instant, halted: AbortSignal): Promise<Stepped> {
    const stuck = new Set<string>();
    await this.words?.drained(WORDS_LEFT);
    let position = await this.look(stuck);
    const { mode, now } = position.clock;
    if (mode !== 'stepping')
      throw new ClockRefusedError('clock-runs', "L'horloge suit le temps : elle ne se déplace pas.");
    if (target < now) throw new ClockRefusedError('clock-back', "L'horloge ne recule pas.");
    const agenda = await this.jobs.agenda(now, target);
    let alarms = 0;
    for (;;) {
      const rest = await this.rest(position, stuck);
      alarms += rest.alarms;
      const next = this.next(rest.position, agenda);
      if (halted.aborted) return { clock: rest.position.clock, alarms, stuck: [...stuck] };
      if (next === undefined || next.at > target) break;
      position = await this.look(stuck, next.at);
      if (!next.job) continue;
      await this.jobs.runNext(agenda, next.job, next.at);
      if (next.job.waitedForSince ?? next.job.isControl) position = await this.look(stuck);
    }
    const { clock } = await this.look(stuck, target);
    return { clock, alarms, stuck: [...stuck] };
  }

  /** Where the house stands, once moved if an instant is given. */
  private look(leftOut: ReadonlySet<string>, moveTo?: Instant): Promise<Position> {
    if (this.stopping.signal.aborted) throw new EngineAwayError('La maison s’arrête : l’horloge reste où elle est.');
    return readPosition(this.source.manager, moveTo === undefined ? { leftOut } : { leftOut, moveTo });
  }

  /**
   * Has everything told, rung and sent that is to be where the house stands; answers where it stands then. The postman
   * goes round once: what could not leave waits for its next try.
   */
  private async rest(position: Position, stuck: Set<string>): Promise<Rest> {
    let [standing, alarms, isEmptied] = [position, 0, false];
    const words = new Map<string, number>();
    for (;;) {
      if (standing.waiting.length > 0) {
        const { rung, silent } = await this.sweep.run(standing);
        for (const id of [...silent, ...unmoved(standing.waiting, words)]) stuck.add(id);
        if (silent.length > 0 && !(await this.sweep.tellsAnyBut(stuck))) throw new EngineAwayError();
        alarms += rung;
        isEmptied = false;
      } else if (this.dispatcher && standing.anyToLeave && !isEmptied) {
        await this.dispatcher.emptyInTurn(this.stopping.signal, standing.clock);
        isEmptied = true;
      } else return { position: standing, alarms };
      standing = await this.look(stuck);
    }
  }

  /** What comes first: an alarm or a mail to try again, or a job to run, which runs before what comes at the same time. */
  private next(position: Position, agenda: Agenda): { readonly at: Instant; readonly job?: Job } | undefined {
    const appointment = agenda.next(position);
    const instants = [position.nextAlarm, this.dispatcher ? position.nextTry : null];
    const [at] = instants.flatMap(candidate => candidate ?? []).sort();
    if (appointment && (at === undefined || appointment.at <= at)) return appointment;
    return at === undefined ? undefined : { at };
  }
}

/** Counts the words to each dossier where it stands; answers those whose story was spoken to and does not move on. */
function unmoved(waiting: readonly Waiting[], words: Map<string, number>): readonly string[] {
  return waiting.flatMap(({ id, version, nextAlarm }) => {
    const standing = `${id}/${version}/${nextAlarm}`;
    const count = (words.get(standing) ?? 0) + 1;
    words.set(standing, count);
    return count === MOST_WORDS ? [id] : [];
  });
}

/** Where the house stands once nothing is to be done there any more, and how many alarms rang for it. */
interface Rest {
  readonly position: Position;
  readonly alarms: number;
}
