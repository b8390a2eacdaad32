import { CivilDay, Codes, Name, OneOf, Prose } from '../api/fields.js';
import { RnaField, SiretList } from '../api/identifier-fields.js';
import { roleLabels, ROLES, type Role } from '../domain/dossier/roles.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';

const NAMES = Object.keys(ROLES) as Role[];

export class RightBody {
  @Name({ description: 'Compte auquel le droit est donné (le « sub » du fournisseur d’identité)', example: 'nouvelle' })
  account!: string;

  @OneOf(roleLabels(NAMES), { description: 'Rôle' })
  role!: Role;

  @SiretList({
    description: 'Organismes pour lesquels il est tenu : demandés aux rôles d’un organisme, refusés aux autres',
    optional: true,
    example: ['23350001600040'],
  })
  bodies?: string[];

  @Codes({
    description: 'Pays pour lesquels il est tenu : demandés à un Conseil de développement, refusés aux autres',
    optional: true,
    pattern: /^\d{2}$/,
    mayBeEmpty: true,
    example: ['02'],
  })
  pays?: string[];

  @CivilDay({ description: 'Premier jour ; aujourd’hui s’il manque', optional: true, example: '2026-09-01' })
  from?: CivilDate;

  @Prose({ description: 'Pourquoi', optional: true, example: 'Prise de poste.' })
  reason?: string;
}

export class EndingBody {
  @Prose({ description: 'Pourquoi', optional: true, example: 'Départ du service.' })
  reason?: string;
}

export class OfficialNameBody {
  @Name({ description: 'Nom officiel', example: 'Association fictive du pôle' })
  name!: string;

  @RnaField({ description: 'Numéro RNA, pour une association', optional: true, example: 'W351234567' })
  rna?: string;

  @CivilDay({
    description: 'Premier jour où il est porté, au plus tard aujourd’hui ; aujourd’hui s’il manque',
    optional: true,
    example: '2026-07-01',
  })
  from?: CivilDate;
}
