import { Among, Amount, Day, Part, Parts, Text, Uuid, Whole, YesNo } from '../api/answers/fields.js';
import { WaitsForAnswer } from '../api/answers/dossier.js';
import { FaultAnswer } from '../api/answers/fault.js';
import { NamedBodyAnswer, NamedPersonAnswer } from '../api/answers/named-body.js';
import { NamedObjectAnswer } from '../api/answers/named-object.js';
import { NamedPoleAnswer } from '../api/answers/party.js';
import { INSTALMENT_STEPS } from '../domain/funded-year/instalment-step.js';
import { INSTALMENT_TABS } from './instalment-query.js';

/** The days within which the law or the convention wants a payment made. */
export class PaymentClockAnswer {
  @Uuid({ description: 'L’échéance' })
  readonly obligation!: string;

  @Day('2027-05-04', { description: 'Dernier jour ; nul tant que le délai ne court pas', nullable: true })
  readonly due!: string | null;

  @YesNo(false)
  readonly late!: boolean;

  @Part(() => WaitsForAnswer, { description: 'Ce que le versement attend à ce jour, et de qui', nullable: true })
  readonly waitsFor!: WaitsForAnswer | null;
}

/** An instalment of any pôle. */
export class InstalmentLineAnswer {
  @Part(() => NamedPoleAnswer)
  readonly pole!: NamedPoleAnswer;

  @Uuid()
  readonly award!: string;

  @Whole(1)
  readonly year!: number;

  @Whole(2)
  readonly number!: number;

  @Part(() => NamedObjectAnswer, { description: 'Le versement, son exercice et ses dates', nullable: true })
  readonly object!: NamedObjectAnswer | null;

  @Among(Object.keys(INSTALMENT_STEPS))
  readonly step!: string;

  @Text('À liquider')
  readonly stepLabel!: string;

  @YesNo(false)
  readonly held!: boolean;

  @Amount('10500.00', { description: 'Ce qui est prévu, puis liquidé, puis payé' })
  readonly amount!: string;

  @Amount('10500.00', { description: 'Ce qui peut encore être liquidé' })
  readonly left!: string;

  @Day('2027-04-12', { description: 'Depuis quand il en est là', nullable: true })
  readonly since!: string | null;

  @Part(() => NamedBodyAnswer)
  readonly carrier!: NamedBodyAnswer;

  @Part(() => NamedPersonAnswer, { description: 'Qui a préparé la liquidation', nullable: true })
  readonly preparedBy!: NamedPersonAnswer | null;

  @Part(() => NamedPersonAnswer, { description: 'Qui l’a validée', nullable: true })
  readonly validatedBy!: NamedPersonAnswer | null;

  @Text('M-2027-12', { description: 'Numéro du mandat', nullable: true })
  readonly order!: string | null;

  @Day('2027-05-02', { nullable: true })
  readonly paidOn!: string | null;

  @Part(() => PaymentClockAnswer, { description: 'Le délai de paiement, tant qu’il est dû', nullable: true })
  readonly clock!: PaymentClockAnswer | null;

  @Parts(() => FaultAnswer, { description: 'Pourquoi il ne peut avancer, et l’acte qui le permet' })
  readonly reasons!: readonly FaultAnswer[];
}

/** How many instalments are in a state, and what they come to. */
export class InstalmentTabAnswer {
  @Among(Object.keys(INSTALMENT_TABS))
  readonly state!: string;

  @Text('À liquider')
  readonly label!: string;

  @Whole(3)
  readonly count!: number;

  @Amount('45500.00')
  readonly amount!: string;
}

/** A page of the instalments in a state, and what every state comes to. */
export class InstalmentListAnswer {
  @Parts(() => InstalmentTabAnswer, { description: 'Tous les états, même vides' })
  readonly tabs!: readonly InstalmentTabAnswer[];

  @Parts(() => InstalmentLineAnswer)
  readonly items!: readonly InstalmentLineAnswer[];

  @Text('MjAyNi0wMi0wMg', { description: 'Curseur de la page suivante', nullable: true })
  readonly next!: string | null;
}
