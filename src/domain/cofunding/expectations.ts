import { byTerm, nothing, owed, possible, type Nothing, type ExpectationContext } from '../dossier/expectation.js';
import type { CofundingOutcome, Contribution } from './slice.js';

const keyOf = ({ convention, rank }: { readonly convention: string; readonly rank: number }) => `${convention}/${rank}`;

/** The contribution that an instance bears on: `convention/rank`, and perhaps the round of its decision. */
function contributionIn({ state, instance }: ExpectationContext): Contribution | undefined {
  const [convention = '', rank = ''] = instance.split('/');
  return Object.values(state.contributions).find(contribution => keyOf(contribution) === `${convention}/${rank}`);
}

export const cofundingExpectations = {
  'cofunding-request': possible<Nothing>({
    capability: 'cofunding',
    label: 'Sollicitation d’un cofinanceur',
    acts: ['seek-cofunding'],
    metBy: { 'cofunding-sought': ({ data }) => ({ instance: keyOf(data), fact: nothing }) },
  }),
  'cofunding-decision': owed<{ readonly outcome: CofundingOutcome }>({
    capability: 'cofunding',
    label: 'Décision d’un cofinanceur',
    debtor: owedBy => {
      const body = contributionIn(owedBy)?.cofunder;
      return { role: 'cofunder', ...(body ? { body } : {}) };
    },
    due: owedBy => byTerm(owedBy.rules, 'cofunding-decision', contributionIn(owedBy)?.awaitedSince ?? null),
    whenDue: 'remind',
    ladder: 'partner',
    acts: ['record-cofunding-decision'],
    metBy: {
      'cofunding-decided': ({ data }) => ({
        instance: `${keyOf(data)}/${data.round}`,
        fact: { outcome: data.outcome },
      }),
    },
  }),
};
