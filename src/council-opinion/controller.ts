import { actsController } from '../api/acts-controller.js';
import { ActBody } from '../api/body.js';
import { ReasonBody } from '../api/bodies.js';
import { Attachment, OneOf, Prose } from '../api/fields.js';
import type { OpinionOutcome } from '../domain/council-opinion/slice.js';
import { VOCABULARY } from '../domain/dossier/vocabulary.js';

class OpinionBody extends ActBody {
  @OneOf(VOCABULARY.opinion, { description: 'Sens de l’avis' })
  outcome!: OpinionOutcome;

  @Prose({
    label: 'Réserves ou motifs',
    description: 'Requis si l’avis n’est pas favorable',
    optional: true,
    example: 'Associer les communes du nord du pays.',
  })
  statement?: string;

  @Attachment('L’avis signé')
  attachment?: string;
}

class RevisedProjectBody extends ActBody {
  @Prose({ description: 'Ce que le projet révisé change', example: 'Le conseil est ouvert aux coopératives.' })
  summary!: string;

  @Attachment('Le projet révisé')
  attachment?: string;
}

export const CouncilOpinionController = actsController('council-opinion', 'Avis du Conseil de développement', {
  'give-opinion': OpinionBody,
  'pass-over-opinion': ReasonBody,
  'waive-opinion': ReasonBody,
  'file-revised-project': RevisedProjectBody,
});
