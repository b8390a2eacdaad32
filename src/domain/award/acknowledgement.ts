import type { CivilDate } from '../kernel/civil-date.js';
import { legalDelay, type RegionService, type Rules } from '../reglement/reglement.js';
import { decisionDue } from './due.js';
import { rulesOf } from './ruled.js';
import type { Award } from './slice.js';

/** What the acknowledgement of a request must say (CRPA art. R112-11-1 ; on paper, art. R112-5). */
export interface Acknowledgement {
  /** When it was delivered; null while it is owed. */
  readonly on: CivilDate | null;
  readonly receivedOn: CivilDate;
  /** Who is in charge of the request, and how they are reached. */
  readonly service: RegionService;
  /** The last day before silence rejects it: as it was told, else as it stands; null while pieces are awaited. */
  readonly silenceRejectsAfter: CivilDate | null;
  /** On what condition that day holds. */
  readonly provided: string;
  /** The delays and ways of appeal against that rejection. */
  readonly appeals: readonly string[];
}

const APPEALS = ['gracious-appeal', 'contentious-appeal'] as const;

/** The mentions of the acknowledgement of a request. Null for what the Région proposes itself: it acknowledges nothing. */
export function acknowledgementOf(of: Award, rules: Rules): Acknowledgement | null {
  if (of.requestedBy === 'region') return null;
  const { reglement, law } = rulesOf(rules, of);
  return {
    ...{ on: of.acknowledgedOn, receivedOn: of.receivedOn, service: reglement.service },
    silenceRejectsAfter: of.silenceToldUntil ?? decisionDue(of, rules)?.on ?? null,
    provided: 'sous réserve que la demande soit complète',
    appeals: APPEALS.flatMap(id => legalDelay(law, id, of.receivedOn)?.source ?? []),
  };
}
