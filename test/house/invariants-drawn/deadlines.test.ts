import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, civilDate, type CivilDate } from '../../../src/domain/kernel/civil-date.js';
import { onABareHouse, seldom, type DrawnInvariant } from '../../builders/drawn-invariant.js';
import { monthsLater } from '../../builders/months-later.js';
import { asked, binds, ofGrant, rawGrant, type RawGrant } from '../../builders/raw-grant.js';
import { laterId, type RawJournal } from '../../builders/raw-journal.js';

const isHeldByTheDatabase = onABareHouse();

/** Days about the ends of months, February's above all. */
const aDay = fc
  .record({
    month: fc.constantFrom('2025-12-31', '2026-02-28', '2026-08-31', '2027-11-30', '2027-12-29'),
    after: fc.nat(3),
  })
  .map(({ month, after }) => addDays(civilDate(month), after));
const daysOff = seldom(3, 0, -1, 1, 30);

/** A duty of the dossier as it is listed, the story having heard everything. */
async function owes(journal: RawJournal, kind: string, instance: string, due: CivilDate | null): Promise<string> {
  const id = laterId();
  await journal.row('obligations', {
    ...{ id, pole_id: journal.pole, kind, instance, opening: 1, debtor_role: 'region', due, source: 'x' },
    ...{ state: 'open', escalated: false, opened_on: '2026-01-01' },
  });
  return id;
}

const hasHeard = (journal: RawJournal) =>
  journal.row('dossiers', {
    ...{ id: journal.pole, reglement: 'poles-ess-2019', version: 1, sequence: 1, head_hash: 'x', shape: 1 },
    ...{ state: {}, facts: [], seen_version: 1 },
  });

interface Demand {
  /** Days after the receipt of the request. */
  readonly on: number;
  readonly delivered: number | null;
}

interface Request {
  readonly received: CivilDate;
  readonly demands: readonly Demand[];
  readonly off: number;
}

const requests: fc.Arbitrary<Request> = fc.record({
  received: aDay,
  demands: fc.array(
    fc
      .record({ on: fc.integer({ min: 1, max: 75 }), lasts: fc.oneof(fc.nat(30), fc.nat(30), fc.constant(null)) })
      .map(({ on, lasts }) => ({ on, delivered: lasts === null ? null : on + lasts })),
    { maxLength: 3 },
  ),
  off: daysOff,
});

/** Two months, of which no day counts on which pieces are awaited; never over while some are. */
function decidedBy({ received, demands }: Request): CivilDate | null {
  const end = monthsLater(received, 2);
  let left = 0;
  while (addDays(received, left) < end) left += 1;
  for (let day = 0; ; day += 1) {
    const awaiting = demands.filter(({ on, delivered }) => on <= day && (delivered === null || day < delivered));
    if (awaiting.some(({ delivered }) => delivered === null)) return null;
    if (awaiting.length > 0) continue;
    if (left === 0) return addDays(received, day);
    left -= 1;
  }
}

const moved = (day: CivilDate | null, off: number) => (day === null ? day : addDays(day, off));

const isDecidedInTwoMonths: DrawnInvariant<Request> = {
  controls: ['12.1'],
  draws: requests,
  lawful: ({ off, ...request }) => off === 0 || decidedBy({ off, ...request }) === null,
  write: async (request, journal) => {
    const grant = rawGrant();
    await hasHeard(journal);
    await journal.writes(asked(grant, request.received));
    for (const [rank, { on, delivered }] of request.demands.entries()) {
      const demand = { demand: rank + 1, pieces: ['statutes'] };
      const term = addDays(request.received, 365);
      await journal.writes(ofGrant('pieces-demanded', grant, addDays(request.received, on), { ...demand, term }));
      if (delivered !== null)
        await journal.writes(
          ofGrant('pieces-delivered', grant, addDays(request.received, delivered), { ...demand, complete: true }),
        );
    }
    await owes(journal, 'decision', grant.award, moved(decidedBy(request), request.off));
  },
  refusal: /^$/,
  orControl: true,
};

/** Legal terms told by what they run from, on a convention bound on a day. */
const TERMS: Readonly<Record<string, (grant: RawGrant, bound: CivilDate) => { instance: string; due: CivilDate }>> = {
  'essential-data': ({ award }, bound) => ({ instance: award, due: monthsLater(bound, 3) }),
  'financial-report': ({ award, from }) => ({
    ...{ instance: `${award}/1/1`, due: monthsLater(addDays(monthsLater(civilDate(from), 12), -1), 6) },
  }),
  'statutory-payment': ({ award }, bound) => ({ instance: `${award}/1/1`, due: addDays(bound, 60) }),
};

interface Term {
  readonly kind: string;
  readonly on: CivilDate;
  readonly off: number;
}

const terms: fc.Arbitrary<Term> = fc.record({ kind: fc.constantFrom(...Object.keys(TERMS)), on: aDay, off: daysOff });

const isAtItsTerm: DrawnInvariant<Term> = {
  controls: ['12.3', '12.4', '12.5'],
  draws: terms,
  lawful: ({ off }) => off === 0,
  write: async ({ kind, on, off }, journal) => {
    const from = addDays(on, 200);
    const grant = rawGrant({ from, to: addDays(monthsLater(from, 36), -1) });
    await hasHeard(journal);
    await binds(journal, grant, on);
    const term = TERMS[kind]?.(grant, on);
    if (!term) throw new Error(kind);
    await owes(journal, kind, term.instance, addDays(term.due, off));
  },
  refusal: /^$/,
  orControl: true,
};

interface Moves {
  readonly days: readonly CivilDate[];
  /** Which move forgets the day before it, and by how much the list is off. */
  readonly forgets: number | null;
  readonly off: number;
}

const moves: fc.Arbitrary<Moves> = fc.record({
  days: fc.uniqueArray(aDay, { minLength: 1, maxLength: 5 }),
  forgets: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(4) }),
  off: daysOff,
});

const isRemembered: DrawnInvariant<Moves> = {
  controls: ['12.6', '12.7'],
  draws: moves,
  lawful: ({ days, forgets, off }) => off === 0 && (forgets === null || forgets === 0 || forgets >= days.length),
  write: async ({ days, forgets, off }, journal) => {
    const [first = civilDate('2026-01-01')] = days;
    const obligation = await owes(journal, 'decision', 'x', addDays(days.at(-1) ?? first, off));
    const duty = { obligation, kind: 'decision', instance: 'x' };
    await journal.writes({ type: 'obligation-opened', date: first, data: { ...duty, due: first } });
    for (const [rank, to] of days.entries()) {
      if (rank === 0) continue;
      const from = forgets === rank ? addDays(first, 400) : days[rank - 1];
      await journal.writes({ type: 'due-date-moved', date: first, data: { ...duty, from, to } });
    }
  },
  refusal: /^$/,
  orControl: true,
};

describe('whoever writes by raw SQL, of a legal term', () => {
  it('ends the two months of a decision on the day that its request and its missing pieces make', () =>
    isHeldByTheDatabase(isDecidedInTwoMonths));

  it('ends the terms of publication, accounts and payment on the day that their event makes', () =>
    isHeldByTheDatabase(isAtItsTerm));

  it('remembers each day that a term had before', () => isHeldByTheDatabase(isRemembered));
});
