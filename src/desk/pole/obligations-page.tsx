import type { SeenPole } from '../../poles/pole-reader.js';
import type { Page } from '../frame/page.js';
import { Section } from '../kit/layout.js';
import { AwaitedTable, owedIn } from './awaited.js';
import { roomPage } from './frame.js';

/** All that is owed in a pôle, the soonest first. */
export function obligationsPage(pole: SeenPole): Page {
  const owed = owedIn(pole);
  return roomPage({
    pole,
    room: '/echeances',
    children: (
      <Section id="attendu" title="Ce qui est attendu" count={owed.length}>
        <AwaitedTable pole={pole} owed={owed} />
      </Section>
    ),
  });
}
