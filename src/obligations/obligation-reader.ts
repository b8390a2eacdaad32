import { Inject, Injectable } from '@nestjs/common';
import { RECORD_CONTEXT } from '../api/tokens.js';
import { problem, ProblemException } from '../api/problem.js';
import { readBeside } from '../api/told-event.js';
import { readClock, spreadOver } from '../clock/clock.js';
import { NoticeReads } from '../database/notice-reads.js';
import { PoleReads } from '../database/pole-reads.js';
import type { Actor } from '../domain/dossier/roles.js';
import { eventsSeen } from '../domain/dossier/seen-events.js';
import { fold } from '../domain/dossier/state.js';
import { seesObligation, viewOf } from '../domain/dossier/view.js';
import { isUuid } from '../domain/kernel/ids.js';
import { poleOfObligation, readDossier } from '../record/dossiers.js';
import { readGrantsThatCount } from '../record/grants-elsewhere.js';
import { readEvents } from '../record/journal/journal.js';
import type { RecordContext } from '../record/context.js';
import { obligationView } from './obligation-view.js';
import type { ObligationAnswer } from './answers.js';

const UNKNOWN = problem('not-found', 404, 'Introuvable', "Cette échéance n'existe pas.");

/** Reads something owed for someone: by the API, or on a page. */
@Injectable()
export class ObligationReader {
  constructor(
    @Inject(RECORD_CONTEXT) private readonly record: RecordContext,
    @Inject(PoleReads) private readonly poles: PoleReads,
    @Inject(NoticeReads) private readonly notices: NoticeReads,
  ) {}

  /** Something owed, whole. One that someone may not read does not exist. */
  async read(id: string, actors: readonly Actor[]): Promise<ObligationAnswer> {
    const { manager } = this.record.source;
    const poleId = isUuid(id) ? await poleOfObligation(manager, id) : undefined;
    const dossier = poleId === undefined ? undefined : await readDossier(manager, poleId);
    const view = dossier && viewOf(dossier.state, actors);
    if (!dossier || view === undefined) throw new ProblemException(UNKNOWN);
    // What is closed is not kept with the dossier: it is told from its journal.
    const events = await readEvents(manager, dossier.id);
    const state = fold(dossier.id, events);
    const obligation = state.obligations[id];
    if (!obligation || !seesObligation(view, obligation)) throw new ProblemException(UNKNOWN);
    const history = eventsSeen(view, events);
    const clock = await readClock(manager);
    const { today } = clock;
    return obligationView(obligation, {
      ...{ dossier: { ...dossier, state }, actors, rules: this.record.book.of(dossier.reglement), today, history },
      beside: await readBeside(manager, state, events, actors),
      poleName: (await this.poles.card(dossier.id))?.name ?? '',
      notices: await this.notices.of(id),
      grantedElsewhere: await readGrantsThatCount(manager, state),
      spreadSeconds: spreadOver(clock, this.record.spreadSeconds),
    });
  }
}
