import { Fold } from '../../../src/desk/kit/folds.js';
import { Columns, PageTitle, Section } from '../../../src/desk/kit/layout.js';
import { Empty, Rows } from '../../../src/desk/kit/lists.js';
import { Message, Note } from '../../../src/desk/kit/notes.js';
import { Strip } from '../../../src/desk/kit/strip.js';
import { Late, Tag } from '../../../src/desk/kit/tags.js';
import { Day, NearDay, ShortDay, Under } from '../../../src/desk/kit/words.js';
import { WorkList, type Work } from '../../../src/desk/kit/worklist.js';
import type { Page } from '../../../src/desk/frame/page.js';
import { cents } from '../../../src/domain/kernel/cents.js';
import { daysBetween } from '../../../src/domain/kernel/civil-date.js';
import { day, TODAY } from './frame.js';

const late = (rank: number, act: string, about: string, on: string, amount?: number): Work => ({
  act,
  about,
  href: `/echeances/retard-${rank}`,
  day: <ShortDay date={day(on)} today={TODAY} />,
  state: <Late days={daysBetween(day(on), TODAY)} />,
  ...(amount === undefined ? {} : { amount: cents(amount) }),
});

const LATE = [
  late(
    1,
    'Accepter le rapport d’activité de l’exercice 2',
    'Pays de Brest · Le Fil commun · débloque le solde',
    '2026-11-04',
    1_050_000,
  ),
  late(
    2,
    'Préparer la liquidation du solde de l’exercice 1',
    'Pays de Fougères · La Grange à outils',
    '2026-11-12',
    1_050_000,
  ),
  late(
    3,
    'Déclarer la transmission au préfet de la délibération 26_DEMO_07',
    'Pays de Pontivy · Les Rives',
    '2026-11-15',
  ),
];

const TODAYS: Work[] = [
  {
    act: 'Envoyer l’accusé de réception de la demande de subvention',
    about: 'Pays de Vitré · L’Attelage',
    href: '/echeances/jour-1',
    day: <ShortDay date={TODAY} today={TODAY} />,
    state: <Tag state="soon">Aujourd’hui</Tag>,
  },
];

const week = (rank: number, act: string, about: string, on: string, amount?: number): Work => ({
  act,
  about,
  href: `/echeances/semaine-${rank}`,
  day: <NearDay date={day(on)} today={TODAY} />,
  ...(amount === undefined ? {} : { amount: cents(amount) }),
});

const WEEK = [
  week(1, 'Déclarer la signature de la convention par la Région', 'Dinan · L’Arche du port', '2026-11-18', 10_500_000),
  week(
    2,
    'Préparer la liquidation de l’avance de l’exercice 3',
    'Pays de Brest · Le Fil commun',
    '2026-11-19',
    2_450_000,
  ),
  week(3, 'Accepter les indicateurs de l’exercice 2', 'Pays de Brest · Le Fil commun', '2026-11-20'),
];

const LATER: Work[] = [
  {
    act: 'Notifier la convention signée',
    about: 'Dinan · L’Arche du port',
    href: '/echeances/plus-tard-1',
    day: <ShortDay date={day('2026-12-01')} today={TODAY} />,
  },
  {
    act: 'Publier les données essentielles de la convention',
    about: 'Dinan · L’Arche du port',
    href: '/echeances/plus-tard-2',
    day: <ShortDay date={day('2027-02-18')} today={TODAY} />,
  },
];

/** A work page with all that it may hold. */
export const work: Page = {
  title: 'Mon bureau',
  under: '/bureau',
  content: (
    <>
      <PageTitle
        title="Mon bureau"
        lead="Lundi 16 novembre 2026 · 10 pôles suivis, 11 en suppléance"
        acts={<a href="/moi/agenda">Mes échéances dans mon agenda</a>}
      />
      <Message>
        <strong>Le rapport d’activité de l’exercice 1 est accepté</strong>, pays de Guingamp, à 10 h 47. La structure
        est prévenue par courriel.
      </Message>
      <Strip
        counts={[
          { count: 3, label: 'en retard', href: '#retard', late: true },
          { count: 1, label: 'aujourd’hui', href: '#jour' },
          { count: 3, label: 'cette semaine', href: '#semaine' },
          { count: 2, label: 'à trancher', href: '#trancher' },
          { count: 0, label: 'dû par d’autres', href: '#autres', late: true },
        ]}
      />
      <Note>
        <p>
          <strong>Vous suppléez Malo Tanguy jusqu’au 20 novembre.</strong> Ses échéances de la semaine sont parmi les
          vôtres. <a href="/bureau?miennes">Ne voir que les miennes</a>
        </p>
      </Note>
      <Columns>
        <div>
          <Section id="retard" title="En retard" count={3}>
            <WorkList caption="En retard, 3 échéances, la plus ancienne d’abord" works={LATE} />
          </Section>
          <Section id="jour" title="Aujourd’hui" count={1}>
            <WorkList caption="Aujourd’hui, 1 échéance" works={TODAYS} />
          </Section>
          <Section id="semaine" title="Cette semaine" count={3}>
            <WorkList caption="Cette semaine, 3 échéances" works={WEEK} />
          </Section>
          <section class="j-part">
            <Fold summary="Plus tard" count={2}>
              <WorkList caption="Plus tard, 2 échéances" works={LATER} />
            </Fold>
          </section>
        </div>
        <div>
          <Section id="trancher" title="À trancher" count={2}>
            <Rows>
              {[
                <>
                  <a href="/demandes/1">
                    Délai demandé jusqu’au 15 décembre : compte rendu financier de l’exercice 1, pays d’Auray
                  </a>
                  <Under>
                    Demandé le <ShortDay date={day('2026-11-12')} today={TODAY} /> par Les Amarres. « Notre commissaire
                    aux comptes rend son rapport le 8 décembre. »
                  </Under>
                </>,
                <>
                  <a href="/demandes/2">Dispense du poste vacant, pays de Guingamp</a>
                  <Under>
                    Demandée le <ShortDay date={day('2026-11-13')} today={TODAY} /> par Ti ar vro nevez
                  </Under>
                </>,
              ]}
            </Rows>
          </Section>
          <Section id="autres" title="Les autres vous doivent" count={0}>
            <Empty>
              <p>
                Rien ne vous est dû. Prochaine échéance d’une structure : les indicateurs de l’exercice 2, pays d’Auray,
                avant le <Day date={day('2027-08-11')} />.
              </p>
            </Empty>
          </Section>
          <Section id="arrivera" title="Arrivera si rien n’est fait" count={2}>
            <Rows>
              {[
                <>
                  <Tag state="soon">Le 30 nov.</Tag> <a href="/prevision">Arrêt des mandatements 2026</a>
                  <Under>3 versements à mandater avant, 28 815,07 €</Under>
                </>,
                <>
                  <Tag state="held">Le 9 déc.</Tag> <a href="/prevision/2">Avance de l’exercice 2, pays de Lorient</a>
                  <Under>24 500,00 € · sans les comptes approuvés de l’exercice 1</Under>
                </>,
              ]}
            </Rows>
          </Section>
        </div>
      </Columns>
    </>
  ),
};
