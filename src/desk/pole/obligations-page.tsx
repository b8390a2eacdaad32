import { rolesThat } from '../../domain/dossier/roles.js';
import type { SeenPole } from '../../poles/pole-reader.js';
import type { Page } from '../frame/page.js';
import { Section } from '../kit/layout.js';
import { AwaitedTable, owedIn } from './awaited.js';
import { ActsOn } from './facts.js';
import { roomPage } from './frame.js';
import { offersIn } from './offers.js';

const KEEPERS: readonly string[] = rolesThat('keeper');

/** All that is owed in a pôle, the soonest first. */
export function obligationsPage(pole: SeenPole): Page {
  const owed = owedIn(pole);
  return roomPage({
    pole,
    room: '/echeances',
    children: (
      <>
        <Section id="attendu" title="Ce qui est attendu" count={owed.length}>
          <AwaitedTable pole={pole} owed={owed} />
        </Section>
        <ActsOn offers={offersIn(pole, '/echeances')} />
        {pole.actors.some(({ role }) => KEEPERS.includes(role)) && (
          <p class="j-part j-noprint">
            <a href={`/courriers?pole=${pole.dossier.id}`}>Les courriers de ce pôle</a>
          </p>
        )}
      </>
    ),
  });
}
