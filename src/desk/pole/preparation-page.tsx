import { VOCABULARY } from '../../domain/dossier/vocabulary.js';
import type { SeenPole } from '../../poles/pole-reader.js';
import type { Page } from '../frame/page.js';
import { Columns, Section } from '../kit/layout.js';
import { Summary } from '../kit/lists.js';
import { ActsOn, dayFact, fact } from './facts.js';
import { roomPage } from './frame.js';
import { offersIn } from './offers.js';

/** How a pôle was prepared: its initiative, its study, the opinion of the council, the legitimation of its carrier. */
export function preparationPage(pole: SeenPole): Page {
  const { seen, names } = pole;
  const { initiative, study, opinion, legitimation } = seen;
  const nameOf = (body: string | null) => (body === null ? null : (names.get(body) ?? null));
  return roomPage({
    pole,
    room: '/preparation',
    children: (
      <Columns>
        <div>
          <Section id="initiative" title="L’initiative">
            <Summary
              facts={[
                ...fact('Portée par', initiative.initiator && VOCABULARY.initiator[initiative.initiator]),
                ...dayFact('Déclarée le', initiative.declaredOn),
                ...fact('Groupe local', nameOf(initiative.group)),
                ...dayFact('Groupe constitué le', initiative.groupFormedOn),
                ...dayFact('Conseil désigné le', initiative.councilDesignatedOn),
              ]}
            />
          </Section>
          <Section id="etude" title="L’étude de préfiguration">
            <Summary
              facts={[
                ...fact('Menée par', nameOf(study.bearer)),
                ...dayFact('Commandée le', study.commissionedOn),
                ...dayFact('Écartée le', study.skippedOn),
                ...dayFact('Remise le', study.deliveredOn),
                ...dayFact('Renvoyée le', study.sentBackOn),
                ...dayFact('Validée le', study.validatedOn),
              ]}
            />
          </Section>
          <Section id="avis" title="L’avis du Conseil de développement">
            <Summary
              facts={[...dayFact('Rendu le', opinion.outcomeOn), ...dayFact('Projet revu le', opinion.revisedOn)]}
            />
          </Section>
          <Section id="legitimation" title="La légitimation de la structure">
            <Summary
              facts={[
                { label: 'Réunions', value: legitimation.meetings },
                ...dayFact('Première réunion le', legitimation.firstMeetingOn),
                ...dayFact('Note de la CRESS le', legitimation.noteOn),
                ...fact('Structure légitime', nameOf(legitimation.carrier)),
              ]}
            />
          </Section>
        </div>
        <div>
          <Section id="faire" title="Ce que vous pouvez faire" screenOnly>
            <ActsOn offers={offersIn(pole, '/preparation')} />
          </Section>
        </div>
      </Columns>
    ),
  });
}
