import { actsController } from '../api/acts-controller.js';
import { ActBody } from '../api/body.js';
import { Codes, Count, Name, OneOf, Reference } from '../api/fields.js';
import { SiretField } from '../api/identifier-fields.js';
import { PAYS_CODE } from '../domain/kernel/identifiers.js';
import type { InitiatorKind } from '../domain/initiative/slice.js';
import { VOCABULARY } from '../domain/dossier/vocabulary.js';

class InitiativeBody extends ActBody {
  @Codes({
    ...{ label: 'Pays', description: 'Codes des pays, de 01 à 21', hint: '', from: 'pays' },
    pattern: PAYS_CODE,
    example: ['02'],
  })
  paysCodes!: string[];

  @OneOf(VOCABULARY.initiator, { description: 'Qui prend l’initiative' })
  initiator!: InitiatorKind;

  @Name({
    description: 'Nom du groupe ou de la structure initiatrice',
    example: 'Groupe fictif du pays de Brest (démonstration)',
  })
  groupName!: string;

  @SiretField({
    label: 'SIRET de la structure initiatrice',
    description: 'Si elle en a un',
    optional: true,
    example: '23350001600040',
  })
  groupSiret?: string;
}

class LocalGroupBody extends ActBody {
  @Count({
    ...{ label: 'Nombre de structures réunies', description: 'Leur nombre, jamais leur liste' },
    least: 1,
    most: 1000,
    example: 15,
  })
  structures!: number;
}

class CouncilDesignationBody extends ActBody {
  @Name({
    description: 'Conseil de développement consulté',
    example: 'Conseil de développement fictif du pays de Brest',
  })
  councilName!: string;

  @SiretField({ description: 'SIRET du Conseil ou de l’EPCI qui le porte', optional: true, example: '23350001600040' })
  councilSiret?: string;
}

class PoleLabellingBody extends ActBody {
  @Reference({
    label: 'Décision qui labellise le pôle',
    description: 'Son numéro ou sa référence',
    example: '18_0701_02',
  })
  reference!: string;
}

export const InitiativeController = actsController('initiative', 'Initiative', {
  'declare-initiative': InitiativeBody,
  'form-local-group': LocalGroupBody,
  'designate-council': CouncilDesignationBody,
  'label-pole': PoleLabellingBody,
});
