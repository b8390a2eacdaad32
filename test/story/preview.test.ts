import { describe, expect, it } from '@jest/globals';
import { amendmentEffects } from '../../src/domain/award/amendment.js';
import { factsOf } from '../../src/domain/dossier/expectations.js';
import { cents } from '../../src/domain/kernel/cents.js';
import { preview } from '../../src/rehearsal/preview.js';
import { because, BEARER, type DossierBuilder, SIGNED } from '../builders/dossier.js';
import { carried, convention, firstYearOver } from '../builders/whole-life-dossiers.js';

function proposed(change: object): DossierBuilder {
  const dossier = firstYearOver();
  return dossier.does(
    'request-amendment',
    { ...because, commitment: SIGNED, ...change },
    { on: { award: convention(dossier).id } },
  );
}

async function previewed({ state, events, rules, today, award }: DossierBuilder) {
  const amendment = state.awards[award.award ?? ''];
  if (!amendment) throw new Error('Aucun avenant');
  const effects = amendmentEffects(state, amendment, rules, today);
  if ('code' in effects) throw new Error(effects.message);
  return preview(state, factsOf(events), effects, rules, today);
}

describe('before an amendment is signed, its preview', () => {
  it('shows every instalment that changes as it will be once it is in force', async () => {
    const dossier = proposed({ amount: cents(9_000_000) });
    const { instalments } = await previewed(dossier);
    carried(dossier);
    const { id } = convention(dossier);
    expect(instalments.length).toBeGreaterThan(0);
    for (const { year, number, after } of instalments)
      expect(dossier.state.instalments[`${id}/${year}/${number}`]?.amount).toBe(after);
  });

  it('shows the years that fall, and the end that comes sooner', async () => {
    const dossier = proposed({ years: 2, amount: cents(7_000_000) });
    const { obligations } = await previewed(dossier);
    const { id } = convention(dossier);
    expect(obligations.find(({ key }) => key === `year-turn/${id}/3`)).toMatchObject({
      before: { due: '2029-12-31' },
      after: null,
    });
    expect(obligations.find(({ key }) => key === `final-evaluation/${id}`)).toMatchObject({
      before: { due: '2029-10-01' },
      after: { due: '2028-10-01' },
    });
  });

  it('shows who will owe what, when the convention changes hands, and writes nothing', async () => {
    const dossier = proposed({ carrier: { name: 'Reprise', siret: BEARER } });
    const before = structuredClone(dossier.events);
    const { obligations } = await previewed(dossier);
    const claim = obligations.find(({ key }) => key.startsWith('instalment-claim/'));
    expect(claim?.after?.debtor).toEqual({ role: 'carrier', body: BEARER });
    expect(dossier.events).toEqual(before);
  });
});
