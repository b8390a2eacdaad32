import { ActBody } from './body.js';
import { Name, Prose } from './fields.js';
import { RnaField, SiretField } from './identifier-fields.js';

/** An act that says nothing but its date. */
export class DatedBody extends ActBody {}

/** An act that must say why. */
export class ReasonBody extends ActBody {
  @Prose({
    label: 'Motif',
    description: 'Il est conservé à côté du journal, et lu par ceux que le dossier concerne.',
    example: 'Les membres du groupe ont choisi de ne pas poursuivre.',
  })
  reason!: string;
}

/** A body: its name and identifiers. */
export class BodyIdentityBody {
  @Name({ description: 'Nom de la structure', example: 'Association fictive du pôle (démonstration)' })
  name!: string;

  @SiretField({ description: 'SIRET', example: '23350001600040' })
  siret!: string;

  @RnaField({
    label: 'Numéro RNA',
    description: 'Pour une association (CRPA art. R112-9-1)',
    optional: true,
    example: 'W351234567',
  })
  rna?: string;
}
