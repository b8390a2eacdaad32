import { Among, Day, Text, Uuid } from './fields.js';
import { ROLES, type ActingRole } from '../../domain/dossier/roles.js';

export const ACTING_ROLES: readonly string[] = [...Object.keys(ROLES), 'engine'];

/** Who owes, or to whom it is owed: a role, and the body for which it is held. */
export class PartyAnswer {
  @Among(ACTING_ROLES)
  readonly role!: ActingRole;

  @Text('Conseil de développement du pays')
  readonly label!: string;

  @Text('23350001600040', { description: 'SIRET de l’organisme, quand le rôle est le sien', optional: true })
  readonly body?: string;
}

/** From a day to another, both included. */
export class PeriodAnswer {
  @Day('2027-01-01')
  readonly from!: string;

  @Day('2027-12-31')
  readonly to!: string;
}

/** A pôle, by its name. */
export class NamedPoleAnswer {
  @Uuid()
  readonly id!: string;

  @Text('Pôle fictif du pays de Brest (démonstration)')
  readonly name!: string;
}
