import { Day, Part, Text, Texts } from '../api/answers/fields.js';

export class RegionServiceAnswer {
  @Text("Région Bretagne, service de l'économie sociale et solidaire")
  readonly name!: string;

  @Text('283 avenue du Général-Patton, CS 21101, 35711 Rennes Cedex 7')
  readonly address!: string;

  @Text('ess@bretagne.example')
  readonly email!: string;

  @Text('02 99 27 10 10')
  readonly phone!: string;
}

/** What the acknowledgement of a request must say (CRPA art. R112-11-1). */
export class AcknowledgementAnswer {
  @Day('2026-02-05', { description: 'Quand il a été délivré', nullable: true })
  readonly on!: string | null;

  @Day('2026-02-02')
  readonly receivedOn!: string;

  @Part(() => RegionServiceAnswer, { description: 'Le service chargé de la demande' })
  readonly service!: RegionServiceAnswer;

  @Day('2026-04-02', { description: 'Dernier jour avant que le silence vaille rejet', nullable: true })
  readonly silenceRejectsAfter!: string | null;

  @Text('sous réserve que la demande soit complète')
  readonly provided!: string;

  @Texts(['CRPA art. L411-2 : recours gracieux auprès de la Région dans les deux mois du rejet'], {
    description: 'Délais et voies de recours contre ce rejet',
  })
  readonly appeals!: readonly string[];
}
