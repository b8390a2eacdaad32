import { actsController } from '../api/acts-controller.js';
import { ReasonBody } from '../api/bodies.js';
import { ActBody } from '../api/body.js';
import { Euros, OneOf } from '../api/fields.js';
import { SiretField } from '../api/identifier-fields.js';
import type { CofundingOutcome } from '../domain/cofunding/slice.js';
import { VOCABULARY } from '../domain/dossier/vocabulary.js';

class CofundingRequestBody extends ActBody {
  @SiretField({ label: 'SIRET du cofinanceur', description: 'Un Département ou un EPCI', example: '22220001600012' })
  cofunder!: string;

  @Euros({ label: 'Montant demandé', description: 'En euros, sur toute la convention', example: '15000.00' })
  amount!: string;
}

class CofundingDecisionBody extends ActBody {
  @OneOf(VOCABULARY.cofunding, { description: 'Décision du cofinanceur' })
  outcome!: CofundingOutcome;

  @Euros({ description: 'Montant voté, en euros', optional: true, example: '15000.00' })
  amount?: string;
}

class CofundingReductionBody extends ReasonBody {
  @Euros({ label: 'Montant qui reste accordé', description: 'En euros ; zéro s’il se retire', example: '5000.00' })
  amount!: string;
}

export const CofundingController = actsController('cofunding', 'Cofinanceurs', {
  'seek-cofunding': CofundingRequestBody,
  'record-cofunding-decision': CofundingDecisionBody,
  'reduce-cofunding': CofundingReductionBody,
});
