import { Controller, Inject, Param, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { ownRoles, type AuthoredRequest } from '../../api/access-guard.js';
import { readClock } from '../../clock/clock.js';
import { rolesThat, sightOf } from '../../domain/dossier/roles.js';
import { Tasks } from '../../reminders/tasks.js';
import type { Page } from '../frame/page.js';
import { ReadPage, SendForm } from '../frame/routes.js';
import { SeeOther } from '../frame/see-other.js';
import { Asked, type Sent } from '../frame/typed.js';
import { taskPage, tasksPage } from './tasks-page.js';

const KEEPERS = { to: 'roles', roles: rolesThat('keeper') } as const;

/** What those who keep the house look after. */
@ApiExcludeController()
@Controller()
export class KeepingController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Tasks) private readonly tasks: Tasks,
  ) {}

  @ReadPage('taches', KEEPERS)
  async toDo(@Asked() { fermee }: Sent, @Req() request: AuthoredRequest): Promise<Page> {
    return tasksPage(await this.tasks.toDo(), await this.reading(request), fermee === '1');
  }

  @ReadPage('taches/:taskId', KEEPERS)
  async task(@Param('taskId') id: string, @Req() request: AuthoredRequest): Promise<Page> {
    return taskPage(await this.tasks.task(id), await this.reading(request));
  }

  @SendForm('taches/:taskId', KEEPERS)
  async close(@Param('taskId') id: string): Promise<SeeOther> {
    await this.tasks.close(id);
    return new SeeOther('/taches?fermee=1');
  }

  private async reading({ actors }: AuthoredRequest) {
    const { today } = await readClock(this.source.manager);
    return { today, opensPoles: ownRoles(actors).some(role => sightOf(role) === 'all') };
  }
}
