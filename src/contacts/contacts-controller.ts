import { Body, Controller, Get, HttpCode, Inject, Param, Patch, Post, Req, UseGuards } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Access } from '../api/access.js';
import type { AuthoredRequest } from '../api/access-guard.js';
import { KEEPERS } from './contact-access.js';
import { ContactBook } from './contact-book.js';
import { ContactBody, ContactChangeBody, PreferenceBody } from './contact-bodies.js';
import { ContactGuard } from './contact-guard.js';
import { IdentifiedAnswer } from '../api/answers/identified.js';
import { ContactListAnswer, PreferenceAnswer, RestorationAnswer } from './answers.js';
import { Problems } from '../api/problems.js';

const ID = { name: 'contactId', schema: { type: 'string', format: 'uuid' } } as const;

@ApiTags('Contacts')
@Controller('contacts')
export class ContactsController {
  constructor(@Inject(ContactBook) private readonly contacts: ContactBook) {}

  @Get()
  @Access({ to: 'roles', roles: KEEPERS })
  @ApiOkResponse({ description: 'Lu', type: ContactListAnswer })
  @ApiOperation({ operationId: 'list-contacts', summary: 'Qui est prévenu, à quel titre, absences et préférences' })
  async list(): Promise<ContactListAnswer> {
    return { items: await this.contacts.all() };
  }

  @Post()
  @HttpCode(201)
  @Access({ to: 'roles', roles: KEEPERS })
  @ApiCreatedResponse({ description: 'Fait', type: IdentifiedAnswer })
  @Problems(400, 413, 415, 422)
  @ApiOperation({ operationId: 'add-contact', summary: 'Ajouter un contact ou une boîte partagée' })
  @ApiBody({ type: ContactBody })
  async add(@Body() fields: ContactBody): Promise<IdentifiedAnswer> {
    return { id: await this.contacts.add(fields) };
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
    await this.contacts.change(id, changes);
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
    return { id, ...(await this.contacts.restore(id, account)) };
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
    await this.contacts.prefer(id, { kind, pace });
    return { kind, pace };
  }
}
