import { ACTS } from '../../src/domain/dossier/acts.js';
import { availableActs } from '../../src/domain/dossier/decide.js';
import { expectationOf, factsOf, splitKey } from '../../src/domain/dossier/expectations.js';
import { dueOf } from '../../src/domain/dossier/owing.js';
import { addDays } from '../../src/domain/kernel/civil-date.js';
import { rehearse } from '../../src/rehearsal/rehearse.js';
import { because, type DossierBuilder } from './dossier.js';
import { type Opened, PEOPLE } from './in-memory-dossier.js';
import { soundDay, soundly } from './sound-payloads.js';
import { spokenOf } from './subjects.js';

/** Acts by which what is owed starts over, or something new begins: a life that goes straight on does without them. */
const DETOURS: readonly string[] = [
  'return-report',
  'return-liquidation',
  'record-payment-rejection',
  'record-legality-letter',
  'request-study-grant',
  'request-renewal',
];
/** Far more acts and days than the longest life takes: beyond, it turns in circles. */
const MOST_STEPS = 400;

const owedIn = ({ events }: DossierBuilder) => rehearse(factsOf(events));

/** All that is open of what would meet what is owed. */
function useful({ state, rules, today }: DossierBuilder, owed: readonly string[]): readonly Opened[] {
  const wanted = new Set(owed.flatMap(key => expectationOf(splitKey(key).kind).acts));
  const acts = ACTS.filter(({ name }) => wanted.has(name) && !DETOURS.includes(name));
  return PEOPLE.flatMap(actor =>
    availableActs(acts, { state, rules, today, actor }).flatMap(availableAct =>
      availableAct.open ? [{ ...availableAct, actor }] : [],
    ),
  );
}

/** Does an act, saying what fits. Says whether the rules accepted it. */
function does(dossier: DossierBuilder, { act, subject, actor }: Opened): boolean {
  const { state, today, events, rules } = dossier;
  const award = spokenOf(subject, state);
  const payloads = [0, 1, 2].map(chance => soundly(act.name, { state, today, events, award }, chance, rules));
  const saying = { by: actor, on: subject, date: soundDay(act.name, { state, today, events, award }) };
  const accepted = payloads.find(payload => 'events' in dossier.attempt(act.name, payload, saying));
  if (accepted) dossier.does(act.name, accepted, saying);
  return accepted !== undefined;
}

/** Does the first thing that changes what is owed. Says whether there was one. */
async function goesOn(dossier: DossierBuilder, owed: readonly string[]): Promise<boolean> {
  for (const opened of useful(dossier, owed))
    if (does(dossier, opened) && (await owedIn(dossier)).join() !== owed.join()) return true;
  if (dossier.state.lifecycle.status !== 'suspended') return false;
  dossier.does('resume-dossier', because);
  return true;
}

/**
 * Carries a dossier as far as it goes by doing what its story makes somebody owe and nothing else, the calendar settling
 * the rest. Returns what is still owed, and that nobody can meet.
 */
export async function carriedOn(dossier: DossierBuilder): Promise<readonly string[]> {
  let waited = false;
  for (let step = 0; step < MOST_STEPS; step++) {
    await dossier.settlesSilences();
    const owed = await owedIn(dossier);
    if (owed.length === 0) return owed;
    if (await goesOn(dossier, owed)) {
      waited = false;
      continue;
    }
    const dues = owed.flatMap(key => dueOf(key, dossier.state, dossier.rules)?.on ?? []).sort();
    const next = dues.find(due => due >= dossier.today);
    if (waited && !next) return owed;
    dossier.on(addDays(waited && next ? next : dossier.today, 1));
    waited = true;
  }
  return owedIn(dossier);
}
