import { Text } from './fields.js';

/** A body by its number, and its name where somebody told it. */
export class NamedBodyAnswer {
  @Text('23350001600040', { description: 'SIRET' })
  readonly siret!: string;

  @Text('Association fictive du pôle', { description: 'Nom, s’il est connu', nullable: true })
  readonly name!: string | null;
}

/** A person by their account, and their name where the contacts hold it. */
export class NamedPersonAnswer {
  @Text('instructrice', { description: 'Compte' })
  readonly account!: string;

  @Text('Nolwenn Le Dantec', { description: 'Nom, si les contacts le tiennent', nullable: true })
  readonly name!: string | null;
}

/** A pays by its name. */
export class NamedPaysAnswer {
  @Text('02')
  readonly code!: string;

  @Text('Brest')
  readonly name!: string;
}
