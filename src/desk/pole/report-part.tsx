import { documentAddress } from '../kit/sent-file.js';
import { yearKey, type FundedYear, type Report } from '../../domain/funded-year/years-slice.js';
import { VOCABULARY } from '../../domain/dossier/vocabulary.js';
import type { SeenPole } from '../../poles/pole-reader.js';
import { fieldsOfReport } from '../forms/choices.js';
import { Summary } from '../kit/lists.js';
import { Table } from '../kit/table.js';
import { Day } from '../kit/words.js';
import { reportKey, type AskedCorrections, type BesideReport, type BesideReports } from './filed-reports.js';
import { figuresOf } from './report-figures.js';

interface ReportsProps {
  readonly year: FundedYear;
  readonly pole: SeenPole;
  readonly beside: BesideReports;
}

/** What the reports of a year say, each once it was filed. */
export function FiledReportParts({ year, pole, beside }: ReportsProps) {
  const filed = Object.values(year.reports).filter(({ figures }) => figures !== null);
  return (
    <>
      {filed.map(report => (
        <Filed
          key={report.kind}
          {...{ report, year, pole, beside: beside.get(reportKey(year.award, year.year, report.kind)) ?? {} }}
        />
      ))}
    </>
  );
}

interface FiledProps extends Omit<ReportsProps, 'beside'> {
  readonly report: Report;
  readonly beside: BesideReport;
}

function Filed({ report, year, pole, beside: { document, corrections } }: FiledProps) {
  const name = VOCABULARY.report[report.kind];
  return (
    <>
      <h3>{name}</h3>
      {document !== undefined && (
        <p>
          <a href={documentAddress(pole.dossier.id, document)}>
            Télécharger le document<span class="govuk-visually-hidden">{` : ${name}, exercice ${year.year}`}</span>
          </a>
        </p>
      )}
      <Figures {...{ report, year, pole }} />
      {corrections && <Corrections asked={corrections} report={report} />}
    </>
  );
}

/** What it says, beside what was said of the year before. */
function Figures({ report, year: { award, year }, pole: { seen, rules } }: Omit<FiledProps, 'beside'>) {
  const figures = report.figures === null ? [] : figuresOf(report.figures, rules);
  if (figures.length === 0) return null;
  const former = seen.years[yearKey(award, year - 1)]?.reports[report.kind]?.figures ?? null;
  const before = new Map((former === null ? [] : figuresOf(former, rules)).map(({ key, value }) => [key, value]));
  const yearBefore = `Exercice ${year - 1}`;
  return (
    <Table
      kind="money"
      caption={`${VOCABULARY.report[report.kind]} : ce qui est dit de l’exercice ${year}`}
      rows={figures}
      keyOf={({ key }) => key}
      columns={[
        { head: 'Ce qui est dit', cell: ({ label }) => label },
        { head: `Exercice ${year}`, label: `Exercice ${year}`, numeric: true, cell: ({ value }) => value },
        ...(former === null
          ? []
          : [
              {
                head: yearBefore,
                label: yearBefore,
                numeric: true,
                cell: ({ key }: { key: string }) => before.get(key),
              },
            ]),
      ]}
    />
  );
}

interface CorrectionsProps {
  readonly asked: AskedCorrections;
  readonly report: Report;
}

/** What was asked to be corrected, field by field; whoever may not read why is told of the field alone. */
function Corrections({ asked: { on, fields }, report: { kind } }: CorrectionsProps) {
  const labels = new Map(fieldsOfReport(kind).map(({ value, label }) => [value, label]));
  return (
    <>
      <p>
        Corrections demandées le <Day date={on} /> :
      </p>
      <Summary
        facts={fields.map(({ field, reason }) => ({
          label: labels.get(`/${field.split('/')[1]}`) ?? VOCABULARY.report[kind],
          value: reason ?? 'À corriger',
        }))}
      />
    </>
  );
}
