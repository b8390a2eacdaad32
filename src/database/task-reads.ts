import { Inject, Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { ContactRow, TaskRow } from './entities/index.js';

/** What asks for a person. */
@Injectable()
export class TaskReads {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** The open tasks, the oldest first, with the name of the contact they are about. */
  async open() {
    const tasks = await this.source.getRepository(TaskRow).find({
      where: { closedAt: IsNull() },
      order: { openedAt: 'ASC', id: 'ASC' },
    });
    const contacts = await this.source.getRepository(ContactRow).find({ select: { id: true, name: true } });
    const names = new Map(contacts.map(({ id, name }) => [id, name]));
    return tasks.map(({ closedAt: _closed, ...task }) => ({
      ...task,
      contactName: task.contactId === null ? null : (names.get(task.contactId) ?? null),
    }));
  }
}
