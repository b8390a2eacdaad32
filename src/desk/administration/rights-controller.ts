import { Controller, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { AuthoredRequest } from '../../api/access-guard.js';
import { readClock } from '../../clock/clock.js';
import { roleLabel, roleLabels, ROLES, type Role } from '../../domain/dossier/roles.js';
import { formatFrench } from '../../domain/kernel/civil-date.js';
import { EndingBody, RightBody } from '../../settings/request-bodies.js';
// oxlint-disable-next-line typescript/consistent-type-imports -- the pipe reads the class from the handler's metadata
import { RightListQuery } from '../../settings/right-list-query.js';
import { RIGHTS_KEEPERS, Rights } from '../../settings/rights.js';
import { HouseFactsReader } from '../forms/house-facts.js';
import type { SettingForm } from '../forms/setting-form.js';
import { SettingForms } from '../forms/setting-forms.js';
import type { Page } from '../frame/page.js';
import { ReadPage, SendForm } from '../frame/routes.js';
import { SeeOther } from '../frame/see-other.js';
import { Asked, Typed, type Sent } from '../frame/typed.js';
import { doneWords, toldAt } from './done-words.js';
import { Perimeters } from './perimeters.js';
import { ADMINISTRATION, placeOf } from './places.js';
import { rightsPage } from './rights-page.js';

const KEEPERS = { to: 'roles', roles: RIGHTS_KEEPERS } as const;
const PLACE = placeOf('Droits');
const EVERYWHERE = 'Toute la maison';

/** Who may act in the house: read, given and ended by those who administer it. */
@ApiExcludeController()
@Controller('administration')
export class RightPagesController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Rights) private readonly rights: Rights,
    @Inject(SettingForms) private readonly forms: SettingForms,
    @Inject(Perimeters) private readonly perimeters: Perimeters,
    @Inject(HouseFactsReader) private readonly house: HouseFactsReader,
  ) {}

  @ReadPage('/', KEEPERS)
  first(): SeeOther {
    return new SeeOther(PLACE.href);
  }

  @ReadPage('droits', KEEPERS)
  async list(@Query() { account, role }: RightListQuery, @Asked() { dit }: Sent): Promise<Page> {
    const asked = { ...(account ? { account } : {}), ...(role ? { role } : {}) };
    const people = await this.house.people();
    return rightsPage({
      rights: await this.rights.list(asked),
      asked,
      roles: roleLabels(Object.keys(ROLES) as Role[]),
      tell: await this.perimeters.teller(EVERYWHERE),
      nameOf: name => people.get(name),
      today: (await readClock(this.source.manager)).today,
      done: doneWords(dit),
    });
  }

  @ReadPage('droits/donner', KEEPERS)
  async askRight(): Promise<Page> {
    return this.forms.show(await this.givingForm());
  }

  @SendForm('droits/donner', KEEPERS)
  async give(@Typed() typed: Sent, @Req() { account, actors }: AuthoredRequest): Promise<Page | SeeOther> {
    return this.forms.send<RightBody>(await this.givingForm(), typed, {
      rehearse: (body, key) => this.rights.rehearseGiving(body, { account, actors, key }),
      perform: async (body, key) => {
        await this.rights.give(body, { account, actors, key });
        return toldAt(PLACE.href, 'droit-donne');
      },
    });
  }

  @ReadPage('droits/:rightId/retirer', KEEPERS)
  async askEnding(@Param('rightId') id: string): Promise<Page> {
    return this.forms.show(await this.endingForm(id));
  }

  @SendForm('droits/:rightId/retirer', KEEPERS)
  async end(
    @Param('rightId') id: string,
    @Typed() typed: Sent,
    @Req() { account, actors }: AuthoredRequest,
  ): Promise<Page | SeeOther> {
    return this.forms.send<EndingBody>(await this.endingForm(id), typed, {
      rehearse: (body, key) => this.rights.rehearseEnding(id, body, { account, actors, key }),
      perform: async (body, key) => {
        await this.rights.end(id, body, { account, actors, key });
        return toldAt(PLACE.href, 'droit-retire');
      },
    });
  }

  private async givingForm(): Promise<SettingForm> {
    const pays = await this.perimeters.pays();
    return {
      title: 'Donner un droit',
      lead: 'Un rôle, à un compte. Nul ne se donne un droit à soi-même.',
      asks: RightBody,
      options: source => (source === 'pays' ? pays : []),
      button: 'Donner ce droit',
      ...{ action: `${PLACE.href}/donner`, back: PLACE, under: ADMINISTRATION },
      check: ({ account, role }) => ({
        title: `Vous allez donner un droit à « ${String(account)} » : ${roleLabel(role as Role)}`,
        follows: [
          'La personne lira et fera ce que ce rôle permet, à la prochaine page qu’elle demandera.',
          'Votre nom, le jour et votre motif restent au registre des droits.',
        ],
        undone: 'Un droit se retire à tout moment ; ce qui aura été fait en son nom reste fait.',
        ends: false,
      }),
    };
  }

  private async endingForm(id: string): Promise<SettingForm> {
    const right = await this.rights.right(id);
    const { account, role, from } = right;
    const name = (await this.house.people()).get(account) ?? account;
    const tell = await this.perimeters.teller(EVERYWHERE);
    return {
      title: `Retirer un droit de ${name}`,
      known: [
        { label: 'Compte', value: account },
        { label: 'Rôle', value: roleLabel(role) },
        { label: 'Pour', value: tell(right) },
        { label: 'Depuis le', value: formatFrench(from) },
      ],
      asks: EndingBody,
      button: 'Retirer ce droit',
      ...{ action: `${PLACE.href}/${id}/retirer`, back: PLACE, under: ADMINISTRATION },
      check: () => ({
        title: `Vous allez retirer un droit de ${name} : ${roleLabel(role)}`,
        follows: [
          'Ce droit ne vaudra plus dès la prochaine page demandée.',
          'Ce qui fut fait en son nom reste fait, et signé de ce compte.',
        ],
        undone: 'Un droit retiré ne revient pas de lui-même : il se donne de nouveau.',
        ends: true,
      }),
    };
  }
}
