import { Among, Part, Parts, Text, Texts, ValuesByKey, Whole } from '../api/answers/fields.js';

export class EpciAnswer {
  @Text('200027027')
  readonly siren!: string;

  @Text('Communauté de communes fictive')
  readonly name!: string;
}

/** A pays of Bretagne. */
export class PaysAnswer {
  @Text('02')
  readonly code!: string;

  @Text('Pays de Brest')
  readonly name!: string;

  @Texts(['29'])
  readonly departements!: readonly string[];

  @Whole(431_000)
  readonly population!: number;

  @Parts(() => EpciAnswer)
  readonly epci!: readonly EpciAnswer[];
}

export class PaysListAnswer {
  @Parts(() => PaysAnswer)
  readonly items!: readonly PaysAnswer[];
}

export class ContourPropertiesAnswer {
  @Text('02')
  readonly code!: string;

  @Text('Pays de Brest')
  readonly name!: string;
}

/** A contour, in GeoJSON (RFC 7946). */
export class ContourAnswer {
  @Among(['Feature'])
  readonly type!: 'Feature';

  @Part(() => ContourPropertiesAnswer)
  readonly properties!: ContourPropertiesAnswer;

  @ValuesByKey({}, { type: 'MultiPolygon', coordinates: [] }, { description: 'Géométrie GeoJSON' })
  readonly geometry!: object;
}

export class ContoursAnswer {
  @Among(['FeatureCollection'])
  readonly type!: 'FeatureCollection';

  @Parts(() => ContourAnswer)
  readonly features!: readonly ContourAnswer[];
}
