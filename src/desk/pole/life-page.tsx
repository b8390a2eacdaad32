import { VOCABULARY } from '../../domain/dossier/vocabulary.js';
import { STAGES, stageOf } from '../../domain/dossier/stage.js';
import type { SeenPole } from '../../poles/pole-reader.js';
import type { Page } from '../frame/page.js';
import { Columns, Section } from '../kit/layout.js';
import { Empty, Rows, Summary } from '../kit/lists.js';
import { Day, euros, Span } from '../kit/words.js';
import { ActsOn, dayFact } from './facts.js';
import { roomPage } from './frame.js';
import { offersIn } from './offers.js';

/** What may happen to any dossier: suspensions, hearings, withdrawals, transfers, what is to be given back, its end. */
export function lifePage(pole: SeenPole): Page {
  const { lifecycle } = pole.seen;
  return roomPage({
    pole,
    room: '/vie',
    children: (
      <Columns>
        <div>
          <Section id="etat" title="L’état du dossier">
            <Summary
              facts={[
                { label: 'Étape', value: STAGES[stageOf(pole.seen)] },
                ...dayFact('Terminé le', lifecycle.endedOn),
                ...dayFact('Retrait du groupe pris en compte le', lifecycle.withdrawalAcknowledgedOn),
                ...dayFact('Clos le', lifecycle.closedOn),
              ]}
            />
          </Section>
          <Happenings pole={pole} />
        </div>
        <div>
          <Section id="faire" title="Ce que vous pouvez faire" screenOnly>
            <ActsOn offers={offersIn(pole, '/vie')} />
          </Section>
        </div>
      </Columns>
    ),
  });
}

function Happenings({ pole: { seen, names } }: { readonly pole: SeenPole }) {
  const { suspensions, observations, formalNotices, withdrawals, recoveries, transfers, evaluations } = seen.lifecycle;
  const lines = [
    ...suspensions.map(({ from, to }) =>
      to === null ? (
        <>
          Suspendu depuis le <Day date={from} />.
        </>
      ) : (
        <>
          Suspendu : <Span from={from} to={to} />.
        </>
      ),
    ),
    ...Object.values(observations).map(({ matter, invitedOn, term }) => (
      <>
        Observations demandées le <Day date={invitedOn} /> ({VOCABULARY.measure[matter].toLocaleLowerCase('fr')}),
        jusqu’au <Day date={term} />.
      </>
    )),
    ...formalNotices.map(({ on, term }) => (
      <>
        Mise en demeure le <Day date={on} />, jusqu’au <Day date={term} />.
      </>
    )),
    ...withdrawals.map(({ amount, on, whole }) => (
      <>
        Subvention retirée{whole ? ' en entier' : ''} le <Day date={on} /> : {euros(amount)}.
      </>
    )),
    ...Object.values(recoveries)
      .filter(({ status }) => status !== 'none')
      .map(({ amount, since }) => (
        <>
          Trop-perçu réclamé depuis le <Day date={since} /> : {euros(amount)}.
        </>
      )),
    ...transfers.map(({ from, to, on }) => (
      <>
        Transféré le <Day date={on} /> de {names.get(from) ?? 'la structure d’avant'} à{' '}
        {names.get(to) ?? 'une autre structure'}.
      </>
    )),
    ...Object.values(evaluations).map(({ outcome, on }) => (
      <>
        Évaluation finale partagée le <Day date={on} /> : {VOCABULARY.evaluation[outcome].toLocaleLowerCase('fr')}.
      </>
    )),
  ];
  return (
    <Section id="faits" title="Ce qui est arrivé" count={lines.length}>
      {lines.length === 0 ? <Empty>Rien : le dossier suit son cours.</Empty> : <Rows>{lines}</Rows>}
    </Section>
  );
}
