import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { executoryOn, type Award } from '../../src/domain/award/slice.js';
import type { Act, GateContext } from '../../src/domain/dossier/act.js';
import { ACTS } from '../../src/domain/dossier/acts.js';
import { subjectsOf } from '../../src/domain/dossier/decide.js';
import { expectationOf, factsOf, splitKey } from '../../src/domain/dossier/expectations.js';
import { MACHINES } from '../../src/domain/dossier/machines.js';
import { ROLES, type Actor, type Role } from '../../src/domain/dossier/roles.js';
import { evolve, type DossierState } from '../../src/domain/dossier/state.js';
import { addDays } from '../../src/domain/kernel/civil-date.js';
import { contextOf, dueOf } from '../../src/domain/dossier/owing.js';
import { rehearse } from '../../src/rehearsal/rehearse.js';
import { type DossierBuilder, someone } from '../builders/dossier.js';
import { type Opened, openTo } from '../builders/in-memory-dossier.js';
import { saidIn } from '../builders/payloads.js';
import { EVERY_STATE } from '../builders/every-state.js';

const PEOPLE: readonly Actor[] = (Object.keys(ROLES) as Role[]).map(role => someone(role));
const DECLARED = Object.keys(EVERY_STATE).filter(name => name !== 'not declared');

interface Step {
  readonly pick: number;
  readonly chance: number;
  readonly days: number;
  readonly late: number;
  /** Whether the person does something that the story awaits. */
  readonly useful: boolean;
}

const step = fc.record<Step>({
  pick: fc.nat(10_000),
  chance: fc.nat(10_000),
  days: fc.oneof({ weight: 4, arbitrary: fc.nat(10) }, { weight: 1, arbitrary: fc.nat(120) }),
  late: fc.nat(6),
  useful: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
});
const standing = fc.constantFrom(...DECLARED);
const built = (name: string) => {
  const build = EVERY_STATE[name];
  if (!build) throw new Error(`Aucun dossier ${name}`);
  return build();
};

/** Does what a step picks among the open acts, if its payload and date are accepted. Returns what it did. */
async function goes(dossier: DossierBuilder, { pick, chance, late, useful }: Step): Promise<Opened | undefined> {
  const open = openTo(PEOPLE, dossier);
  const awaited = new Set((await dossier.awaits()).flatMap(kind => expectationOf(kind).acts));
  const wanted = useful ? open.filter(({ act }) => awaited.has(act.name)) : open;
  const chosen = wanted[pick % Math.max(1, wanted.length)];
  if (!chosen) return undefined;
  const { act, subject, actor } = chosen;
  const options = { by: actor, on: subject, date: addDays(dossier.today, -late) };
  const payload = saidIn(act.name, dossier, chance);
  if ('refusals' in dossier.attempt(act.name, payload, options)) return undefined;
  dossier.does(act.name, payload, options);
  return chosen;
}

async function walks(name: string, steps: readonly Step[], check: Check): Promise<void> {
  const dossier = built(name);
  for (const nextStep of steps) {
    await dossier.on(addDays(dossier.today, nextStep.days)).settlesSilences();
    const before = { state: dossier.state, length: dossier.events.length };
    const done = await goes(dossier, nextStep);
    await check(dossier, before, done);
  }
}

type Check = (
  dossier: DossierBuilder,
  before: { readonly state: DossierState; readonly length: number },
  done: Opened | undefined,
) => void | Promise<void>;

const everyWalk = (check: Check, numRuns = 30) =>
  fc.assert(
    fc.asyncProperty(standing, fc.array(step, { minLength: 1, maxLength: 30, size: 'max' }), (name, steps) =>
      walks(name, steps, check),
    ),
    { numRuns },
  );

/** The days of a grant in the order in which they must stand (invariant 2). */
function days(award: Award): readonly string[] {
  const { vote, transmittedOn, regionSignedOn, conventionNotifiedOn } = award;
  return [vote?.on, transmittedOn, executoryOn(award), regionSignedOn, conventionNotifiedOn].filter(
    day => day !== null && day !== undefined,
  );
}

const states = (situation: Pick<GateContext, 'state' | 'subject'>) =>
  MACHINES.map(machine => [machine.name, machine.current(situation)] as const);

describe('whatever legal acts follow one another', () => {
  it('vote, transmission, executory character, signature of the Région, notification and order keep their order', () =>
    everyWalk(({ state }) => {
      for (const award of Object.values(state.awards)) expect(days(award)).toEqual([...days(award)].sort());
      for (const { award, orderedOn } of Object.values(state.instalments)) {
        if (orderedOn === null) continue;
        const { vote, grantNotifiedOn, conventionNotifiedOn } = state.awards[award] ?? {};
        const notifiedOn = vote?.conventionRequired ? conventionNotifiedOn : grantNotifiedOn;
        expect([notifiedOn, orderedOn]).toEqual([notifiedOn ?? 'notified', orderedOn].sort());
      }
    }));

  it('no award pays more than was granted, and its instalments add up to it', () =>
    everyWalk(({ state }) => {
      for (const { id, granted } of Object.values(state.awards).filter(({ kind }) => kind !== 'amendment')) {
        const lines = Object.values(state.instalments).filter(({ award }) => award === id);
        expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(granted ?? 0);
        for (const { paid, amount } of lines) expect(paid).toBeLessThanOrEqual(amount);
      }
    }));

  it('each leads where the table says, and nowhere else', () =>
    everyWalk(({ state }, before, done) => {
      if (!done || done.act.name === 'retract-fact') return;
      const { act, subject } = done;
      const from = new Map(states({ state: before.state, subject }));
      for (const [machine, now] of states({ state, subject })) {
        const own = machine === (act.machine ?? act.capability);
        const mayLead: readonly string[] = [...(own ? act.to : (act.leads?.[machine] ?? []))];
        const stayed = !own && now === from.get(machine);
        expect({ act: act.name, machine, now, told: stayed || mayLead.includes(now ?? '') }).toMatchObject({
          told: true,
        });
      }
    }));

  it('what each leaves, added to the state before, gives the fold of the whole journal', () =>
    everyWalk((dossier, before, done) => {
      if (done?.act.name === 'retract-fact') return;
      expect(dossier.events.slice(before.length).reduce(evolve, before.state)).toEqual(dossier.state);
    }));

  it('the story awaits only what is owed, by a rule that answers with its source', () =>
    everyWalk(async ({ events, state, rules }) => {
      for (const key of await rehearse(factsOf(events))) {
        const { kind } = splitKey(key);
        expect({ kind, nature: expectationOf(kind).nature }).toEqual({ kind, nature: 'owed' });
        expect(expectationOf(kind).debtor?.(contextOf(key, state, rules)).role).toBeDefined();
        expect(dueOf(key, state, rules)?.source).not.toBe('');
      }
    }));
});

describe('whatever illegal acts are tried', () => {
  const anyAct = fc.constantFrom<Act<never>>(...ACTS);
  const anyone = fc.constantFrom(...PEOPLE);

  it('each is refused with its reasons in words, and the dossier stays as it was', () => {
    const dossiers = new Map(DECLARED.map(name => [name, built(name)]));
    fc.assert(
      fc.property(standing, anyAct, anyone, fc.nat(10_000), (name, act, by, chance) => {
        const dossier = dossiers.get(name) ?? built(name);
        const journal = structuredClone(dossier.events);
        for (const on of subjectsOf(act, dossier)) {
          const decision = dossier.attempt(act.name, saidIn(act.name, dossier, chance), { by, on });
          if ('refusals' in decision)
            expect(decision.refusals.every(({ code, message }) => /^[a-z-]+$/.test(code) && /[.]$/.test(message))).toBe(
              true,
            );
        }
        expect(dossier.events).toEqual(journal);
      }),
      { numRuns: 1000 },
    );
  });
});
