import { rulesOf } from '../award/ruled.js';
import { inForceOn } from '../award/slice.js';
import { byTerm, each, once, type ExpectationContext } from '../dossier/expectation.js';
import { preparedSince } from '../initiative/slice.js';
import type { StudyReviewOutcome } from './slice.js';
import { latestOf } from '../kernel/civil-date.js';
import type { Rules } from '../reglement/reglement.js';

export type StudyChoice = { readonly choice: 'skipped' } | { readonly choice: 'commissioned'; readonly award: string };

const none = () => ({});

/** The award of the last study that was asked for. */
const studyAward = ({ state }: ExpectationContext) => state.awards[state.study.award ?? ''];

/** A study is awaited by the règlement under which it was asked for. */
const rulesOfStudy = (owedBy: ExpectationContext): Rules => rulesOf(owedBy.rules, studyAward(owedBy));

export const studyExpectations = {
  'study-choice': each('attempt').owed<StudyChoice>({
    capability: 'prefiguration-study',
    label: "Demande d'étude de préfiguration, ou décision de s'en passer",
    debtor: ({ state }) => ({ role: 'carrier', ...(state.initiative.group ? { body: state.initiative.group } : {}) }),
    due: owedBy => {
      const since = latestOf(preparedSince(owedBy.state.initiative), studyAward(owedBy)?.refusalNotifiedOn);
      return byTerm(owedBy.rules, 'study-choice', since);
    },
    whenDue: 'remind',
    acts: ['request-study-grant', 'skip-study'],
    metBy: {
      'study-skipped': ({ data }) => ({ parts: data, fact: { choice: 'skipped' } }),
      'study-commissioned': ({ data }) => ({
        parts: data,
        fact: { choice: 'commissioned', award: data.award },
      }),
    },
  }),
  'study-outcome': once.possible<Record<never, never>>({
    capability: 'prefiguration-study',
    label: "Issue de l'étude : validée, ou écartée",
    acts: ['review-study', 'skip-study'],
    metBy: {
      'study-validated': () => ({ parts: {}, fact: none() }),
      'study-skipped': () => ({ parts: {}, fact: none() }),
    },
  }),
  'study-delivery': each('attempt', 'round').owed<Record<never, never>>({
    capability: 'prefiguration-study',
    label: "Remise de l'étude de préfiguration",
    debtor: ({ state }) => ({ role: 'carrier', ...(state.study.bearer ? { body: state.study.bearer } : {}) }),
    due: owedBy => {
      const award = studyAward(owedBy);
      return byTerm(
        rulesOfStudy(owedBy),
        'study-delivery',
        owedBy.state.study.sentBackOn ?? (award ? inForceOn(award) : null),
      );
    },
    whenDue: 'escalate',
    acts: ['deliver-study'],
    metBy: { 'study-delivered': ({ data }) => ({ parts: data, fact: none() }) },
  }),
  'study-review': each('attempt', 'round').owed<{ readonly outcome: StudyReviewOutcome }>({
    capability: 'prefiguration-study',
    label: "Validation de l'étude par la Région",
    debtor: () => ({ role: 'instructor' }),
    due: owedBy => byTerm(rulesOfStudy(owedBy), 'study-review', owedBy.state.study.deliveredOn),
    whenDue: 'escalate',
    acts: ['review-study'],
    metBy: {
      'study-validated': ({ data }) => ({ parts: data, fact: { outcome: 'validated' } }),
      'study-sent-back': ({ data }) => ({
        parts: data,
        fact: { outcome: 'to-complete' },
      }),
    },
  }),
};
