import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { offersFor } from '../api/answer.js';
import { readClock } from '../clock/clock.js';
import { standingOfClosed, type ActStanding } from '../domain/dossier/act-standing.js';
import type { Capability } from '../domain/dossier/act.js';
import { actNamed } from '../domain/dossier/acts.js';
import type { Actor } from '../domain/dossier/roles.js';
import type { DossierState } from '../domain/dossier/state.js';
import { readGrantsElsewhere } from '../record/grants-elsewhere.js';
import { RuleBook } from '../reglement/load.js';
import type { PoleActsAnswer } from './acts-answers.js';
import type { PoleActsQuery } from './acts-query.js';
import { PoleReader } from './pole-reader.js';

/** The themes of acts, in the order of the path. */
const THEMES: Readonly<Record<Capability, string>> = {
  initiative: 'Initiative',
  'prefiguration-study': 'Étude de préfiguration',
  'council-opinion': 'Avis du Conseil de développement',
  legitimation: 'Appui de la CRESS',
  award: 'Attribution et convention',
  recruitment: 'Postes de chargé·e de mission',
  cofunding: 'Cofinanceurs',
  'funded-year': 'Exercices et versements',
  lifecycle: 'Vie du dossier',
  obligations: 'Échéances',
  documents: 'Documents',
};

type Offer = ReturnType<typeof offersFor>[number];

/** The acts of a pôle by theme: those that are open, those that are not yet, those that are over for good. */
@Injectable()
export class PoleActs {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(RuleBook) private readonly book: RuleBook,
    @Inject(PoleReader) private readonly poles: PoleReader,
  ) {}

  /** Of one standing, at most so many. A dossier of which nothing may be read does not exist. */
  async of(poleId: string, asked: PoleActsQuery, actors: readonly Actor[]): Promise<PoleActsAnswer> {
    const { manager } = this.source;
    const { dossier } = await this.poles.visible(poleId, actors);
    const [{ today }, elsewhere] = await Promise.all([readClock(manager), readGrantsElsewhere(manager, dossier.state)]);
    const offers = offersFor(dossier, this.book.of(dossier.reglement), today, actors, elsewhere);
    const standings = new Map(offers.map(offer => [offer, standingOf(offer, dossier.state)]));
    const having = (wanted: ActStanding) => offers.filter(offer => standings.get(offer) === wanted);
    const shown = having(asked.standing ?? 'open').slice(0, Number(asked.limit ?? '500'));
    return {
      counts: { open: having('open').length, notYet: having('not-yet').length, over: having('over').length },
      themes: Object.entries(THEMES).flatMap(([theme, label]) => {
        const items = shown.filter(({ act }) => actNamed(act).capability === theme);
        return items.length === 0 ? [] : [{ theme, label, items: items.map(({ subject: _subject, ...act }) => act) }];
      }),
    };
  }
}

function standingOf({ act, subject, open }: Offer, state: DossierState): ActStanding {
  return open ? 'open' : standingOfClosed(actNamed(act), { state, subject });
}
