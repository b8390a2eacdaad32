import { AWARD_KINDS, type AwardKind } from '../../domain/award/events.js';
import type { NamedObject } from '../../domain/dossier/naming.js';
import { eurosDot } from '../../domain/kernel/cents.js';
import { REPORT_KINDS, type ReportKind } from '../../domain/reglement/reglement.js';
import { Amount, Among, Day, Part, Text, Uuid, Whole } from './fields.js';

/** An award, or the convention that it is. */
export class NamedAwardAnswer {
  @Uuid()
  readonly id!: string;

  @Among(AWARD_KINDS)
  readonly kind!: AwardKind;
}

/** An exercise of a convention, as it runs. */
export class NamedExerciseAnswer {
  @Whole(1)
  readonly year!: number;

  @Day('2026-04-12')
  readonly from!: string;

  @Day('2027-04-11')
  readonly to!: string;
}

/** An instalment, by its rank in its exercise. */
export class NamedInstalmentAnswer {
  @Whole(2)
  readonly number!: number;

  @Among(['advance', 'balance'])
  readonly kind!: 'advance' | 'balance';

  @Amount('10500.00', { description: 'Montant prévu' })
  readonly amount!: string;
}

/** What something owed, an act or a line of the journal bears on, beside the pôle. */
export class NamedObjectAnswer {
  @Text('le solde de l’exercice 1 (12 avril 2026 – 11 avril 2027)')
  readonly label!: string;

  @Part(() => NamedAwardAnswer, { nullable: true })
  readonly award!: NamedAwardAnswer | null;

  @Part(() => NamedExerciseAnswer, { nullable: true })
  readonly exercise!: NamedExerciseAnswer | null;

  @Part(() => NamedInstalmentAnswer, { nullable: true })
  readonly instalment!: NamedInstalmentAnswer | null;

  @Among(REPORT_KINDS, { nullable: true })
  readonly report!: ReportKind | null;

  @Whole(1, { description: 'Numéro du poste', nullable: true })
  readonly post!: number | null;

  @Whole(1, { description: 'Numéro du cofinanceur', nullable: true })
  readonly contribution!: number | null;
}

/** The same as the API tells it: its amount in euros. */
export function objectView(named: NamedObject | null): NamedObjectAnswer | null {
  if (named === null) return null;
  const { instalment, ...rest } = named;
  return { ...rest, instalment: instalment && { ...instalment, amount: eurosDot(instalment.amount) } };
}
