import { actsController } from '../api/acts-controller.js';
import { ReasonBody } from '../api/bodies.js';
import { ActBody } from '../api/body.js';
import { Euros, OneOf } from '../api/fields.js';
import { SiretField } from '../api/identifier-fields.js';
import { COFUNDING_OUTCOMES, type CofundingOutcome } from '../domain/cofunding/slice.js';

class CofundingRequestBody extends ActBody {
  @SiretField({ description: 'SIRET du cofinanceur : Département ou EPCI', example: '22220001600012' })
  cofunder!: string;

  @Euros({ description: 'Montant demandé, en euros, sur toute la convention', example: '15000.00' })
  amount!: string;
}

class CofundingDecisionBody extends ActBody {
  @OneOf(COFUNDING_OUTCOMES, { description: 'Voté, refusé ou ajourné' })
  outcome!: CofundingOutcome;

  @Euros({ description: 'Montant voté, en euros', optional: true, example: '15000.00' })
  amount?: string;
}

class CofundingReductionBody extends ReasonBody {
  @Euros({ description: 'Montant qui reste accordé, en euros ; zéro s’il se retire', example: '5000.00' })
  amount!: string;
}

export const CofundingController = actsController('cofunding', 'Cofinanceurs', {
  'seek-cofunding': CofundingRequestBody,
  'record-cofunding-decision': CofundingDecisionBody,
  'reduce-cofunding': CofundingReductionBody,
});
