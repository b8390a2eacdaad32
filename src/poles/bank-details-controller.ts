import { Body, Controller, Header, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Access } from '../api/access.js';
import type { AuthoredRequest } from '../api/access-guard.js';
import { Moment, Text } from '../api/answers/fields.js';
import { Id } from '../api/fields.js';
import { Problems } from '../api/problems.js';
import { readBankDetails } from '../record/people/bank-details.js';
import { poleIdentifier } from './pole-identifier.js';

class BankDetailsReadingBody {
  @Id({ description: 'La demande de versement : le fait qui donne ces coordonnées' })
  event!: string;
}

/** An account to be paid, whole. */
export class BankDetailsAnswer {
  @Text('FR7630006000011234567890189')
  readonly iban!: string;

  @Text('AGRIFRPPXXX', { nullable: true })
  readonly bic!: string | null;

  @Text('Association fictive du pôle (démonstration)', { description: 'Titulaire du compte' })
  readonly accountHolder!: string;

  @Moment('2026-05-05T06:00:02Z', { description: 'Quand vous les avez lues, comme le registre des accès le dit' })
  readonly readAt!: string;
}

/** The accounts to be paid, whole to who pays them and to whose they are; each reading is written. */
@ApiTags('Accès')
@Controller('poles/:poleId/bank-details-readings')
export class BankDetailsController {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  @Post()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @Access({ to: 'people' })
  @ApiOkResponse({ description: 'Lu, et noté au registre des accès', type: BankDetailsAnswer })
  @Problems(400, 404, 413, 415, 422)
  @ApiOperation({
    operationId: 'read-bank-details',
    summary: 'Lire en entier les coordonnées bancaires d’une demande de versement ; la lecture est notée',
    description: 'Ouvert à la Région et à l’organisme dont c’est le compte.',
  })
  @ApiParam({ name: 'poleId', schema: { type: 'string', format: 'uuid' } })
  @ApiBody({ type: BankDetailsReadingBody })
  async read(
    @Param('poleId') poleId: string,
    @Body() { event }: BankDetailsReadingBody,
    @Req() { actors }: AuthoredRequest,
  ): Promise<BankDetailsAnswer> {
    const id = poleIdentifier(poleId);
    return this.source.transaction(manager => readBankDetails(manager, id, event, actors));
  }
}
