import type { CivilDate } from '../kernel/civil-date.js';
import { byLaw } from '../award/due.js';
import type { Award } from '../award/slice.js';
import { byTerm, each, nothing, type Due, type ExpectationContext, type Nothing } from '../dossier/expectation.js';
import type { Party } from '../dossier/roles.js';
import type { ReportKind, Rules } from '../reglement/reglement.js';
import { exerciseRun } from './exercise.js';
import { yearKey, type FundedYear, type Report } from './years-slice.js';

type OfYear = ExpectationContext<'award' | 'year'>;
type OfReport = ExpectationContext<'award' | 'year' | 'report'>;

function reportIn({ state, parts }: OfYear, kind: ReportKind) {
  const award = state.awards[parts.award];
  const funded = state.years[yearKey(parts.award, parts.year)];
  const report = funded?.reports[kind];
  if (!award || !funded || !report) throw new Error(`Aucun compte rendu ${kind} de l'exercice ${parts.year}`);
  return { award, funded, report } satisfies { award: Award; funded: FundedYear; report: Report };
}

const reportOf = (owedBy: OfReport) => reportIn(owedBy, owedBy.parts.report);

const applicant =
  (kind: ReportKind) =>
  (owedBy: OfYear): Party => ({ role: 'carrier', body: reportIn(owedBy, kind).award.applicant });

function end(owedBy: OfYear, kind: ReportKind): CivilDate {
  const { award, funded } = reportIn(owedBy, kind);
  return exerciseRun(owedBy.state, award, funded.year).to;
}

/** A report is due by its own term; sent back, by the term of its correction. */
function reportDue(owedBy: OfYear, kind: ReportKind): Due | null {
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

function reportExpected(kind: ReportKind, act: string) {
  return each('award', 'year', 'round').owed<{ readonly reviewed: boolean }>({
    capability: 'funded-year',
    ofYear: true,
    label: LABELS[kind],
    debtor: applicant(kind),
    due: owedBy => reportDue(owedBy, kind),
    whenDue: 'escalate',
    acts: [act],
    metBy: {
      'report-filed': ({ data }) =>
        data.report === kind ? { parts: data, fact: { reviewed: data.reviewed } } : undefined,
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
const met = ({ data }: OnReport) => ({ parts: data, fact: nothing });

export const reportExpectations = {
  'activity-report': reportExpected('activity-report', 'file-activity-report'),
  indicators: reportExpected('indicators', 'file-indicators'),
  'financial-report': reportExpected('financial-report', 'file-financial-report'),
  'approved-accounts': reportExpected('approved-accounts', 'file-accounts'),
  'report-review': each('award', 'year', 'report', 'round').owed<Nothing>({
    capability: 'funded-year',
    ofYear: true,
    label: 'Avis consultatif de la CRESS sur un compte rendu',
    debtor: () => ({ role: 'adviser' }),
    due: owedBy => byTerm(owedBy.rules, 'report-review', reportOf(owedBy).report.filedOn),
    whenDue: 'silence',
    silence: owedBy => {
      const { award, funded, report } = reportOf(owedBy);
      const data = { award: award.id, year: funded.year, report: report.kind, round: report.round };
      return [{ type: 'report-review-lapsed', data }];
    },
    acts: ['review-report'],
    metBy: { 'report-reviewed': met, 'report-review-lapsed': met },
  }),
  'report-acceptance': each('award', 'year', 'report', 'round').owed<{ readonly accepted: boolean }>({
    capability: 'funded-year',
    ofYear: true,
    label: 'Acceptation d’un compte rendu, ou son renvoi',
    debtor: () => ({ role: 'instructor' }),
    due: owedBy => byTerm(owedBy.rules, 'report-acceptance', reportOf(owedBy).report.filedOn),
    whenDue: 'escalate',
    acts: ['accept-report', 'return-report'],
    metBy: {
      'report-accepted': ({ data }) => ({ parts: data, fact: { accepted: true } }),
      'report-returned': ({ data }) => ({ parts: data, fact: { accepted: false } }),
    },
  }),
  'report-reopening': each('award', 'year', 'report', 'again').possible<{ readonly round: number }>({
    capability: 'funded-year',
    label: 'Réouverture d’un compte rendu accepté',
    acts: ['reopen-report'],
    metBy: {
      'report-reopened': ({ data: { award, year, report, round, rank } }) => ({
        parts: { award, year, report, again: rank },
        fact: { round },
      }),
    },
  }),
  'reports-accepted': each('award', 'year').possible<{ readonly payable: boolean }>({
    capability: 'funded-year',
    label: "Comptes rendus de l'exercice tous acceptés",
    acts: ['accept-report'],
    metBy: {
      'year-reports-accepted': ({ data }) => ({
        parts: data,
        fact: { payable: data.payable },
      }),
    },
  }),
};
