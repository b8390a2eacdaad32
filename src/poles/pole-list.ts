import type { EntityManager } from 'typeorm';
import type { Actor } from '../domain/dossier/roles.js';
import { readViews } from '../record/views.js';
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

/** The pôles that someone may see, a page at a time; of those that they do not read whole, the name, the pays, the stage. */
export async function listPoles(
  reads: PoleReads,
  manager: EntityManager,
  filter: CardFilter,
  limit: number,
  actors: readonly Actor[],
) {
  const cards = await reads.cards(filter, limit + 1);
  const page = cards.slice(0, limit);
  const ids = filter.perimeter === undefined ? [] : page.map(({ poleId }) => poleId);
  const views = await readViews(manager, ids, actors);
  const isWhole = ({ poleId }: { readonly poleId: string }) =>
    filter.perimeter === undefined || views.get(poleId) === 'whole';
  const items = page.map(card => (isWhole(card) ? card : { ...card, budgetYear: null, held: null, bodies: [] }));
  const last = page.at(-1);
  return { items, next: cards.length > limit && last ? cursorOf(last) : null };
}
