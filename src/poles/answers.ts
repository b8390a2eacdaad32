import { ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { Among, Day, Moment, Part, Parts, Text, Uuid, Whole, YesNo } from '../api/answers/fields.js';
import { ActOfferedAnswer, AwaitedAnswer, ToldEventAnswer } from '../api/answers/dossier.js';
import { ACTING_ROLES, NamedPoleAnswer } from '../api/answers/party.js';
import { AwardAnswer } from './award-answers.js';
import { LifecycleAnswer, PostAnswer } from './lifecycle-answers.js';
import { ContributionAnswer, FundedYearAnswer, InstalmentAnswer } from './money-answers.js';
import {
  CouncilOpinionAnswer,
  InitiativeAnswer,
  LegitimationAnswer,
  ReglementAnswer,
  StageAnswer,
  StudyAnswer,
} from './step-answers.js';

/** Who is in charge of a pôle: accounts. */
export class ReferentAnswer {
  @Text('instructrice', {
    description: 'Compte de l’instructeur·rice en charge ; nul si personne n’est désigné',
    nullable: true,
  })
  readonly referent!: string | null;

  @Text('instructeur-2', { description: 'Compte de son second', nullable: true })
  readonly second!: string | null;

  @Text('cheffe-de-service', { description: 'Compte de leur chef·fe de service', nullable: true })
  readonly manager!: string | null;
}

/** A pôle as its people see it. */
export class PoleAnswer {
  @Uuid()
  readonly id!: string;

  @Text('Pôle fictif du pays de Brest (démonstration)')
  readonly name!: string;

  @Whole(5, { description: "Version des faits, aussi dans l'ETag" })
  readonly version!: number;

  @Text('entrée 5 (vote-recorded) : son contenu ou son empreinte a changé', {
    description: "Pourquoi le dossier ne reçoit plus d'acte : son journal a été altéré",
    nullable: true,
  })
  readonly setAside!: string | null;

  @Part(() => StageAnswer)
  readonly stage!: StageAnswer;

  @Part(() => ReglementAnswer)
  readonly reglement!: ReglementAnswer;

  @Part(() => ReferentAnswer)
  readonly referent!: ReferentAnswer;

  @Part(() => InitiativeAnswer)
  readonly initiative!: InitiativeAnswer;

  @Part(() => StudyAnswer)
  readonly study!: StudyAnswer;

  @Part(() => CouncilOpinionAnswer)
  readonly councilOpinion!: CouncilOpinionAnswer;

  @Part(() => LegitimationAnswer)
  readonly legitimation!: LegitimationAnswer;

  @Parts(() => AwardAnswer)
  readonly awards!: readonly AwardAnswer[];

  @Parts(() => InstalmentAnswer)
  readonly instalments!: readonly InstalmentAnswer[];

  @Parts(() => FundedYearAnswer)
  readonly years!: readonly FundedYearAnswer[];

  @Parts(() => PostAnswer)
  readonly posts!: readonly PostAnswer[];

  @Parts(() => ContributionAnswer)
  readonly contributions!: readonly ContributionAnswer[];

  @Part(() => LifecycleAnswer)
  readonly lifecycle!: LifecycleAnswer;

  @Parts(() => AwaitedAnswer)
  readonly awaited!: readonly AwaitedAnswer[];

  @Parts(() => ActOfferedAnswer, { description: 'Ce que vous pouvez faire, ou pourquoi non' })
  readonly acts!: readonly ActOfferedAnswer[];

  @YesNo(true, { description: 'Le récit a entendu tous les faits' })
  readonly storyUpToDate!: boolean;

  @Moment('2026-04-19T06:00:00Z', { nullable: true, description: 'Quand le moteur fera quelque chose de lui-même' })
  readonly nextAlarm!: string | null;
}

/** The pôles by their names, and nothing else. */
export class PoleNamesAnswer {
  @Parts(() => NamedPoleAnswer)
  readonly items!: readonly NamedPoleAnswer[];
}

/** A line of the journal. */
export class TimelineLineAnswer extends ToldEventAnswer {
  @Whole(12, { description: 'Rang dans le journal' })
  readonly sequence!: number;

  @Text('Le 12 février 2026, le Conseil de développement du pays d’Auray a rendu un avis favorable.')
  readonly sentence!: string;
}

/** A line of the journal that cannot be read: who, when, and why. */
export class UnreadableLineAnswer {
  @Whole(12, { description: 'Rang dans le journal' })
  readonly sequence!: number;

  @Uuid()
  readonly id!: string;

  @Text('vote-recorded')
  readonly type!: string;

  @Among(['Entrée illisible'])
  readonly label!: string;

  @Text('Entrée illisible.')
  readonly sentence!: string;

  @Text('Version inconnue', { description: 'Pourquoi' })
  readonly unreadable!: string;

  @Day('2026-03-14')
  readonly date!: string;

  @Moment('2026-03-16T08:12:40Z')
  readonly recordedAt!: string;

  @Text('record-vote')
  readonly act!: string;

  @Text('instructrice')
  readonly by!: string;

  @Among(ACTING_ROLES)
  readonly as!: string;

  @Text('poles-ess-2019')
  readonly reglement!: string;

  @Uuid({ nullable: true })
  readonly retracts!: string | null;

  @Whole(5, { nullable: true })
  readonly version!: number | null;
}

/** The life of a pôle, line after line of its journal. */
export class TimelineAnswer {
  @ApiProperty({
    type: 'array',
    items: { oneOf: [{ $ref: getSchemaPath(TimelineLineAnswer) }, { $ref: getSchemaPath(UnreadableLineAnswer) }] },
  })
  readonly items!: readonly (TimelineLineAnswer | UnreadableLineAnswer)[];

  @Whole(61, { description: 'Lignes que l’on a demandées, toutes pages ensemble' })
  readonly total!: number;

  @Text('40', { description: 'Rang après lequel lire la page suivante', nullable: true })
  readonly next!: string | null;
}
