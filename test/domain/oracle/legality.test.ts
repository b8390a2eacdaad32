import { describe, expect, it } from '@jest/globals';
import type { LegalityLetterNature } from '../../../src/domain/award/events.js';
import { legalityDue } from '../../../src/domain/award/legality.js';
import type { Award, LegalityLetterReceived } from '../../../src/domain/award/slice.js';
import { civilDate } from '../../../src/domain/kernel/civil-date.js';
import type { Rules } from '../../../src/domain/reglement/reglement.js';
import { voted } from '../../builders/dossier.js';
import { casesOf } from './oracle.js';

interface Given {
  readonly transmittedOn: string;
  readonly letters: readonly { readonly kind: string; readonly on: string; readonly answeredOn: string | null }[];
  readonly frank?: boolean;
}

interface Expected {
  readonly lastDay: string;
}

const NATURES: Readonly<Record<string, LegalityLetterNature>> = {
  pieces: 'completion',
  gracious: 'gracious-appeal',
  explanations: 'information',
};

function letterOf({ kind, on, answeredOn }: Given['letters'][number]): LegalityLetterReceived {
  const nature = NATURES[kind];
  if (!nature) throw new Error(`Courrier inconnu : ${kind}`);
  const answer = nature === 'completion' ? 'pieces-received' : 'answered';
  return {
    ...{ nature, reference: 'PREF-1', on: civilDate(on) },
    answer: answeredOn === null ? null : { kind: answer, on: civilDate(answeredOn) },
  };
}

const { award: subject, state, rules } = voted();

function awardOf({ transmittedOn, letters }: Given): Award {
  const award = state.awards[subject.award];
  if (!award) throw new Error('Aucune attribution');
  return {
    ...award,
    transmittedOn: civilDate(transmittedOn),
    legality: { ...award.legality, letters: letters.map(letterOf) },
  };
}

/** The law data, with the two months frank and put off to a working day, or plain. */
function lawOf({ frank = true }: Given): Rules {
  const delays = rules.law.delays.map(delay =>
    delay.id === 'legality-review' ? { ...delay, frank, rollOver: frank } : delay,
  );
  return { ...rules, law: { ...rules.law, delays } };
}

const CASES = casesOf<Given, Expected>('legality');
const ALTERNATIVES = CASES.flatMap(({ id, given, settingAlternatives }) =>
  settingAlternatives.map(({ setting, given: patch, expected }) => ({
    ...{ id, title: setting, given: { ...given, ...patch }, expected },
  })),
);

describe('the last day on which a decision may be referred to the court, as worked by hand from the texts', () => {
  it.each([...CASES, ...ALTERNATIVES].map(({ id, title, given, expected }) => [id, title, given, expected] as const))(
    '%s: %s',
    (_id, _title, given, expected) => {
      expect(legalityDue(awardOf(given), lawOf(given))?.on).toBe(expected.lastDay);
    },
  );

  it('is counted frank by the law data of the house', () => {
    expect(rules.law.delays.find(({ id }) => id === 'legality-review')).toMatchObject({ frank: true, rollOver: true });
  });
});
