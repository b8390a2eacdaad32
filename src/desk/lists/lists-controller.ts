import { Controller, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { PEOPLE } from '../../api/access.js';
import type { AuthoredRequest } from '../../api/access-guard.js';
import { holdsOneOf } from '../../api/access-guard.js';
import { sendCsv } from '../../api/csv.js';
import { readClock } from '../../clock/clock.js';
import { actNamed } from '../../domain/dossier/acts.js';
import { rolesThat } from '../../domain/dossier/roles.js';
import { InstalmentList } from '../../funded-year/instalment-list.js';
import { ReportList } from '../../funded-year/report-list.js';
import { Desk } from '../../obligations/desk.js';
import { Requests } from '../../obligations/requests.js';
import { PoleList } from '../../poles/pole-list.js';
import type { Page } from '../frame/page.js';
import { ReadFile, ReadPage } from '../frame/routes.js';
import { Forecaster, HORIZONS } from '../../reminders/forecaster.js';
import { deskPage } from './desk-page.js';
import { forecastPage } from './forecast-page.js';
import { instalmentListPage } from './instalments-page.js';
// oxlint-disable-next-line typescript/consistent-type-imports -- the pipe reads the classes from the handlers' metadata
import { DeskSearch, ForecastSearch, InstalmentSearch, PoleSearch, ReportSearch } from './searches.js';
import { polesPage } from './poles-page.js';
import { reportsPage } from './reports-page.js';
import { requestsPage } from './requests-page.js';

/** What people work from: their desk, and the lists across pôles. */
@ApiExcludeController()
@Controller()
export class ListsController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Desk) private readonly desk: Desk,
    @Inject(Requests) private readonly requests: Requests,
    @Inject(PoleList) private readonly poles: PoleList,
    @Inject(InstalmentList) private readonly instalments: InstalmentList,
    @Inject(ReportList) private readonly reports: ReportList,
    @Inject(Forecaster) private readonly forecaster: Forecaster,
  ) {}

  @ReadPage('/', PEOPLE)
  async home(@Query() { miens }: DeskSearch, @Req() { actors }: AuthoredRequest): Promise<Page> {
    return deskPage(await this.desk.of(actors, { onlyMine: miens === '1' }));
  }

  @ReadPage('poles', PEOPLE)
  async list(@Query() asked: PoleSearch, @Req() { actors }: AuthoredRequest): Promise<Page> {
    const reader = {
      isInCharge: holdsOneOf(actors, rolesThat('region')),
      mayDeclare: holdsOneOf(actors, actNamed('declare-initiative').roles),
    };
    const wanted = { limit: '50', ...asked, sort: asked.sort ?? 'next-due' };
    return polesPage(asked, await this.poles.page(wanted, actors), reader);
  }

  @ReadFile('poles.csv', PEOPLE)
  async table(
    @Query() asked: PoleSearch,
    @Req() { actors }: AuthoredRequest,
    @Res() response: Response,
  ): Promise<void> {
    sendCsv(response, 'poles', await this.poles.table(asked, actors));
  }

  @ReadPage('versements', PEOPLE)
  async payments(@Query() asked: InstalmentSearch, @Req() { actors }: AuthoredRequest): Promise<Page> {
    const wanted = { limit: '50', ...asked, state: asked.state ?? 'to-validate' };
    return instalmentListPage(wanted, await this.instalments.page(wanted, actors));
  }

  @ReadFile('versements.csv', PEOPLE)
  async paymentTable(
    @Query() asked: InstalmentSearch,
    @Req() { actors }: AuthoredRequest,
    @Res() response: Response,
  ): Promise<void> {
    sendCsv(
      response,
      'versements',
      await this.instalments.table({ ...asked, state: asked.state ?? 'to-validate' }, actors),
    );
  }

  @ReadPage('comptes-rendus', PEOPLE)
  async reportMatrix(@Query() asked: ReportSearch, @Req() { actors }: AuthoredRequest): Promise<Page> {
    return reportsPage(asked, await this.reports.matrix(asked, actors));
  }

  @ReadPage('prevision', PEOPLE)
  async forecast(@Query() { jours }: ForecastSearch, @Req() { actors }: AuthoredRequest): Promise<Page> {
    const days = HORIZONS.find(horizon => String(horizon) === jours) ?? 30;
    return forecastPage(await this.forecaster.read(days, undefined, actors));
  }

  @ReadPage('demandes', PEOPLE)
  async asked(@Req() { actors }: AuthoredRequest): Promise<Page> {
    const { today } = await readClock(this.source.manager);
    return requestsPage(await this.requests.of(actors), today);
  }
}
