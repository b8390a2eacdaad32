import type { Act, GateContext } from './act.js';
import { ACTS } from './acts.js';
import { isPast } from './decide.js';
import type { Machine } from './machine.js';
import { machineOf } from './machines.js';
import type { Subject } from './subject.js';

/** Whether an act is open now, may still be one day, or is over for good, but for a rectification. */
export const ACT_STANDINGS = ['open', 'not-yet', 'over'] as const;
export type ActStanding = (typeof ACT_STANDINGS)[number];

/** How a closed act stands: over when no state in which it is open can come any more of what it bears on. */
export function standingOfClosed(
  act: Act<never>,
  { state, subject }: Pick<GateContext, 'state' | 'subject'>,
): ActStanding {
  if (isPast(act, state.lifecycle.status)) return 'over';
  const machine = machineOf(act);
  const current = machine.current({ state, subject });
  if (current === undefined || act.from.includes(current)) return 'not-yet';
  const reachable = comingFrom(current, machine, subject.kind);
  return act.from.some(from => reachable.has(from)) ? 'not-yet' : 'over';
}

const KNOWN = new Map<string, ReadonlySet<string>>();

/** The states that may come after one, found once: they depend on the acts alone. */
function comingFrom(current: string, machine: Machine, kind: Subject['kind']): ReadonlySet<string> {
  const key = `${machine.name}/${kind}/${current}`;
  const coming = KNOWN.get(key) ?? reachedFrom(current, machine, kind);
  KNOWN.set(key, coming);
  return coming;
}

/**
 * The states that may come after one: by the acts of its machine, by those of others that lead to it, by the story. An
 * act that leaves its subject among the states in which it is open takes it no step back; what another act leads a part
 * to, an award or an instalment, is further on its way, or is the beginning of another one.
 */
function reachedFrom(current: string, machine: Machine, kind: Subject['kind']): ReadonlySet<string> {
  const order = Object.keys(machine.states);
  const isForward = (from: string, to: string) => order.indexOf(to) >= order.indexOf(from);
  const led = ACTS.flatMap(({ leads }) => leads?.[machine.name] ?? []).filter(
    state => kind === 'pole' || isForward(current, state),
  );
  const steps = ACTS.filter(act => machineOf(act).name === machine.name).flatMap(({ from: open, to: left }) => {
    const stays = left.every(state => open.includes(state));
    return open.flatMap(from => left.filter(to => !stays || isForward(from, to)).map(to => ({ from, to })));
  });
  const reached = new Set<string>([current, ...led, ...(machine.byTheStory ?? [])]);
  for (let before = 0; before < reached.size;) {
    before = reached.size;
    for (const { from, to } of steps) if (reached.has(from)) reached.add(to);
  }
  return reached;
}
