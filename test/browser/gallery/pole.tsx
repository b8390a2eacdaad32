import { ButtonLink } from '../../../src/desk/kit/buttons.js';
import { Details } from '../../../src/desk/kit/folds.js';
import { Icon } from '../../../src/desk/kit/icons.js';
import { Columns, PageTitle, Section } from '../../../src/desk/kit/layout.js';
import { Rows, Summary } from '../../../src/desk/kit/lists.js';
import { Rooms } from '../../../src/desk/kit/navigation.js';
import { Held } from '../../../src/desk/kit/notes.js';
import { Path } from '../../../src/desk/kit/path.js';
import { PrintHead } from '../../../src/desk/kit/print.js';
import { Table } from '../../../src/desk/kit/table.js';
import { Late, Tag } from '../../../src/desk/kit/tags.js';
import { Timeline } from '../../../src/desk/kit/timeline.js';
import { Day, euros, HeldEuros, ShortDay, Span, Under } from '../../../src/desk/kit/words.js';
import type { Page } from '../../../src/desk/frame/page.js';
import { cents } from '../../../src/domain/kernel/cents.js';
import { instant } from '../../../src/domain/kernel/paris.js';
import { day, TODAY } from './frame.js';

const YEARS = [
  {
    year: 1,
    from: day('2025-04-12'),
    to: day('2026-04-11'),
    amounts: [3_500_000, 2_450_000, 2_450_000, 1_050_000, 1_050_000],
  },
  { year: 2, from: day('2026-04-12'), to: day('2027-04-11'), amounts: [3_500_000, 2_450_000, 2_450_000, 0, 1_050_000] },
  { year: 3, from: day('2027-04-12'), to: day('2028-04-11'), amounts: [3_500_000, 0, 0, 0, 3_500_000] },
];

const money = (rank: number, head: string) => ({
  head,
  label: head,
  numeric: true,
  cell: ({ amounts }: (typeof YEARS)[number]) => euros(cents(amounts[rank] ?? 0)),
  foot: euros(cents(YEARS.reduce((sum, { amounts }) => sum + (amounts[rank] ?? 0), 0))),
});

const ROOMS = ['Vue d’ensemble', 'Préparation', 'Décision', 'Exercices', 'Versements', 'Poste', 'Cofinanceurs'];
const MORE_ROOMS = ['Vie du dossier', 'Échéances', 'Documents', 'Qui est qui', 'Journal'];

const awaited = [
  { what: 'Compte rendu financier de l’exercice 1', who: 'Les Amarres', due: '2026-10-11', state: <Late days={36} /> },
  {
    what: 'Indicateurs de l’exercice 1, à corriger',
    who: 'Les Amarres',
    due: '2026-11-30',
    state: (
      <Tag state="idle" icon="back">
        À corriger
      </Tag>
    ),
  },
  {
    what: 'Avis sur le rapport d’activité',
    who: 'CRESS, Yann Corlay',
    due: '2026-12-06',
    state: <Tag state="wait">Attendu</Tag>,
  },
];

function title() {
  return (
    <PageTitle
      title="Pôle du pays d’Auray"
      lead={
        <>
          Porté par <strong>Les Amarres</strong> · Référente : Nolwenn Le Dantec · CRESS : Yann Corlay
        </>
      }
      states={
        <>
          <Tag state="late">1 échéance en retard</Tag> <Tag state="held">1 versement retenu</Tag>{' '}
          <Tag state="wait" icon="clock">
            1 délai demandé
          </Tag>{' '}
          <Tag state="ok">Labellisé</Tag> <Tag state="idle">Étude écartée</Tag>
        </>
      }
      presence={
        <>
          <Icon name="person" /> Malo Tanguy a aussi ce dossier ouvert depuis 9 h 12.
        </>
      }
      acts={
        <>
          <a href="#relancer">Relancer Les Amarres</a> <ButtonLink href="#a1">Trancher la demande de délai</ButtonLink>
        </>
      }
    />
  );
}

function path() {
  return (
    <>
      <h2 class="govuk-visually-hidden">Le parcours</h2>
      <Path
        steps={[
          { name: 'Initiative', state: 'done', word: 'déclarée', detail: 'mars 2023' },
          { name: 'Étude', state: 'skipped', word: 'écartée', detail: 'juin 2023' },
          { name: 'Avis du Conseil', state: 'done', word: 'rendu', detail: 'févr. 2024' },
          { name: 'Légitimation', state: 'done', word: 'faite', detail: 'avr. 2024' },
          { name: 'Demande', state: 'done', detail: '10 sept. 2024' },
          { name: 'Vote', state: 'done', detail: '10 févr. 2025' },
          { name: 'Convention', state: 'done', word: 'signée', detail: '12 avr. 2025' },
          { name: 'Exercice 1', state: 'late', detail: '2 comptes rendus manquent' },
          { name: 'Exercice 2', state: 'current', detail: 'jusqu’au 11 avr. 2027' },
          { name: 'Exercice 3', state: 'awaited', detail: 'le 12 avr. 2027' },
          { name: 'Évaluation', state: 'awaited', detail: 'le 12 janv. 2028' },
          { name: 'Suite ou clôture', state: 'awaited' },
        ]}
      />
    </>
  );
}

function left() {
  return (
    <div>
      <Section id="bloque" title="Ce qui est bloqué" count={1}>
        <Held tag={<Tag state="held">Retenu</Tag>} title={`Solde de l’exercice 1, ${euros(cents(1_050_000))}`}>
          <p>Le solde attend que les quatre comptes rendus de l’exercice 1 soient acceptés. Deux manquent :</p>
          <ul>
            <li>
              <strong>Indicateurs</strong>, renvoyés à corriger le <ShortDay date={day('2026-11-09')} today={TODAY} /> :
              Les Amarres les corrige avant le <Day date={day('2026-11-30')} />.
            </li>
            <li>
              <strong>Compte rendu financier</strong>, attendu depuis le{' '}
              <ShortDay date={day('2026-10-11')} today={TODAY} /> : Les Amarres le dépose, puis{' '}
              <a href="#e1">vous l’acceptez</a>.
            </li>
          </ul>
          <p class="j-small j-quiet">
            Source : règlement de l’aide, version 2019, article « versements » ; convention, article 5. Une cheffe de
            service peut passer outre, avec un motif écrit.
          </p>
        </Held>
      </Section>
      <Section id="attendu" title="Ce qui est attendu" count="3 sur 6">
        <Table
          caption="Les trois prochaines échéances du pôle"
          rows={awaited}
          keyOf={({ what }) => what}
          columns={[
            { head: 'Quoi', cell: ({ what }) => <a href={`#${what.length}`}>{what}</a> },
            { head: 'De qui', label: 'De qui', cell: ({ who }) => who },
            {
              head: 'Au plus tard',
              label: 'Au plus tard',
              cell: ({ due }) => <ShortDay date={day(due)} today={TODAY} />,
            },
            { head: 'État', cell: ({ state }) => state },
          ]}
        />
        <p class="j-small j-noprint">
          <a href="#echeances">Les 6 échéances ouvertes et leurs rappels</a>
        </p>
      </Section>
      <Section id="argent" title="L’argent">
        <Table
          caption="Montants par exercice, en euros"
          kind="money"
          rows={YEARS}
          keyOf={({ year }) => String(year)}
          columns={[
            {
              head: 'Exercice',
              foot: 'Convention',
              cell: ({ year, from, to }) => (
                <>
                  <a href={`#x${year}`}>Exercice {year}</a>
                  <Under>
                    <Span from={from} to={to} />
                  </Under>
                </>
              ),
            },
            ...[
              money(0, 'Voté'),
              money(1, 'Liquidé'),
              money(2, 'Payé'),
              {
                ...money(3, 'Retenu'),
                cell: ({ amounts }: (typeof YEARS)[number]) => <HeldEuros amount={cents(amounts[3] ?? 0)} />,
              },
              money(4, 'Reste à payer'),
            ],
          ]}
        />
      </Section>
      <Section id="faits" title="Derniers faits" screenOnly>
        <Timeline
          today={TODAY}
          facts={[
            {
              key: '3',
              date: day('2026-11-12'),
              sentence:
                'Les Amarres demande un délai jusqu’au 15 décembre pour le compte rendu financier de l’exercice 1.',
              text: 'Notre commissaire aux comptes rend son rapport le 8 décembre.',
            },
            {
              key: '2',
              date: day('2026-11-01'),
              sentence: 'Nolwenn Le Dantec renvoie les indicateurs de l’exercice 1.',
            },
            { key: '1', date: day('2025-10-06'), sentence: 'Rappel envoyé à Soizic Lamandé.', machine: true },
          ]}
        />
      </Section>
    </div>
  );
}

function right() {
  return (
    <div>
      <Section id="faire" title="Ce que vous pouvez faire" screenOnly>
        <h3>Comptes rendus</h3>
        <Rows>
          {[
            <a href="#a1">Trancher la demande de délai</a>,
            <a href="#a2">Accorder un délai pour les indicateurs de l’exercice 1</a>,
          ]}
        </Rows>
        <Details summary="Pourquoi ne puis-je pas faire autre chose ?">
          <Rows>
            {[
              <>
                <strong>Liquider le solde de l’exercice 1</strong>
                <Under>
                  Deux comptes rendus ne sont pas acceptés. Ce qui lève : leur dépôt, puis votre acceptation.
                </Under>
              </>,
            ]}
          </Rows>
        </Details>
      </Section>
      <Section id="qui" title="Qui est qui">
        <Summary
          facts={[
            {
              label: 'Présidence',
              value: (
                <>
                  Maëlle Quéré, Les Amarres
                  <br />
                  <a href="tel:+33261910017">02 61 91 00 17</a>
                </>
              ),
            },
            { label: 'Trésorerie', value: 'Soizic Lamandé' },
            { label: 'Conseil', value: 'Conseil de développement du pays d’Auray' },
          ]}
        />
      </Section>
      <Section id="convention" title="La convention">
        <Summary
          stacked
          facts={[
            { label: 'Numéro', value: 'DEMO-2025-014' },
            { label: 'Durée', value: <Span from={day('2025-04-12')} to={day('2028-04-11')} /> },
          ]}
        />
      </Section>
    </div>
  );
}

/** A dossier with its rooms, its path and all that it may say. */
export const pole: Page = {
  title: 'Pôle du pays d’Auray',
  under: '/poles',
  trail: [{ label: 'Les pôles', href: '/poles' }, { label: 'Pays d’Auray' }],
  content: (
    <>
      <PrintHead
        sheet="Fiche du pôle du pays d’Auray"
        at={instant('2026-11-16T08:20:00Z')}
        by="Nolwenn Le Dantec"
        demonstration
      />
      {title()}
      <Rooms
        label="Pages du dossier"
        places={[...ROOMS, ...MORE_ROOMS].map((label, rank) => ({
          label,
          href: `#salle-${rank}`,
          current: rank === 0,
        }))}
      />
      {path()}
      <Columns>
        {left()}
        {right()}
      </Columns>
    </>
  ),
};
