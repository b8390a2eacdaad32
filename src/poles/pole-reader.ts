import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { offersFor } from '../api/answer.js';
import { readClock } from '../clock/clock.js';
import { PoleReads } from '../database/pole-reads.js';
import type { YearGrant } from '../domain/award/threshold.js';
import { bodiesOfDossier } from '../domain/dossier/parties.js';
import type { Actor } from '../domain/dossier/roles.js';
import { seenState } from '../domain/dossier/seen-state.js';
import type { DossierState } from '../domain/dossier/state.js';
import { viewOf, type View } from '../domain/dossier/view.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import type { Rules } from '../domain/reglement/reglement.js';
import { readDossier, type DossierRow } from '../record/dossiers.js';
import { readGrantsElsewhere } from '../record/grants-elsewhere.js';
import { UnknownDossierError } from '../record/refused.js';
import { RuleBook } from '../reglement/load.js';
import { poleIdentifier } from './pole-identifier.js';
import { poleView } from './pole-view.js';
import type { PoleAnswer } from './answers.js';

/** A dossier that someone may read, whole or in part. */
export interface VisibleDossier {
  readonly dossier: DossierRow;
  readonly view: View;
}

/** A pôle as someone reads it, with what a page needs beside it. */
export interface SeenPole extends VisibleDossier {
  readonly name: string;
  /** Its state, as far as they see it. */
  readonly seen: DossierState;
  readonly rules: Rules;
  readonly today: CivilDate;
  /** What bodies are called, by their SIRET. */
  readonly names: ReadonlyMap<string, string>;
  /** The names of its pays. */
  readonly pays: readonly string[];
  readonly grantedElsewhere: readonly YearGrant[];
  readonly actors: readonly Actor[];
}

/** Reads a pôle for someone: by the API, or on a page. */
@Injectable()
export class PoleReader {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(RuleBook) private readonly book: RuleBook,
    @Inject(PoleReads) private readonly reads: PoleReads,
  ) {}

  /** A dossier, and what of it may be read. One of which nothing may be read does not exist. */
  async visible(poleId: string, actors: readonly Actor[]): Promise<VisibleDossier> {
    const dossier = await readDossier(this.source.manager, poleIdentifier(poleId));
    const view = viewOf(dossier.state, actors);
    if (view === undefined) throw new UnknownDossierError();
    return { dossier, view };
  }

  /** A pôle, with the names of its bodies and what they were granted elsewhere. Refused as above. */
  async read(poleId: string, actors: readonly Actor[]): Promise<SeenPole> {
    const visible = await this.visible(poleId, actors);
    const { state, reglement } = visible.dossier;
    const [{ today }, card, names, pays, grantedElsewhere] = await Promise.all([
      readClock(this.source.manager),
      this.reads.card(poleId),
      this.reads.namesOfBodies(poleId, bodiesOfDossier(state)),
      this.reads.namesOfPays(state.initiative.paysCodes),
      readGrantsElsewhere(this.source.manager, state),
    ]);
    return {
      ...{ ...visible, seen: seenState(visible.view, state), rules: this.book.of(reglement) },
      ...{ name: card?.name ?? '', today, names, pays: [...pays.values()], grantedElsewhere, actors },
    };
  }
}

/** What the API answers of a pôle. */
export const answerOf = ({ dossier, name, rules, today, actors, names, grantedElsewhere }: SeenPole): PoleAnswer =>
  poleView(dossier, name, rules, today, actors, names, grantedElsewhere);

/** The acts of a pôle as its reader sees them, with what each bears on. */
export const offersOf = ({ dossier, rules, today, actors, grantedElsewhere }: SeenPole) =>
  offersFor(dossier, rules, today, actors, grantedElsewhere);
