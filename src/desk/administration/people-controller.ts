import { Controller, Inject, Param, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { AuthoredRequest } from '../../api/access-guard.js';
import { readClock } from '../../clock/clock.js';
import { ContactBody, ContactChangeBody } from '../../contacts/contact-bodies.js';
import { ContactBook } from '../../contacts/contact-book.js';
import { roleLabel, type ActingRole } from '../../domain/dossier/roles.js';
import { civilDate, formatFrench } from '../../domain/kernel/civil-date.js';
import { RIGHTS_KEEPERS } from '../../settings/rights.js';
import type { SettingForm } from '../forms/setting-form.js';
import { SettingForms } from '../forms/setting-forms.js';
import type { Page } from '../frame/page.js';
import { ReadPage, SendForm } from '../frame/routes.js';
import type { SeeOther } from '../frame/see-other.js';
import { Asked, Typed, type Sent } from '../frame/typed.js';
import { doneWords, toldAt } from './done-words.js';
import { absencesPage, peoplePage } from './people-page.js';
import { Perimeters } from './perimeters.js';
import { ADMINISTRATION, placeOf } from './places.js';

const KEEPERS = { to: 'roles', roles: RIGHTS_KEEPERS } as const;
const PLACE = placeOf('Personnes');
const FRAME = { back: PLACE, under: ADMINISTRATION };

/** Who is written to, and who is away. */
@ApiExcludeController()
@Controller('administration')
export class PeoplePagesController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(ContactBook) private readonly contacts: ContactBook,
    @Inject(SettingForms) private readonly forms: SettingForms,
    @Inject(Perimeters) private readonly perimeters: Perimeters,
  ) {}

  @ReadPage('personnes', KEEPERS)
  async people(@Asked() { dit }: Sent): Promise<Page> {
    return peoplePage({ ...(await this.shown(dit)), tell: await this.perimeters.teller('Tous les pôles') });
  }

  @ReadPage('absences', KEEPERS)
  async absences(@Asked() { dit }: Sent): Promise<Page> {
    return absencesPage(await this.shown(dit));
  }

  @ReadPage('personnes/ajouter', KEEPERS)
  async askPerson(): Promise<Page> {
    return this.forms.show(await this.addingForm());
  }

  @SendForm('personnes/ajouter', KEEPERS)
  async add(@Typed() typed: Sent): Promise<Page | SeeOther> {
    return this.forms.send<ContactBody>(await this.addingForm(), typed, {
      perform: async body => {
        await this.contacts.add(body);
        return toldAt(PLACE.href, 'personne-ajoutee');
      },
    });
  }

  @ReadPage('personnes/:contactId/changer', KEEPERS)
  async askChange(@Param('contactId') id: string): Promise<Page> {
    return this.forms.show(await this.changingForm(id));
  }

  @SendForm('personnes/:contactId/changer', KEEPERS)
  async change(@Param('contactId') id: string, @Typed() typed: Sent): Promise<Page | SeeOther> {
    return this.changed(id, await this.changingForm(id), typed);
  }

  @ReadPage('personnes/:contactId/fin', KEEPERS)
  async askEnd(@Param('contactId') id: string): Promise<Page> {
    return this.forms.show(await this.endingForm(id));
  }

  @SendForm('personnes/:contactId/fin', KEEPERS)
  async end(@Param('contactId') id: string, @Typed() typed: Sent): Promise<Page | SeeOther> {
    return this.changed(id, await this.endingForm(id), typed);
  }

  @ReadPage('personnes/:contactId/retablir', KEEPERS)
  async askRestoration(@Param('contactId') id: string): Promise<Page> {
    return this.forms.show(await this.restoringForm(id));
  }

  @SendForm('personnes/:contactId/retablir', KEEPERS)
  async restore(
    @Param('contactId') id: string,
    @Typed() typed: Sent,
    @Req() { account }: AuthoredRequest,
  ): Promise<Page | SeeOther> {
    return this.forms.send(await this.restoringForm(id), typed, {
      perform: async () => {
        await this.contacts.restore(id, account);
        return toldAt(PLACE.href, 'adresse-retablie');
      },
    });
  }

  private async changed(id: string, form: SettingForm, typed: Sent): Promise<Page | SeeOther> {
    return this.forms.send<ContactChangeBody>(form, typed, {
      perform: async body => {
        await this.contacts.change(id, body);
        return toldAt(PLACE.href, 'personne-changee');
      },
    });
  }

  private async shown(word: unknown) {
    const { today } = await readClock(this.source.manager);
    return { people: await this.contacts.all(), today, done: doneWords(word) };
  }

  private async addingForm(): Promise<SettingForm> {
    const pays = await this.perimeters.pays();
    return {
      ...{ ...FRAME, title: 'Ajouter une personne', asks: ContactBody, action: `${PLACE.href}/ajouter` },
      lead: 'Elle sera prévenue par courriel à ce titre ; ce n’est pas un droit d’agir.',
      options: source => (source === 'pays' ? pays : []),
      button: 'Ajouter cette personne',
    };
  }

  private async changingForm(id: string): Promise<SettingForm> {
    return {
      ...{ ...FRAME, title: 'Changer une adresse ou un téléphone', action: `${PLACE.href}/${id}/changer` },
      lead: 'Ce qui est laissé vide reste comme il est.',
      known: await this.knownLines(id),
      ...{ asks: ContactChangeBody, only: ['email', 'phone'], button: 'Changer' },
    };
  }

  private async endingForm(id: string): Promise<SettingForm> {
    const { name } = await this.contacts.known(id);
    return {
      ...{ ...FRAME, title: 'Ne plus prévenir une personne', action: `${PLACE.href}/${id}/fin` },
      known: await this.knownLines(id),
      ...{ asks: ContactChangeBody, only: ['validTo'], needs: ['validTo'], button: 'Mettre fin' },
      check: ({ validTo }) => ({
        title: `Vous allez ne plus prévenir ${name} après le ${formatFrench(civilDate(String(validTo)))}`,
        follows: [
          'Jusqu’à ce jour compris, rien ne change ; ensuite, cette personne ne reçoit plus rien à ce titre.',
          'Ses droits d’agir restent : ils se retirent à part.',
        ],
        undone: 'Le dernier jour peut être déplacé tant qu’il n’est pas passé.',
        ends: true,
      }),
    };
  }

  private async restoringForm(id: string): Promise<SettingForm> {
    return {
      ...{ ...FRAME, title: 'Dire qu’une adresse reçoit de nouveau', action: `${PLACE.href}/${id}/retablir` },
      lead: 'Ce qui n’y est pas parvenu, et reste attendu, lui sera dit une fois.',
      known: await this.knownLines(id),
      button: 'Rétablir cette adresse',
    };
  }

  private async knownLines(id: string) {
    const { name, role, email, phone } = await this.contacts.known(id);
    return [
      { label: 'Personne', value: name },
      { label: 'Prévenue comme', value: roleLabel(role as ActingRole) },
      { label: 'Adresse', value: email },
      ...(phone === null ? [] : [{ label: 'Téléphone', value: phone }]),
    ];
  }
}
