import { Among, Amount, Day, Part, Parts, Text, Texts, Uuid, Whole, YesNo } from '../api/answers/fields.js';
import { NamedBodyAnswer, NamedPaysAnswer, NamedPersonAnswer } from '../api/answers/named-body.js';
import { STAGES } from '../domain/dossier/stage.js';

const ONLY_WHOLE = 'nul pour qui ne lit pas tout le dossier';

/** What is owed first in a pôle. */
export class NextDueAnswer {
  @Uuid()
  readonly id!: string;

  @Text('financial-report')
  readonly kind!: string;

  @Text('Compte rendu financier de l’exercice 1 (12 avril 2026 – 11 avril 2027)', { description: 'Avec son objet' })
  readonly label!: string;

  @Day('2027-10-11')
  readonly due!: string;

  @Whole(36, { description: 'Jours de retard ; 0 tant que la date n’est pas passée' })
  readonly daysLate!: number;

  @Text('Structure porteuse', { description: 'Qui le doit', nullable: true })
  readonly from!: string | null;
}

/** What was voted, is due for the open years, was paid and is held. */
export class PoleAmountsAnswer {
  @Amount('105000.00')
  readonly voted!: string;

  @Amount('70000.00', { description: 'Dû pour les exercices ouverts, sur ce que l’on sait de leurs comptes' })
  readonly due!: string;

  @Amount('49000.00')
  readonly paid!: string;

  @Amount('10500.00', { description: 'Versements retenus à ce jour' })
  readonly held!: string;
}

/** A line of the list of pôles. */
export class PoleCardAnswer {
  @Uuid()
  readonly poleId!: string;

  @Text('Pôle fictif du pays de Brest (démonstration)')
  readonly name!: string;

  @Texts(['02'])
  readonly paysCodes!: readonly string[];

  @Parts(() => NamedPaysAnswer)
  readonly pays!: readonly NamedPaysAnswer[];

  @Among(Object.keys(STAGES))
  readonly stage!: string;

  @Text('En cours')
  readonly stageLabel!: string;

  @Whole(2027, { description: `Année du premier exercice ; ${ONLY_WHOLE}`, nullable: true })
  readonly budgetYear!: number | null;

  @YesNo(false, { description: `Un versement est retenu ; ${ONLY_WHOLE}`, nullable: true })
  readonly held!: boolean | null;

  @Texts(['23350001600040'], { description: 'SIRET des organismes du dossier' })
  readonly bodies!: readonly string[];

  @Part(() => NamedBodyAnswer, { description: 'Qui porte le pôle, ou doit le porter', nullable: true })
  readonly carrier!: NamedBodyAnswer | null;

  @Part(() => NamedPersonAnswer, { description: 'Référent·e', nullable: true })
  readonly referent!: NamedPersonAnswer | null;

  @Part(() => NextDueAnswer, { description: 'Ce qui est dû d’abord', nullable: true })
  readonly nextDue!: NextDueAnswer | null;

  @Whole(1, { description: `Échéances dépassées ; ${ONLY_WHOLE}`, nullable: true })
  readonly lateCount!: number | null;

  @Part(() => PoleAmountsAnswer, { description: ONLY_WHOLE, nullable: true })
  readonly amounts!: PoleAmountsAnswer | null;

  @Day('2026-02-02')
  readonly declaredOn!: string;
}

/** A page of the list of pôles, and what the whole list comes to. */
export class PoleListAnswer {
  @Parts(() => PoleCardAnswer)
  readonly items!: readonly PoleCardAnswer[];

  @Text('MjAyNi0wMi0wMg', { description: 'Curseur de la page suivante', nullable: true })
  readonly next!: string | null;

  @Whole(21, { description: 'Pôles de la liste, toutes pages ensemble' })
  readonly total!: number;

  @Whole(6, { description: 'Ceux dont une échéance est dépassée' })
  readonly late!: number;

  @Whole(4, { description: 'Ceux dont un versement est retenu' })
  readonly held!: number;

  @Part(() => PoleAmountsAnswer, { description: 'Sommes de ceux que vous lisez en entier' })
  readonly amounts!: PoleAmountsAnswer;
}
