import { Among, Day, Part, PartsByKey, Text, Texts, Uuid, Whole } from '../api/answers/fields.js';
import { INITIATOR_KINDS, type InitiativeStatus, type InitiatorKind } from '../domain/initiative/slice.js';
import type { CouncilOpinionStatus } from '../domain/council-opinion/slice.js';
import type { LegitimationConclusion, LegitimationStatus } from '../domain/legitimation/slice.js';
import type { StudyStatus } from '../domain/prefiguration-study/slice.js';

export class LabellingAnswer {
  @Day('2018-07-01')
  readonly on!: string;

  @Text('18_0701_02', { description: 'Numéro ou référence de la décision' })
  readonly reference!: string;
}

/** How the pôle began. */
export class InitiativeAnswer {
  @Among(['none', 'declared'])
  readonly status!: InitiativeStatus;

  @Texts(['02'], { description: 'Codes des pays' })
  readonly paysCodes!: readonly string[];

  @Among(INITIATOR_KINDS, { nullable: true })
  readonly initiator!: InitiatorKind | null;

  @Day('2026-02-02', { nullable: true })
  readonly declaredOn!: string | null;

  @Text('23350001600040', { description: 'SIRET du groupe, s’il est déjà une personne morale', nullable: true })
  readonly group!: string | null;

  @Day('2026-02-02', { nullable: true })
  readonly groupFormedOn!: string | null;

  @Day('2026-02-02', { nullable: true })
  readonly councilDesignatedOn!: string | null;

  @Part(() => LabellingAnswer, { description: 'Labellisation du pôle par la Région', nullable: true })
  readonly labelled!: LabellingAnswer | null;
}

/** The prefiguration study. */
export class StudyAnswer {
  @Among(['undecided', 'skipped', 'commissioned', 'refused', 'delivered', 'to-complete', 'validated'])
  readonly status!: StudyStatus;

  @Whole(1)
  readonly attempt!: number;

  @Uuid({ nullable: true })
  readonly award!: string | null;

  @Text('23350001600040', { description: 'SIRET de qui porte l’étude', nullable: true })
  readonly bearer!: string | null;

  @Whole(1)
  readonly round!: number;

  @Day('2026-02-02', { nullable: true })
  readonly commissionedOn!: string | null;

  @Day('2026-02-02', { nullable: true })
  readonly skippedOn!: string | null;

  @Day('2026-06-02', { nullable: true })
  readonly deliveredOn!: string | null;

  @Day('2026-06-12', { nullable: true })
  readonly sentBackOn!: string | null;

  @Day('2026-06-30', { nullable: true })
  readonly validatedOn!: string | null;
}

/** The opinion of the Conseil de développement. */
export class CouncilOpinionAnswer {
  @Among(['awaited', 'favourable', 'with-reserves', 'unfavourable', 'passed-over', 'waived'])
  readonly status!: CouncilOpinionStatus;

  @Whole(1)
  readonly round!: number;

  @Day('2026-03-14', { nullable: true })
  readonly outcomeOn!: string | null;

  @Day('2026-03-30', { nullable: true })
  readonly revisedOn!: string | null;
}

/** The last note of the CRESS on the body that an amendment brings. */
export class SuccessorAnswer {
  @Whole(1, { description: 'Rang de la note' })
  readonly round!: number;

  @Among(['legitimate', 'not-yet'])
  readonly conclusion!: LegitimationConclusion;

  @Day('2028-03-20')
  readonly on!: string;
}

/** What the CRESS says of the carrier. */
export class LegitimationAnswer {
  @Among(['open', 'accompanied', 'legitimate', 'not-yet'])
  readonly status!: LegitimationStatus;

  @Whole(1)
  readonly meetings!: number;

  @Day('2026-03-20', { nullable: true })
  readonly firstMeetingOn!: string | null;

  @Whole(1)
  readonly round!: number;

  @Day('2026-04-02', { nullable: true })
  readonly noteOn!: string | null;

  @Text('23350001600040', { description: 'SIRET de la structure que la note reconnaît', nullable: true })
  readonly carrier!: string | null;

  @PartsByKey(SuccessorAnswer, { description: 'Nouvelles structures porteuses, par avenant' })
  readonly successors!: Readonly<Record<string, SuccessorAnswer>>;
}

/** A stage of a pôle. */
export class StageAnswer {
  @Text('preparation')
  readonly code!: string;

  @Text('Étude, avis et appui')
  readonly label!: string;
}

/** The règlement that a pôle follows. */
export class ReglementAnswer {
  @Text('poles-ess-2019')
  readonly id!: string;

  @Text('Règlement des pôles de développement de l’ESS')
  readonly label!: string;

  @Among(['adopted', 'to-confirm'])
  readonly status!: 'adopted' | 'to-confirm';
}
