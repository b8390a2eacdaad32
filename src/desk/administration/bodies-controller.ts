import { Controller, Inject, Param, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { AuthoredRequest } from '../../api/access-guard.js';
import { isSiret } from '../../domain/kernel/identifiers.js';
import { BodyRegister } from '../../settings/body-register.js';
import { NamedBodyBody } from '../../settings/request-bodies.js';
import { RIGHTS_KEEPERS } from '../../settings/rights.js';
import { HouseFactsReader } from '../forms/house-facts.js';
import { trimmed } from '../forms/posted.js';
import type { SettingForm } from '../forms/setting-form.js';
import { SettingForms } from '../forms/setting-forms.js';
import type { Page } from '../frame/page.js';
import { ReadPage, SendForm } from '../frame/routes.js';
import type { SeeOther } from '../frame/see-other.js';
import { Asked, Typed, type Sent } from '../frame/typed.js';
import { bodiesPage, bodyPage } from './bodies-page.js';
import { doneWords, toldAt } from './done-words.js';
import { ADMINISTRATION, placeOf } from './places.js';

const KEEPERS = { to: 'roles', roles: RIGHTS_KEEPERS } as const;
const PLACE = placeOf('Organismes');
const NAMING: SettingForm = {
  title: 'Nommer un organisme',
  lead: 'Il porte ce nom dans tous les dossiers ; ceux d’avant restent au registre.',
  asks: NamedBodyBody,
  button: 'Nommer cet organisme',
  ...{ action: `${PLACE.href}/nommer`, back: PLACE, under: ADMINISTRATION },
};

/** The register of bodies. */
@ApiExcludeController()
@Controller('administration/organismes')
export class BodyPagesController {
  constructor(
    @Inject(BodyRegister) private readonly register: BodyRegister,
    @Inject(SettingForms) private readonly forms: SettingForms,
    @Inject(HouseFactsReader) private readonly house: HouseFactsReader,
  ) {}

  @ReadPage('/', KEEPERS)
  async list(@Asked() asked: Sent): Promise<Page> {
    const searched = trimmed(asked, 'q').slice(0, 200);
    return bodiesPage({ bodies: await this.register.list(searched), searched, done: doneWords(asked['dit']) });
  }

  @ReadPage('nommer', KEEPERS)
  askName(@Asked() asked: Sent): Page {
    const siret = trimmed(asked, 'siret');
    return this.forms.show(NAMING, isSiret(siret) ? { siret } : {});
  }

  @SendForm('nommer', KEEPERS)
  async name(@Typed() typed: Sent, @Req() { account, actors }: AuthoredRequest): Promise<Page | SeeOther> {
    return this.forms.send<NamedBodyBody>(NAMING, typed, {
      perform: async ({ siret, ...body }, key) => {
        await this.register.name(siret, body, { account, actors, key });
        return toldAt(PLACE.href, 'organisme-nomme');
      },
    });
  }

  @ReadPage(':siret', KEEPERS)
  async read(@Param('siret') siret: string, @Req() { actors }: AuthoredRequest): Promise<Page> {
    const [body, people] = await Promise.all([this.register.read(siret, actors), this.house.people()]);
    return bodyPage(body, account => people.get(account));
  }
}
