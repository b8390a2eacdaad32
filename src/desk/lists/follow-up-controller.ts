import { Controller, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import type { AuthoredRequest } from '../../api/access-guard.js';
import { sendCsv } from '../../api/csv.js';
import { readClock } from '../../clock/clock.js';
import { ADVISING_ROLES } from '../../domain/dossier/advice.js';
import { rolesThat } from '../../domain/dossier/roles.js';
import { yearOf } from '../../domain/kernel/civil-date.js';
import { CampaignSheets } from '../../funded-year/campaign-sheets.js';
import { AdviceList } from '../../obligations/advice-list.js';
import type { Page } from '../frame/page.js';
import { ReadFile, ReadPage } from '../frame/routes.js';
import { SeeOther } from '../frame/see-other.js';
import { advicePage } from './advice-page.js';
import { campaignPage } from './campaign-page.js';
// oxlint-disable-next-line typescript/consistent-type-imports -- the pipe reads the class from the handlers' metadata
import { AdviceSearch } from './searches.js';

const CAMPAIGN_READERS = { to: 'roles', roles: rolesThat('reads-campaigns') } as const;

/** What some roles follow across pôles, beside the lists of all. */
@ApiExcludeController()
@Controller()
export class FollowUpController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(AdviceList) private readonly advice: AdviceList,
    @Inject(CampaignSheets) private readonly campaigns: CampaignSheets,
  ) {}

  @ReadPage('avis', { to: 'roles', roles: ADVISING_ROLES })
  async adviceAsked(@Query() { after }: AdviceSearch, @Req() { actors }: AuthoredRequest): Promise<Page> {
    return advicePage(await this.advice.of(actors, after));
  }

  @ReadPage('campagnes', CAMPAIGN_READERS)
  async thisYear(): Promise<SeeOther> {
    const { today } = await readClock(this.source.manager);
    return new SeeOther(`/campagnes/${yearOf(today)}`);
  }

  @ReadFile('campagnes/:year.csv', CAMPAIGN_READERS)
  async campaignTable(@Param('year') year: string, @Res() response: Response): Promise<void> {
    sendCsv(response, `campagne-${year}`, await this.campaigns.table(year));
  }

  @ReadPage('campagnes/:year', CAMPAIGN_READERS)
  async campaign(@Param('year') year: string): Promise<Page> {
    return campaignPage(await this.campaigns.read(year));
  }
}
