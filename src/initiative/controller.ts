import { actsController } from '../api/acts-controller.js';
import { ActBody } from '../api/body.js';
import { Codes, Count, Name, OneOf, Reference } from '../api/fields.js';
import { SiretField } from '../api/identifier-fields.js';
import { PAYS_CODE } from '../domain/kernel/identifiers.js';
import { INITIATOR_KINDS, type InitiatorKind } from '../domain/initiative/slice.js';

class InitiativeBody extends ActBody {
  @Codes({ description: 'Codes des pays, de 01 à 21', pattern: PAYS_CODE, example: ['02'] })
  paysCodes!: string[];

  @OneOf(INITIATOR_KINDS, { description: "Qui prend l'initiative : acteurs de l'ESS, collectivité, pays" })
  initiator!: InitiatorKind;

  @Name({
    description: 'Nom du groupe ou de la structure initiatrice',
    example: 'Groupe fictif du pays de Brest (démonstration)',
  })
  groupName!: string;

  @SiretField({
    description: 'SIRET de la structure initiatrice, si elle en a un',
    optional: true,
    example: '23350001600040',
  })
  groupSiret?: string;
}

class LocalGroupBody extends ActBody {
  @Count({ description: 'Nombre de structures réunies (jamais leur liste)', least: 1, most: 1000, example: 15 })
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
  @Reference({ description: 'Décision qui labellise le pôle : numéro ou référence', example: '18_0701_02' })
  reference!: string;
}

export const InitiativeController = actsController('initiative', 'Initiative', {
  'declare-initiative': InitiativeBody,
  'form-local-group': LocalGroupBody,
  'designate-council': CouncilDesignationBody,
  'label-pole': PoleLabellingBody,
});
