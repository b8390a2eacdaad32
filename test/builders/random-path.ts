import fc from 'fast-check';
import { expectationOf } from '../../src/domain/dossier/expectations.js';
import { addDays } from '../../src/domain/kernel/civil-date.js';
import { openObligations } from '../../src/domain/obligations/slice.js';
import { InMemoryDossier } from './in-memory-dossier.js';
import { breach, type DossierBuilder } from './dossier.js';
import { EVERY_STATE } from './every-state.js';
import { running } from './whole-life-dossiers.js';

/** Every standing of a dossier, and one whose carrier was heard before the Région terminates its convention. */
const STAGES: Readonly<Record<string, () => DossierBuilder>> = { ...EVERY_STATE, 'heard before a termination': heard };
export const DECLARED = Object.keys(STAGES).filter(name => name !== 'not declared');

function heard(): DossierBuilder {
  return running()
    .does('invite-observations', { matter: 'termination', ...breach })
    .does('present-observations', { matter: 'termination', observations: 'Aucune.' });
}

/** A dossier that stands somewhere, and is known only so many days after what was last done; its story told. */
export async function lived(name: string, daysAfter = 0): Promise<InMemoryDossier> {
  const built = STAGES[name];
  if (!built) throw new Error(`Aucun dossier ${name}`);
  const dossier = built();
  await dossier.on(addDays(dossier.today, daysAfter)).settlesSilences();
  return new InMemoryDossier(dossier).declares();
}

/** Days that go by, then an act, most often one that is awaited. */
const move = fc.record({
  pick: fc.nat(),
  chance: fc.nat(10_000),
  days: fc.nat(60),
  useful: fc.nat(2),
  late: fc.nat(6),
});
type Move = typeof move extends fc.Arbitrary<infer T> ? T : never;

async function goes(dossier: InMemoryDossier, { pick, chance, days, useful, late }: Move): Promise<void> {
  await dossier.passes(days);
  const open = dossier.openActs();
  const awaited = new Set(openObligations(dossier.state).flatMap(({ kind }) => expectationOf(kind).acts));
  const wanted = useful > 0 ? open.filter(({ act }) => awaited.has(act.name)) : open;
  const chosen = wanted[pick % Math.max(1, wanted.length)];
  if (chosen) await dossier.tries(chosen, chance, late);
}

/** Goes anywhere from anywhere, day after day, then does something with what the dossier has become. */
export async function afterAnyPath(
  then: (dossier: InMemoryDossier, chance: number) => Promise<void>,
  numRuns = 30,
): Promise<void> {
  const paths = fc.array(move, { maxLength: 12, size: 'max' });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...DECLARED), paths, fc.nat(10_000), async (name, moves, chance) => {
      const dossier = await lived(name);
      for (const nextMove of moves) await goes(dossier, nextMove);
      await then(dossier, chance);
    }),
    { numRuns },
  );
}
