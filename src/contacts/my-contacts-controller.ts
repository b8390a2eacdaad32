import { Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../api/access.js';
import type { AuthoredRequest } from '../api/access-guard.js';
import { ContactListAnswer } from './answers.js';
import { ContactBook } from './contact-book.js';

@ApiTags('Contacts')
@Controller('me/contacts')
export class MyContactsController {
  constructor(@Inject(ContactBook) private readonly contacts: ContactBook) {}

  @Get()
  @Access({ to: 'people' })
  @ApiOkResponse({ description: 'Lu', type: ContactListAnswer })
  @ApiOperation({
    operationId: 'my-contacts',
    summary: 'À quels titres vous êtes prévenu, vos absences et préférences',
  })
  async list(@Req() { account }: AuthoredRequest): Promise<ContactListAnswer> {
    return { items: await this.contacts.of(account) };
  }
}
