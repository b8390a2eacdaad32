import { Moment, Part, Parts, Text, Uuid, Whole } from './fields.js';

export class LiftingActAnswer {
  @Text('transmit-deliberation')
  readonly act!: string;

  @Text("Constater la transmission au représentant de l'État")
  readonly label!: string;
}

/** One reason of a refusal. */
export class FaultAnswer {
  @Text('not-executory', { description: 'Code stable' })
  readonly code!: string;

  @Text("La délibération n'est pas exécutoire : transmise, et publiée ou notifiée.")
  readonly detail!: string;

  @Text('/date', { description: 'Champ en cause, en pointeur JSON', optional: true })
  readonly pointer?: string;

  @Text('CGCT art. L4141-1', { description: 'Source de la règle', optional: true })
  readonly source?: string;

  @Part(() => LiftingActAnswer, { description: "L'acte qui lève le blocage", optional: true })
  readonly liftedBy?: LiftingActAnswer;
}

/** A fact recorded since the version that was read. */
export class MeanwhileAnswer {
  @Text('Vote de l’assemblée')
  readonly label!: string;

  @Text('instructrice')
  readonly by!: string;

  @Text('instructor')
  readonly role!: string;

  @Moment('2026-03-16T08:12:40Z')
  readonly recordedAt!: string;
}

/** RFC 9457. */
export class ProblemAnswer {
  @Text('urn:jalon:probleme:not-executory', { description: 'Genre du problème, stable' })
  readonly type!: string;

  @Text("L'acte est refusé")
  readonly title!: string;

  @Whole(422)
  readonly status!: number;

  @Text("La délibération n'est pas exécutoire : transmise, et publiée ou notifiée.")
  readonly detail!: string;

  @Text('/api/awards/0190a0aa-0000-7000-8000-000000000001/convention-signatures', {
    description: 'L’adresse demandée',
  })
  readonly instance!: string;

  @Uuid({ description: 'La trace de la demande, sous laquelle la maison l’a notée' })
  readonly traceId!: string;

  @Parts(() => FaultAnswer, { description: 'Chaque raison, ou chaque champ à corriger', optional: true })
  readonly errors?: readonly FaultAnswer[];

  @Whole(17, { description: 'Version du dossier, quand il a changé depuis la lecture', optional: true })
  readonly version?: number;

  @Parts(() => MeanwhileAnswer, { description: 'Ce qui a été fait depuis la lecture', optional: true })
  readonly decidedMeanwhile?: readonly MeanwhileAnswer[];
}
