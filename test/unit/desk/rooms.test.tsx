import { describe, expect, it } from '@jest/globals';
import { awardsPage } from '../../../src/desk/pole/awards-page.js';
import { contributionsPage } from '../../../src/desk/pole/contributions-page.js';
import { documentsPage } from '../../../src/desk/pole/documents-page.js';
import { instalmentsPage } from '../../../src/desk/pole/instalments-page.js';
import { lifePage } from '../../../src/desk/pole/life-page.js';
import { obligationsPage } from '../../../src/desk/pole/obligations-page.js';
import { offersOn } from '../../../src/desk/pole/offers.js';
import { peoplePage } from '../../../src/desk/pole/people-page.js';
import { postsPage } from '../../../src/desk/pole/posts-page.js';
import { preparationPage } from '../../../src/desk/pole/preparation-page.js';
import { yearsPage } from '../../../src/desk/pole/years-page.js';
import { ROLES, type Role } from '../../../src/domain/dossier/roles.js';
import { viewOf } from '../../../src/domain/dossier/view.js';
import type { SeenPole } from '../../../src/poles/pole-reader.js';
import { someone } from '../../builders/dossier.js';
import { EVERY_STATE } from '../../builders/every-state.js';
import { seenPole } from '../../builders/seen-pole.js';
import { secondYearOpen } from '../../builders/yearly-votes.js';
import { rendered } from './rendered.js';

const ROOMS = [
  ...[preparationPage, awardsPage],
  (pole: SeenPole) => yearsPage(pole, new Map()),
  (pole: SeenPole) => instalmentsPage(pole, []),
  ...[postsPage, contributionsPage, lifePage, obligationsPage],
  (pole: SeenPole) => peoplePage(pole, []),
  (pole: SeenPole) => documentsPage({ pole, documents: [], people: new Map() }),
];

/** What blocks the payments is said where they are, with the acts of other rooms that lift it. */
const withoutBlocked = (html: string) => html.replace(/<section[^>]*aria-labelledby="bloque".*?<\/section>/s, '');

/** The open acts that are not listed in one room and one alone, with how many times they are; what is owed has a page of its own. */
function misplaced(pole: SeenPole) {
  const rooms = ROOMS.map(page => withoutBlocked(rendered(<>{page(pole).content}</>))).join('');
  return offersOn(pole)
    .filter(({ open, subject }) => open && subject.kind !== 'obligation')
    .map(({ label, href }) => ({ label, times: rooms.split(`href="${href}"`).length - 1 }))
    .filter(({ times }) => times !== 1);
}

const { 'not declared': _none, ...DECLARED } = EVERY_STATE;
const STAGES = { ...DECLARED, 'voted year by year': () => secondYearOpen() };

describe('The rooms of a pôle', () => {
  it.each(Object.entries(STAGES))('list each open act once, of a pôle that is %s', (_stage, live) => {
    const dossier = live();
    const found = (Object.keys(ROLES) as Role[]).flatMap(role => {
      const { state } = dossier;
      const actor = someone(role);
      return viewOf(state, [actor]) === 'whole' ? misplaced(seenPole(dossier, [actor])) : [];
    });
    expect(found).toEqual([]);
  });
});
