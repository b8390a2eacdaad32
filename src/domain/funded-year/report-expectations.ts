import type { CivilDate } from '../kernel/civil-date.js';
import { byLaw } from '../award/due.js';
import type { Award } from '../award/slice.js';
import {
  nothing,
  byTerm,
  owed,
  possible,
  type Due,
  type Expectation,
  type ExpectationContext,
  type Nothing,
} from '../dossier/expectation.js';
import type { Party } from '../dossier/roles.js';
import { REPORT_KINDS, type ReportKind, type Rules } from '../reglement/reglement.js';
import { exerciseRun } from './exercise.js';
import { yearKey, type FundedYear, type Report } from './years-slice.js';

/** The report that an instance bears on: `award/year/round` of a kind, or `award/year/kind/round`. */
function reportIn({ state, instance }: ExpectationContext, kind?: ReportKind) {
  const [id = '', year = '', named = ''] = instance.split('/');
  const award = state.awards[id];
  const funded = state.years[yearKey(id, Number(year))];
  const report = funded?.reports[kind ?? REPORT_KINDS.find(reportKind => reportKind === named) ?? 'activity-report'];
  if (!award || !funded || !report) throw new Error(`Aucun compte rendu pour l'échéance ${instance}`);
  return { award, funded, report } satisfies { award: Award; funded: FundedYear; report: Report };
}

const applicant =
  (kind: ReportKind) =>
  (owedBy: ExpectationContext): Party => ({ role: 'carrier', body: reportIn(owedBy, kind).award.applicant });

function end(owedBy: ExpectationContext, kind: ReportKind): CivilDate {
  const { award, funded } = reportIn(owedBy, kind);
  return exerciseRun(owedBy.state, award, funded.year).to;
}

/** A report is due by its own term; sent back, by the term of its correction. */
function reportDue(owedBy: ExpectationContext, kind: ReportKind): Due | null {
  const { returnedOn } = reportIn(owedBy, kind).report;
  if (returnedOn !== null) return byTerm(owedBy.rules, 'report-correction', returnedOn);
  return reportTerm(owedBy.rules, kind, end(owedBy, kind));
}

/** By when the account of an exercise is due: by the law for the financial one, else by the term of the règlement. */
export function reportTerm(rules: Rules, kind: ReportKind, exerciseEnd: CivilDate): Due | null {
  return kind === 'financial-report' ? byLaw(rules, 'financial-report', exerciseEnd) : byTerm(rules, kind, exerciseEnd);
}

const LABELS: Readonly<Record<ReportKind, string>> = {
  'activity-report': "Rapport d'activité et évaluation de l'exercice",
  indicators: "Indicateurs de l'exercice",
  'financial-report': "Compte rendu financier de l'exercice",
  'approved-accounts': "Comptes approuvés de l'exercice",
};

function reportExpected(kind: ReportKind, act: string): Expectation<{ readonly reviewed: boolean }> {
  return owed({
    capability: 'funded-year',
    ofYear: true,
    label: LABELS[kind],
    debtor: applicant(kind),
    due: owedBy => reportDue(owedBy, kind),
    whenDue: 'escalate',
    acts: [act],
    metBy: {
      'report-filed': ({ data }) =>
        data.report === kind
          ? { instance: `${data.award}/${data.year}/${data.round}`, fact: { reviewed: data.reviewed } }
          : undefined,
    },
  });
}

type OnReport = {
  readonly data: {
    readonly award: string;
    readonly year: number;
    readonly report: ReportKind;
    readonly round: number;
  };
};
const line = ({ data }: OnReport) => `${data.award}/${data.year}/${data.report}/${data.round}`;
const met = (event: OnReport) => ({ instance: line(event), fact: nothing });

export const reportExpectations = {
  'activity-report': reportExpected('activity-report', 'file-activity-report'),
  indicators: reportExpected('indicators', 'file-indicators'),
  'financial-report': reportExpected('financial-report', 'file-financial-report'),
  'approved-accounts': reportExpected('approved-accounts', 'file-accounts'),
  'report-review': owed<Nothing>({
    capability: 'funded-year',
    ofYear: true,
    label: 'Avis consultatif de la CRESS sur un compte rendu',
    debtor: () => ({ role: 'adviser' }),
    due: owedBy => byTerm(owedBy.rules, 'report-review', reportIn(owedBy).report.filedOn),
    whenDue: 'silence',
    silence: owedBy => {
      const { award, funded, report } = reportIn(owedBy);
      const data = { award: award.id, year: funded.year, report: report.kind, round: report.round };
      return { type: 'report-review-lapsed', data };
    },
    acts: ['review-report'],
    metBy: { 'report-reviewed': met, 'report-review-lapsed': met },
  }),
  'report-acceptance': owed<{ readonly accepted: boolean }>({
    capability: 'funded-year',
    ofYear: true,
    label: 'Acceptation d’un compte rendu, ou son renvoi',
    debtor: () => ({ role: 'instructor' }),
    due: owedBy => byTerm(owedBy.rules, 'report-acceptance', reportIn(owedBy).report.filedOn),
    whenDue: 'escalate',
    acts: ['accept-report', 'return-report'],
    metBy: {
      'report-accepted': event => ({ instance: line(event), fact: { accepted: true } }),
      'report-returned': event => ({ instance: line(event), fact: { accepted: false } }),
    },
  }),
  'reports-accepted': possible<{ readonly payable: boolean }>({
    capability: 'funded-year',
    label: "Comptes rendus de l'exercice tous acceptés",
    acts: ['accept-report'],
    metBy: {
      'year-reports-accepted': ({ data }) => ({
        instance: `${data.award}/${data.year}`,
        fact: { payable: data.payable },
      }),
    },
  }),
};
