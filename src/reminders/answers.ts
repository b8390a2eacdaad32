import { Among, Day, Moment, Part, Parts, Text, Texts, Uuid, Whole, YesNo } from '../api/answers/fields.js';
import { FaultAnswer } from '../api/answers/fault.js';
import { ACTING_ROLES, NamedPoleAnswer } from '../api/answers/party.js';
import type { ActingRole } from '../domain/dossier/roles.js';
import { PACES, type Pace } from '../domain/reminders/recipients.js';

/** Whom a reminder will be for: a role, in a body where it is a body's, never a name. */
export class ForecastRecipientAnswer {
  @Among(ACTING_ROLES)
  readonly role!: ActingRole;

  @Text('Conseil de développement du pays')
  readonly label!: string;

  @Text('23350001600040', { description: 'SIRET', nullable: true })
  readonly body!: string | null;

  @YesNo(false, { description: 'Quelqu’un d’autre le reçoit à leur place' })
  readonly inTheirAbsence!: boolean;

  @Among(PACES)
  readonly pace!: Pace;

  @Text('said-lately', { description: 'Pourquoi il ne partira pas', nullable: true })
  readonly reason!: string | null;

  @Text('dit il y a peu', { nullable: true })
  readonly reasonLabel!: string | null;
}

const FORESEEN = ['reminder', 'escalation', 'transition', 'hold'] as const;

/** Something that the engine will do by itself, if nobody acts before. */
export class ForecastLineAnswer {
  @Part(() => NamedPoleAnswer)
  readonly pole!: NamedPoleAnswer;

  @Day('2026-05-05')
  readonly on!: string;

  @Moment('2026-05-05T06:00:00Z')
  readonly at!: string;

  @Among(FORESEEN)
  readonly what!: (typeof FORESEEN)[number];

  @Text('council-opinion', { description: 'Genre d’échéance, fait, ou acte retenu' })
  readonly kind!: string;

  @Text('Avis du Conseil de développement')
  readonly label!: string;

  @Text('1')
  readonly instance!: string;

  @Day('2026-05-04', { nullable: true })
  readonly due!: string | null;

  @Text('j+1', { description: 'Échelon', nullable: true })
  readonly rung!: string | null;

  @Texts(['jo-3'], { description: 'Échelons manqués dont il tient lieu' })
  readonly merged!: readonly string[];

  @YesNo(false)
  readonly late!: boolean;

  @Text('late', { nullable: true })
  readonly template!: string | null;

  @Parts(() => ForecastRecipientAnswer)
  readonly recipients!: readonly ForecastRecipientAnswer[];

  @Parts(() => FaultAnswer, { description: 'Ce qui retiendra l’acte' })
  readonly because!: readonly FaultAnswer[];
}

export class ForecastAnswer {
  @Day('2026-05-04')
  readonly from!: string;

  @Whole(30)
  readonly days!: number;

  @Parts(() => ForecastLineAnswer)
  readonly items!: readonly ForecastLineAnswer[];
}

/** A reminder to come: its day, what it says and to whom. */
export class RungToComeAnswer {
  @Day('2026-04-20')
  readonly day!: string;

  @Text('before')
  readonly template!: string;

  @Texts(['debtor'])
  readonly recipients!: readonly string[];
}

/** What other ladders would change for one thing owed. */
export class LadderChangeAnswer {
  @Uuid()
  readonly obligation!: string;

  @Text('council-opinion')
  readonly kind!: string;

  @Text('Avis du Conseil de développement')
  readonly label!: string;

  @Day('2026-05-04', { nullable: true })
  readonly due!: string | null;

  @Parts(() => RungToComeAnswer)
  readonly before!: readonly RungToComeAnswer[];

  @Parts(() => RungToComeAnswer)
  readonly after!: readonly RungToComeAnswer[];
}

export class LadderPreviewAnswer {
  @Parts(() => LadderChangeAnswer)
  readonly items!: readonly LadderChangeAnswer[];
}
