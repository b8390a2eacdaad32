import { formatShort, type CivilDate } from '../domain/kernel/civil-date.js';
import { capitalised } from '../domain/kernel/french.js';

/** The most characters of a subject: what most readers show of it on one line. */
export const LONGEST_SUBJECT = 78;

/** When something is due, as a subject begins: « avant le 22 déc. », « en retard (12 mars 2024) ». */
export function dueInShort(due: CivilDate | null, today: CivilDate): string {
  if (due === null) return 'sans date fixée';
  const day = formatShort(due, today);
  return due < today ? `en retard (${day})` : `avant le ${day}`;
}

/** On one line, with a capital, and no longer than is shown: the name of the pôle, which comes last, is what is cut. */
export function fitted(subject: string, longest = LONGEST_SUBJECT): string {
  const line = capitalised(subject.replaceAll(/\s+/g, ' ').trim());
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest - 1);
  const lastWord = cut.lastIndexOf(' ');
  return `${cut.slice(0, lastWord > longest / 2 ? lastWord : undefined).replace(/[\s,:–-]+$/u, '')}…`;
}
