import { Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../api/access.js';
import type { AuthoredRequest } from '../api/access-guard.js';
import { House } from '../api/house.js';
import { ContactReads } from '../database/contact-reads.js';
import { ContactListAnswer } from './answers.js';

@ApiTags('Contacts')
@Controller('me/contacts')
export class MyContactsController {
  constructor(@Inject(House) private readonly house: House) {}

  @Get()
  @Access({ to: 'people' })
  @ApiOkResponse({ description: 'Lu', type: ContactListAnswer })
  @ApiOperation({
    operationId: 'my-contacts',
    summary: 'À quels titres vous êtes prévenu, vos absences et préférences',
  })
  async list(@Req() { account }: AuthoredRequest): Promise<ContactListAnswer> {
    return { items: await new ContactReads(this.house.source).of(account) };
  }
}
