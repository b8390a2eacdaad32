import type { CivilDate } from '../kernel/civil-date.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import type { OfficialName } from './events.js';
import { ascending } from '../kernel/ordering.js';

/**
 * Why a body cannot be named so: from a day to come, or as it is named already on that day. `known` holds what the
 * register said of it, in the order in which it was said.
 */
export function refusedName(asked: OfficialName, known: readonly OfficialName[], today: CivilDate): readonly Refusal[] {
  const borne = nameOn(known, asked.from);
  return [
    ...(asked.from > today ? [TO_COME] : []),
    ...(borne?.name === asked.name && borne.rna === asked.rna ? [KNOWN] : []),
  ];
}

/** The name that a body bears on a day: that of the last day before it, and of those of one day the last said. */
function nameOn(known: readonly OfficialName[], day: CivilDate): OfficialName | undefined {
  const borne = known.filter(({ from }) => from <= day);
  return borne.toSorted(ascending(({ from }) => from)).at(-1);
}

const TO_COME = refuse('name-to-come', 'Un nom se note quand il est porté : au plus tard à partir d’aujourd’hui.', {
  pointer: '/from',
});
const KNOWN = refuse('name-known', 'Le registre donne déjà ce nom à cet organisme.');
