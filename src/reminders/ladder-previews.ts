import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { holdsOneOf } from '../api/access-guard.js';
import { problem, ProblemException } from '../api/problem.js';
import { readClock } from '../clock/clock.js';
import { actNamed } from '../domain/dossier/acts.js';
import { obligationLabel } from '../domain/dossier/naming.js';
import type { Actor } from '../domain/dossier/roles.js';
import { seenState } from '../domain/dossier/seen-state.js';
import { viewOf } from '../domain/dossier/view.js';
import { isUuid } from '../domain/kernel/ids.js';
import { readDossier } from '../record/dossiers.js';
import { UnknownDossierError } from '../record/refused.js';
import { RuleBook } from '../reglement/load.js';
import { ladderChanges, type LadderChange } from './ladder-preview.js';

/** Who sets the ladders sees what they would change, even of a dossier that they do not read. */
const SETS_LADDERS = actNamed('apply-ladders').roles;

export type NamedChange = Omit<LadderChange, 'instance'> & { readonly label: string };

/** What other ladders would change to the reminders to come of a pôle. Nothing is written. */
@Injectable()
export class LadderPreviews {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(RuleBook) private readonly book: RuleBook,
  ) {}

  /** Refuses a pôle that the reader does not see, and ladders that do not exist. */
  async of(poleId: string, set: string, actors: readonly Actor[]): Promise<readonly NamedChange[]> {
    const { manager } = this.source;
    if (!isUuid(poleId)) throw new UnknownDossierError();
    const { state, reglement } = await readDossier(manager, poleId);
    const view = viewOf(state, actors) ?? (holdsOneOf(actors, SETS_LADDERS) ? 'whole' : undefined);
    if (view === undefined) throw new UnknownDossierError();
    const rules = this.book.of(reglement);
    if (!Object.hasOwn(rules.ladderSets, set))
      throw new ProblemException(problem('not-found', 404, 'Introuvable', 'Ces échelles de relance n’existent pas.'));
    const { today } = await readClock(manager);
    const seen = seenState(view, state).obligations;
    const changes = ladderChanges(state, rules, set, today).filter(({ obligation }) => Object.hasOwn(seen, obligation));
    return changes.map(({ instance, ...change }) => ({
      ...change,
      label: obligationLabel({ ...change, instance }, state),
    }));
  }
}
