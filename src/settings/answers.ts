import { Among, Day, Moment, Part, Parts, Text, Texts, Uuid } from '../api/answers/fields.js';
import { ROLES } from '../domain/dossier/roles.js';

/** Who set something, and why. */
export class SetterAnswer {
  @Text('administratrice', { description: 'Compte ; « jalon » pour la maison elle-même' })
  readonly by!: string;

  @Moment('2026-07-01T08:00:00Z')
  readonly at!: string;

  @Text('Prise de poste', { nullable: true })
  readonly reason!: string | null;
}

/** A right that is or was held. */
export class RightAnswer {
  @Uuid()
  readonly id!: string;

  @Text('instructrice')
  readonly account!: string;

  @Among(Object.keys(ROLES))
  readonly role!: string;

  @Texts(['23350001600040'], { description: 'SIRET des organismes pour lesquels il est tenu' })
  readonly bodies!: readonly string[];

  @Texts(['02'], { description: 'Codes des pays pour lesquels il est tenu' })
  readonly pays!: readonly string[];

  @Day('2026-07-01', { description: 'Premier jour' })
  readonly from!: string;

  @Part(() => SetterAnswer)
  readonly given!: SetterAnswer;

  @Part(() => SetterAnswer, { nullable: true })
  readonly ended!: SetterAnswer | null;
}

export class RightListAnswer {
  @Parts(() => RightAnswer)
  readonly items!: readonly RightAnswer[];
}

/** A name that the register gave to a body. */
export class OfficialNameAnswer {
  @Text('Association fictive du pôle')
  readonly name!: string;

  @Text('W351234567', { description: 'Numéro au répertoire national des associations', nullable: true })
  readonly rna!: string | null;

  @Day('2026-07-01', { description: 'Premier jour où il est porté' })
  readonly from!: string;

  @Text('instructrice', { description: 'Compte qui l’a noté ; montré à qui tient le registre', nullable: true })
  readonly by!: string | null;

  @Moment('2026-07-01T08:00:00Z')
  readonly at!: string;
}

/** A body of the register, with the names that it bore. */
export class BodyAnswer {
  @Text('23350001600040')
  readonly siret!: string;

  @Text('Association fictive du pôle', { description: 'Nom officiel d’aujourd’hui' })
  readonly name!: string;

  @Text('W351234567', { nullable: true })
  readonly rna!: string | null;

  @Parts(() => OfficialNameAnswer, { description: 'Tout ce que le registre en a dit, le dernier d’abord' })
  readonly names!: readonly OfficialNameAnswer[];
}

/** A body that the register names. */
export class BodyNamedAnswer {
  @Text('23350001600040')
  readonly siret!: string;

  @Text('Association fictive du pôle')
  readonly name!: string;
}
