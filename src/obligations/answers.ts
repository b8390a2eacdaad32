import { Among, Day, Moment, Part, Parts, Text, Texts, Uuid, Whole, YesNo } from '../api/answers/fields.js';
import { ActOfferedAnswer, ToldEventAnswer, NoticeAnswer, WaitsForAnswer } from '../api/answers/dossier.js';
import { NamedObjectAnswer } from '../api/answers/named-object.js';
import { ACTING_ROLES, NamedPoleAnswer, PartyAnswer, PeriodAnswer } from '../api/answers/party.js';
import { OBLIGATION_STATES, type ObligationState } from '../domain/obligations/slice.js';

/** Something that the person who asks owes. */
export class OwedAnswer {
  @Uuid()
  readonly id!: string;

  @Part(() => NamedPoleAnswer)
  readonly pole!: NamedPoleAnswer;

  @Text('council-opinion')
  readonly kind!: string;

  @Text('1')
  readonly instance!: string;

  @Text('Avis du Conseil de développement', { description: 'Avec son objet : exercice, versement, compte rendu…' })
  readonly label!: string;

  @Part(() => NamedObjectAnswer, { description: 'Ce sur quoi cela porte, outre le pôle', nullable: true })
  readonly object!: NamedObjectAnswer | null;

  @Among(ACTING_ROLES, { description: 'Le rôle au titre duquel vous le devez' })
  readonly as!: string;

  @Day('2026-05-04', { nullable: true })
  readonly due!: string | null;

  @YesNo(false)
  readonly late!: boolean;

  @Text("Règlement de l'aide, avis du Conseil de développement")
  readonly source!: string;

  @Texts(['give-opinion'], { description: 'Les actes qui y répondent' })
  readonly acts!: readonly string[];
}

export class OwedListAnswer {
  @Parts(() => OwedAnswer)
  readonly items!: readonly OwedAnswer[];
}

/** What the debtor asked for, and was granted. */
export class ExtensionAnswer {
  @Day('2026-09-30', { nullable: true })
  readonly asked!: string | null;

  @Day('2026-09-30', { nullable: true })
  readonly granted!: string | null;
}

/** A due date that it had, and the fact that set it. */
export class DueDateAnswer {
  @Day('2026-05-04', { nullable: true })
  readonly due!: string | null;

  @Day('2026-02-02')
  readonly since!: string;

  @Uuid({ description: 'Le fait' })
  readonly by!: string;

  @Among(['obligation-opened', 'due-date-moved'])
  readonly type!: 'obligation-opened' | 'due-date-moved';
}

/** A reminder, in words. */
export class NoticeInWordsAnswer extends NoticeAnswer {
  @Text('Conseil de développement du pays', { nullable: true })
  readonly label!: string | null;

  @Text('dit il y a peu', { nullable: true })
  readonly reasonLabel!: string | null;
}

/** A rung that is left: the day of its ladder, and the day on which it leaves, later when that one was past. */
export class RungLeftAnswer {
  @Text('j+1')
  readonly rung!: string;

  @Day('2026-05-05')
  readonly day!: string;

  @Moment('2026-05-05T06:00:00Z')
  readonly at!: string;

  @Day('2026-05-05')
  readonly leavesOn!: string;

  @Text('late')
  readonly template!: string;

  @Parts(() => PartyAnswer)
  readonly recipients!: readonly PartyAnswer[];
}

/** Something owed, whole. */
export class ObligationAnswer {
  @Uuid()
  readonly id!: string;

  @Part(() => NamedPoleAnswer)
  readonly pole!: NamedPoleAnswer;

  @Text('council-opinion')
  readonly kind!: string;

  @Text('1')
  readonly instance!: string;

  @Text('Avis du Conseil de développement', { description: 'Avec son objet : exercice, versement, compte rendu…' })
  readonly label!: string;

  @Part(() => NamedObjectAnswer, { description: 'Ce sur quoi cela porte, outre le pôle', nullable: true })
  readonly object!: NamedObjectAnswer | null;

  @Among(OBLIGATION_STATES)
  readonly state!: ObligationState;

  @Whole(0, { description: 'Combien de fois sa date a bougé' })
  readonly round!: number;

  @Day('2026-02-02')
  readonly openedOn!: string;

  @Day('2026-05-04', { nullable: true })
  readonly due!: string | null;

  @Text("Règlement de l'aide, avis du Conseil de développement")
  readonly source!: string;

  @YesNo(false)
  readonly late!: boolean;

  @Part(() => PartyAnswer, { description: 'Qui le doit' })
  readonly debtor!: PartyAnswer;

  @Part(() => WaitsForAnswer, { description: 'Ce que le versement attend à ce jour, et de qui', nullable: true })
  readonly waitsFor!: WaitsForAnswer | null;

  @Part(() => PartyAnswer, { description: 'À qui', nullable: true })
  readonly creditor!: PartyAnswer | null;

  @Part(() => PeriodAnswer, { description: "L'exercice dont il s'agit", nullable: true })
  readonly period!: PeriodAnswer | null;

  @Part(() => ExtensionAnswer)
  readonly extension!: ExtensionAnswer;

  @Part(() => ToldEventAnswer, { description: "Le fait qui l'a fait naître", nullable: true })
  readonly trigger!: ToldEventAnswer | null;

  @Parts(() => DueDateAnswer)
  readonly dueDates!: readonly DueDateAnswer[];

  @Parts(() => ToldEventAnswer)
  readonly history!: readonly ToldEventAnswer[];

  @Parts(() => NoticeInWordsAnswer)
  readonly notices!: readonly NoticeInWordsAnswer[];

  @Parts(() => RungLeftAnswer)
  readonly toCome!: readonly RungLeftAnswer[];

  @Parts(() => ActOfferedAnswer)
  readonly acts!: readonly ActOfferedAnswer[];
}
