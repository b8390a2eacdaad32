import { CivilDay, Codes, Name, OneOf, Prose } from '../api/fields.js';
import { RnaField, SiretField, SiretList } from '../api/identifier-fields.js';
import { roleLabels, ROLES, type Role } from '../domain/dossier/roles.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';

const NAMES = Object.keys(ROLES) as Role[];

export class RightBody {
  @Name({
    label: 'Compte',
    description: 'Compte auquel le droit est donné (le « sub » du fournisseur d’identité)',
    hint: 'Tel que le fournisseur d’identité le nomme : demandez-le à la personne.',
    example: 'nouvelle',
  })
  account!: string;

  @OneOf(roleLabels(NAMES), { description: 'Rôle' })
  role!: Role;

  @SiretList({
    label: 'Organismes, par leur SIRET',
    hint: 'Un par ligne. Demandés à une structure porteuse ou à un cofinanceur, et à personne d’autre.',
    description: 'Organismes pour lesquels il est tenu : demandés aux rôles d’un organisme, refusés aux autres',
    optional: true,
    example: ['23350001600040'],
  })
  bodies?: string[];

  @Codes({
    label: 'Pays',
    hint: 'Demandés à un Conseil de développement, et à personne d’autre.',
    from: 'pays',
    description: 'Pays pour lesquels il est tenu : demandés à un Conseil de développement, refusés aux autres',
    optional: true,
    pattern: /^\d{2}$/,
    mayBeEmpty: true,
    example: ['02'],
  })
  pays?: string[];

  @CivilDay({
    label: 'Premier jour',
    hint: 'Aujourd’hui, s’il n’est pas dit.',
    description: 'Premier jour ; aujourd’hui s’il manque',
    optional: true,
    example: '2026-09-01',
  })
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
    label: 'Porté depuis le',
    hint: 'Aujourd’hui, s’il n’est pas dit.',
    description: 'Premier jour où il est porté, au plus tard aujourd’hui ; aujourd’hui s’il manque',
    optional: true,
    example: '2026-07-01',
  })
  from?: CivilDate;
}

/** A name and the body that is to bear it, as a page asks for both. */
export class NamedBodyBody extends OfficialNameBody {
  @SiretField({ description: 'SIRET', example: '23350001600040' })
  siret!: string;
}
