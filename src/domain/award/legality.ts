import { formatFrench, type CivilDate } from '../kernel/civil-date.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import { defineAct } from '../dossier/act.js';
import { notBefore } from '../dossier/gates.js';
import { award } from '../dossier/parties.js';
import type { Rules } from '../reglement/reglement.js';
import { byLaw } from './due.js';
import type { LegalityLetterNature } from './events.js';
import type { Award } from './slice.js';
import { transmitted } from './transmitted.js';

const SOURCE = 'CGCT art. L4142-1';

export interface LegalityLetter {
  readonly nature: LegalityLetterNature;
  readonly reference: string;
}

export const recordLegalityLetter = defineAct<LegalityLetter, 'award'>({
  name: 'record-legality-letter',
  capability: 'award',
  label: 'Consigner un courrier du contrôle de légalité',
  subject: 'award',
  path: '/awards/:awardId/legality-letters',
  roles: ['instructor'],
  from: ['adopted', 'executory', 'in-force', 'ended'],
  to: ['adopted', 'executory', 'in-force', 'ended'],
  emits: ['legality-letter-recorded'],
  afterEnd: 'until-closed',
  gates: [transmitted(SOURCE)],
  decide: doing => {
    const { id, transmittedOn } = award(doing);
    const { nature, reference } = doing.payload;
    if (transmittedOn === null) return [];
    return (
      notBefore(doing.date, transmittedOn, 'la transmission', { source: SOURCE }) ?? [
        { type: 'legality-letter-recorded', data: { award: id, transmittedOn, nature, reference } },
      ]
    );
  },
});

/**
 * What is to be known of the review of a decision by the State's representative before it is executed: an alert, which
 * holds nothing (CGCT art. L4142-1). Undefined when the term is over, or the review closed, and nothing was written.
 */
export function legalityAlert(of: Award, rules: Rules, today: CivilDate): Refusal | undefined {
  const last = of.legality.letters.at(-1);
  if (last?.nature === 'referral')
    return refuse('legality-referral', 'La délibération est déférée au tribunal administratif.', { source: SOURCE });
  if (last?.nature === 'observations' || last?.nature === 'pieces-demand')
    return refuse('legality-letter', `Le contrôle de légalité a écrit le ${formatFrench(last.on)} : répondez-lui.`, {
      source: SOURCE,
    });
  const due = last === undefined ? byLaw(rules, 'legality-review', of.transmittedOn) : null;
  if (!due?.on || today > due.on) return undefined;
  return refuse('legality-term-running', `La délibération peut être déférée jusqu’au ${formatFrench(due.on)}.`, {
    source: due.source,
  });
}
