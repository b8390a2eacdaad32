import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, civilDate, type CivilDate } from '../../../src/domain/kernel/civil-date.js';
import { onABareHouse, seldom, type DrawnInvariant } from '../../builders/drawn-invariant.js';
import { monthsLater } from '../../builders/months-later.js';
import {
  SESSION,
  asked,
  binds,
  entered,
  isListed,
  ofGrant,
  rawGrant,
  votedOn,
  type RawGrant,
} from '../../builders/raw-grant.js';
import { RawJournal } from '../../builders/raw-journal.js';

const isHeldByTheDatabase = onABareHouse();

const ofFolder = (folder: string) => {
  const path = join(import.meta.dirname, '../../../data', folder);
  return readdirSync(path).map(name => JSON.parse(readFileSync(join(path, name), 'utf8')) as unknown);
};

interface Following {
  /** Days after the first one ends. */
  readonly gap: number;
  readonly isElsewhere: boolean;
  readonly isRejected: boolean;
  /** Whether an amendment makes the first one a year shorter. */
  readonly isShortened: boolean;
  readonly isListed: boolean;
}

const followings: fc.Arbitrary<Following> = fc.record({
  gap: fc.constantFrom(-400, -365, -1, 0, 1, 30),
  ...{ isElsewhere: seldom(8, false, true), isRejected: seldom(8, false, true), isShortened: fc.boolean() },
  isListed: fc.boolean(),
});

const FIRST = { from: '2027-01-01', to: '2029-12-31', shortTo: '2028-12-31' };

const isAloneInItsTime: DrawnInvariant<Following> = {
  controls: ['18.1', '18.2'],
  draws: followings,
  lawful: ({ gap, isElsewhere, isRejected, isShortened }) =>
    isElsewhere || isRejected || gap > (isShortened ? -366 : -1),
  write: async ({ gap, isElsewhere, isRejected, isShortened, isListed: areListed }, journal) => {
    const { shortTo: to, ...period } = FIRST;
    const first = rawGrant(isShortened ? { ...period, to } : period);
    const from = addDays(civilDate(FIRST.to), 1 + gap);
    const next = rawGrant({ from, to: addDays(monthsLater(from, 36), -1) });
    const other = isElsewhere ? new RawJournal(journal.manager) : journal;
    await binds(journal, { ...first, to: FIRST.to }, SESSION);
    if (isShortened)
      await journal.writes(ofGrant('convention-amended', first, SESSION, { period: { from: period.from, to } }));
    await other.writes(
      ...[asked(next, SESSION), entered(next, addDays(SESSION, 20))],
      votedOn(next, addDays(SESSION, 20), isRejected ? { outcome: 'rejected', votesFor: 5, votesAgainst: 50 } : {}),
    );
    if (!areListed) return;
    await isListed(journal, first, []);
    await isListed(other, next, [], isRejected ? 'rejected' : 'adopted');
  },
  refusal: /one_convention_at_a_time/,
  orControl: true,
};

interface ReferenceDocument {
  readonly id: string;
  readonly indicators: readonly { readonly code: string }[];
}

const DOCUMENTS = ofFolder('reference-documents') as readonly ReferenceDocument[];
const named = (id: string) => DOCUMENTS.find(document => document.id === id)?.indicators ?? [];

interface Filed {
  readonly year: number;
  readonly amendedOn: CivilDate | null;
  readonly document: string;
  readonly omitted: boolean;
  readonly added: boolean;
  readonly value: number | string | null;
}

const fileds: fc.Arbitrary<Filed> = fc.record({
  year: fc.constantFrom(1, 2, 3),
  amendedOn: fc.constantFrom(null, civilDate('2027-12-31'), civilDate('2028-01-01'), civilDate('2028-01-02')),
  document: fc.constantFrom('referentiel-1', 'referentiel-2'),
  ...{ omitted: seldom(8, false, true), added: seldom(8, false, true) },
  value: seldom<number | string | null>(8, null, 0, 12.5, '', 'non renseigné'),
});

/** The version of a year is that under which it began; each of its indicators has a number, or is told unknown: never left out. */
const isOfItsVersion: DrawnInvariant<Filed> = {
  controls: ['20.1'],
  draws: fileds,
  lawful: ({ year, amendedOn, document, omitted, added, value }) => {
    const began = `${2026 + year}-01-01`;
    const version = amendedOn !== null && amendedOn <= began ? 'referentiel-2' : 'referentiel-1';
    return document === version && !omitted && !added && typeof value !== 'string';
  },
  write: async ({ year, amendedOn, document, omitted, added, value }, journal) => {
    const grant = rawGrant({ referenceDocument: 'referentiel-1' });
    await binds(journal, grant, SESSION);
    const amended = { referenceDocument: 'referentiel-2', period: { from: grant.from, to: grant.to } };
    if (amendedOn !== null) await journal.writes(ofGrant('convention-amended', grant, amendedOn, amended));
    const codes = named(document)
      .slice(omitted ? 1 : 0)
      .map(({ code }) => code);
    const indicators = Object.fromEntries([...codes, ...(added ? ['other'] : [])].map(code => [code, value]));
    const report = { year, report: 'indicators', round: 1, document, indicators };
    await journal.writes(ofGrant('report-filed', grant, civilDate('2031-01-01'), report));
  },
  refusal: /not the version|is a number/,
  orControl: true,
};

interface Reglement {
  readonly id: string;
  readonly inForce: { readonly from: string; readonly to: string | null };
  readonly yearlyCeiling: string;
  readonly studyCeiling: string;
  readonly years: number;
  readonly voteMode: 'once' | 'yearly';
  readonly pieces: Readonly<Record<string, readonly string[]>>;
}

const REGLEMENTS = ofFolder('reglements') as readonly Reglement[];
const inCents = (euros: string) => Math.round(Number(euros) * 100);

interface Asked {
  readonly on: CivilDate;
  readonly reglement: string;
  readonly isStudy: boolean;
  readonly years: number;
  readonly above: number;
  readonly daysMore: number;
  readonly piece: string;
  readonly votedLess: number;
}

const askeds: fc.Arbitrary<Asked> = fc.record({
  on: fc
    .constantFrom('2010-05-04', '2017-12-31', '2018-01-01', '2018-12-31', '2019-01-01', '2026-06-10')
    .map(civilDate),
  reglement: fc.constantFrom(...REGLEMENTS.map(({ id }) => id)),
  isStudy: fc.boolean(),
  years: fc.constantFrom(1, 3, 3, 4),
  ...{ above: seldom(8, 0, 1, -100), daysMore: seldom(8, 0, 1, -1), votedLess: seldom(8, 0, 50, -1) },
  piece: fc.constantFrom('statutes', 'bank-details', 'study-brief', 'officers'),
});

function rulesOf({ reglement }: Asked): Reglement {
  const found = REGLEMENTS.find(({ id }) => id === reglement);
  if (!found) throw new Error(reglement);
  return found;
}

const yearsOf = ({ isStudy, years }: Asked) => (isStudy ? 1 : years);
const ceilingOf = (drawn: Asked) =>
  drawn.isStudy ? inCents(rulesOf(drawn).studyCeiling) : inCents(rulesOf(drawn).yearlyCeiling) * yearsOf(drawn);
const amountOf = (drawn: Asked) => ceilingOf(drawn) + drawn.above;

/** The most that a vote may grant: what was asked, or one year of it where each has its own vote. */
function votable(drawn: Asked): number {
  const { voteMode, yearlyCeiling } = rulesOf(drawn);
  const isByYear = voteMode === 'yearly' && !drawn.isStudy;
  return isByYear ? Math.min(amountOf(drawn), inCents(yearlyCeiling)) : amountOf(drawn);
}

const isOfItsReglement: DrawnInvariant<Asked> = {
  controls: ['21.1', '21.2', '21.3', '21.4'],
  draws: askeds,
  lawful: drawn => {
    const { inForce, years, pieces } = rulesOf(drawn);
    return (
      inForce.from <= drawn.on &&
      (inForce.to === null || drawn.on <= inForce.to) &&
      yearsOf(drawn) <= years &&
      amountOf(drawn) <= ceilingOf(drawn) &&
      drawn.daysMore === 0 &&
      drawn.votedLess >= 0 &&
      pieces[drawn.isStudy ? 'study-grant-request' : 'grant-request']?.includes(drawn.piece) === true
    );
  },
  write: async (drawn, journal) => {
    const { on, reglement } = drawn;
    const from = addDays(on, 200);
    const to = addDays(monthsLater(from, 12 * yearsOf(drawn)), drawn.daysMore - 1);
    const grant: RawGrant = rawGrant({ from, to, years: yearsOf(drawn), amount: amountOf(drawn), reglement });
    const more = { kind: drawn.isStudy ? 'study' : 'convention', pieces: [drawn.piece] };
    await journal.writes(
      ...[asked(grant, on, more), entered(grant, addDays(on, 30))],
      votedOn(grant, addDays(on, 30), { amount: votable(drawn) - drawn.votedLess }),
    );
  },
  refusal: /voted beyond/,
  orControl: true,
};

describe('whoever writes by raw SQL, of a convention', () => {
  it('has one convention of a pôle at a time', () => isHeldByTheDatabase(isAloneInItsTime));

  it('tells each indicator of the version of its year, known or not', () => isHeldByTheDatabase(isOfItsVersion));

  it('asks and votes what the règlement of its day allows', () => isHeldByTheDatabase(isOfItsReglement));
});
