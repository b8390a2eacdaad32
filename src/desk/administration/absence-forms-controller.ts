import { Controller, Inject, Param, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PEOPLE } from '../../api/access.js';
import type { AuthoredRequest } from '../../api/access-guard.js';
import { Absences } from '../../contacts/absences.js';
import { isOwn, requireContactOpen } from '../../contacts/contact-access.js';
import { AbsenceBody, AbsenceChangeBody } from '../../contacts/contact-bodies.js';
import { ContactBook } from '../../contacts/contact-book.js';
import { roleLabel, type ActingRole } from '../../domain/dossier/roles.js';
import { civilDate, formatFrench } from '../../domain/kernel/civil-date.js';
import type { SettingForm } from '../forms/setting-form.js';
import { SettingForms } from '../forms/setting-forms.js';
import type { Page } from '../frame/page.js';
import { ReadPage, SendForm } from '../frame/routes.js';
import type { SeeOther } from '../frame/see-other.js';
import { Typed, type Sent } from '../frame/typed.js';
import { toldAt } from './done-words.js';
import { ADMINISTRATION, placeOf } from './places.js';

/** Absences, by who is away or by those who keep the contacts: the same forms for both. */
@ApiExcludeController()
@Controller('absences/:contactId')
export class AbsenceFormsController {
  constructor(
    @Inject(ContactBook) private readonly contacts: ContactBook,
    @Inject(Absences) private readonly absences: Absences,
    @Inject(SettingForms) private readonly forms: SettingForms,
  ) {}

  @ReadPage('noter', PEOPLE)
  async ask(@Param('contactId') contact: string, @Req() request: AuthoredRequest): Promise<Page> {
    return this.forms.show(await this.notingForm(contact, request));
  }

  @SendForm('noter', PEOPLE)
  async note(
    @Param('contactId') contact: string,
    @Typed() typed: Sent,
    @Req() request: AuthoredRequest,
  ): Promise<Page | SeeOther> {
    const form = await this.notingForm(contact, request);
    return this.forms.send<AbsenceBody>(form, typed, {
      perform: async body => {
        await this.absences.add(contact, body, request);
        return toldAt(form.back.href, 'absence-notee');
      },
    });
  }

  @ReadPage(':absenceId/changer', PEOPLE)
  async askChange(
    @Param('contactId') contact: string,
    @Param('absenceId') id: string,
    @Req() request: AuthoredRequest,
  ): Promise<Page> {
    return this.forms.show(await this.changingForm({ contact, id }, request));
  }

  @SendForm(':absenceId/changer', PEOPLE)
  async change(
    @Param('contactId') contact: string,
    @Param('absenceId') id: string,
    @Typed() typed: Sent,
    @Req() request: AuthoredRequest,
  ): Promise<Page | SeeOther> {
    const form = await this.changingForm({ contact, id }, request);
    return this.forms.send<AbsenceChangeBody>(form, typed, {
      perform: async body => {
        await this.absences.change({ contact, id }, body, request);
        return toldAt(form.back.href, 'absence-changee');
      },
    });
  }

  @ReadPage(':absenceId/retour', PEOPLE)
  async askEnd(
    @Param('contactId') contact: string,
    @Param('absenceId') id: string,
    @Req() request: AuthoredRequest,
  ): Promise<Page> {
    return this.forms.show(await this.endingForm({ contact, id }, request));
  }

  @SendForm(':absenceId/retour', PEOPLE)
  async end(
    @Param('contactId') contact: string,
    @Param('absenceId') id: string,
    @Typed() typed: Sent,
    @Req() request: AuthoredRequest,
  ): Promise<Page | SeeOther> {
    const form = await this.endingForm({ contact, id }, request);
    return this.forms.send(form, typed, {
      perform: async () => {
        await this.absences.end({ contact, id }, request);
        return toldAt(form.back.href, 'absence-finie');
      },
    });
  }

  private async notingForm(contact: string, request: AuthoredRequest): Promise<SettingForm> {
    return {
      ...(await this.about(contact, request)),
      title: 'Noter une absence',
      asks: AbsenceBody,
      button: 'Noter cette absence',
      action: `/absences/${contact}/noter`,
    };
  }

  private async changingForm(noted: Noted, request: AuthoredRequest): Promise<SettingForm> {
    const about = await this.about(noted.contact, request);
    return {
      ...about,
      title: 'Changer une absence',
      lead: 'Ce qui est laissé vide reste comme il est.',
      known: [...about.known, await this.days(noted)],
      asks: AbsenceChangeBody,
      button: 'Changer cette absence',
      action: `/absences/${noted.contact}/${noted.id}/changer`,
    };
  }

  private async endingForm(noted: Noted, request: AuthoredRequest): Promise<SettingForm> {
    const about = await this.about(noted.contact, request);
    return {
      ...about,
      title: 'Dire le retour',
      lead: 'La personne reçoit et agit de nouveau dès aujourd’hui.',
      known: [...about.known, await this.days(noted)],
      button: 'Dire le retour',
      action: `/absences/${noted.contact}/${noted.id}/retour`,
    };
  }

  /** Whose absence it is, who may receive, and where its author goes back. Refuses who may not note it. */
  private async about(id: string, request: AuthoredRequest) {
    const contact = await this.contacts.known(id);
    requireContactOpen(contact, request);
    const receivers = await this.contacts.receivers(id, request.actors);
    const options = receivers.map(({ id: value, name, role }) => ({
      value,
      label: `${name} (${roleLabel(role as ActingRole)})`,
    }));
    const isMine = isOwn(contact, request.account);
    return {
      known: [
        { label: 'Personne', value: contact.name },
        { label: 'Prévenue comme', value: roleLabel(contact.role as ActingRole) },
      ],
      options: (source: string) => (source === 'receivers' ? options : []),
      back: isMine ? { label: 'Mes réglages', href: '/moi' } : placeOf('Absences'),
      under: isMine ? '/moi' : ADMINISTRATION,
    };
  }

  private async days(noted: Noted) {
    const { firstDay, lastDay } = await this.absences.known(noted);
    const [first, last] = [firstDay, lastDay].map(day => formatFrench(civilDate(day)));
    return { label: 'Absence notée', value: `du ${first} au ${last}` };
  }
}

interface Noted {
  readonly contact: string;
  readonly id: string;
}
