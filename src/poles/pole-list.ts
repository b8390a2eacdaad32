import type { Actor } from '../domain/dossier/roles.js';
import { civilDate, type CivilDate } from '../domain/kernel/civil-date.js';
import { isUuid } from '../domain/kernel/ids.js';
import type { CardFilter, PoleReads } from '../database/pole-reads.js';
import { problem, ProblemException } from '../api/problem.js';

/** Where a page begins: after the last line of the one before, in the order of the list. */
function cursorOf(card: { readonly declaredOn: string; readonly poleId: string }): string {
  return Buffer.from(`${card.declaredOn} ${card.poleId}`).toString('base64url');
}

/** Reads a cursor. Refuses what this list did not give. */
export function readCursor(text: string): { readonly declaredOn: CivilDate; readonly poleId: string } {
  const [day = '', poleId = ''] = Buffer.from(text, 'base64url').toString().split(' ');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !isUuid(poleId))
    throw new ProblemException(
      problem('cursor-malformed', 400, 'Page mal formée', "Le curseur n'est pas celui d'une page de cette liste."),
    );
  return { declaredOn: civilDate(day), poleId };
}

const SEES_EVERYTHING: readonly string[] = ['instructor', 'manager', 'finance', 'adviser', 'auditor'];

/** Which dossiers someone may see: all, or those of their pays and of their bodies. */
export function perimeterOf(actors: readonly Actor[]): CardFilter['perimeter'] {
  if (actors.some(actor => SEES_EVERYTHING.includes(actor.role))) return undefined;
  return {
    pays: actors.filter(actor => actor.role === 'council').flatMap(actor => actor.pays),
    bodies: actors
      .filter(actor => actor.role === 'carrier' || actor.role === 'cofunder')
      .flatMap(actor => actor.bodies),
  };
}

/** The pôles that someone may see, a page at a time. */
export async function listPoles(reads: PoleReads, filter: CardFilter, limit: number) {
  const cards = await reads.cards(filter, limit + 1);
  const items = cards.slice(0, limit);
  const last = items.at(-1);
  return { items, next: cards.length > limit && last ? cursorOf(last) : null };
}
