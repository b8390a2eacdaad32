import { Amount, Day, Part, Parts, Text, Whole } from '../api/answers/fields.js';
import { PartyAnswer } from '../api/answers/party.js';

/** What is owed, by whom and when, on one side of a change. */
export class OwingAnswer {
  @Day('2027-06-30', { nullable: true })
  readonly due!: string | null;

  @Part(() => PartyAnswer)
  readonly from!: PartyAnswer;
}

/** One thing owed that a change opens, drops or moves. */
export class OwingChangeAnswer {
  @Text('year-turn/0190a0aa-0000-7000-8000-000000000001/3')
  readonly key!: string;

  @Text("Fin d'un exercice : le suivant s'ouvre, ou la convention arrive à son terme")
  readonly label!: string;

  @Part(() => OwingAnswer, { nullable: true })
  readonly before!: OwingAnswer | null;

  @Part(() => OwingAnswer, { nullable: true })
  readonly after!: OwingAnswer | null;
}

/** One instalment that a change adds, drops or alters. */
export class InstalmentChangeAnswer {
  @Whole(3)
  readonly year!: number;

  @Whole(1)
  readonly number!: number;

  @Amount('24500.00', { nullable: true })
  readonly before!: string | null;

  @Amount('20000.00', { nullable: true })
  readonly after!: string | null;
}

/** What an amendment would change if it came into force today. */
export class AmendmentPreviewAnswer {
  @Parts(() => OwingChangeAnswer)
  readonly obligations!: readonly OwingChangeAnswer[];

  @Parts(() => InstalmentChangeAnswer)
  readonly instalments!: readonly InstalmentChangeAnswer[];
}
