import { inForceOn } from '../award/slice.js';
import { byTerm, owed, possible, type ExpectationContext } from '../dossier/expectation.js';
import { preparedSince } from '../initiative/slice.js';
import { latestOf } from '../kernel/civil-date.js';

export type StudyChoice = { readonly choice: 'skipped' } | { readonly choice: 'commissioned'; readonly award: string };

const none = () => ({});

/** The award of the last study that was asked for. */
const studyAward = ({ state }: ExpectationContext) => state.awards[state.study.award ?? ''];

export const studyExpectations = {
  'study-choice': owed<StudyChoice>({
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
      'study-skipped': ({ data }) => ({ instance: String(data.attempt), fact: { choice: 'skipped' } }),
      'study-commissioned': ({ data }) => ({
        instance: String(data.attempt),
        fact: { choice: 'commissioned', award: data.award },
      }),
    },
  }),
  'study-outcome': possible<Record<never, never>>({
    capability: 'prefiguration-study',
    label: "Issue de l'étude : validée, ou écartée",
    acts: ['review-study', 'skip-study'],
    metBy: {
      'study-validated': () => ({ instance: '1', fact: none() }),
      'study-skipped': () => ({ instance: '1', fact: none() }),
    },
  }),
  'study-delivery': owed<Record<never, never>>({
    capability: 'prefiguration-study',
    label: "Remise de l'étude de préfiguration",
    debtor: ({ state }) => ({ role: 'carrier', ...(state.study.bearer ? { body: state.study.bearer } : {}) }),
    due: owedBy => {
      const award = studyAward(owedBy);
      return byTerm(owedBy.rules, 'study-delivery', owedBy.state.study.sentBackOn ?? (award ? inForceOn(award) : null));
    },
    whenDue: 'escalate',
    acts: ['deliver-study'],
    metBy: { 'study-delivered': ({ data }) => ({ instance: `${data.attempt}/${data.round}`, fact: none() }) },
  }),
  'study-review': owed<{ readonly outcome: 'validated' | 'to-complete' }>({
    capability: 'prefiguration-study',
    label: "Validation de l'étude par la Région",
    debtor: () => ({ role: 'instructor' }),
    due: ({ state, rules }) => byTerm(rules, 'study-review', state.study.deliveredOn),
    whenDue: 'escalate',
    acts: ['review-study'],
    metBy: {
      'study-validated': ({ data }) => ({ instance: `${data.attempt}/${data.round}`, fact: { outcome: 'validated' } }),
      'study-sent-back': ({ data }) => ({
        instance: `${data.attempt}/${data.round}`,
        fact: { outcome: 'to-complete' },
      }),
    },
  }),
};
