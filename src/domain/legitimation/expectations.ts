import { byTerm, each, nothing, type Nothing } from '../dossier/expectation.js';
import { preparedSince } from '../initiative/slice.js';
import type { LegitimationConclusion } from './slice.js';

export const legitimationExpectations = {
  'cress-meeting': each('meeting').owed<Nothing>({
    capability: 'legitimation',
    label: 'Première rencontre du groupe avec la CRESS',
    debtor: () => ({ role: 'adviser' }),
    due: ({ state, rules }) => byTerm(rules, 'cress-meeting', preparedSince(state.initiative)),
    whenDue: 'remind',
    acts: ['hold-cress-meeting', 'write-legitimation-note'],
    metBy: {
      'cress-meeting-held': ({ data }) => ({ parts: data, fact: nothing }),
      'legitimation-note-written': ({ data }) =>
        data.round === 1 ? { parts: { meeting: 1 }, fact: nothing } : undefined,
    },
    mayNotApply: true,
  }),
  'legitimation-note': each('round').owed<{ readonly conclusion: LegitimationConclusion; readonly carrier: string }>({
    capability: 'legitimation',
    label: 'Note de légitimation de la CRESS',
    debtor: () => ({ role: 'adviser' }),
    due: ({ state, rules }) =>
      byTerm(rules, 'legitimation-note', state.legitimation.noteOn ?? state.legitimation.firstMeetingOn),
    whenDue: 'escalate',
    acts: ['write-legitimation-note'],
    metBy: {
      'legitimation-note-written': ({ data }) => ({
        parts: data,
        fact: { conclusion: data.conclusion, carrier: data.carrier },
      }),
    },
  }),
  'successor-note': each('award', 'round').owed<{ readonly conclusion: LegitimationConclusion }>({
    capability: 'legitimation',
    label: 'Note de la CRESS sur la nouvelle structure porteuse',
    debtor: () => ({ role: 'adviser' }),
    due: ({ state, rules, parts }) =>
      byTerm(
        rules,
        'legitimation-note',
        state.legitimation.successors[parts.award]?.on ?? state.awards[parts.award]?.receivedOn ?? null,
      ),
    whenDue: 'escalate',
    acts: ['examine-successor'],
    metBy: { 'successor-examined': ({ data }) => ({ parts: data, fact: { conclusion: data.conclusion } }) },
  }),
};
