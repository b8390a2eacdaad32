import { Amount, Part, Parts, Text, Whole } from '../api/answers/fields.js';

export class AmountChangeAnswer {
  @Amount('105000.00')
  readonly from!: string;

  @Amount('90000.00')
  readonly to!: string;
}

export class YearsChangeAnswer {
  @Whole(3)
  readonly from!: number;

  @Whole(4)
  readonly to!: number;
}

export class CarrierChangeAnswer {
  @Text('23350001600040', { description: 'SIRET' })
  readonly from!: string;

  @Text('22220001600012', { description: 'SIRET' })
  readonly to!: string;
}

export class DocumentChangeAnswer {
  @Text('referentiel-1', { nullable: true })
  readonly from!: string | null;

  @Text('referentiel-2')
  readonly to!: string;
}

export class ScheduledInstalmentAnswer {
  @Whole(1)
  readonly year!: number;

  @Whole(1)
  readonly number!: number;

  @Amount('24500.00')
  readonly amount!: string;
}

/** What an amendment changes of its convention; what it leaves as it is, it does not name. */
export class AmendmentChangesAnswer {
  @Part(() => AmountChangeAnswer, { optional: true })
  readonly amount?: AmountChangeAnswer;

  @Part(() => YearsChangeAnswer, { optional: true })
  readonly years?: YearsChangeAnswer;

  @Parts(() => ScheduledInstalmentAnswer, { optional: true })
  readonly schedule?: readonly ScheduledInstalmentAnswer[];

  @Part(() => CarrierChangeAnswer, { optional: true })
  readonly carrier?: CarrierChangeAnswer;

  @Part(() => DocumentChangeAnswer, { optional: true })
  readonly referenceDocument?: DocumentChangeAnswer;
}
