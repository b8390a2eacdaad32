import { actsController } from '../api/acts-controller.js';
import { DatedBody, ReasonBody } from '../api/bodies.js';
import { Id, Reference } from '../api/fields.js';

export class OverrideBody extends ReasonBody {
  @Reference({ description: 'Blocage à lever', example: 'council-opinion-known' })
  gate!: string;

  @Reference({ description: 'Acte pour lequel il est levé', example: 'enter-agenda' })
  act!: string;

  @Reference({
    description: 'Attribution, ou attribution/exercice/rang du versement ; absent pour le pôle',
    optional: true,
    example: 'attribution',
  })
  on?: string;
}

export class RetractionBody extends ReasonBody {
  @Id({ description: 'Fait saisi par erreur' })
  event!: string;
}

export const LifecycleController = actsController('lifecycle', 'Vie du dossier', {
  'withdraw-project': ReasonBody,
  'acknowledge-withdrawal': DatedBody,
  'override-block': OverrideBody,
  'retract-fact': RetractionBody,
});
