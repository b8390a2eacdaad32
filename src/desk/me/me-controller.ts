import { Controller, Inject, Param, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { PEOPLE } from '../../api/access.js';
import type { AuthoredRequest } from '../../api/access-guard.js';
import { PageSessions } from '../../api/page-sessions.js';
import { MyCalendar } from '../../calendar/my-calendar.js';
import { readClock } from '../../clock/clock.js';
import { requireContactOpen } from '../../contacts/contact-access.js';
import { PreferenceBody } from '../../contacts/contact-bodies.js';
import { ContactBook } from '../../contacts/contact-book.js';
import { roleLabel, type ActingRole } from '../../domain/dossier/roles.js';
import { doneWords, toldAt } from '../administration/done-words.js';
import { Perimeters } from '../administration/perimeters.js';
import { trimmed } from '../forms/posted.js';
import type { SettingForm } from '../forms/setting-form.js';
import { SettingForms } from '../forms/setting-forms.js';
import type { Page } from '../frame/page.js';
import { ReadPage, SendForm } from '../frame/routes.js';
import { SeeOther } from '../frame/see-other.js';
import { Asked, Typed, type Sent } from '../frame/typed.js';
import { MINE } from './agenda-part.js';
import { settingsPage } from './settings-page.js';

const BACK = { label: 'Mes réglages', href: MINE };

/** What each sets for themself. */
@ApiExcludeController()
@Controller('moi')
export class MyPagesController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(PageSessions) private readonly sessions: PageSessions,
    @Inject(ContactBook) private readonly contacts: ContactBook,
    @Inject(MyCalendar) private readonly calendar: MyCalendar,
    @Inject(SettingForms) private readonly forms: SettingForms,
    @Inject(Perimeters) private readonly perimeters: Perimeters,
  ) {}

  @ReadPage('/', PEOPLE)
  read(@Asked() { dit }: Sent, @Req() request: AuthoredRequest): Promise<Page> {
    return this.page(request, { done: doneWords(dit) });
  }

  @ReadPage('rythme/:contactId', PEOPLE)
  async askPace(@Param('contactId') id: string, @Req() request: AuthoredRequest): Promise<Page> {
    return this.forms.show(await this.paceForm(id, request));
  }

  @SendForm('rythme/:contactId', PEOPLE)
  async setPace(
    @Param('contactId') id: string,
    @Typed() typed: Sent,
    @Req() request: AuthoredRequest,
  ): Promise<Page | SeeOther> {
    return this.forms.send<PreferenceBody>(await this.paceForm(id, request), typed, {
      perform: async body => {
        await this.contacts.prefer(id, body);
        return toldAt(MINE, 'rythme-change');
      },
    });
  }

  @SendForm('agenda', PEOPLE)
  async renew(@Req() request: AuthoredRequest): Promise<Page> {
    return this.page(request, { done: undefined, address: await this.calendar.renew(request.account) });
  }

  @SendForm('agenda/fermer', PEOPLE)
  async close(@Req() { account }: AuthoredRequest): Promise<SeeOther> {
    await this.calendar.close(account);
    return new SeeOther(toldAt(MINE, 'agenda-ferme'));
  }

  @SendForm('suivis', PEOPLE)
  async follow(@Typed() typed: Sent, @Req() request: AuthoredRequest): Promise<SeeOther> {
    const pole = trimmed(typed, 'pole');
    if (pole === '') return new SeeOther(MINE);
    await this.calendar.follow(pole, request);
    return new SeeOther(toldAt(MINE, 'pole-suivi'));
  }

  @SendForm('suivis/:poleId/quitter', PEOPLE)
  async leave(@Param('poleId') poleId: string, @Req() { account }: AuthoredRequest): Promise<SeeOther> {
    await this.calendar.leave(poleId, account);
    return new SeeOther(toldAt(MINE, 'pole-quitte'));
  }

  private async page(
    request: AuthoredRequest,
    told: { readonly done: string | undefined; readonly address?: string },
  ): Promise<Page> {
    const { account, actors } = request;
    const [contacts, everyone] = await Promise.all([this.contacts.of(account), this.contacts.all()]);
    const people = new Map(everyone.map(({ account: held, name }) => [held, name]));
    return settingsPage({
      ...{ contacts, actors, ...told },
      name: (await this.sessions.open(request))?.name ?? account,
      nameOf: name => people.get(name),
      receivers: new Map(everyone.map(({ id, name }) => [id, name])),
      tell: await this.perimeters.teller('Tous les pôles'),
      today: (await readClock(this.source.manager)).today,
      agendaSince: await this.calendar.openSince(account),
      followed: await this.calendar.followed({ account, actors }),
      others: await this.calendar.followable({ account, actors }),
    });
  }

  private async paceForm(id: string, request: AuthoredRequest): Promise<SettingForm> {
    const contact = await this.contacts.known(id);
    requireContactOpen(contact, request);
    return {
      title: 'Changer le rythme de mes courriels',
      lead: `${roleLabel(contact.role as ActingRole)} : ${contact.email}`,
      asks: PreferenceBody,
      button: 'Changer le rythme',
      ...{ action: `${MINE}/rythme/${id}`, back: BACK, under: MINE },
    };
  }
}
