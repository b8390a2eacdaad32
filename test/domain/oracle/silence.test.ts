import { describe, expect, it } from '@jest/globals';
import { decisionDue } from '../../../src/domain/award/due.js';
import type { Award, PieceDemand } from '../../../src/domain/award/slice.js';
import { silenceDay } from '../../../src/domain/dossier/expectation.js';
import { civilDate, type CivilDate } from '../../../src/domain/kernel/civil-date.js';
import { requested } from '../../builders/dossier.js';
import { casesOf } from './oracle.js';

interface Given {
  readonly receivedOn: string;
  readonly demands: readonly {
    readonly on: string;
    readonly piecesOn: string | null;
    readonly termOn: string | null;
  }[];
  readonly ownAct?: boolean;
  readonly receivedElsewhereOn?: string;
}

interface Expected {
  readonly implicitRejectionOn: string | null;
}

/** The pieces end a demand, or its term if it comes first. */
function demandOf({ on, piecesOn, termOn }: Given['demands'][number], rank: number): PieceDemand {
  const [ended = null] = [piecesOn, termOn].filter(day => day !== null).sort();
  const pieces = ['statutes'];
  return {
    ...{ number: rank + 1, pieces, missing: pieces, termEnded: null, on: civilDate(on) },
    term: civilDate(termOn ?? '9999-12-31'),
    endedOn: ended === null ? null : civilDate(ended),
  };
}

const { award: subject, state, rules } = requested();
const asked = state.awards[subject.award];

/** The award of a request made as the case says. */
function awardOf({ receivedOn, demands, ownAct = false, receivedElsewhereOn }: Given): Award {
  if (!asked) throw new Error('Aucune demande');
  return {
    ...asked,
    receivedOn: civilDate(receivedOn),
    receivedElsewhereOn: receivedElsewhereOn === undefined ? null : civilDate(receivedElsewhereOn),
    requestedBy: ownAct ? 'region' : 'carrier',
    demands: demands.map(demandOf),
  };
}

const CASES = casesOf<Given, Expected>('silence');
const lastDay = (given: Given, of = rules): CivilDate | null => decisionDue(awardOf(given), of)?.on ?? null;

describe('the last day before silence is a rejection, as worked by hand from the texts', () => {
  it.each(CASES.map(({ id, title, given, expected }) => [id, title, given, expected] as const))(
    '%s: %s',
    (_id, _title, given, expected) => {
      expect(lastDay(given)).toBe(expected.implicitRejectionOn);
    },
  );

  it('is told as a rejection from the day after', () => {
    const [plain] = CASES.filter(({ settingAlternatives: [other] }) => other?.setting === 'told from the day after');
    if (!plain) throw new Error('Aucun cas du lendemain');
    const last = lastDay(plain.given);
    expect(last && silenceDay(last)).toBe(plain.settingAlternatives[0]?.expected.implicitRejectionOn);
  });

  it('on a day of rest moves to the next working day where the law data say so', () => {
    const delays = rules.law.delays.map(delay =>
      delay.id === 'silence-is-rejection' ? { ...delay, rollOver: true } : delay,
    );
    const [saturday] = CASES.filter(({ settingAlternatives: [other] }) => other?.setting.startsWith('rollOver'));
    if (!saturday) throw new Error('Aucun cas de report');
    expect(lastDay(saturday.given, { ...rules, law: { ...rules.law, delays } })).toBe(
      saturday.settingAlternatives[0]?.expected.implicitRejectionOn,
    );
  });
});
