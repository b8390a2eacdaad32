import { Controller, Inject, Param, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PEOPLE } from '../../api/access.js';
import type { AuthoredRequest } from '../../api/access-guard.js';
import { PageSessions } from '../../api/page-sessions.js';
import { UnknownDossierError } from '../../record/refused.js';
import { ObligationReader } from '../../obligations/obligation-reader.js';
import { PoleReader, type SeenPole } from '../../poles/pole-reader.js';
import { PolePeople } from '../../poles/pole-people.js';
import { Timeline } from '../../poles/timeline.js';
import type { Page } from '../frame/page.js';
import { ReadPage, SendForm } from '../frame/routes.js';
import { Asked, Typed, type Sent } from '../frame/typed.js';
import { BankAccounts } from './bank-accounts.js';
import { awardsPage } from './awards-page.js';
import { contributionsPage } from './contributions-page.js';
import { FiledReports } from './filed-reports.js';
import { instalmentsPage } from './instalments-page.js';
import { journalPage } from './journal-page.js';
import { lifePage } from './life-page.js';
import { obligationPage } from './obligation-page.js';
import { obligationsPage } from './obligations-page.js';
import { overviewPage } from './overview.js';
import { peoplePage } from './people-page.js';
import { postsPage } from './posts-page.js';
import { preparationPage } from './preparation-page.js';
import { yearsPage } from './years-page.js';

/** A pôle and its rooms, as far as each person reads it. */
@ApiExcludeController()
@Controller('poles/:poleId')
export class PoleController {
  constructor(
    @Inject(PoleReader) private readonly poles: PoleReader,
    @Inject(PolePeople) private readonly people: PolePeople,
    @Inject(Timeline) private readonly lines: Timeline,
    @Inject(ObligationReader) private readonly obligations: ObligationReader,
    @Inject(FiledReports) private readonly reports: FiledReports,
    @Inject(BankAccounts) private readonly accounts: BankAccounts,
    @Inject(PageSessions) private readonly sessions: PageSessions,
  ) {}

  @ReadPage('/', PEOPLE)
  async overview(@Param('poleId') poleId: string, @Req() request: AuthoredRequest): Promise<Page> {
    const pole = await this.poles.read(poleId, request.actors);
    return overviewPage(pole, await this.people.of(pole));
  }

  @ReadPage('preparation', PEOPLE)
  async preparation(@Param('poleId') poleId: string, @Req() request: AuthoredRequest): Promise<Page> {
    return preparationPage(await this.whole(poleId, request));
  }

  @ReadPage('attributions', PEOPLE)
  async awards(@Param('poleId') poleId: string, @Req() request: AuthoredRequest): Promise<Page> {
    return awardsPage(await this.poles.read(poleId, request.actors));
  }

  @ReadPage('exercices', PEOPLE)
  async years(@Param('poleId') poleId: string, @Req() request: AuthoredRequest): Promise<Page> {
    const pole = await this.poles.read(poleId, request.actors);
    return yearsPage(pole, await this.reports.of(pole.dossier.state, request.actors));
  }

  @ReadPage('versements', PEOPLE)
  async instalments(@Param('poleId') poleId: string, @Req() request: AuthoredRequest): Promise<Page> {
    const pole = await this.poles.read(poleId, request.actors);
    return instalmentsPage(pole, await this.accounts.of(pole.dossier.state, request.actors));
  }

  @SendForm('versements', PEOPLE)
  async account(
    @Param('poleId') poleId: string,
    @Typed() { event }: Sent,
    @Req() request: AuthoredRequest,
  ): Promise<Page> {
    await this.sessions.requireFresh(request);
    const pole = await this.poles.read(poleId, request.actors);
    const accounts = await this.accounts.of(pole.dossier.state, request.actors);
    const account = accounts.find(named => named.event === event);
    if (account === undefined) throw new UnknownDossierError('Ce fait ne donne pas de coordonnées bancaires.');
    const details = await this.accounts.read(pole.dossier.id, account.event, request.actors);
    return instalmentsPage(pole, accounts, { event: account.event, details });
  }

  @ReadPage('poste', PEOPLE)
  async posts(@Param('poleId') poleId: string, @Req() request: AuthoredRequest): Promise<Page> {
    return postsPage(await this.whole(poleId, request));
  }

  @ReadPage('cofinancements', PEOPLE)
  async contributions(@Param('poleId') poleId: string, @Req() request: AuthoredRequest): Promise<Page> {
    return contributionsPage(await this.poles.read(poleId, request.actors));
  }

  @ReadPage('vie', PEOPLE)
  async life(@Param('poleId') poleId: string, @Req() request: AuthoredRequest): Promise<Page> {
    return lifePage(await this.whole(poleId, request));
  }

  @ReadPage('personnes', PEOPLE)
  async members(@Param('poleId') poleId: string, @Req() request: AuthoredRequest): Promise<Page> {
    const pole = await this.poles.read(poleId, request.actors);
    return peoplePage(pole, await this.people.of(pole));
  }

  @ReadPage('journal', PEOPLE)
  async journal(
    @Param('poleId') poleId: string,
    @Asked() { tout, apres }: Sent,
    @Req() request: AuthoredRequest,
  ): Promise<Page> {
    const pole = await this.poles.read(poleId, request.actors);
    const withMachine = tout === '1';
    const after = typeof apres === 'string' ? { after: apres } : {};
    const asked = { lines: withMachine ? 'all' : 'facts', order: 'desc', limit: '100', ...after } as const;
    return journalPage(pole, await this.lines.of(pole, asked, request.actors), withMachine);
  }

  @ReadPage('echeances', PEOPLE)
  async owed(@Param('poleId') poleId: string, @Req() request: AuthoredRequest): Promise<Page> {
    return obligationsPage(await this.poles.read(poleId, request.actors));
  }

  @ReadPage('echeances/:obligationId', PEOPLE)
  async obligation(
    @Param('poleId') poleId: string,
    @Param('obligationId') obligationId: string,
    @Req() request: AuthoredRequest,
  ): Promise<Page> {
    const owed = await this.obligations.read(obligationId, request.actors);
    if (owed.pole.id !== poleId) throw new UnknownDossierError();
    return obligationPage(await this.poles.read(poleId, request.actors), owed);
  }

  /** A pôle that someone reads whole: of a part of it, some rooms do not exist. */
  private async whole(poleId: string, { actors }: AuthoredRequest): Promise<SeenPole> {
    const pole = await this.poles.read(poleId, actors);
    if (pole.view !== 'whole') throw new UnknownDossierError();
    return pole;
  }
}
