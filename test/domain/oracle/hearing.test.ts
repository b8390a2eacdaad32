import { describe, expect, it } from '@jest/globals';
import { addDays, civilDate } from '../../../src/domain/kernel/civil-date.js';
import type { EventId } from '../../../src/domain/kernel/ids.js';
import type { Ground } from '../../../src/domain/lifecycle/grounds.js';
import { hearingFor, runningHearing } from '../../../src/domain/lifecycle/hearings.js';
import type { ObservationMatter } from '../../../src/domain/reglement/measures.js';
import type { Hearing } from '../../../src/domain/lifecycle/slice.js';
import { casesOf } from './oracle.js';

interface Given {
  readonly measure: ObservationMatter;
  readonly grounds: readonly string[];
  readonly decidedOn: string;
  readonly hearings: readonly {
    readonly measure: ObservationMatter;
    readonly grounds: readonly string[];
    readonly invitedOn: string;
    readonly days: number;
  }[];
}

/** The hearings of a case, nobody having answered: each is over on the day after its term. */
function hearingsOf({ hearings, measure, decidedOn }: Given): readonly Hearing[] {
  return hearings
    .filter(hearing => hearing.measure === measure)
    .map(({ grounds, invitedOn, days }, index) => {
      const [on, term] = [civilDate(invitedOn), addDays(civilDate(invitedOn), days)];
      return {
        ...{ award: 'a', matter: measure, rank: index + 1, event: `${index}` as EventId, sanction: false },
        ...{ grounds: grounds as readonly Ground[], amount: null, invitedOn: on, term },
        ...{ endedOn: decidedOn > term ? addDays(term, 1) : null, usedOn: null },
      };
    });
}

describe('who is heard, on what and until when, as worked by hand from the texts', () => {
  const cases = casesOf<Given, { readonly mayInvite: boolean; readonly mayDecide: boolean }>('hearing');

  it.each(cases.map(worked => [worked.id, worked.title, worked] as const))('%s: %s', (_id, _title, worked) => {
    const { given, expected } = worked;
    const hearings = hearingsOf(given);
    const measure = { grounds: given.grounds as readonly Ground[] };
    expect({
      mayInvite: runningHearing(hearings) === undefined,
      mayDecide: hearingFor(hearings, measure, civilDate(given.decidedOn)) !== undefined,
    }).toEqual(expected);
  });
});
