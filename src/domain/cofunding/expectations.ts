import { byTerm, each, nothing, type ExpectationContext, type Nothing } from '../dossier/expectation.js';
import type { CofundingOutcome, Contribution } from './slice.js';

function contributionIn({ state, parts }: ExpectationContext<'award' | 'rank'>): Contribution | undefined {
  return Object.values(state.contributions).find(
    ({ convention, rank }) => convention === parts.award && rank === parts.rank,
  );
}

export const cofundingExpectations = {
  'cofunding-request': each('award', 'rank').possible<Nothing>({
    capability: 'cofunding',
    label: 'Sollicitation d’un cofinanceur',
    acts: ['seek-cofunding'],
    metBy: {
      'cofunding-sought': ({ data }) => ({ parts: { award: data.convention, rank: data.rank }, fact: nothing }),
    },
  }),
  'cofunding-decision': each('award', 'rank', 'round').owed<{ readonly outcome: CofundingOutcome }>({
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
        parts: { award: data.convention, rank: data.rank, round: data.round },
        fact: { outcome: data.outcome },
      }),
    },
  }),
};
