import { nothing, type ExpectationContext } from '../dossier/expectation.js';
import type { Award } from './slice.js';

/** What is owed about an award of a dossier. */
export type OfAward = ExpectationContext<'award'>;

/** The award about which something is owed. Throws when the dossier has it not. */
export function awardIn({ state, parts }: OfAward): Award {
  const award = state.awards[parts.award];
  if (!award) throw new Error(`Aucune attribution ${parts.award} dans le dossier`);
  return award;
}

/** What is owed about an award is met, and that is all that is told of it. */
export const done = ({ data }: { data: { award: string } }) => ({ parts: data, fact: nothing });
