import { formatFrench, type CivilDate } from '../kernel/civil-date.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import { defineAct, type ActContext } from '../dossier/act.js';
import { firstRefusal, notBefore } from '../dossier/gates.js';
import { award } from '../dossier/parties.js';
import { referenceOn } from '../reglement/references.js';
import type { Rules } from '../reglement/reglement.js';
import type { CourtDecisionKind } from './events.js';
import type { Award, CourtDecision } from './slice.js';
import { ascending } from '../kernel/ordering.js';

export interface CourtRuling {
  readonly decision: CourtDecisionKind;
  /** Number of the case at the court. */
  readonly reference: string;
}

const STATES = ['adopted', 'executory', 'in-force', 'ended', 'settled'] as const;
/** What lifts a suspension that was ordered: the judge's word on it, or the end of the case. */
const LIFTING: readonly CourtDecisionKind[] = [
  'suspension-refused',
  'suspension-lifted',
  'dismissed',
  'non-lieu',
  'withdrawn',
];

const annulment = ({ legality }: Award): CourtDecision | undefined =>
  legality.decisions.find(({ kind }) => kind === 'annulled');

/** The suspension that stands on a day, if any: ordered and not lifted since. */
function suspensionOn({ legality }: Award, day: CivilDate): CourtDecision | undefined {
  const last = legality.decisions
    .filter(({ kind, on }) => on <= day && (kind === 'suspended' || LIFTING.includes(kind)))
    .toSorted(ascending(({ on }) => on))
    .at(-1);
  return last?.kind === 'suspended' ? last : undefined;
}

/**
 * Why the decision may not be carried out on a day: the judge has annulled it, for good, or suspended it, until that is
 * lifted. Neither signature nor payment then.
 */
export function blockedByJudge(of: Award, { law }: Pick<Rules, 'law'>, day: CivilDate): Refusal | undefined {
  const annulled = annulment(of);
  if (annulled && annulled.on <= day)
    return refuse('annulled-by-judge', `Le juge a annulé la délibération le ${formatFrench(annulled.on)}.`, {
      ...{ source: referenceOn(law, 'state-review', day), absolute: true },
    });
  const suspended = suspensionOn(of, day);
  if (!suspended) return undefined;
  return refuse(
    'suspended-by-judge',
    `Le juge a suspendu la délibération le ${formatFrench(suspended.on)} : ni signature ni paiement tant que cette suspension n'est pas levée.`,
    { source: referenceOn(law, 'suspension-by-judge', day), liftedBy: 'record-court-decision', absolute: true },
  );
}

function wrongRuling({ payload, date, ...on }: ActContext<CourtRuling, 'award'>): Refusal | undefined {
  const of = award(on);
  if (annulment(of))
    return refuse('already-annulled', "Le juge a annulé la délibération : il n'y a plus rien à juger.", {
      pointer: '/decision',
    });
  if (payload.decision === 'suspension-lifted' && !suspensionOn(of, date))
    return refuse('not-suspended-by-judge', 'Aucune suspension du juge ne court à cette date.', {
      pointer: '/decision',
    });
  return notBefore(date, of.vote?.on ?? null, 'le vote');
}

/** What the judge decided on the délibération, at the request of the State's representative or of anyone. */
export const recordCourtDecision = defineAct<CourtRuling, 'award'>({
  name: 'record-court-decision',
  capability: 'award',
  label: 'Consigner une décision du juge',
  subject: 'award',
  path: '/awards/:awardId/court-decisions',
  roles: ['instructor'],
  from: STATES,
  to: STATES,
  emits: ['court-decision-recorded'],
  afterEnd: 'always',
  gates: [],
  decide: doing =>
    firstRefusal(wrongRuling(doing)) ?? [
      { type: 'court-decision-recorded', data: { award: award(doing).id, ...doing.payload } },
    ],
});
