import { Controller, Inject, Param, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ownRoles, type AuthoredRequest } from '../../api/access-guard.js';
import { sightOf } from '../../domain/dossier/roles.js';
import { WrittenRules } from '../../settings/written-rules.js';
import { trimmed } from '../forms/posted.js';
import type { Page } from '../frame/page.js';
import { ReadPage } from '../frame/routes.js';
import { Asked, type Sent } from '../frame/typed.js';
import { documentsPage } from './documents-page.js';
import { READS_RULES } from './places.js';
import { changesPage, reglementPage, reglementsPage } from './reglements-page.js';

/** The texts that the house follows. Set in files alone: these pages are read. */
@ApiExcludeController()
@Controller('administration')
export class RulePagesController {
  constructor(@Inject(WrittenRules) private readonly rules: WrittenRules) {}

  @ReadPage('reglements', READS_RULES)
  async reglements(@Req() { actors }: AuthoredRequest): Promise<Page> {
    return reglementsPage(await this.rules.reglements(), ownRoles(actors));
  }

  @ReadPage('reglements/:reglementId', READS_RULES)
  async reglement(@Param('reglementId') id: string, @Asked() asked: Sent): Promise<Page> {
    const against = trimmed(asked, 'avec');
    const versions = await this.rules.reglements();
    if (against === '') return reglementPage({ reglement: await this.rules.reglement(id), versions });
    return changesPage({ id, against, changes: await this.rules.changes(id, against), versions });
  }

  @ReadPage('documents-de-reference', READS_RULES)
  async documents(@Req() { actors }: AuthoredRequest): Promise<Page> {
    const roles = ownRoles(actors);
    const opensPoles = roles.some(role => sightOf(role) === 'all');
    return documentsPage({ documents: await this.rules.documents(), roles, opensPoles });
  }
}
