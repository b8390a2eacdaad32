import { actsController } from '../api/acts-controller.js';
import { ActBody } from '../api/body.js';
import { ReasonBody } from '../api/bodies.js';
import { Fingerprint, OneOf, Prose } from '../api/fields.js';
import { StudyGrantRequestBody } from '../award/request-bodies.js';
import { VOCABULARY } from '../domain/dossier/vocabulary.js';
import type { StudyReviewOutcome } from '../domain/prefiguration-study/slice.js';

class StudyReportBody extends ActBody {
  @Fingerprint({ label: 'Le rapport d’étude', description: 'SHA-256 du fichier déposé', hint: '' })
  reportHash!: string;
}

class StudyReviewBody extends ActBody {
  @OneOf(VOCABULARY.studyReview, { description: 'Suite donnée à l’étude' })
  outcome!: StudyReviewOutcome;

  @Prose({ description: 'Remarques', optional: true, example: 'Le volet emploi reste à préciser.' })
  remarks?: string;
}

export const PrefigurationStudyController = actsController('prefiguration-study', 'Étude de préfiguration', {
  'request-study-grant': StudyGrantRequestBody,
  'skip-study': ReasonBody,
  'deliver-study': StudyReportBody,
  'review-study': StudyReviewBody,
});
