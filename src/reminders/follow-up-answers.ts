import { Among, Moment, Parts, Text, Texts, Uuid, Whole } from '../api/answers/fields.js';

/** What became of the reminders of one kind at one rung: `planned` is the sum of the others, `useful` a part of `sent`. */
export class UsefulnessLineAnswer {
  @Text('council-opinion')
  readonly kind!: string;

  @Text('Avis du Conseil de développement')
  readonly label!: string;

  @Text('j+1', { description: 'Échelon ; `by-hand` pour les relances à la main, `event` pour les faits annoncés' })
  readonly rung!: string;

  @Whole(12)
  readonly planned!: number;

  @Whole(0, { description: 'Pas encore partis' })
  readonly waiting!: number;

  @Whole(10)
  readonly sent!: number;

  @Whole(6, {
    description: 'Envoyés, et l’échéance tenue par quelqu’un du jour de l’envoi au septième jour qui suit',
  })
  readonly useful!: number;

  @Whole(2)
  readonly suppressed!: number;

  @Whole(0)
  readonly bounced!: number;

  @Whole(0)
  readonly refused!: number;

  @Whole(0, { description: 'Abandonnés après plusieurs essais' })
  readonly givenUp!: number;

  @Whole(0, { description: 'Peut-être partis' })
  readonly uncertain!: number;
}

export class UsefulnessAnswer {
  @Parts(() => UsefulnessLineAnswer)
  readonly items!: readonly UsefulnessLineAnswer[];
}

const DISCREPANCIES = [
  ...(['unplanned', 'unreached', 'stuck', 'not-rung', 'behind', 'projection', 'disagreement', 'quiet'] as const),
] as const;

/** A difference between what was to be said and what was. */
export class DiscrepancyAnswer {
  @Among(DISCREPANCIES)
  readonly kind!: (typeof DISCREPANCIES)[number];

  @Text('0190a0aa-0000-7000-8000-000000000001', { description: 'Ce dont il s’agit : un identifiant, ou un genre' })
  readonly about!: string;

  @Uuid({ nullable: true })
  readonly pole!: string | null;
}

export class ReconciliationAnswer {
  @Moment('2026-05-05T06:30:00Z')
  readonly at!: string;

  @Whole(0, { description: 'Combien' })
  readonly differences!: number;

  @Parts(() => DiscrepancyAnswer)
  readonly items!: readonly DiscrepancyAnswer[];
}

/** Something that asks for a person. */
export class TaskAnswer {
  @Uuid()
  readonly id!: string;

  @Text('unreachable')
  readonly kind!: string;

  @Text('0190a0aa-0000-7000-8000-000000000001', { description: 'Ce dont il s’agit' })
  readonly about!: string;

  @Uuid({ nullable: true })
  readonly poleId!: string | null;

  @Uuid({ nullable: true })
  readonly contactId!: string | null;

  @Text('Boîte du service ESS', { nullable: true })
  readonly contactName!: string | null;

  @Moment('2026-05-05T06:30:00Z')
  readonly openedAt!: string;

  @Text('L’adresse ne reçoit plus.')
  readonly detail!: string;
}

export class TaskListAnswer {
  @Parts(() => TaskAnswer)
  readonly items!: readonly TaskAnswer[];
}

/** What a bounce was about. */
export class BounceNotedAnswer {
  @Whole(1, { description: 'Courriers revenus qui ont été compris' })
  readonly reported!: number;

  @Whole(1, { description: 'Courriers de la maison qu’ils désignent' })
  readonly mails!: number;

  @Whole(1, { description: 'Contacts qui ne reçoivent plus' })
  readonly contacts!: number;
}

export class TemplateListAnswer {
  @Texts(['before', 'late'])
  readonly items!: readonly string[];
}

/** A mail as it would leave. */
export class TemplatePreviewAnswer {
  @Text('Avis du Conseil de développement : à rendre le 4 mai 2026')
  readonly subject!: string;

  @Text('Bonjour, …')
  readonly text!: string;

  @Text('<!doctype html>…')
  readonly html!: string;
}
