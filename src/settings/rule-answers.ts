import { Among, Day, Part, Parts, Text, Texts, Uuid, Whole } from '../api/answers/fields.js';
import { NamedPoleAnswer } from '../api/answers/party.js';

const STATUSES = ['adopted', 'to-confirm'] as const;

/** A version of the règlement, and how much of the house is under it. */
export class ReglementVersionAnswer {
  @Text('poles-ess-2019')
  readonly id!: string;

  @Text('Règlement de l’aide aux pôles de développement de l’ESS')
  readonly label!: string;

  @Among(STATUSES)
  readonly status!: (typeof STATUSES)[number];

  @Day('2019-01-01', { description: 'Le premier jour où elle s’applique' })
  readonly from!: string;

  @Day('2025-12-31', { description: 'Le dernier, compris ; null tant qu’elle dure', nullable: true })
  readonly to!: string | null;

  @Whole(12, { description: 'Pôles déclarés sous cette version' })
  readonly poles!: number;

  @Whole(9, { description: 'Conventions votées sous cette version' })
  readonly conventions!: number;
}

export class ReglementVersionListAnswer {
  @Parts(() => ReglementVersionAnswer, { description: 'La plus ancienne d’abord' })
  readonly items!: readonly ReglementVersionAnswer[];
}

/** A line of a text, in French. */
export class WrittenLineAnswer {
  @Text('Plafond annuel')
  readonly name!: string;

  @Texts(['35 000,00 €'], { description: 'Une phrase chacune' })
  readonly says!: readonly string[];

  @Text('Convention, clause d’excédent', { description: 'D’où vient la règle', nullable: true })
  readonly source!: string | null;
}

export class WrittenPartAnswer {
  @Text('montants')
  readonly id!: string;

  @Text('Montants et vote')
  readonly title!: string;

  @Parts(() => WrittenLineAnswer)
  readonly lines!: readonly WrittenLineAnswer[];
}

/** Everything that a version of the règlement says. */
export class ReglementTextAnswer extends ReglementVersionAnswer {
  @Parts(() => WrittenPartAnswer)
  readonly parts!: readonly WrittenPartAnswer[];
}

/** A line that two versions do not say alike. */
export class ChangedLineAnswer {
  @Text('Plafond annuel')
  readonly name!: string;

  @Part(() => WrittenLineAnswer, { description: 'Null où la première ne dit rien', nullable: true })
  readonly before!: WrittenLineAnswer | null;

  @Part(() => WrittenLineAnswer, { description: 'Null où la seconde ne dit rien', nullable: true })
  readonly after!: WrittenLineAnswer | null;
}

export class ChangedPartAnswer {
  @Text('montants')
  readonly id!: string;

  @Text('Montants et vote')
  readonly title!: string;

  @Parts(() => ChangedLineAnswer)
  readonly lines!: readonly ChangedLineAnswer[];
}

/** Two versions of the règlement, the older first, and what they do not say alike. */
export class ReglementChangesAnswer {
  @Part(() => ReglementVersionAnswer)
  readonly before!: ReglementVersionAnswer;

  @Part(() => ReglementVersionAnswer)
  readonly after!: ReglementVersionAnswer;

  @Parts(() => ChangedPartAnswer)
  readonly parts!: readonly ChangedPartAnswer[];
}

const DIRECTIONS = ['up', 'down', 'neutral'] as const;

export class IndicatorAnswer {
  @Text('project-holders')
  readonly code!: string;

  @Text('Porteurs de projet accueillis')
  readonly label!: string;

  @Text('personnes')
  readonly unit!: string;

  @Among(DIRECTIONS, { description: 'Le sens dans lequel on veut le voir aller' })
  readonly direction!: (typeof DIRECTIONS)[number];
}

export class AxisAnswer {
  @Text('creation')
  readonly code!: string;

  @Text('Soutien à la création')
  readonly label!: string;
}

/** A convention that has, or had, a version of the document de référence. */
export class DocumentUseAnswer {
  @Part(() => NamedPoleAnswer)
  readonly pole!: NamedPoleAnswer;

  @Uuid()
  readonly award!: string;

  @Day('2026-09-01', { description: 'Le jour depuis lequel elle l’a' })
  readonly from!: string;
}

/** A version of the document de référence, and where it is in use. */
export class ReferenceDocumentAnswer {
  @Text('referentiel-2')
  readonly id!: string;

  @Text('Document de référence, deuxième version')
  readonly label!: string;

  @Parts(() => AxisAnswer)
  readonly axes!: readonly AxisAnswer[];

  @Parts(() => IndicatorAnswer)
  readonly indicators!: readonly IndicatorAnswer[];

  @Parts(() => ReglementVersionAnswer, { description: 'Les versions du règlement qui le donnent aux conventions' })
  readonly reglements!: readonly ReglementVersionAnswer[];

  @Parts(() => DocumentUseAnswer)
  readonly conventions!: readonly DocumentUseAnswer[];
}

export class ReferenceDocumentListAnswer {
  @Parts(() => ReferenceDocumentAnswer)
  readonly items!: readonly ReferenceDocumentAnswer[];
}

/** A ladder in words: its rungs and its limits, a sentence each. */
export class LadderInWordsAnswer {
  @Text('Relance ordinaire')
  readonly name!: string;

  @Texts(['15 jours avant : rappel avant l’échéance à qui doit le faire'])
  readonly says!: readonly string[];

  @Texts(['Avis du Conseil de développement'], { description: 'Les échéances qui la suivent' })
  readonly recalls!: readonly string[];
}

const ORIGINS = ['reglement', 'set'] as const;

/** Ladders for every kind of obligation, and the pôles that follow them. */
export class LadderSetAnswer {
  @Text('fewer-reminders')
  readonly id!: string;

  @Text('Moins de rappels avant l’échéance')
  readonly label!: string;

  @Among(ORIGINS, { description: 'Celles d’un règlement, ou un jeu qu’on applique à un pôle en leur place' })
  readonly of!: (typeof ORIGINS)[number];

  @Parts(() => LadderInWordsAnswer)
  readonly ladders!: readonly LadderInWordsAnswer[];

  @Parts(() => NamedPoleAnswer)
  readonly poles!: readonly NamedPoleAnswer[];
}

export class LadderSetListAnswer {
  @Parts(() => LadderSetAnswer)
  readonly items!: readonly LadderSetAnswer[];
}
