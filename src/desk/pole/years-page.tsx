import { dueOfYear } from '../../domain/funded-year/due.js';
import { exerciseRun } from '../../domain/funded-year/exercise.js';
import { yearKey, type FundedYear, type Report } from '../../domain/funded-year/years-slice.js';
import { VOCABULARY } from '../../domain/dossier/vocabulary.js';
import type { SeenPole } from '../../poles/pole-reader.js';
import type { Page } from '../frame/page.js';
import { Section } from '../kit/layout.js';
import { Empty } from '../kit/lists.js';
import { AmountSteps } from '../kit/steps-of-an-amount.js';
import { Table } from '../kit/table.js';
import { ShortDay, Span } from '../kit/words.js';
import { ActsOn, StateTag } from './facts.js';
import type { BesideReports } from './filed-reports.js';
import { roomPage } from './frame.js';
import { offersIn, type Offer } from './offers.js';
import { FiledReportParts } from './report-part.js';
import { REPORT_WORDS } from './state-words.js';

/** The funded years of a pôle: the reports of each, and what is due for it, step by step. */
export function yearsPage(pole: SeenPole, beside: BesideReports): Page {
  const offers = offersIn(pole, '/exercices');
  const years = Object.values(pole.seen.years).toReversed();
  return roomPage({
    pole,
    room: '/exercices',
    children:
      years.length === 0 ? (
        <Empty>Le premier exercice s’ouvre avec la convention.</Empty>
      ) : (
        years.map(year => <YearSection key={yearKey(year.award, year.year)} {...{ year, pole, offers, beside }} />)
      ),
  });
}

interface YearProps {
  readonly year: FundedYear;
  readonly pole: SeenPole;
  readonly offers: readonly Offer[];
  readonly beside: BesideReports;
}

function YearSection({ year, pole, offers, beside }: YearProps) {
  const { state } = pole.dossier;
  const convention = state.awards[year.award];
  if (!convention) return null;
  const exercise = exerciseRun(state, convention, year.year);
  const isOfYear = ({ subject }: Offer) =>
    subject.kind === 'report' && subject.award === year.award && subject.year === year.year;
  return (
    <Section id={`exercice-${year.award}-${year.year}`} title={`Exercice ${year.year}`}>
      <p class="j-lead">
        <Span from={exercise.from} to={exercise.to} />
      </p>
      <Reports reports={Object.values(year.reports)} pole={pole} />
      <FiledReportParts {...{ year, pole, beside }} />
      <Due year={year} pole={pole} />
      <ActsOn offers={offers.filter(isOfYear)} />
    </Section>
  );
}

function Reports({ reports, pole: { today } }: { readonly reports: readonly Report[]; readonly pole: SeenPole }) {
  const day = (date: Report['filedOn']) => (date === null ? null : <ShortDay date={date} today={today} />);
  return (
    <Table
      caption="Les comptes rendus de l’exercice"
      rows={reports}
      keyOf={({ kind }) => kind}
      columns={[
        { head: 'Compte rendu', cell: ({ kind }) => VOCABULARY.report[kind] },
        { head: 'État', cell: ({ status }) => <StateTag of={REPORT_WORDS[status]} /> },
        { head: 'Déposé', label: 'Déposé le', cell: ({ filedOn }) => day(filedOn) },
        { head: 'Renvoyé', label: 'Renvoyé le', cell: ({ returnedOn }) => day(returnedOn) },
        { head: 'Accepté', label: 'Accepté le', cell: ({ acceptedOn }) => day(acceptedOn) },
      ]}
    />
  );
}

/** What is due: what each rule allows alone, then the lowest. */
function Due({ year, pole }: { readonly year: FundedYear; readonly pole: SeenPole }) {
  const { state } = pole.dossier;
  const convention = state.awards[year.award];
  if (!convention) return null;
  const { due, steps } = dueOfYear(state, convention, year.year, pole.rules);
  return (
    <>
      <h3>Le montant, pas à pas</h3>
      <AmountSteps
        caption={`Calcul de ce qui est dû pour l’exercice ${year.year}`}
        steps={steps.map(({ allowed, explanation, source, decides }) => ({
          ...{ label: explanation, amount: allowed, subtotal: decides },
          reason: decides ? `${source} · c’est elle qui fixe le montant` : source,
        }))}
        total={{ label: 'Dû pour l’exercice : ce que permet la règle la plus basse', amount: due }}
      />
    </>
  );
}
