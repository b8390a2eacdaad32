import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { problem, ProblemException } from '../api/problem.js';
import { PoleReads } from '../database/pole-reads.js';
import { TaskReads } from '../database/task-reads.js';
import { isUuid } from '../domain/kernel/ids.js';
import { instant, type Instant } from '../domain/kernel/paris.js';
import { closeTask } from '../record/reminders/tasks.js';
import type { TaskAnswer } from './follow-up-answers.js';
import { taskDetail, taskWords, type TaskWords } from './task-words.js';

/** A task as a person reads it. */
export interface TaskToDo extends TaskWords, Pick<TaskAnswer, 'id' | 'contactName'> {
  readonly openedAt: Instant;
  readonly detail: string;
  readonly pole: { readonly id: string; readonly name: string } | null;
}

const gone = () => new ProblemException(problem('not-found', 404, 'Introuvable', "Cette tâche n'est pas ouverte."));

/** What asks for a person, and what closes it. */
@Injectable()
export class Tasks {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(TaskReads) private readonly reads: TaskReads,
    @Inject(PoleReads) private readonly poles: PoleReads,
  ) {}

  /** The open tasks, the oldest first. */
  open() {
    return this.reads.open();
  }

  /** The same in words, with the names of what they are about. */
  async toDo(): Promise<readonly TaskToDo[]> {
    const [tasks, poles] = await Promise.all([this.reads.open(), this.poles.names()]);
    const names = new Map(poles.map(({ id, name }) => [id, name]));
    return tasks.map(({ id, kind, openedAt, contactName, detail, poleId }) => {
      const name = poleId === null ? undefined : names.get(poleId);
      const pole = poleId === null || name === undefined ? null : { id: poleId, name };
      return {
        ...taskWords(kind),
        ...{ id, contactName, pole, openedAt: instant(new Date(openedAt).toISOString()) },
        detail: taskDetail(detail, names),
      };
    });
  }

  /** One of them; one that is closed, or never was, is refused. */
  async task(id: string): Promise<TaskToDo> {
    const task = (await this.toDo()).find(open => open.id === id);
    if (!task) throw gone();
    return task;
  }

  /** Closes one of which someone has taken care; one that is not open is refused. */
  async close(id: string): Promise<void> {
    if (!isUuid(id) || !(await closeTask(this.source, id))) throw gone();
  }
}
