import { describe, expect, it } from '@jest/globals';
import { executoryOn, type Award } from '../../../src/domain/award/slice.js';
import { civilDate } from '../../../src/domain/kernel/civil-date.js';
import { voted } from '../../builders/dossier.js';
import { casesOf } from './oracle.js';

interface Given {
  readonly transmittedOn: string | null;
  readonly notifiedOn: string | null;
  readonly publishedOn: string | null;
}

interface Expected {
  readonly executoryOn: string | null;
}

const day = (given: string | null) => (given === null ? null : civilDate(given));
const { award: subject, state } = voted();

function awardOf({ transmittedOn, notifiedOn, publishedOn }: Given): Award {
  const award = state.awards[subject.award];
  if (!award) throw new Error('Aucune attribution');
  return {
    ...award,
    transmittedOn: day(transmittedOn),
    grantNotifiedOn: day(notifiedOn),
    deliberationPublishedOn: day(publishedOn),
  };
}

const CASES = casesOf<Given, Expected>('executory');

describe('the day from which a decision is executory, as worked by hand from the texts', () => {
  it.each(CASES.map(({ id, title, given, expected }) => [id, title, given, expected] as const))(
    '%s: %s',
    (_id, _title, given, expected) => {
      expect(executoryOn(awardOf(given))).toBe(expected.executoryOn);
    },
  );

  it('is reached by the acts in the order of the law alone: a notification waits for the transmission', () => {
    const [notifiedFirst] = CASES.filter(({ settingAlternatives: [other] }) => other !== undefined);
    expect(notifiedFirst?.settingAlternatives[0]?.expected).toBe('refused');
    expect(voted().refusals('notify-grant')).toEqual(['not-transmitted']);
  });
});
