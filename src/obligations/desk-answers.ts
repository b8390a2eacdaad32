import { Among, Amount, Day, Part, Parts, Text, Uuid, Whole, YesNo } from '../api/answers/fields.js';
import { FaultAnswer } from '../api/answers/fault.js';
import { NamedBodyAnswer, NamedPersonAnswer } from '../api/answers/named-body.js';
import { NamedObjectAnswer } from '../api/answers/named-object.js';
import { NamedPoleAnswer, PartyAnswer } from '../api/answers/party.js';
import { URGENCIES } from '../domain/obligations/urgency.js';

/** Something owed, as a desk shows it. */
export class DeskLineAnswer {
  @Uuid({ description: 'L’échéance' })
  readonly id!: string;

  @Text('report-acceptance')
  readonly kind!: string;

  @Text('Acceptation du rapport d’activité de l’exercice 2 (…)', { description: 'Avec son objet' })
  readonly label!: string;

  @Part(() => NamedObjectAnswer, { description: 'Ce sur quoi cela porte, outre le pôle', nullable: true })
  readonly object!: NamedObjectAnswer | null;

  @Part(() => NamedPoleAnswer)
  readonly pole!: NamedPoleAnswer;

  @Part(() => NamedBodyAnswer, { description: 'Qui porte le pôle', nullable: true })
  readonly carrier!: NamedBodyAnswer | null;

  @Part(() => PartyAnswer, { description: 'Qui le doit' })
  readonly from!: PartyAnswer;

  @Text('Les Amarres', { description: 'Nom de l’organisme qui le doit, quand il est connu', nullable: true })
  readonly fromName!: string | null;

  @Amount('24500.00', { description: 'Montant du versement ou de la subvention dont il s’agit', nullable: true })
  readonly amount!: string | null;

  @Amount('10500.00', { description: 'Solde qu’il débloque avec les autres comptes rendus', nullable: true })
  readonly frees!: string | null;

  @Day('2027-11-04', { nullable: true })
  readonly due!: string | null;

  @Whole(12, { description: 'Jours de retard' })
  readonly daysLate!: number;

  @YesNo(true, { description: 'Vous êtes en charge de ce pôle, ou personne ne l’est' })
  readonly mine!: boolean;
}

/** What is owed as soon as the rest of its section. */
export class DeskSectionAnswer {
  @Among(Object.keys(URGENCIES))
  readonly urgency!: string;

  @Text('En retard')
  readonly label!: string;

  @Whole(3)
  readonly count!: number;

  @Parts(() => DeskLineAnswer)
  readonly items!: readonly DeskLineAnswer[];
}

/** What others owe to who asks. */
export class OwedByOthersAnswer {
  @Whole(4)
  readonly count!: number;

  @Parts(() => DeskLineAnswer)
  readonly items!: readonly DeskLineAnswer[];
}

export const REQUEST_KINDS = ['extension', 'amendment'] as const;

/** Something that is asked for, and awaits a decision. */
export class RequestAnswer {
  @Among(REQUEST_KINDS)
  readonly kind!: (typeof REQUEST_KINDS)[number];

  @Text('Compte rendu financier de l’exercice 1 (…)', { description: 'Ce sur quoi elle porte' })
  readonly label!: string;

  @Part(() => NamedPoleAnswer)
  readonly pole!: NamedPoleAnswer;

  @Part(() => NamedBodyAnswer, { description: 'Au nom de qui elle est faite', nullable: true })
  readonly body!: NamedBodyAnswer | null;

  @Part(() => NamedPersonAnswer, { description: 'Qui l’a faite', nullable: true })
  readonly by!: NamedPersonAnswer | null;

  @Day('2027-11-12', { description: 'Quand', nullable: true })
  readonly on!: string | null;

  @Text('Notre commissaire aux comptes rend son rapport le 8 décembre.', { nullable: true })
  readonly reason!: string | null;

  @Day('2027-12-15', { description: 'Jusqu’à quand du délai est demandé', nullable: true })
  readonly until!: string | null;

  @Day('2027-10-11', { description: 'Ce que la décision déplacerait, ou sa prochaine étape', nullable: true })
  readonly due!: string | null;

  @Uuid({ description: 'L’échéance dont le délai est demandé', nullable: true })
  readonly obligation!: string | null;

  @Uuid({ description: 'L’avenant demandé', nullable: true })
  readonly award!: string | null;

  @YesNo(true, { description: 'Vous pouvez en décider' })
  readonly open!: boolean;

  @Parts(() => FaultAnswer, { description: 'Pourquoi non' })
  readonly reasons!: readonly FaultAnswer[];
}

export class RequestListAnswer {
  @Whole(2)
  readonly count!: number;

  @Parts(() => RequestAnswer)
  readonly items!: readonly RequestAnswer[];
}

/** What one does today: what is owed by how soon, what others owe, what is to be decided. */
export class DeskAnswer {
  @Day('2026-11-16')
  readonly today!: string;

  @Parts(() => DeskSectionAnswer, { description: 'Toutes les sections, même vides' })
  readonly sections!: readonly DeskSectionAnswer[];

  @Part(() => OwedByOthersAnswer, { description: 'Ce que d’autres vous doivent, en retard ou dans les trente jours' })
  readonly owedByOthers!: OwedByOthersAnswer;

  @Part(() => RequestListAnswer)
  readonly toDecide!: RequestListAnswer;
}
