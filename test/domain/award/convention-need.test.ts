import { describe, expect, it } from '@jest/globals';
import { debtorOf, dueOf } from '../../../src/domain/dossier/owing.js';
import { consequenceOf } from '../../../src/domain/reminders/consequence.js';
import { conventionNeedChanges } from '../../../src/domain/award/convention-need.js';
import { heldBecause } from '../../../src/domain/dossier/holds.js';
import { HoldWatch } from '../../../src/domain/reminders/hold-forecast.js';
import { civilDate } from '../../../src/domain/kernel/civil-date.js';
import {
  because,
  belowThreshold,
  CARRIER,
  type DossierBuilder,
  grantedTo,
  inForce,
  signature,
} from '../../builders/dossier.js';

/** What takes a body that has 20 000 € a year above 23 000 € for 2027, and what leaves it there exactly. */
const more = [grantedTo(CARRIER, '2027-06-01', 300_001)];
const enough = [grantedTo(CARRIER, '2027-06-01', 300_000)];

const changes = (dossier: DossierBuilder, elsewhere = more) =>
  conventionNeedChanges(dossier.state, dossier.rules, elsewhere).map(({ type, data }) => ({ type, ...data }));
const award = (dossier: DossierBuilder) => dossier.award.award;

function firstOf({ state }: DossierBuilder) {
  const first = Object.values(state.instalments).find(({ year, number }) => year === 1 && number === 1);
  if (!first) throw new Error('Aucun versement');
  return first;
}

/** The codes by which its first payment is held, when nobody reads the other dossiers. */
const holds = (dossier: DossierBuilder) => heldBecause(firstOf(dossier), dossier).map(({ code }) => code);

describe('a grant made without a convention, whose body is granted more for the same year elsewhere', () => {
  it('comes to need one, strictly above the threshold, with the year and what the body has for it', () => {
    const dossier = belowThreshold();
    expect(changes(dossier, enough)).toEqual([]);
    expect(changes(dossier)).toEqual([
      ...[{ type: 'convention-became-required', award: award(dossier), time: 1, civilYear: 2027, total: 2_300_001 }],
    ]);
  });

  it('is noted once, and is held from then on wherever the other dossiers are not read', () => {
    const dossier = belowThreshold();
    expect(holds(dossier)).not.toContain('convention-required-since');
    dossier.looksAtThreshold(more);
    expect(changes(dossier)).toEqual([]);
    expect(holds(dossier)).toContain('convention-required-since');
  });

  it('says in the same words what was noted and what is read', () => {
    const dossier = belowThreshold().looksAtThreshold(more);
    const message = (given: Parameters<typeof heldBecause>[1]) =>
      heldBecause(firstOf(dossier), given).find(({ code }) => code === 'convention-required-since')?.message;
    expect(message(dossier)).toMatch(/pour 2027 \(23.000,01.€\)/);
    const { state, rules, today } = dossier;
    expect(message({ state, rules, today, grantedElsewhere: more })).toBe(message(dossier));
  });

  it('needs none any more once the other grant is gone, and again, a second time, when it is back', () => {
    const dossier = belowThreshold().looksAtThreshold(more);
    expect(changes(dossier, [])).toEqual([{ type: 'convention-no-longer-required', award: award(dossier), time: 1 }]);
    dossier.looksAtThreshold([]);
    expect(holds(dossier)).not.toContain('convention-required-since');
    expect(changes(dossier, [])).toEqual([]);
    expect(changes(dossier)).toMatchObject([{ type: 'convention-became-required', time: 2 }]);
  });

  it('needs none any more once it is signed and notified, and nothing is noted of it', () => {
    const dossier = belowThreshold().looksAtThreshold(more);
    for (const party of ['carrier', 'region']) dossier.does('sign-convention', signature(dossier, party));
    dossier.does('notify-convention');
    expect(holds(dossier)).not.toContain('convention-required-since');
    expect(changes(dossier)).toEqual([]);
  });

  it('never needs one when it was voted with it, or before it is in force', () => {
    expect(changes(inForce())).toEqual([]);
    const notNotified = belowThreshold();
    const { state, rules } = notNotified;
    const awards = { [award(notNotified)]: { ...state.awards[award(notNotified)], grantNotifiedOn: null } };
    expect(conventionNeedChanges({ ...state, awards } as typeof state, rules, more)).toEqual([]);
  });

  it('needs none where nothing is left to be paid', () => {
    const dossier = belowThreshold();
    const { state, rules } = dossier;
    const left = (status: 'paid' | 'lapsed' | 'ordered' | 'liquidated') => {
      const instalments = Object.entries(state.instalments).map(([key, line]) => [key, { ...line, status }]);
      return conventionNeedChanges({ ...state, instalments: Object.fromEntries(instalments) }, rules, more).length;
    };
    expect([left('paid'), left('lapsed'), left('ordered'), left('liquidated')]).toEqual([0, 0, 0, 1]);
  });
});

describe('what is foreseen', () => {
  it('knows a payment to be held by what other dossiers grant from the first day: it is no news later', () => {
    const forecast = (dossier: DossierBuilder) =>
      new HoldWatch(dossier.state, dossier.rules, dossier.today)
        .through(dossier.state, civilDate('2027-02-01'))
        .flatMap(({ reasons }) => reasons.map(({ code }) => code));
    expect(forecast(belowThreshold())).toEqual([]);
    expect(forecast(belowThreshold().looksAtThreshold(more))).toEqual([]);
  });
});

const SIGNING = ['carrier-signature', 'region-signature', 'convention-notification', 'essential-data'];
const awaited = async (dossier: DossierBuilder) => (await dossier.awaits()).filter(kind => SIGNING.includes(kind));
const sign = (dossier: DossierBuilder, party: string) => dossier.does('sign-convention', signature(dossier, party));

describe('what is awaited of a grant that comes to need a convention', () => {
  it('is nothing before, then its signature by both, its notification, its essential data', async () => {
    const dossier = belowThreshold();
    expect(await awaited(dossier)).toEqual([]);
    dossier.looksAtThreshold(more);
    expect(await awaited(dossier)).toEqual(['carrier-signature', 'region-signature']);
    expect(await awaited(sign(dossier, 'carrier'))).toEqual(['region-signature']);
    expect(await awaited(sign(dossier, 'region'))).toEqual(['convention-notification']);
    expect(await awaited(dossier.does('notify-convention'))).toEqual(['essential-data']);
    expect(await awaited(dossier.does('publish-essential-data'))).toEqual([]);
  });

  it('is nothing any more once it needs none, however far the signatures had come, and again when it does', async () => {
    const dossier = sign(belowThreshold().looksAtThreshold(more), 'carrier').looksAtThreshold([]);
    expect(await awaited(dossier)).toEqual([]);
    expect(await awaited(dossier.looksAtThreshold(more))).toEqual(['region-signature']);
    expect(await awaited(sign(dossier, 'region').looksAtThreshold([]))).toEqual([]);
    expect(await awaited(dossier.looksAtThreshold(more))).toEqual(['convention-notification']);
  });

  it('is due by the term of the règlement from the day of the need, by the body and by the Région', () => {
    const dossier = belowThreshold().on('2026-09-01').looksAtThreshold(more);
    const { state, rules } = dossier;
    const key = (kind: string) => `${kind}/${award(dossier)}`;
    const since = (kind: string) => dueOf(key(kind), state, rules)?.since;
    expect([since('carrier-signature'), since('region-signature')]).toEqual(['2026-09-01', '2026-09-01']);
    expect(debtorOf(key('carrier-signature'), state, rules)).toEqual({ role: 'carrier', body: CARRIER });
    expect(debtorOf(key('region-signature'), state, rules)).toEqual({ role: 'instructor' });
  });

  it('says which payments are held until then', () => {
    const dossier = belowThreshold().looksAtThreshold(more);
    const { state, rules } = dossier;
    const instance = award(dossier);
    const due = dueOf(`carrier-signature/${instance}`, state, rules)?.on ?? null;
    expect(consequenceOf({ kind: 'carrier-signature', instance, due }, state, rules)).toMatch(/retenu/);
  });

  it('is awaited still after the pôle is abandoned, while a payment of an opened year is left', async () => {
    const dossier = belowThreshold().looksAtThreshold(more).on('2027-09-30').does('abandon-pole', because);
    expect(changes(dossier)).toEqual([]);
    expect(await awaited(dossier)).toEqual(['carrier-signature', 'region-signature']);
  });
});
