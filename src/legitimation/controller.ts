import { actsController } from '../api/acts-controller.js';
import { ActBody } from '../api/body.js';
import { BodyIdentityBody } from '../api/bodies.js';
import { Count, Flag, Nested, OneOf, Prose } from '../api/fields.js';
import type { LegitimationConclusion } from '../domain/legitimation/slice.js';

class CressMeetingBody extends ActBody {
  @Count({ description: 'Nombre de participants', least: 1, most: 500, example: 12 })
  participants!: number;
}

class LegitimationNoteBody extends ActBody {
  @Nested(() => BodyIdentityBody, { description: 'Structure porteuse sur laquelle porte la note' })
  carrier!: BodyIdentityBody;

  @Flag({ description: 'Premier critère : le groupe s’est organisé lui-même', example: true })
  selfOrganised!: boolean;

  @Flag({ description: 'Second critère : il va au-delà des seules associations', example: true })
  beyondAssociations!: boolean;

  @OneOf(['legitimate', 'not-yet'], { description: 'Conclusion' })
  conclusion!: LegitimationConclusion;

  @Prose({ description: 'Analyse', example: 'Le collectif réunit associations, coopératives et mutuelles.' })
  analysis!: string;
}

class SuccessorNoteBody extends ActBody {
  @OneOf(['legitimate', 'not-yet'], { description: 'Conclusion' })
  conclusion!: LegitimationConclusion;

  @Prose({ description: 'Analyse', example: 'La structure repreneuse réunit les mêmes membres.' })
  analysis!: string;
}

export const LegitimationController = actsController('legitimation', 'Appui de la CRESS', {
  'hold-cress-meeting': CressMeetingBody,
  'write-legitimation-note': LegitimationNoteBody,
  'examine-successor': SuccessorNoteBody,
});
