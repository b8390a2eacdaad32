import { Body, Controller, Get, HttpCode, Inject, Param, Patch, Post, Req, UseGuards } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { DataSource, type EntityManager } from 'typeorm';
import { Access } from '../api/access.js';
import type { AuthoredRequest } from '../api/access-guard.js';
import { readClock } from '../clock/clock.js';
import { ContactReads } from '../database/contact-reads.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import { refuse } from '../domain/kernel/refusal.js';
import { addContact, changeContact, restoreAddress, setPreference } from '../record/people/contacts.js';
import { tellUnheard } from '../record/mails/unheard.js';
import { RuleBook } from '../reglement/load.js';
import { RefusedError } from '../record/refused.js';
import { KEEPERS, knownContact } from './contact-access.js';
import { ContactBody, ContactChangeBody, PreferenceBody } from './contact-bodies.js';
import { ContactGuard } from './contact-guard.js';
import { IdentifiedAnswer } from '../api/answers/identified.js';
import { ContactListAnswer, PreferenceAnswer, RestorationAnswer } from './answers.js';
import { Problems } from '../api/problems.js';

const ID = { name: 'contactId', schema: { type: 'string', format: 'uuid' } } as const;

@ApiTags('Contacts')
@Controller('contacts')
export class ContactsController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(RuleBook) private readonly book: RuleBook,
    @Inject(ContactReads) private readonly reads: ContactReads,
  ) {}

  @Get()
  @Access({ to: 'roles', roles: KEEPERS })
  @ApiOkResponse({ description: 'Lu', type: ContactListAnswer })
  @ApiOperation({ operationId: 'list-contacts', summary: 'Qui est prévenu, à quel titre, absences et préférences' })
  async list(): Promise<ContactListAnswer> {
    return { items: await this.reads.all() };
  }

  @Post()
  @HttpCode(201)
  @Access({ to: 'roles', roles: KEEPERS })
  @ApiCreatedResponse({ description: 'Fait', type: IdentifiedAnswer })
  @Problems(400, 413, 415, 422)
  @ApiOperation({ operationId: 'add-contact', summary: 'Ajouter un contact ou une boîte partagée' })
  @ApiBody({ type: ContactBody })
  async add(@Body() fields: ContactBody): Promise<IdentifiedAnswer> {
    inOrder(fields.validFrom, fields.validTo, '/validTo');
    const contact = {
      ...{ role: fields.role, name: fields.name, email: fields.email, shared: fields.shared ?? false },
      phone: fields.phone ?? null,
      ...{ bodies: fields.bodies ?? [], pays: fields.pays ?? [], account: fields.account ?? null },
      ...{ valid_from: fields.validFrom, valid_to: fields.validTo ?? null },
    };
    return this.source.transaction(async manager => {
      const id = await addContact(manager, contact);
      await this.tellUnheard(manager);
      return { id };
    });
  }

  @Patch(':contactId')
  @UseGuards(ContactGuard)
  @Access({ to: 'roles', roles: KEEPERS })
  @ApiOkResponse({ description: 'Fait', type: IdentifiedAnswer })
  @Problems(400, 404, 413, 415, 422)
  @ApiOperation({
    operationId: 'change-contact',
    summary: 'Changer une adresse, un téléphone, ou mettre fin à un contact',
  })
  @ApiParam(ID)
  @ApiBody({ type: ContactChangeBody })
  async change(@Param('contactId') id: string, @Body() changes: ContactChangeBody): Promise<IdentifiedAnswer> {
    const contact = await knownContact(this.reads, id);
    inOrder(contact.validFrom as CivilDate, changes.validTo, '/validTo');
    if (contact.unreachableSince !== null && changes.email === contact.email) throw new RefusedError([UNCHANGED]);
    await this.source.transaction(async manager => {
      await changeContact(manager, id, changes);
      await this.tellUnheard(manager);
    });
    return { id };
  }

  @Post(':contactId/restorations')
  @UseGuards(ContactGuard)
  @HttpCode(200)
  @Access({ to: 'roles', roles: KEEPERS })
  @ApiOkResponse({ description: 'Fait', type: RestorationAnswer })
  @Problems(404)
  @ApiOperation({
    operationId: 'restore-address',
    summary:
      'Dire qu’une adresse reçoit de nouveau : ce qui n’y est pas parvenu, et reste attendu, lui est dit une fois',
  })
  @ApiParam(ID)
  async restore(@Param('contactId') id: string, @Req() { account }: AuthoredRequest): Promise<RestorationAnswer> {
    return this.source.transaction(async manager => {
      const restored = await restoreAddress(manager, id, account);
      return { id, restored, notices: await this.tellUnheard(manager) };
    });
  }

  @Post(':contactId/preferences')
  @UseGuards(ContactGuard)
  @HttpCode(200)
  @Access({ to: 'people' })
  @ApiOkResponse({ description: 'Fait', type: PreferenceAnswer })
  @Problems(400, 404, 413, 415, 422)
  @ApiOperation({
    operationId: 'set-preference',
    summary: 'Choisir d’être prévenu aussitôt, chaque jour ou chaque semaine',
  })
  @ApiParam(ID)
  @ApiBody({ type: PreferenceBody })
  async prefer(@Param('contactId') id: string, @Body() { kind, pace }: PreferenceBody): Promise<PreferenceAnswer> {
    await setPreference(this.source.manager, id, kind, pace);
    return { kind, pace };
  }

  private async tellUnheard(manager: EntityManager): Promise<number> {
    return tellUnheard(manager, this.book, await readClock(manager));
  }
}

const UNCHANGED = refuse(
  'address-unchanged',
  'Cette adresse est déjà la sienne, et ne recevait plus : si elle reçoit de nouveau, dites-le, sans la changer.',
  { pointer: '/email' },
);

function inOrder(from: CivilDate, to: CivilDate | undefined, pointer: string): void {
  if (to === undefined || to >= from) return;
  throw new RefusedError([refuse('period-reversed', 'Une période ne finit pas avant de commencer.', { pointer })]);
}
