import { addDays, formatFrench, type CivilDate } from '../kernel/civil-date.js';
import { REFERENCES, type Catalogue, type Reference } from './references.js';

/** What cites a reference by its id for as long as it is in force: a delay, a threshold. */
interface Rule {
  readonly id: string;
  readonly reference: string;
  readonly inForce: { readonly from: CivilDate; readonly to: CivilDate | null };
}

/** What cannot work in a catalogue, in sentences: days without a text or with two, and what is cited or stands for nothing. */
export function referenceFaults({ references }: Catalogue, citing: readonly Rule[]): readonly string[] {
  const known = references.map(({ id }) => id);
  const named = new Set<string>([...REFERENCES, ...citing.map(({ reference }) => reference)]);
  return [
    ...known.filter((id, at) => known.indexOf(id) < at).map(id => `référence « ${id} » : écrite deux fois`),
    ...[...named].filter(id => !known.includes(id)).map(id => `référence « ${id} » : citée, absente du catalogue`),
    ...known.filter(id => !named.has(id)).map(id => `référence « ${id} » : rien ne la cite`),
    ...references.flatMap(datesFaults),
    ...citing.flatMap(text => uncovered(text, references)),
  ];
}

function datesFaults({ id, versions }: Reference): readonly string[] {
  return versions.flatMap(({ from, to }, at) => {
    if (to !== null && to < from) return [`référence « ${id} » : finit le ${formatFrench(to)}, avant son début`];
    const next = versions[at + 1];
    if (!next) return [];
    if (to === null || next.from <= to) return [`référence « ${id} » : deux textes le ${formatFrench(next.from)}`];
    const missing = addDays(to, 1);
    return next.from === missing ? [] : [`référence « ${id} » : aucun texte le ${formatFrench(missing)}`];
  });
}

/** The days on which something is in force and what it cites had no text. */
function uncovered({ id, reference, inForce: { from, to } }: Rule, references: readonly Reference[]) {
  const versions = references.find(candidate => candidate.id === reference)?.versions;
  const [first, last] = [versions?.at(0), versions?.at(-1)];
  if (!first || !last) return [];
  const isOver = last.to !== null && (to === null || last.to < to);
  const bare = [...(from < first.from ? [from] : []), ...(isOver && last.to ? [addDays(last.to, 1)] : [])];
  return bare.map(day => `« ${id} » : sa référence « ${reference} » n'a aucun texte le ${formatFrench(day)}`);
}
