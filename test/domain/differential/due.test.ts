import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dueBy, dueSteps, type DueBasis } from '../../../src/domain/funded-year/due-rules.js';
import { cents } from '../../../src/domain/kernel/cents.js';
import { civilDate } from '../../../src/domain/kernel/civil-date.js';
import type { DueRules } from '../../../src/domain/reglement/due-settings.js';
import { FILES, type FileOfYear } from './files.js';
import { plainDue } from './plain.js';

/** A file as the domain reads it. */
function basisOf({ granted, agreed, exercise, ranUntil, account, forecast, posts, suspended }: FileOfYear): DueBasis {
  const days = ({ from, to }: { readonly from: string; readonly to: string }) => ({
    from: civilDate(from),
    to: civilDate(to),
  });
  const period = days(exercise);
  return {
    ...{ granted: cents(granted), exercise: period, ranUntil: ranUntil === null ? null : civilDate(ranUntil) },
    account: account && {
      totalExpenses: cents(account.totalExpenses),
      chargedToGrant: cents(account.chargedToGrant),
      otherResources: cents(account.otherResources),
      eligibleExpenses: account.eligibleExpenses === null ? null : cents(account.eligibleExpenses),
    },
    agreed: cents(agreed),
    forecast: forecast === null ? null : cents(forecast),
    posts:
      posts?.map(({ share, held, emptyBefore }, rank) => ({
        ...{ number: rank + 1, share, emptyBefore, funded: period },
        held: held.map(holding => ({
          from: civilDate(holding.from),
          to: holding.to === null ? null : civilDate(holding.to),
          share: holding.share,
        })),
      })) ?? null,
    suspended: suspended.map(days),
  };
}

describe('what is due, told twice', () => {
  it('is the same to the cent on two thousand years of files', () => {
    const seen = { spending: 0, time: 0, whole: 0 };
    fc.assert(
      fc.property(FILES, file => {
        const steps = dueSteps(basisOf(file), file.rules as DueRules);
        const due = dueBy(steps);
        expect(due).toBe(plainDue(file));
        const [decisive] = steps.filter(({ decides }) => decides);
        if (due === file.granted) seen.whole++;
        else if (decisive?.rule === 'unspent' || decisive?.rule === 'proportional') seen.spending++;
        else seen.time++;
      }),
      { seed: 17, numRuns: 2000 },
    );
    for (const times of Object.values(seen)) expect(times).toBeGreaterThan(100);
  });
});
