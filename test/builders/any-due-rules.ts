import fc from 'fast-check';
import { cents } from '../../src/domain/kernel/cents.js';
import {
  AMOUNT_MODES,
  COMBINATIONS,
  SPENT_MODES,
  TIME_MODES,
  VACANCY_MODES,
  type DueRules,
  type SurplusClause,
} from '../../src/domain/reglement/due-settings.js';

const amount = fc.nat(5_000_000).map(cents);

/** Whatever a règlement may say of what is due. */
export const anyDueRules: fc.Arbitrary<DueRules> = fc.record({
  amountMode: fc.constantFrom(...AMOUNT_MODES),
  surplus: fc.oneof<fc.Arbitrary<SurplusClause>[]>(
    fc.constantFrom({ kind: 'none' as const }, { kind: 'all' as const }, { kind: 'agreement' as const }),
    fc.record({ kind: fc.constant('percent' as const), percent: fc.nat(100) }),
    fc.record({ kind: fc.constant('up-to' as const), amount }),
  ),
  spentIs: fc.constantFrom(...SPENT_MODES),
  vacancy: fc.record({ mode: fc.constantFrom(...VACANCY_MODES), toleratedDays: fc.nat(120) }),
  postShare: fc.constantFrom(...TIME_MODES),
  earlyEnd: fc.constantFrom(...TIME_MODES),
  suspension: fc.constantFrom(...TIME_MODES),
  combine: fc.constantFrom(...COMBINATIONS),
});
