import { randomUUID } from 'node:crypto';
import { addDays, type CivilDate } from '../domain/kernel/civil-date.js';
import { answerTo, type Doing } from './answers.js';
import type { Chance } from './chance.js';
import type { Character } from './character.js';
import type { Answer, HouseClient, PoleSeen } from './house-client.js';
import type { Tally } from './tally.js';

const MOST_TRIES = 6;
/** Acts of the Région that a silent one lets wait beyond the two months of the implicit rejection. */
const SILENT_ON: readonly string[] = ['instruction-report', 'agenda-entry'];

interface Task {
  readonly day: CivilDate;
  readonly rank: number;
  readonly key: string;
  readonly tries: number;
}

/** When a life is left as it is: what must not be answered any more. */
export type Until = (key: string, pole: PoleSeen) => boolean;

/** Carries pôles over HTTP, from day to day of the stepping clock, as their people would. */
export class Lives {
  private readonly tasks: Task[] = [];
  private readonly poles = new Map<number, string>();
  private readonly scheduled = new Set<string>();
  private today: CivilDate | undefined;

  constructor(
    private readonly client: HouseClient,
    private readonly characters: ReadonlyMap<number, Character>,
    private readonly chance: Chance,
    private readonly tally: Tally,
    private readonly leaveAt: ReadonlyMap<number, Until> = new Map(),
  ) {}

  /** Carries every life as far as it goes before the horizon; tells the day after each step. */
  async run(spreadDays: number, horizonDays: number, onDay: (day: CivilDate, left: number) => void): Promise<void> {
    const start = (this.today = await this.client.today());
    for (const rank of this.characters.keys())
      this.plan({ day: addDays(start, this.chance.between(0, spreadDays)), rank, key: 'declare', tries: 0 });
    const horizon = addDays(start, horizonDays);
    for (let task = this.next(); task && task.day <= horizon; task = this.next()) {
      await this.goTo(task.day);
      onDay(task.day, this.tasks.length);
      await this.perform(task);
    }
  }

  poleOf(rank: number): string | undefined {
    return this.poles.get(rank);
  }

  private next(): Task | undefined {
    this.tasks.sort((a, b) => (a.day === b.day ? a.rank - b.rank : a.day < b.day ? -1 : 1));
    return this.tasks.shift();
  }

  private plan(task: Task): void {
    this.tasks.push(task);
  }

  private async goTo(day: CivilDate): Promise<void> {
    if (this.today !== undefined && day <= this.today) return;
    this.tally.alarms += await this.client.step(day);
    this.today = day;
  }

  private async perform(task: Task): Promise<void> {
    const character = this.characters.get(task.rank);
    if (!character) throw new Error(`Personne pour le pôle ${task.rank}`);
    if (task.key === 'declare') return this.declare(character);
    const pole = await this.look(task.rank);
    if (task.key !== 'look' && pole.awaited.some(line => `${line.kind}/${line.instance}` === task.key))
      await this.answer(task, character, pole);
    this.planAwaited(await this.look(task.rank), character);
  }

  private async answer(task: Task, character: Character, pole: PoleSeen): Promise<void> {
    if (this.leaveAt.get(task.rank)?.(task.key, pole)) return;
    const doing = answerTo(task.key, character, pole, task.day);
    if (!doing) return;
    if (this.chance.happens(character.clumsiness)) await this.doWrong(doing);
    const answer = await this.act(doing);
    if (answer.status === 201) {
      if (answer.body.engine === 'late') this.plan({ ...task, day: addDays(task.day, 1), key: 'look' });
      this.scheduled.delete(this.mark(task.rank, task.key));
      return;
    }
    if (task.tries === MOST_TRIES)
      this.tally.breach(`${task.key} du pôle ${task.rank} refusé ${MOST_TRIES} fois : ${answer.body.detail ?? ''}`);
    else this.plan({ ...task, day: addDays(task.day, 10), tries: task.tries + 1 });
  }

  private async act(doing: Doing): Promise<Answer> {
    const key = randomUUID();
    const answer = await this.client.act(doing.account, doing.path, doing.body, key);
    this.tally.note(doing.act, answer);
    if (this.chance.happens(0.1)) await this.sendAgain(doing, key, answer);
    return answer;
  }

  /** The same request under the same key is answered the same, once. */
  private async sendAgain(doing: Doing, key: string, first: Answer): Promise<void> {
    const again = await this.client.act(doing.account, doing.path, doing.body, key);
    const same = again.status === first.status && (first.status !== 201 || again.body.version === first.body.version);
    if (!same) this.tally.breach(`${doing.act} envoyé deux fois : ${first.status} puis ${again.status}`);
  }

  /** A stranger tries, and a body with a field too many is sent: both are refused. */
  private async doWrong(doing: Doing): Promise<void> {
    const wrongs: readonly Doing[] = [
      { ...doing, account: 'porteur-autre' },
      { ...doing, body: { ...doing.body, inconnu: '<b>' } },
      { ...doing, body: { ...doing.body, date: '2026-02-30' } },
    ];
    for (const wrong of wrongs) {
      const answer = await this.client.act(wrong.account, wrong.path, wrong.body);
      this.tally.note(wrong.act, answer);
      if (answer.status < 400 || answer.status >= 500)
        this.tally.breach(`${wrong.act} fautif accepté : ${answer.status}`);
    }
  }

  private async declare(character: Character): Promise<void> {
    const { paysCode, name, carrierSiret, rank } = character;
    const body = { paysCodes: [paysCode], initiator: 'ess-actors', groupName: name, groupSiret: carrierSiret };
    const answer = await this.act({ account: 'instructrice', act: 'declare-initiative', path: '/api/poles', body });
    if (answer.status !== 201) {
      this.tally.breach(`initiative ${rank} refusée : ${answer.body.detail ?? ''}`);
      return;
    }
    this.poles.set(rank, answer.body.poleId);
    this.planAwaited(await this.look(rank), character);
  }

  private async look(rank: number): Promise<PoleSeen> {
    const { status, body } = await this.client.read('instructrice', `/api/poles/${this.poles.get(rank)}`);
    if (status !== 200) throw new Error(`Pôle ${rank} illisible : ${status}`);
    return body;
  }

  private planAwaited(pole: PoleSeen, character: Character): void {
    const { rank } = character;
    for (const { kind, instance, due } of pole.awaited) {
      const key = `${kind}/${instance}`;
      if (kind === 'decision' || this.scheduled.has(this.mark(rank, key))) continue;
      this.scheduled.add(this.mark(rank, key));
      this.plan({ day: this.dayFor(kind, due, character), rank, key, tries: 0 });
      if (kind === 'missing-pieces' && character.silentOnPieces && due !== null)
        this.plan({ day: addDays(due, 2), rank, key: 'look', tries: 0 });
    }
  }

  private dayFor(kind: string, due: CivilDate | null, character: Character): CivilDate {
    const today = this.today ?? due;
    if (!today) throw new Error('Le jour est inconnu.');
    if (kind === 'vote' && due !== null) return due > today ? due : today;
    if (kind === 'council-opinion' && character.opinion === 'late' && due !== null)
      return addDays(due > today ? due : today, 3);
    if (character.silentRegion && SILENT_ON.includes(kind)) return addDays(today, 75);
    return addDays(today, this.chance.between(0, character.slowness));
  }

  private mark(rank: number, key: string): string {
    return `${rank}:${key}`;
  }
}
