import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, civilDate, daysBetween, type CivilDate } from '../../../src/domain/kernel/civil-date.js';
import { onABareHouse, seldom, type DrawnInvariant } from '../../builders/drawn-invariant.js';
import { monthsLater } from '../../builders/months-later.js';
import { binds, isListed, ofGrant, rawGrant, type RawGrant } from '../../builders/raw-grant.js';
import { isHeard, rawHearing, withdrawn, type RawHearing } from '../../builders/raw-hearing.js';
import { laterId, type RawFact, type RawJournal } from '../../builders/raw-journal.js';

const isHeldByTheDatabase = onABareHouse();

const VOTED = civilDate('2026-10-31');
const GRANTED = 10_500_000;

/** The measures, and the matter on which the body is heard before each. */
const MATTERS = {
  termination: 'termination',
  withdrawal: 'withdrawal',
  illegal: 'withdrawal',
  abrogation: 'abrogation',
  recovery: 'recovery',
} as const;
type Measure = keyof typeof MATTERS;

interface Measured {
  readonly measure: Measure;
  readonly grounds: readonly string[];
  readonly amount: number;
  /** Days after the vote. */
  readonly decidedOn: number;
  readonly isMotivated: boolean;
  readonly effect: number;
  readonly heard: {
    readonly matter: string | null;
    readonly grounds: readonly string[];
    readonly amount: number | null;
    readonly invitedOn: number;
    readonly endedOn: number | null;
    readonly isRetracted: boolean;
    readonly isUsed: boolean;
  };
}

const GROUNDS = ['no-activity', 'late-report:1'] as const;

const measures: fc.Arbitrary<Measured> = fc
  .record({
    measure: fc.constantFrom(...(Object.keys(MATTERS) as Measure[])),
    grounds: seldom<readonly string[]>(12, ['no-activity'], GROUNDS, []),
    amount: fc.constantFrom(1_000, 1_001),
    invitedOn: fc.integer({ min: 30, max: 120 }),
    ended: fc.oneof({ weight: 6, arbitrary: fc.nat(15) }, { weight: 1, arbitrary: fc.constantFrom(-5, null) }),
    decided: seldom(12, 10, 0, -10, -1),
    isMotivated: seldom(12, true, false),
    effect: fc.constantFrom(0, 30, -1),
    matter: seldom<string | null>(12, null, 'termination', 'recovery'),
    heardGrounds: seldom<readonly string[]>(12, ['no-activity'], GROUNDS, ['late-report:1']),
    heardAmount: seldom<number | null>(12, 1_001, 1_000, 999),
    ...{ isRetracted: seldom(12, false, true), isUsed: seldom(12, false, true) },
  })
  .map(({ ended, invitedOn, decided, matter, heardGrounds, heardAmount, isRetracted, isUsed, ...measured }) => {
    const endedOn = ended === null ? null : invitedOn + ended;
    const heard = { matter, grounds: heardGrounds, amount: heardAmount, invitedOn, endedOn, isRetracted, isUsed };
    return { ...measured, decidedOn: (endedOn ?? invitedOn) + decided, heard };
  });

/** Whether an amount is at stake: a convention is terminated, a grant abrogated, for none. */
const isOfAmount = (measure: Measure) => measure !== 'termination' && measure !== 'abrogation';
/** What is claimed back was settled: its ground is the excess itself. */
const groundsOf = ({ measure, grounds }: Pick<Measured, 'measure' | 'grounds'>) =>
  measure === 'recovery' ? [] : grounds;

/** Heard on this measure, on each ground and for as much, before it is decided, for it alone; with its motives. */
function isHeardFirst(measured: Measured): boolean {
  const { measure, heard, decidedOn, amount } = measured;
  const grounds = groundsOf(measured);
  return (
    (heard.matter ?? MATTERS[measure]) === MATTERS[measure] &&
    (measure === 'recovery' || grounds.length > 0) &&
    grounds.every(ground => heard.grounds.includes(ground)) &&
    (!isOfAmount(measure) || heard.amount === null || amount <= heard.amount) &&
    heard.endedOn !== null &&
    heard.invitedOn <= heard.endedOn &&
    heard.endedOn <= decidedOn &&
    !heard.isRetracted &&
    !heard.isUsed &&
    measured.isMotivated
  );
}

const TYPES = {
  termination: 'convention-terminated',
  withdrawal: 'grant-withdrawn',
  illegal: 'grant-withdrawn',
  abrogation: 'grant-abrogated',
  recovery: 'recovery-ordered',
} as const satisfies Readonly<Record<Measure, string>>;

function decision(grant: RawGrant, measured: Measured, hearing: string): RawFact {
  const { measure, amount, isMotivated, decidedOn, effect } = measured;
  const on = addDays(VOTED, decidedOn);
  const ofAmount = isOfAmount(measure) ? { amount } : {};
  const more = { hearing, grounds: groundsOf(measured), rank: 1, order: 'T-1', cycles: [], by: 'region', ...ofAmount };
  const basis = measure === 'illegal' ? 'illegal' : 'conditions';
  const withdrawal = { basis, whole: false, ends: false, claim: null, breachOn: null, deliberation: '27_2' };
  const data = { ...more, ...withdrawal, from: addDays(on, effect) };
  return { ...ofGrant(TYPES[measure], grant, on, data), motivated: isMotivated || measure === 'recovery' };
}

const isDecidedAfterHearing: DrawnInvariant<Measured> = {
  controls: ['9.1', '9.2', '9.4', '9.5', '9.6', '9.7', '9.8'],
  draws: measures,
  lawful: measured =>
    isHeardFirst({ ...measured, isMotivated: measured.isMotivated || measured.measure === 'recovery' }) &&
    (measured.measure !== 'illegal' || addDays(VOTED, measured.decidedOn) <= monthsLater(VOTED, 4)) &&
    (measured.measure !== 'abrogation' || measured.effect >= 0),
  write: async (measured, journal) => {
    const grant = rawGrant();
    await binds(journal, grant, VOTED);
    await isListed(journal, grant, [{ year: 1, number: 1, amount: GRANTED }]);
    const { heard, measure } = measured;
    const hearing = rawHearing(heard.matter ?? MATTERS[measure], VOTED, {
      ...{ grounds: heard.grounds, amount: heard.amount, invitedOn: addDays(VOTED, heard.invitedOn) },
      endedOn: heard.endedOn === null ? null : addDays(VOTED, heard.endedOn),
    });
    await isHeard(journal, grant, hearing);
    if (heard.isRetracted) await journal.writes({ type: 'fact-retracted', date: VOTED, retracts: hearing.id });
    const decides = decision(grant, measured, hearing.id);
    await journal.writes(...(heard.isUsed ? [decides, decides] : [decides]));
  },
  refusal:
    /no hearing before|not heard on|serves one decision|journal_motives|four months|beyond what stays|for the past/,
};

interface Breach {
  readonly period: readonly [from: CivilDate, to: CivilDate];
  readonly askedOn: CivilDate;
  /** Days after the first of the period. */
  readonly breachOn: number;
  readonly decidedLater: number;
  readonly before: number;
  readonly more: number;
  readonly returnDays: number;
}

const YEAR = civilDate('2027-01-01');
const PERIODS: readonly Breach['period'][] = [
  [YEAR, civilDate('2027-12-31')],
  [YEAR, civilDate('2029-12-31')],
  [civilDate('2028-01-01'), civilDate('2028-12-31')],
];

const breaches: fc.Arbitrary<Breach> = fc.record({
  period: fc.constantFrom(...PERIODS),
  askedOn: seldom(12, addDays(VOTED, -20), civilDate('2022-01-02'), civilDate('2022-01-01')),
  breachOn: fc.integer({ min: -70, max: 370 }),
  decidedLater: seldom(12, 30, 0, -1, 500),
  before: fc.constantFrom(0, 0, 400_000, 9_000_000),
  more: seldom(12, 0, 1, -1, 5_000_000),
  returnDays: seldom(12, 150, 0, 181, -1, 200),
});

/** The part of the grant that pays the time still to run on the day of the breach, that day included; no more than stays granted. */
function proRata({ period: [from, to], breachOn, before }: Breach): number {
  const breach = addDays(from, breachOn);
  const days = daysBetween(breach < from ? from : breach, to) + 1;
  const whole = Math.max(0, Math.floor((GRANTED * days) / (daysBetween(from, to) + 1)));
  return Math.min(whole, GRANTED - before);
}

const decidedOn = ({ period: [from], breachOn, decidedLater }: Breach) => addDays(from, breachOn + decidedLater);

const isProRata: DrawnInvariant<Breach> = {
  controls: ['22.1', '22.2'],
  draws: breaches,
  lawful: breach => {
    const { askedOn, period, breachOn, decidedLater, more, returnDays } = breach;
    const day = addDays(period[0], breachOn);
    const decided = decidedOn(breach);
    return (
      askedOn >= '2022-01-02' &&
      day >= VOTED &&
      day <= period[1] &&
      decidedLater >= 0 &&
      more === 0 &&
      returnDays >= 0 &&
      addDays(decided, returnDays) <= monthsLater(decided, 6)
    );
  },
  write: async (breach, journal) => {
    const {
      period: [from, to],
      askedOn,
      before,
      more,
      returnDays,
    } = breach;
    const grant = rawGrant({ from, to, years: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 });
    await binds(journal, grant, VOTED, askedOn);
    await isListed(journal, grant, [{ year: 1, number: 1, amount: GRANTED }]);
    if (before > 0) await isWithdrawn(journal, grant, { amount: before, on: VOTED, rank: 1, basis: 'conditions' });
    const [on, amount] = [decidedOn(breach), proRata(breach) + more];
    const breachOn = addDays(from, breach.breachOn);
    const claim = { rank: 1, amount: 1, returnBy: addDays(on, returnDays), hearing: laterId() };
    await isWithdrawn(journal, grant, { amount, on, rank: 2, basis: 'commitment', breachOn });
    await journal.writes(ofGrant('excess-claimed', grant, on, claim));
  },
  refusal: /pro rata|beyond what stays granted|within six months/,
};

interface Taken {
  readonly amount: number;
  readonly on: CivilDate;
  readonly rank: number;
  readonly basis: string;
  readonly breachOn?: CivilDate;
}

async function isWithdrawn(journal: RawJournal, grant: RawGrant, { on, rank, ...taken }: Taken): Promise<void> {
  const matter = taken.basis === 'commitment' ? 'commitment' : 'withdrawal';
  const hearing: RawHearing = rawHearing(matter, on, { rank, amount: Math.max(taken.amount, GRANTED) });
  await isHeard(journal, grant, hearing);
  await journal.writes(withdrawn(grant, hearing, on, { rank, ...taken }));
}

describe('whoever writes by raw SQL, of a measure against the body', () => {
  it('decides it once the body was heard on it, on each of its grounds, in time and with its motives', () =>
    isHeldByTheDatabase(isDecidedAfterHearing));

  it('withdraws for the contrat d’engagement républicain in proportion of the time still to run, nothing after its end', () =>
    isHeldByTheDatabase(isProRata));
});
