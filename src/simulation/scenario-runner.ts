import { randomUUID } from 'node:crypto';
import { addDays, type CivilDate } from '../domain/kernel/civil-date.js';
import { reportNamed } from '../domain/reglement/reglement.js';
import { answerTo } from './responders.js';
import { Chance } from './chance.js';
import { depositNamed } from './papers.js';
import type { Persona, VoluntaryAct } from './persona.js';
import type { ActToDo } from './responder-context.js';
import { running, STEPS, voluntaryActsOf } from './voluntary-acts.js';
import type { Answer, HouseClient, PoleSeen } from './house-client.js';
import type { Readers } from './readers.js';
import type { Stats } from './stats.js';

/** How often something may be refused though nobody owes what would lift the refusal. */
const MOST_TRIES = 12;
/** How many pôles act at the same time. */
const ABREAST = 4;
/** Acts of the Région that a silent one lets wait beyond the two months of the implicit rejection. */
const SILENT_ON: readonly string[] = ['instruction-report', 'agenda-entry'];

/** What the calendar settles when its people say nothing. */
function isLeftToTerm(kind: string, { silentOnPieces, silentOnAdvice }: Persona): boolean {
  return (kind === 'missing-pieces' && silentOnPieces) || (kind === 'observations' && silentOnAdvice);
}

const UNDERTAKEN = 'undertaken/';
/** Days between two looks in the mailboxes, while somebody waits to be reminded. */
const MAILS_READ_EVERY = 3;

interface Task {
  readonly day: CivilDate;
  readonly rank: number;
  readonly key: string;
  readonly tries: number;
}

/** When a life is left as it is: what must not be answered any more. */
export type Until = (key: string, pole: PoleSeen) => boolean;

/** Whether somebody owes the act that lifts a refusal: one then waits for them, however slow they are. */
function isOwed({ body }: Answer, { awaited }: PoleSeen): boolean {
  const lifts = (body.errors ?? []).flatMap(({ liftedBy }) => liftedBy?.act ?? []);
  return awaited.some(({ acts }) => acts.some(act => lifts.includes(act)));
}

/** Carries pôles over HTTP, from day to day of the stepping clock, as their people would. */
export class ScenarioRunner {
  private tasks: readonly Task[] = [];
  private readonly poles = new Map<number, string>();
  private readonly scheduled = new Set<string>();
  /** Each pôle draws its own chance: what happens to one does not depend on how fast the others go. */
  private readonly chances = new Map<number, Chance>();
  private today: CivilDate | undefined;

  constructor(
    private readonly client: HouseClient,
    private readonly personas: ReadonlyMap<number, Persona>,
    chance: Chance,
    private readonly stats: Stats,
    private readonly leaveAt: ReadonlyMap<number, Until> = new Map(),
    /** Days after the start on which some pôles are declared, at the earliest. */
    private readonly laterBy: ReadonlyMap<number, number> = new Map(),
    /** The people at their mailboxes; without them nobody reads a mail. */
    private readonly readers?: Readers,
  ) {
    for (const rank of personas.keys()) this.chances.set(rank, new Chance(chance.between(0, 2 ** 31 - 1)));
  }

  /** Carries every life as far as it goes before the horizon; tells the day after each step. */
  async run(
    spreadDays: number,
    horizonDays: number,
    onDay: (day: CivilDate, remaining: number) => void,
  ): Promise<void> {
    const start = (this.today = await this.client.today());
    for (const rank of this.personas.keys())
      this.plan({ day: this.declaration(rank, start, spreadDays), rank, key: 'declare', tries: 0 });
    await this.goOn(addDays(start, horizonDays), onDay);
  }

  /** Goes on with lives that were begun, up to a day. */
  async goOn(horizon: CivilDate, onDay: (day: CivilDate, remaining: number) => void = () => undefined): Promise<void> {
    for (let day = this.nextDay(); day !== undefined && day <= horizon; day = this.nextDay()) {
      const look = addDays(this.now(), MAILS_READ_EVERY);
      const next = this.readers?.areWaiting === true && look < day ? look : day;
      await this.goTo(next);
      onDay(next, this.tasks.length);
      await this.perform(this.takeTasks(next));
    }
  }

  private declaration(rank: number, start: CivilDate, spreadDays: number): CivilDate {
    return addDays(start, (this.laterBy.get(rank) ?? 0) + this.chanceOf(rank).between(0, spreadDays));
  }

  poleOf(rank: number): string | undefined {
    return this.poles.get(rank);
  }

  private nextDay(): CivilDate | undefined {
    return this.tasks.map(({ day }) => day).sort()[0];
  }

  private takeTasks(day: CivilDate): readonly Task[] {
    const taken = this.tasks.filter(task => task.day === day);
    this.tasks = this.tasks.filter(task => task.day !== day);
    return taken;
  }

  private chanceOf(rank: number): Chance {
    const chance = this.chances.get(rank);
    if (!chance) throw new Error(`Personne pour le pôle ${rank}`);
    return chance;
  }

  private plan(task: Task): void {
    this.tasks = [...this.tasks, task];
  }

  private async goTo(day: CivilDate): Promise<void> {
    if (this.today !== undefined && day <= this.today) return;
    this.stats.alarms += await this.client.step(day);
    this.today = await this.client.today();
    for (const { rank, key } of (await this.readers?.open(this.today)) ?? [])
      this.plan({ day: addDays(this.today, this.chanceOf(rank).between(0, 2)), rank, key, tries: 0 });
  }

  /** The tasks of a day: the pôles beside each other, those of one pôle in their order. */
  private async perform(tasks: readonly Task[]): Promise<void> {
    const ranks = [...new Set(tasks.map(({ rank }) => rank))];
    const waiting = ranks.map(rank => tasks.filter(task => task.rank === rank));
    const take = async () => {
      for (let poleTasks = waiting.shift(); poleTasks; poleTasks = waiting.shift())
        for (const task of poleTasks) await this.do(task);
    };
    await Promise.all(Array.from({ length: ABREAST }, take));
  }

  private async do(task: Task): Promise<void> {
    const persona = this.personas.get(task.rank);
    if (!persona) throw new Error(`Personne pour le pôle ${task.rank}`);
    if (task.key === 'declare') return this.declare(persona);
    const pole = await this.look(task.rank);
    const answer = await this.react(task, persona, pole);
    const { awaited } = answer?.status === 201 ? answer.body : pole;
    this.planAwaited({ ...pole, awaited }, persona);
  }

  private async react(task: Task, persona: Persona, pole: PoleSeen): Promise<Answer | undefined> {
    if (task.key.startsWith(UNDERTAKEN)) return this.undertake(task, persona, pole);
    const awaited = pole.awaited.some(line => `${line.kind}/${line.instance}` === task.key);
    return awaited ? this.answer(task, persona, pole) : undefined;
  }

  private async answer(task: Task, persona: Persona, pole: PoleSeen): Promise<Answer | undefined> {
    if (this.leaveAt.get(task.rank)?.(task.key, pole)) return undefined;
    const doing = answerTo(task.key, persona, pole, this.now());
    if (!doing) return undefined;
    if (this.chanceOf(task.rank).happens(persona.clumsiness)) await this.doWrong(doing);
    await depositNamed(this.client, doing.account, pole.id, doing.body);
    const answer = await this.act(doing, task.rank);
    if (answer.status === 201) {
      if (answer.body.engine === 'late') this.plan({ ...task, day: addDays(task.day, 1), key: 'look' });
      this.scheduled.delete(this.mark(task.rank, task.key));
      this.readers?.done(task.rank, task.key);
      return answer;
    }
    if (task.tries === MOST_TRIES)
      this.stats.breach(`${task.key} du pôle ${task.rank} refusé ${MOST_TRIES} fois : ${answer.body.detail ?? ''}`);
    else {
      const tries = isOwed(answer, pole) ? task.tries : task.tries + 1;
      this.plan({ ...task, day: addDays(task.day, 10), tries });
    }
    return answer;
  }

  /** One step of something that nobody owes; when it is closed by then, it is let go. */
  private async undertake(task: Task, persona: Persona, pole: PoleSeen): Promise<Answer | undefined> {
    const [what = '', step = '0'] = task.key.slice(UNDERTAKEN.length).split('/');
    const steps = STEPS[what as VoluntaryAct];
    const [, does] = steps[Number(step)] ?? [];
    if (this.leaveAt.get(task.rank)?.(task.key, pole)) return undefined;
    const doing = does?.({ persona, pole, today: this.now(), kind: 'ending', instance: '1', parts: {} });
    if (!doing) return undefined;
    const answer = await this.act(doing, task.rank);
    const next = steps[Number(step) + 1];
    if (answer.status === 201 && next)
      this.plan({ ...task, day: addDays(task.day, next[0]), key: `${UNDERTAKEN}${what}/${Number(step) + 1}` });
    return answer;
  }

  /** Once its convention is in force, a pôle's people undertake what is in their character. */
  private planUndertakings(pole: PoleSeen, persona: Persona): void {
    const mark = this.mark(persona.rank, UNDERTAKEN);
    if (this.scheduled.has(mark) || !running(pole)) return;
    this.scheduled.add(mark);
    for (const { what, day } of voluntaryActsOf(pole, persona, this.now()))
      this.plan({
        day: day < this.now() ? this.now() : day,
        rank: persona.rank,
        key: `${UNDERTAKEN}${what}/0`,
        tries: 0,
      });
  }

  private now(): CivilDate {
    if (!this.today) throw new Error('Le jour est inconnu.');
    return this.today;
  }

  private async act(doing: ActToDo, rank: number): Promise<Answer> {
    const key = randomUUID();
    const answer = await this.client.act(doing.account, doing.path, doing.body, key);
    this.stats.note(doing.act, answer);
    if (this.chanceOf(rank).happens(0.1)) await this.sendAgain(doing, key, answer);
    return answer;
  }

  /** The same request under the same key is answered the same, once. */
  private async sendAgain(doing: ActToDo, key: string, first: Answer): Promise<void> {
    const again = await this.client.act(doing.account, doing.path, doing.body, key);
    const same = again.status === first.status && (first.status !== 201 || again.body.version === first.body.version);
    if (!same) this.stats.breach(`${doing.act} envoyé deux fois : ${first.status} puis ${again.status}`);
  }

  /** A stranger tries, and a body with a field too many is sent: both are refused. */
  private async doWrong(doing: ActToDo): Promise<void> {
    const wrongs: readonly ActToDo[] = [
      { ...doing, account: 'porteur-autre' },
      { ...doing, body: { ...doing.body, inconnu: '<b>' } },
      { ...doing, body: { ...doing.body, date: '2026-02-30' } },
    ];
    for (const wrong of wrongs) {
      const answer = await this.client.act(wrong.account, wrong.path, wrong.body);
      this.stats.note(wrong.act, answer);
      if (answer.status < 400 || answer.status >= 500)
        this.stats.breach(`${wrong.act} fautif accepté : ${answer.status}`);
    }
  }

  private async declare(persona: Persona): Promise<void> {
    const { paysCode, name, carrierSiret, rank } = persona;
    const body = { paysCodes: [paysCode], initiator: 'ess-actors', groupName: name, groupSiret: carrierSiret };
    const answer = await this.act(
      { account: 'instructrice', act: 'declare-initiative', path: '/api/poles', body },
      rank,
    );
    if (answer.status !== 201) {
      this.stats.breach(`initiative ${rank} refusée : ${answer.body.detail ?? ''}`);
      return;
    }
    const { poleId } = answer.body;
    this.poles.set(rank, poleId);
    await this.assignReferent(poleId, rank);
    await this.readers?.settle(persona, this.now());
    this.planAwaited(await this.look(rank), persona);
  }

  /** The two instructors, and their two managers, share the pôles: one is in charge of every other. */
  private async assignReferent(poleId: string, rank: number): Promise<void> {
    const referent = rank % 2 === 0 ? 'instructeur-2' : 'instructrice';
    const manager = rank % 2 === 0 ? 'chef-de-service-2' : 'cheffe-de-service';
    const path = `/api/poles/${poleId}/referents`;
    await this.act({ account: 'cheffe-de-service', act: 'assign-referent', path, body: { referent, manager } }, rank);
  }

  private async look(rank: number): Promise<PoleSeen> {
    const { status, body } = await this.client.read('instructrice', `/api/poles/${this.poles.get(rank)}`);
    if (status !== 200) throw new Error(`Pôle ${rank} illisible : ${status}`);
    return body;
  }

  private planAwaited(pole: PoleSeen, persona: Persona): void {
    const { rank } = persona;
    this.planUndertakings(pole, persona);
    for (const line of pole.awaited) {
      const { kind, instance, due, from } = line;
      const key = `${kind}/${instance}`;
      if (kind === 'decision' || this.scheduled.has(this.mark(rank, key))) continue;
      this.scheduled.add(this.mark(rank, key));
      const putOff = isLeftToTerm(kind, persona) ? undefined : this.readers?.putOff(rank, line, this.now());
      if (from.role !== 'engine') this.plan({ day: putOff ?? this.dayFor(kind, due, persona), rank, key, tries: 0 });
      if (due !== null && (from.role === 'engine' || isLeftToTerm(kind, persona)))
        this.plan({ day: addDays(due > this.now() ? due : this.now(), 2), rank, key: 'look', tries: 0 });
    }
  }

  private dayFor(kind: string, due: CivilDate | null, persona: Persona): CivilDate {
    const today = this.now();
    if (kind === 'final-evaluation' && due !== null && addDays(due, -10) > today) return addDays(due, -10);
    if (persona.lateReports && reportNamed(kind) !== undefined && due !== null && due > today)
      return addDays(due, this.chanceOf(persona.rank).between(1, 20));
    if (kind === 'vote' && due !== null) return due > today ? due : today;
    if (kind === 'council-opinion' && persona.opinion === 'late' && due !== null)
      return addDays(due > today ? due : today, 3);
    if (persona.silentRegion && SILENT_ON.includes(kind)) return addDays(today, 75);
    return addDays(today, this.chanceOf(persona.rank).between(0, persona.slowness));
  }

  private mark(rank: number, key: string): string {
    return `${rank}:${key}`;
  }
}
