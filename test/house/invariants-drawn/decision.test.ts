import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type CivilDate } from '../../../src/domain/kernel/civil-date.js';
import { onABareHouse, seldom, type DrawnInvariant } from '../../builders/drawn-invariant.js';
import {
  SESSION,
  asked,
  entered,
  grants,
  isListed,
  liquidated,
  ofGrant,
  rawGrant,
  signedBy,
  votedOn,
} from '../../builders/raw-grant.js';
import { RawJournal, type RawFact } from '../../builders/raw-journal.js';

const isHeldByTheDatabase = onABareHouse();

const grant = rawGrant();
const ADVANCE = { year: 1, number: 1, amount: 100 };
const ORDER = { ...ADVANCE, payment: 1, order: 'M-1' };

/** What a first payment goes through, and what each step needs before it or on its day. */
const NEEDS = {
  vote: [],
  transmission: ['vote'],
  notification: ['transmission'],
  carrier: ['vote'],
  region: ['transmission', 'notification'],
  convention: ['carrier', 'region'],
  order: ['notification', 'convention'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
type Step = keyof typeof NEEDS;
const STEPS = Object.keys(NEEDS) as readonly Step[];

/** The carrier may sign from the day on which its text exists, ten days before the session; its signature waits for nothing else. */
const TEXT_KNOWN = -10;

interface Path {
  readonly days: Readonly<Record<Step, number>>;
  readonly upTo: number;
  readonly omitted: Step | null;
  readonly retracted: Step | null;
}

const gap = fc.oneof({ weight: 12, arbitrary: fc.nat(6) }, { weight: 1, arbitrary: fc.integer({ min: -8, max: -1 }) });
const aStep = seldom<Step | null>(5, null, ...STEPS);

const paths: fc.Arbitrary<Path> = fc
  .record({
    gaps: fc.tuple(gap, fc.nat(6), gap, gap, gap),
    carrier: fc.integer({ min: -11, max: 15 }),
    upTo: fc.integer({ min: 2, max: STEPS.length }),
    ...{ omitted: aStep, retracted: aStep },
  })
  .map(({ gaps: [first, second, third, fourth, fifth], carrier, ...path }) => {
    const transmission = first;
    const notification = transmission + second;
    const region = notification + third;
    const convention = Math.max(region, carrier) + fourth;
    const days = { vote: 0, transmission, notification, carrier, region, convention, order: convention + fifth };
    return { ...path, days };
  });

const written = ({ upTo, omitted }: Path) => STEPS.slice(0, upTo).filter(step => step !== omitted);
const stands = (path: Path) => written(path).filter(step => step !== path.retracted || step === 'order');

function areInOrder({ days }: Path, steps: readonly Step[]): boolean {
  const isAfter = (step: Step, needed: Step) =>
    step === 'carrier' ? days.carrier >= TEXT_KNOWN : days[needed] <= days[step];
  return steps.every(step => NEEDS[step].every(needed => steps.includes(needed) && isAfter(step, needed)));
}

/** date(vote) ≤ date(transmission) ≤ executory ≤ signature of the Région ≤ notification ≤ first order, none of them lacking. */
const isInOrder: DrawnInvariant<Path> = {
  controls: ['1.1', '1.2', '2.1', '2.2', '2.3', '2.4', '2.5', '3.1'],
  draws: paths,
  lawful: path => areInOrder(path, written(path)) && areInOrder(path, stands(path)),
  write: async (path, journal) => {
    const facts = Object.entries(factsOf(path.days)) as (readonly [Step, RawFact])[];
    await journal.writes(asked(grant, addDays(SESSION, -20)), entered(grant, SESSION));
    await isListed(journal, grant, [{ year: 1, number: 1, amount: grant.amount }]);
    await journal.writes(...liquidated(grant, ADVANCE, SESSION));
    const names = new Map<Step, string>();
    for (const [step, fact] of facts) if (written(path).includes(step)) names.set(step, await journal.writes(fact));
    const mistake = path.retracted === 'order' ? undefined : names.get(path.retracted ?? 'order');
    if (path.retracted !== null && mistake !== undefined)
      await journal.writes({ type: 'fact-retracted', date: addDays(SESSION, 60), retracts: mistake });
  },
  refusal: /out of order|before its text existed|rests on it/,
};

function factsOf(days: Path['days']): Record<Step, RawFact> {
  const day = (step: Step): CivilDate => addDays(SESSION, days[step]);
  return {
    vote: votedOn(grant, SESSION),
    transmission: ofGrant('deliberation-transmitted', grant, day('transmission')),
    notification: ofGrant('grant-notified', grant, day('notification')),
    carrier: signedBy('carrier', grant, day('carrier')),
    region: signedBy('region', grant, day('region')),
    convention: ofGrant('convention-notified', grant, day('convention')),
    order: ofGrant('payment-ordered', grant, day('order'), ORDER),
  };
}

const THRESHOLD = 2_300_000;
const BODY = '12345678900011';

interface Beside {
  readonly yearly: number;
  readonly elsewhere: number;
  readonly applicant: string;
  readonly year: number;
  readonly isVotedBefore: boolean;
  readonly isSigned: boolean;
  readonly isForged: boolean;
}

/** A grant of one year, and what the Région grants elsewhere: to the same body or another, for the same year or another. */
const besides: fc.Arbitrary<Beside> = fc.record({
  yearly: fc.constantFrom(THRESHOLD - 1, THRESHOLD, THRESHOLD + 1, 1_500_000),
  elsewhere: fc.constantFrom(1, 800_000, 800_001),
  applicant: fc.constantFrom(BODY, '12345678900029', '98765432100018'),
  year: fc.constantFrom(2027, 2028),
  ...{ isVotedBefore: fc.boolean(), isSigned: fc.boolean(), isForged: fc.boolean() },
});

const together = ({ elsewhere, applicant, year }: Beside) =>
  applicant.startsWith(BODY.slice(0, 9)) && year === 2027 ? elsewhere : 0;

const grantedFor = (yearly: number, applicant: string, year: number) =>
  rawGrant({ ...{ amount: yearly, years: 1, applicant }, from: `${year}-01-01`, to: `${year}-12-31` });

async function isGranted(journal: RawJournal, of: ReturnType<typeof grantedFor>, conventionRequired: boolean) {
  const instalments = [{ year: 1, number: 1, amount: of.amount }];
  await isListed(journal, of, instalments);
  await journal.row('year_grants', {
    ...{ award_id: of.award, starts_on: of.from, pole_id: journal.pole, applicant: of.applicant },
    ...{ amount: of.amount, threshold: conventionRequired ? null : THRESHOLD },
  });
  await grants(journal, of, SESSION, { conventionRequired });
  await journal.writes(ofGrant('instalments-planned', of, SESSION, { instalments }));
}

/** No payment without convention when what the Région grants the body for a year is above 23 000 €, all its grants together. */
const hasItsConvention: DrawnInvariant<Beside> = {
  controls: ['1.1', '1.2', '1.3', '1.4'],
  draws: besides,
  lawful: beside => beside.isSigned || beside.yearly + together(beside) <= THRESHOLD,
  write: async (beside, journal) => {
    const other = grantedFor(beside.elsewhere, beside.applicant, beside.year);
    const elsewhere = new RawJournal(journal.manager);
    const known = beside.isVotedBefore ? together(beside) : 0;
    const isRequired = beside.yearly + known > THRESHOLD && !(beside.isForged && !beside.isSigned);
    if (beside.isVotedBefore) await isGranted(elsewhere, other, other.amount > THRESHOLD);
    const paying = grantedFor(beside.yearly, BODY, 2027);
    await isGranted(journal, paying, isRequired);
    if (!beside.isVotedBefore) await isGranted(elsewhere, other, other.amount + beside.yearly > THRESHOLD);
    if (beside.isSigned)
      await journal.writes(
        ...[signedBy('carrier', paying, SESSION), signedBy('region', paying, SESSION)],
        ofGrant('convention-notified', paying, SESSION),
      );
    await journal.writes(
      ...liquidated(paying, ADVANCE, SESSION),
      ofGrant('payment-ordered', paying, addDays(SESSION, 1), ORDER),
    );
  },
  refusal: /no convention|out of order/,
};

describe('whoever writes by raw SQL, in the order of a decision', () => {
  it('nothing is transmitted, signed or paid before its time, nor once a step before it is taken back', () =>
    isHeldByTheDatabase(isInOrder));

  it('nothing is paid without a convention above the threshold, whatever was granted elsewhere and when', () =>
    isHeldByTheDatabase(hasItsConvention));
});
