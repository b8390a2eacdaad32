import { executoryOn, type Award } from '../../domain/award/slice.js';
import { VOCABULARY } from '../../domain/dossier/vocabulary.js';
import { objectOfSubject } from '../../domain/dossier/naming.js';
import { capitalised } from '../../domain/kernel/french.js';
import type { SeenPole } from '../../poles/pole-reader.js';
import type { Page } from '../frame/page.js';
import { Section } from '../kit/layout.js';
import { Empty, Summary } from '../kit/lists.js';
import { Day, euros, Span } from '../kit/words.js';
import { ActsOn, dayFact, fact, StateTag } from './facts.js';
import { roomPage } from './frame.js';
import { offersIn, type Offer } from './offers.js';
import { AWARD_WORDS } from './state-words.js';

/** Every award of a pôle, from its request to its end. */
export function awardsPage(pole: SeenPole): Page {
  const offers = offersIn(pole, '/attributions');
  const awards = Object.values(pole.seen.awards).toReversed();
  return roomPage({
    pole,
    room: '/attributions',
    children: (
      <>
        {awards.length === 0 && <Empty>Aucune subvention n’est demandée à ce jour.</Empty>}
        {awards.map(award => (
          <AwardSection key={award.id} award={award} pole={pole} offers={offers} />
        ))}
        <ActsOn offers={offers.filter(({ subject }) => subject.kind === 'pole')} />
      </>
    ),
  });
}

interface AwardProps {
  readonly award: Award;
  readonly pole: SeenPole;
  readonly offers: readonly Offer[];
}

function AwardSection({ award, pole, offers }: AwardProps) {
  const named = objectOfSubject({ kind: 'award', award: award.id }, pole.dossier.state);
  const name = capitalised(named?.label ?? VOCABULARY.award[award.kind]);
  return (
    <Section id={`attribution-${award.id}`} title={name}>
      <Summary facts={awardFacts(award, pole)} />
      <ActsOn offers={offers.filter(({ subject }) => subject.kind === 'award' && subject.award === award.id)} />
    </Section>
  );
}

function awardFacts(award: Award, { names }: SeenPole) {
  const { vote, agenda, period, granted } = award;
  return [
    { label: 'État', value: <StateTag of={AWARD_WORDS[award.status]} /> },
    ...fact('Demandée par', names.get(award.applicant) ?? null),
    ...dayFact('Reçue le', award.receivedOn),
    { label: 'Montant demandé', value: euros(award.amount) },
    { label: 'Durée', value: <Span from={period.from} to={period.to} /> },
    ...dayFact('Accusé de réception le', award.acknowledgedOn),
    ...dayFact('Rapport d’instruction le', award.instructedOn),
    ...(agenda && vote === null ? [{ label: 'Séance prévue', value: <Day date={agenda.sessionOn} /> }] : []),
    ...(vote
      ? [
          {
            label: 'Vote',
            value: (
              <>
                {VOCABULARY.vote[vote.outcome]}, délibération {vote.number} du <Day date={vote.on} />
              </>
            ),
          },
        ]
      : []),
    ...(granted === null ? [] : [{ label: 'Accordé', value: euros(granted) }]),
    ...dayFact('Transmise au préfet le', award.transmittedOn),
    ...dayFact('Attribution notifiée le', award.grantNotifiedOn),
    ...dayFact('Exécutoire le', executoryOn(award)),
    ...dayFact('Signée par la structure le', award.carrierSignedOn),
    ...dayFact('Signée par la Région le', award.regionSignedOn),
    ...dayFact('Convention notifiée le', award.conventionNotifiedOn),
    ...dayFact('Données essentielles publiées le', award.dataPublishedOn),
    ...dayFact('Terminée le', award.endedOn),
    ...dayFact('Soldée le', award.settledOn),
  ];
}
