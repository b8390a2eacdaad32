import { describe, expect, it } from '@jest/globals';
import { rulesOf } from '../../../src/domain/award/ruled.js';
import { dueOf } from '../../../src/domain/dossier/owing.js';
import { cents } from '../../../src/domain/kernel/cents.js';
import { addDays, civilDate } from '../../../src/domain/kernel/civil-date.js';
import { type DossierBuilder, because, BEARER, GRANT, prepared } from '../../builders/dossier.js';
import { carried, convention, RENEWAL } from '../../builders/whole-life-dossiers.js';

const ruling = ({ state, rules }: DossierBuilder) =>
  Object.values(state.awards).map(award => [award.kind, rulesOf(rules, award).reglement.id]);

/** A pôle declared under the règlement of 2018, whose convention is asked for under that of 2019. */
function askedIn2019(amount = cents(3_500_000)): DossierBuilder {
  const dossier = prepared('2018-12-20').on('2019-03-01');
  return dossier.does('request-grant', { ...GRANT, years: 1, startsOn: civilDate('2019-06-01'), amount });
}

describe('an award is ruled by the règlement in force at its request', () => {
  it('whatever that of the declaration: its ceiling, its mode of vote, its instalments', () => {
    const dossier = carried(askedIn2019());
    expect(dossier.rules.reglement.id).toBe('poles-ess-2018');
    expect(ruling(dossier)).toEqual([['convention', 'poles-ess-2019']]);
    const lines = Object.values(dossier.state.instalments).map(({ number, amount }) => [number, amount]);
    expect(lines).toEqual([
      [1, 2_450_000],
      [2, 1_050_000],
    ]);
  });

  it('for what is awaited of it, while what comes before any request keeps that of the dossier', () => {
    const dossier = prepared('2018-12-20');
    const longer = {
      ...dossier.rules,
      versions: dossier.rules.versions.map(version => ({
        ...version,
        terms: { ...version.terms, 'instruction-report': { ...version.terms['instruction-report'], length: 9 } },
      })),
    } as typeof dossier.rules;
    dossier.on('2019-03-01').does('request-grant', {
      ...{ ...GRANT, years: 1, startsOn: civilDate('2019-06-01'), amount: cents(3_500_000) },
    });
    const { award } = dossier.award;
    expect(dueOf(`instruction-report/${award}`, dossier.state, longer)?.on).toBe('2019-12-02');
    expect(dueOf('grant-request/1', dossier.state, longer)?.on).toBe('2019-06-20');
  });

  it('a renewal by that of its own request', () => {
    const start = civilDate('2018-06-01');
    const first = { ...GRANT, years: 1, startsOn: start, amount: cents(3_000_000), budget: cents(6_000_000) };
    const dossier = carried(prepared('2018-03-01').does('request-grant', first));
    dossier.on('2019-03-01').does('record-final-evaluation', { outcome: 'favourable', hash: 'ab'.repeat(32) });
    dossier.does('request-renewal', {
      ...RENEWAL,
      ...{ years: 3, startsOn: addDays(convention(dossier).period.to, 1), amount: cents(10_500_000) },
    });
    expect(ruling(dossier)).toEqual([
      ['convention', 'poles-ess-2018'],
      ['convention', 'poles-ess-2019'],
    ]);
  });

  it('an amendment by that of its own request, and the convention that it changes by its own still', () => {
    const first = {
      ...{ ...GRANT, years: 1, startsOn: civilDate('2018-06-01') },
      ...{ amount: cents(3_000_000), budget: cents(6_000_000) },
    };
    const dossier = carried(prepared('2018-03-01').does('request-grant', first)).on('2019-02-01');
    const on = { award: convention(dossier).id };
    dossier.does('request-amendment', { ...because, carrier: { name: 'Autre', siret: BEARER } }, { on });
    expect(ruling(dossier)).toEqual([
      ['convention', 'poles-ess-2018'],
      ['amendment', 'poles-ess-2019'],
    ]);
    carried(dossier);
    expect(convention(dossier)).toMatchObject({ reglement: 'poles-ess-2018', applicant: BEARER });
  });

  it('and one of before, which did not say it, by that of the dossier', () => {
    const dossier = askedIn2019();
    const [asked] = dossier.events.splice(-1);
    if (asked?.type !== 'grant-requested') throw new Error('Aucune demande');
    dossier.events.push({ ...asked, data: { ...asked.data, reglement: null } });
    expect(ruling(dossier)).toEqual([['convention', 'poles-ess-2018']]);
  });
});
