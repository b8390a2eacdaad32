import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ACTS } from '../../src/domain/dossier/acts.js';
import { availableActs } from '../../src/domain/dossier/decide.js';
import { expectationOf } from '../../src/domain/dossier/expectations.js';
import { addDays } from '../../src/domain/kernel/civil-date.js';
import { inForm } from '../builders/form.js';
import { carriedOn } from '../builders/carried-on.js';
import { ACCOUNT, because, claimed, type DossierBuilder, inForce } from '../builders/dossier.js';
import { PEOPLE } from '../builders/in-memory-dossier.js';
import { soundly } from '../builders/sound-payloads.js';
import { spokenOf } from '../builders/subjects.js';
import { EVERY_STATE } from '../builders/every-state.js';
import { withExcess } from '../builders/whole-life-dossiers.js';
import { secondYearGranted, secondYearOpen, votedByYear } from '../builders/yearly-votes.js';

const BEGUN: Readonly<Record<string, () => DossierBuilder>> = {
  ...EVERY_STATE,
  'voted by year': votedByYear,
  'whose second year is open': secondYearOpen,
  'whose second year is granted': secondYearGranted,
  'abandoned with an excess': () => withExcess().does('abandon-pole', because),
  'abandoned while its advance is claimed': () => claimed().does('abandon-pole', because),
  'abandoned, then asked for its advance': () =>
    inForce().does('abandon-pole', because).does('claim-instalment', ACCOUNT),
};
const NAMES = Object.keys(BEGUN).filter(name => name !== 'not declared');

function built(name: string): DossierBuilder {
  const build = BEGUN[name];
  if (!build) throw new Error(`Aucun dossier ${name}`);
  return build();
}

/** Days that go by, then an act, three times in four one that is awaited. */
const move = fc.record({ pick: fc.nat(), chance: fc.nat(10_000), days: fc.nat(60), useful: fc.nat(3) });
type Move = typeof move extends fc.Arbitrary<infer T> ? T : never;

async function goes(dossier: DossierBuilder, { pick, chance, days, useful }: Move): Promise<void> {
  await dossier.on(addDays(dossier.today, days)).settlesSilences();
  const { state, rules, today, events } = dossier;
  const open = PEOPLE.flatMap(actor =>
    availableActs(ACTS, { state, rules, today, actor }).flatMap(availableAct =>
      availableAct.open ? [{ ...availableAct, actor }] : [],
    ),
  );
  const awaited = new Set((await dossier.awaits()).flatMap(kind => expectationOf(kind).acts));
  const wanted = useful > 0 ? open.filter(({ act }) => awaited.has(act.name)) : open;
  const chosen = wanted[pick % Math.max(1, wanted.length)];
  if (!chosen) return;
  const { act, subject, actor } = chosen;
  const award = spokenOf(subject, state);
  const payload = soundly(act.name, { state, today, events, award }, chance, rules);
  if ('events' in dossier.attempt(act.name, payload, { by: actor, on: subject }))
    dossier.does(act.name, payload, { by: actor, on: subject });
}

describe('a dossier in which everybody does what they owe', () => {
  it.each(NAMES)('goes to its end from where it is « %s »', async name => {
    expect(await carriedOn(built(name))).toEqual([]);
  });

  it('goes to its end from anywhere', async () => {
    const moves = fc.array(move, { maxLength: 10, size: 'max' });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...NAMES), moves, async (name, path) => {
        const dossier = built(name);
        for (const nextMove of path) await goes(dossier, nextMove);
        expect(await carriedOn(dossier)).toEqual([]);
      }),
      { numRuns: inForm(6, 200) },
    );
  });
});
