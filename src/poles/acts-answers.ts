import { Part, Parts, Text, Whole } from '../api/answers/fields.js';
import { ActOfferedAnswer } from '../api/answers/dossier.js';

/** The acts of a theme. */
export class ThemeAnswer {
  @Text('funded-year', { description: 'Code du thème' })
  readonly theme!: string;

  @Text('Exercices et versements')
  readonly label!: string;

  @Parts(() => ActOfferedAnswer)
  readonly items!: readonly ActOfferedAnswer[];
}

export class StandingCountsAnswer {
  @Whole(9)
  readonly open!: number;

  @Whole(30, { description: 'Fermés, et qui peuvent s’ouvrir' })
  readonly notYet!: number;

  @Whole(50, { description: 'Qui ne s’ouvriront plus, sauf rectification' })
  readonly over!: number;
}

/** The acts of a pôle that someone's roles may do, by theme. */
export class PoleActsAnswer {
  @Part(() => StandingCountsAnswer)
  readonly counts!: StandingCountsAnswer;

  @Parts(() => ThemeAnswer, { description: 'Les thèmes qui ont un acte, dans l’ordre du chemin' })
  readonly themes!: readonly ThemeAnswer[];
}
