import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { faultOf } from '../api/problem-filter.js';
import { readClock } from '../clock/clock.js';
import { OwedReads, type AmendmentAsked, type ExtensionAsked } from '../database/owed-reads.js';
import { actNamed } from '../domain/dossier/acts.js';
import { closedBecause } from '../domain/dossier/decide.js';
import { partsOf } from '../domain/dossier/expectations.js';
import { objectOfSubject, obligationLabel } from '../domain/dossier/naming.js';
import { isFor } from '../domain/dossier/private-reading.js';
import type { Actor } from '../domain/dossier/roles.js';
import type { DossierState } from '../domain/dossier/state.js';
import { capitalised } from '../domain/kernel/french.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import { keyOf, openObligations } from '../domain/obligations/slice.js';
import type { Rules } from '../domain/reglement/reglement.js';
import { readToldDossiers } from '../record/dossiers.js';
import { RuleBook } from '../reglement/load.js';
import type { RequestAnswer, RequestListAnswer } from './desk-answers.js';

const GRANTS = actNamed('grant-extension');
const INSTRUCTS = actNamed('report-instruction');
const isOneOf = (roles: readonly string[], { role }: Actor) => roles.includes(role);

/** What is asked for and awaits a decision: more time, an amendment. */
@Injectable()
export class Requests {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(OwedReads) private readonly reads: OwedReads,
    @Inject(RuleBook) private readonly book: RuleBook,
  ) {}

  /** Those that someone's roles decide on, each open to them or why not; none for who decides on nothing. */
  async of(actors: readonly Actor[]): Promise<RequestListAnswer> {
    const [granting, instructing] = [GRANTS, INSTRUCTS].map(({ roles }) =>
      actors.filter(actor => isOneOf(roles, actor)),
    );
    if (!granting?.length && !instructing?.length) return { count: 0, items: [] };
    const { manager } = this.source;
    const [{ today }, extensions, amendments] = await Promise.all([
      readClock(manager),
      granting?.length ? this.reads.extensionsAsked() : [],
      instructing?.length ? this.reads.amendmentsAsked() : [],
    ]);
    const ids = [...extensions, ...amendments].map(({ poleId }) => poleId);
    const dossiers = await readToldDossiers(manager, [...new Set(ids)]);
    const situated = <Line extends { readonly poleId: string }>(
      line: Line,
      tell: (line: Line, on: Situation) => RequestAnswer,
    ) => {
      const dossier = dossiers.get(line.poleId);
      if (!dossier) return [];
      return [
        tell(line, { state: dossier.state, rules: this.book.of(dossier.reglement), today, actors: granting ?? [] }),
      ];
    };
    const items = [
      ...extensions.flatMap(line => situated(line, extensionView)),
      ...amendments.flatMap(line => situated(line, amendmentView)),
    ];
    return { count: items.length, items };
  }
}

interface Situation {
  readonly state: DossierState;
  readonly rules: Rules;
  readonly today: CivilDate;
  readonly actors: readonly Actor[];
}

function extensionView(asked: ExtensionAsked, { state, rules, today, actors }: Situation): RequestAnswer {
  const { id, kind, instance, due, until, askedOn: on, askedBy, debtorBody, debtorName } = asked;
  const closed = actors.map(actor =>
    closedBecause(GRANTS, { state, rules, today, actor, subject: { kind: 'obligation', obligation: id } }),
  );
  const reasons = closed.some(({ length }) => length === 0) ? [] : (closed[0] ?? []);
  return {
    kind: 'extension',
    label: obligationLabel({ kind, instance }, state),
    pole: { id: asked.poleId, name: asked.poleName },
    body: debtorBody === null ? null : { siret: debtorBody, name: debtorName },
    by: askedBy === null ? null : { account: askedBy, name: asked.askedByName },
    ...{ on, due, until, obligation: id, award: null },
    reason: actors.some(actor => isFor('reason', actor)) ? asked.reason : null,
    open: reasons.length === 0,
    reasons: reasons.map(faultOf),
  };
}

/** An amendment goes on by the steps of any request: what is owed of it says when, and its acts say who. */
function amendmentView(
  { award, applicant, applicantName, ...asked }: AmendmentAsked,
  { state }: Situation,
): RequestAnswer {
  const [next] = openObligations(state)
    .filter(owed => partsOf(keyOf(owed)).award === award)
    .flatMap(({ due }) => due ?? [])
    .toSorted();
  return {
    kind: 'amendment',
    label: capitalised(objectOfSubject({ kind: 'award', award }, state)?.label ?? ''),
    pole: { id: asked.poleId, name: asked.poleName },
    body: { siret: applicant, name: applicantName },
    ...{ by: null, on: state.awards[award]?.receivedOn ?? null, reason: null, until: null, due: next ?? null },
    ...{ obligation: null, award, open: true, reasons: [] },
  };
}
