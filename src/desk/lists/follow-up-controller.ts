import { Controller, Inject, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { AuthoredRequest } from '../../api/access-guard.js';
import { ADVISING_ROLES } from '../../domain/dossier/advice.js';
import { AdviceList } from '../../obligations/advice-list.js';
import type { Page } from '../frame/page.js';
import { ReadPage } from '../frame/routes.js';
import { advicePage } from './advice-page.js';

/** What some roles follow across pôles, beside the lists of all. */
@ApiExcludeController()
@Controller()
export class FollowUpController {
  constructor(@Inject(AdviceList) private readonly advice: AdviceList) {}

  @ReadPage('avis', { to: 'roles', roles: ADVISING_ROLES })
  async adviceAsked(@Req() { actors }: AuthoredRequest): Promise<Page> {
    return advicePage(await this.advice.of(actors));
  }
}
