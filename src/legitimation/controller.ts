import { actsController } from '../api/acts-controller.js';
import { ActBody } from '../api/body.js';
import { BodyIdentityBody } from '../api/bodies.js';
import { Attachment, Count, Flag, OneOf, Prose } from '../api/fields.js';
import { Nested } from '../api/nested-fields.js';
import type { LegitimationConclusion } from '../domain/legitimation/slice.js';
import { VOCABULARY } from '../domain/dossier/vocabulary.js';

class CressMeetingBody extends ActBody {
  @Count({ description: 'Nombre de participants', least: 1, most: 500, example: 12 })
  participants!: number;
}

class LegitimationNoteBody extends ActBody {
  @Nested(() => BodyIdentityBody, { description: 'Structure porteuse sur laquelle porte la note' })
  carrier!: BodyIdentityBody;

  @Flag({ label: 'Le groupe s’est organisé lui-même', description: 'Premier critère', example: true })
  selfOrganised!: boolean;

  @Flag({ label: 'Il va au-delà des seules associations', description: 'Second critère', example: true })
  beyondAssociations!: boolean;

  @OneOf(VOCABULARY.legitimation, { description: 'Conclusion' })
  conclusion!: LegitimationConclusion;

  @Prose({ description: 'Analyse', example: 'Le collectif réunit associations, coopératives et mutuelles.' })
  analysis!: string;

  @Attachment('La note signée')
  attachment?: string;
}

class SuccessorNoteBody extends ActBody {
  @OneOf(VOCABULARY.legitimation, { description: 'Conclusion' })
  conclusion!: LegitimationConclusion;

  @Prose({ description: 'Analyse', example: 'La structure repreneuse réunit les mêmes membres.' })
  analysis!: string;

  @Attachment('La note signée')
  attachment?: string;
}

export const LegitimationController = actsController('legitimation', 'Appui de la CRESS', {
  'hold-cress-meeting': CressMeetingBody,
  'write-legitimation-note': LegitimationNoteBody,
  'examine-successor': SuccessorNoteBody,
});
