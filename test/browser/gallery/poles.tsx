import { ButtonLink } from '../../../src/desk/kit/buttons.js';
import { Select } from '../../../src/desk/kit/choices.js';
import { TextField } from '../../../src/desk/kit/fields.js';
import { Chips, Filter } from '../../../src/desk/kit/form.js';
import { Bar, PageTitle, Section } from '../../../src/desk/kit/layout.js';
import { Empty } from '../../../src/desk/kit/lists.js';
import { Pagination, SubNavigation } from '../../../src/desk/kit/navigation.js';
import { Table } from '../../../src/desk/kit/table.js';
import { Done, Late, Tag } from '../../../src/desk/kit/tags.js';
import { ShortDay, Unseen } from '../../../src/desk/kit/words.js';
import { Week } from '../../../src/desk/kit/weeks.js';
import type { Page } from '../../../src/desk/frame/page.js';
import { daysBetween } from '../../../src/domain/kernel/civil-date.js';
import { day, TODAY } from './frame.js';

const LINES = `Saint-Brieuc|Baie en commun|Tanguy|Suspendue|Reprise ou fin|2026-10-02|Avance ex. 2 · 24 500 €|24 500 / 105 000 €
Auray|Les Amarres|Le Dantec|Exercice 2 sur 3|Compte rendu financier ex. 1|2026-10-11|Solde ex. 1 · 10 500 €|49 000 / 105 000 €
Brest|Le Fil commun|Le Dantec|Exercice 3 sur 3|Rapport d’activité ex. 2|2026-11-04|Solde ex. 2 · 10 500 €|59 500 / 105 000 €
Lorient|Rade active|Tanguy|Exercice 2 sur 3|Comptes approuvés ex. 1|2026-11-09|Solde ex. 1 · 10 500 €|24 500 / 105 000 €
Fougères|La Grange à outils|Le Dantec|Exercice 2 sur 3|Liquidation du solde ex. 1|2026-11-12||49 000 / 105 000 €
Lannion|Les Passerelles|Le Dantec|Exercice 2 sur 3|Compte rendu financier ex. 1|2026-11-16||49 000 / 105 000 €
Vitré|L’Attelage|Le Dantec|Demande reçue|Accusé de réception|2026-11-16||
Dinan|L’Arche du port|Le Dantec|Signature|Signature de la Région|2026-11-18||0 / 105 000 €
Morlaix|Les Quais partagés|Le Dantec|Exercice 2 sur 3|Solde ex. 1 à valider|2026-11-18||49 000 / 105 000 €
Vannes|Le Bouchot|Le Dantec|Instruction|Rapport d’instruction|2026-11-20||
Guingamp|Ti ar vro nevez|Tanguy|Exercice 1 sur 3|Recrutement à déclarer|2026-11-27||24 500 / 105 000 €
Brocéliande|La Futaie|Tanguy|Exercice 1 sur 3|Avenant à instruire|2026-12-04||24 500 / 105 000 €
Cornouaille|La Criée solidaire|Le Dantec|Renouvellement|Vote de la subvention|2026-12-07||105 000 / 105 000 €
Redon|Confluence|Tanguy|Exercice 3 sur 3|Évaluation finale partagée|2027-01-15||94 500 / 105 000 €
Saint-Malo|Les Haleurs|Tanguy|Exercice 1 sur 3|Indicateurs ex. 1|2027-03-01||24 500 / 105 000 €`;

const POLES = LINES.split('\n').map(line => {
  const [pays = '', carrier = '', referent = '', stage = '', next = '', due = '', held = '', paid = ''] =
    line.split('|');
  return { pays, carrier, referent, stage, next, due: day(due), held, paid };
});

const stages = ['Préparation', 'Demande et décision', 'Convention en cours', 'Renouvellement', 'Close'];

function filters() {
  return (
    <Filter action="/poles" label="Filtrer les pôles">
      <TextField id="q" label="Pays, structure, SIRET ou délibération" type="search" value="pays" />
      <Select
        id="etape"
        label="Étape"
        none="Toutes"
        choices={stages.map(label => ({ value: label, label }))}
        value="Close"
      />
      <Select
        id="referent"
        label="Référent"
        none="Tous"
        choices={[{ value: 'nld', label: 'Nolwenn Le Dantec' }]}
        wide
      />
    </Filter>
  );
}

/** A list in which one scans and compares. */
export const poles: Page = {
  title: 'Les pôles',
  under: '/poles',
  enhanced: true,
  content: (
    <>
      <PageTitle title="Les pôles" acts={<ButtonLink href="/poles/nouveau">Déclarer une initiative</ButtonLink>} />
      <SubNavigation
        label="Vues"
        places={[
          { label: 'Mes pôles (10)', href: '/poles?vue=miens' },
          { label: 'Tous (21)', href: '/poles?vue=tous', current: true },
          { label: 'En retard (6)', href: '/poles?vue=retard' },
          { label: 'Avec un versement retenu (4)', href: '/poles?vue=retenus' },
        ]}
      />
      {filters()}
      <Bar
        acts={
          <>
            <a href="/poles.csv">Télécharger en CSV</a> <a href="/poles/colonnes">Choisir les colonnes</a>
          </>
        }
      >
        <strong>21 pôles</strong>, triés par prochaine échéance
      </Bar>
      <Table
        caption="Les pôles, triés par prochaine échéance"
        kind="dense"
        rows={POLES}
        keyOf={({ pays }) => pays}
        columns={[
          {
            head: 'Pays',
            sort: { href: '?tri=pays' },
            cell: ({ pays }) => <a href={`/poles/${pays}`}>{pays}</a>,
            foot: 'Total des 21',
          },
          { head: 'Structure porteuse', sort: { href: '?tri=porteuse' }, cell: ({ carrier }) => carrier },
          { head: 'Référent', sort: { href: '?tri=referent' }, cell: ({ referent }) => referent },
          { head: 'Étape', sort: { href: '?tri=etape', direction: 'descending' }, cell: ({ stage }) => stage },
          { head: 'Prochaine échéance', cell: ({ next }) => next, newLine: true },
          {
            head: 'Le',
            numeric: true,
            sort: { href: '?tri=jour', direction: 'ascending' },
            cell: ({ due }) => <ShortDay date={due} today={TODAY} />,
          },
          {
            head: 'Retard',
            sort: { href: '?tri=retard' },
            cell: ({ due }) => (due < TODAY ? <Late days={daysBetween(due, TODAY)} short /> : null),
            foot: '6 pôles',
            footLabel: 'En retard',
          },
          {
            head: 'Versement retenu',
            newLine: true,
            cell: ({ held }) =>
              held === '' ? null : (
                <Tag state="held">
                  <Unseen>Retenu : </Unseen>
                  {held}
                </Tag>
              ),
            foot: '56 000 €',
            footLabel: 'Retenu',
          },
          {
            head: 'Payé / voté',
            numeric: true,
            newLine: true,
            label: 'Payé',
            sort: { href: '?tri=paye' },
            cell: ({ paid }) => paid,
            foot: '776 000 / 1 810 000 €',
          },
        ]}
      />
      <Pagination label="les pôles" page={2} pages={3} hrefOf={page => `/poles?page=${page}`} />
    </>
  ),
};

/** The same list when nothing answers to its filters, then a matrix, then weeks. */
export const reports: Page = {
  title: 'Comptes rendus et prévision',
  under: '/comptes-rendus',
  content: (
    <>
      <PageTitle title="Comptes rendus" lead="11 exercices finis en 2026 · 5 comptes rendus à examiner" />
      <Chips
        filters={[
          { label: 'Étape : close', without: '/poles?q=oray' },
          { label: '« oray »', without: '/poles?etape=close' },
        ]}
      />
      <Section id="aucun" title="Aucun pôle ne répond à ces filtres">
        <Empty>
          <p>
            Aucun pays, structure ni délibération ne contient « oray ». Vouliez-vous dire{' '}
            <a href="/poles?q=auray">Auray</a> ?
          </p>
        </Empty>
      </Section>
      <Section id="matrice" title="Exercices finis en 2026" count={2}>
        <Table
          caption="Comptes rendus de chaque exercice"
          captionShown
          rows={['Auray', 'Brest']}
          keyOf={pays => pays}
          columns={[
            { head: 'Pays', cell: pays => <a href={`/poles/${pays}/exercices/1`}>{pays}</a> },
            {
              head: 'Rapport d’activité',
              label: 'Rapport d’activité',
              cell: () => <Done what="Accepté le" date={day('2026-10-06')} today={TODAY} />,
            },
            {
              head: 'Indicateurs',
              label: 'Indicateurs',
              cell: () => (
                <Tag state="idle" icon="back">
                  À corriger
                </Tag>
              ),
            },
            {
              head: 'Compte rendu financier',
              label: 'Compte rendu financier',
              cell: pays => (
                <a href={`/poles/${pays}/comptes-rendus/financier`}>
                  <Tag state="soon">À examiner</Tag>
                  <Unseen> : compte rendu financier, {pays}</Unseen>
                </a>
              ),
            },
            { head: 'Comptes approuvés', label: 'Comptes approuvés', cell: () => <Tag state="wait">Attendu</Tag> },
            { head: 'Avis CRESS', cell: () => null },
          ]}
        />
      </Section>
      <h2 class="govuk-visually-hidden">Prévision</h2>
      <Week
        id="s47"
        title="Semaine du 16 novembre"
        note="cette semaine"
        lines={[
          {
            day: day('2026-11-18'),
            tag: <Tag state="held">Blocage</Tag>,
            what: (
              <>
                <a href="/prevision/b1">Avance de l’exercice 2</a>, pays de Lorient : 24 500,00 €
              </>
            ),
            who: 'lève : Rade active dépose ; vous acceptez',
          },
          {
            day: day('2026-11-20'),
            what: 'Rappel : avis attendu, pays de Vannes',
            who: 'courriel au Conseil du pays de Vannes',
            quiet: true,
          },
        ]}
      />
      <Week
        id="s49"
        title="Semaine du 30 novembre"
        lines={[
          {
            day: day('2026-12-01'),
            tag: <Tag state="soon">Région</Tag>,
            what: <strong>Arrêt des mandatements 2026.</strong>,
            who: '3 versements concernés, 28 815,07 €',
          },
        ]}
      />
    </>
  ),
};
