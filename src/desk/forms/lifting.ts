import { actNamed } from '../../domain/dossier/acts.js';
import { closedBecause, subjectsOf } from '../../domain/dossier/decide.js';
import { actLabel } from '../../domain/dossier/naming.js';
import { awardIdOf, type Subject } from '../../domain/dossier/subject.js';
import { actAddress } from './addresses.js';
import type { Situation } from './situation.js';

/** What a part of a subject is in another: what lifts a refusal on an instalment bears on the same exercise. */
function isAkin(subject: Subject, other: Subject): boolean {
  const awards = [awardIdOf(subject), awardIdOf(other)];
  if (awards.every(award => award !== undefined) && awards[0] !== awards[1]) return false;
  return !('year' in subject && 'year' in other) || subject.year === other.year;
}

/** The pages of the acts that would lift a refusal, for those that are open to the person on something akin. */
export function liftingLinks({ dossier, subject, rules, today, actors }: Situation) {
  const { state } = dossier;
  return (name: string): string | undefined => {
    const act = actNamed(name);
    if (dossier.isNew) return undefined;
    const open = subjectsOf(act, { state })
      .filter(candidate => isAkin(subject, candidate))
      .find(candidate =>
        actors.some(actor => closedBecause(act, { state, subject: candidate, rules, today, actor }).length === 0),
      );
    return open && actAddress(act, dossier.id, open);
  };
}

/** What an act that lifts a refusal is called: with what it bears on, when it can only bear on one thing. */
export function liftingLabel(name: string, { dossier: { state }, subject }: Situation): string {
  const act = actNamed(name);
  const [only, ...others] = subjectsOf(act, { state }).filter(candidate => isAkin(subject, candidate));
  return only && others.length === 0 ? actLabel(act, only, state) : act.label;
}
