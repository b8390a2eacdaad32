import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, MaxLength } from 'class-validator';
import { ROLES } from '../domain/dossier/roles.js';

const NAMES = Object.keys(ROLES);

/** The filters of the list of rights. Refuses unknown ones. */
export class RightListQuery {
  @ApiPropertyOptional({ description: 'Compte', example: 'instructrice' })
  @IsOptional()
  @MaxLength(200, { message: 'Un compte compte au plus 200 caractères.' })
  account?: string;

  @ApiPropertyOptional({ enum: NAMES, description: 'Rôle' })
  @IsOptional()
  @IsIn(NAMES, { message: `Rôles : ${NAMES.join(', ')}.` })
  role?: string;
}
