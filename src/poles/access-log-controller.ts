import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsUUID, Matches } from 'class-validator';
import { Access } from '../api/access.js';
import { Among, Moment, Parts, Text, Uuid } from '../api/answers/fields.js';
import { ACTING_ROLES } from '../api/answers/party.js';
import { Problems } from '../api/problems.js';
import { AccessLogReads } from '../database/access-log-reads.js';
import { PURPOSES } from '../domain/dossier/private-purposes.js';
import { rolesThat } from '../domain/dossier/roles.js';

const MALFORMED = { message: "L'identifiant est mal formé." };

/** The filters of the log of accesses. Refuses unknown ones. */
export class AccessLogQuery {
  @ApiPropertyOptional({ description: 'Pôle', format: 'uuid' })
  @IsOptional()
  @IsUUID('all', MALFORMED)
  pole?: string;

  @ApiPropertyOptional({ description: 'Curseur de la page', format: 'uuid' })
  @IsOptional()
  @IsUUID('all', MALFORMED)
  after?: string;

  @ApiPropertyOptional({ description: 'Taille de la page, 100 au plus', example: '20' })
  @IsOptional()
  @Matches(/^([1-9]\d?|100)$/, { message: 'De 1 à 100.' })
  limit?: string;
}

/** Something that was read whole. */
export class AccessAnswer {
  @Uuid()
  readonly id!: string;

  @Moment('2026-05-05T06:00:02Z')
  readonly readAt!: string;

  @Text('gestionnaire-financiere')
  readonly account!: string;

  @Among(ACTING_ROLES, { description: 'Le rôle au titre duquel il a lu' })
  readonly role!: string;

  @Text('instructeur-2', { description: 'Compte de la personne absente, suppléée', nullable: true })
  readonly insteadOf!: string | null;

  @Uuid()
  readonly poleId!: string;

  @Uuid({ description: 'Le fait dont il a lu ce qui est dit à côté du journal' })
  readonly eventId!: string;

  @Among(Object.keys(PURPOSES), { description: 'Ce qu’il a lu' })
  readonly purpose!: string;
}

/** A page of the log of accesses. */
export class AccessLogAnswer {
  @Parts(() => AccessAnswer)
  readonly items!: readonly AccessAnswer[];

  @Uuid({ description: 'Curseur de la page suivante', nullable: true })
  readonly next!: string | null;
}

/** Who read whole what is shown shortened. */
@ApiTags('Accès')
@Controller('access-log')
export class AccessLogController {
  constructor(@Inject(AccessLogReads) private readonly reads: AccessLogReads) {}

  @Get()
  @Access({ to: 'roles', roles: rolesThat('reads-accesses') })
  @ApiOkResponse({ description: 'Lu', type: AccessLogAnswer })
  @Problems(422)
  @ApiOperation({ operationId: 'read-access-log', summary: 'Qui a lu en entier des coordonnées bancaires, et quand' })
  async read(@Query() { limit = '20', ...filter }: AccessLogQuery): Promise<AccessLogAnswer> {
    const size = Number(limit);
    const lines = await this.reads.lines(filter, size + 1);
    const items = lines.slice(0, size);
    return { items, next: lines.length > size ? (items.at(-1)?.id ?? null) : null };
  }
}
