import { Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../api/access.js';
import type { AuthoredRequest } from '../api/access-guard.js';
import { ContactReads } from '../database/contact-reads.js';
import { ContactListAnswer } from './answers.js';

@ApiTags('Contacts')
@Controller('me/contacts')
export class MyContactsController {
  constructor(@Inject(ContactReads) private readonly reads: ContactReads) {}

  @Get()
  @Access({ to: 'people' })
  @ApiOkResponse({ description: 'Lu', type: ContactListAnswer })
  @ApiOperation({
    operationId: 'my-contacts',
    summary: 'À quels titres vous êtes prévenu, vos absences et préférences',
  })
  async list(@Req() { account }: AuthoredRequest): Promise<ContactListAnswer> {
    return { items: await this.reads.of(account) };
  }
}
