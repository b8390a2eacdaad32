import { Controller, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { ownRoles, type AuthoredRequest } from '../../api/access-guard.js';
import { readClock } from '../../clock/clock.js';
import { PoleReads } from '../../database/pole-reads.js';
import { rolesThat, sightOf } from '../../domain/dossier/roles.js';
import { HealthReport } from '../../health/house-health.js';
import { Letters } from '../../reminders/letters.js';
import { Tasks } from '../../reminders/tasks.js';
import type { Page } from '../frame/page.js';
import { ReadPage, SendForm } from '../frame/routes.js';
import { SeeOther } from '../frame/see-other.js';
import { Asked, type Sent } from '../frame/typed.js';
// oxlint-disable-next-line typescript/consistent-type-imports -- the pipe reads the class from the handler's metadata
import { LetterSearch } from '../lists/searches.js';
import { healthPage } from './health-page.js';
import { lettersPage } from './letters-page.js';
import { taskPage, tasksPage } from './tasks-page.js';

const KEEPERS = { to: 'roles', roles: rolesThat('keeper') } as const;

/** What those who keep the house look after. */
@ApiExcludeController()
@Controller()
export class KeepingController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Tasks) private readonly tasks: Tasks,
    @Inject(Letters) private readonly letters: Letters,
    @Inject(HealthReport) private readonly health: HealthReport,
    @Inject(PoleReads) private readonly poles: PoleReads,
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

  @ReadPage('courriers', KEEPERS)
  async written(@Query() asked: LetterSearch, @Req() request: AuthoredRequest): Promise<Page> {
    const [page, poles] = await Promise.all([this.letters.page(asked), this.poles.names()]);
    return lettersPage({ asked, page, poles, ...(await this.reading(request)) });
  }

  @ReadPage('sante', { to: 'roles', roles: ['admin'] })
  async howItIs(): Promise<Page> {
    return healthPage(await this.health.read());
  }

  private async reading({ actors }: AuthoredRequest) {
    const { today } = await readClock(this.source.manager);
    return { today, opensPoles: ownRoles(actors).some(role => sightOf(role) === 'all') };
  }
}
