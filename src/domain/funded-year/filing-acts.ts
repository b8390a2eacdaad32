import { addDays, formatFrench } from '../kernel/civil-date.js';
import type { Cents } from '../kernel/cents.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import { defineAct, type Act, type ActContext, type GateContext } from '../dossier/act.js';
import { absolute, firstRefusal, notBefore } from '../dossier/gates.js';
import { documentOf, type ReportKind } from '../reglement/reglement.js';
import type { Award } from '../award/slice.js';
import { accountFault } from './account-faults.js';
import { grantedFor } from './due.js';
import { unspentOf } from './due-rules.js';
import { documentOfYear, exerciseRun, yearOfConvention } from './exercise.js';
import type { Assessment, FundedYear, Report, ReportFigures } from './years-slice.js';
import { cited } from '../reglement/references.js';

export interface FiledReport {
  /** SHA-256 of the document, in hexadecimal. */
  readonly hash: string;
}

export interface ActivityReport extends FiledReport {
  /** The version of the document de référence against which the year is evaluated. */
  readonly document: string;
  readonly evaluation: readonly { readonly axis: string; readonly assessment: Assessment }[];
}

export interface IndicatorsReport extends FiledReport {
  readonly document: string;
  readonly values: readonly { readonly indicator: string; readonly value: number | null }[];
}

export interface FinancialReport extends FiledReport {
  /** All that the action cost over the exercise, in cents. */
  readonly totalExpenses: Cents;
  /** Of these, what is charged to the grant, in cents. */
  readonly chargedToGrant: Cents;
  /** What the action had beside the grant, in cents. */
  readonly otherResources: Cents;
  /** Those that the règlement accepts, in cents: required where the grant is in proportion of them. */
  readonly eligibleExpenses?: Cents;
  /** The part of the grant that was not spent, in cents: computed, and refused where it is said otherwise. */
  readonly unspent?: Cents;
}

/** The convention (or the study's grant) whose account is filed. */
function convention({ state, subject }: GateContext<'report'>): Award {
  const found = state.awards[subject.award];
  if (!found) throw new Error(`Convention absente du dossier : ${subject.award}`);
  return found;
}

/** The opened year that a report is about. */
export function funded({ state, subject }: GateContext<'report'>): FundedYear {
  const found = yearOfConvention(state, subject.award, subject.year);
  if (!found) throw new Error(`Exercice absent du dossier : ${subject.award}/${subject.year}`);
  return found;
}

/** The report that the act bears on. */
export function reported(situation: GateContext<'report'>): Report {
  const found = funded(situation).reports[situation.subject.report];
  if (!found) throw new Error(`Compte rendu absent de l'exercice : ${situation.subject.report}`);
  return found;
}

const exerciseOver = absolute<'report'>('exercise-over', situation => {
  const { to } = exerciseRun(situation.state, convention(situation), situation.subject.year);
  if (situation.today > to) return undefined;
  return refuse('exercise-not-over', `L'exercice court jusqu'au ${formatFrench(to)} : il en est rendu compte après.`, {
    source: cited(situation, 'grant-account'),
  });
});

const NO_FIGURES: ReportFigures = {
  ...{ totalExpenses: null, chargedToGrant: null, otherResources: null, eligibleExpenses: null, unspent: null },
  ...{ document: null, indicators: null, evaluation: null },
};

interface Filing<Payload> {
  readonly report: ReportKind;
  readonly name: string;
  readonly noun: string;
  readonly label: string;
  readonly figures: (doing: ActContext<Payload, 'report'>) => Partial<ReportFigures> | Refusal;
}

function filing<Payload extends FiledReport>({
  report,
  name,
  noun,
  label,
  figures,
}: Filing<Payload>): Act<Payload, 'report'> {
  return defineAct<Payload, 'report'>({
    name,
    label,
    gravity: 'deposit',
    capability: 'funded-year',
    machine: 'report',
    subject: 'report',
    report,
    path: `/conventions/:awardId/years/:year/${noun}`,
    roles: ['carrier', 'instructor'],
    party: 'applicant',
    from: ['awaited', 'to-correct'],
    to: ['filed'],
    emits: ['report-filed'],
    carries: 'report',
    gates: [exerciseOver],
    afterEnd: 'until-closed',
    decide: doing => filed(doing, report, figures(doing)),
  });
}

function filed(
  doing: ActContext<FiledReport, 'report'>,
  report: ReportKind,
  figures: Partial<ReportFigures> | Refusal,
) {
  if ('code' in figures) return figures;
  const { award, year } = funded(doing);
  const { round, returnedOn } = reported(doing);
  const { to } = exerciseRun(doing.state, convention(doing), year);
  const refusal = firstRefusal(
    notBefore(doing.date, addDays(to, 1), "la fin de l'exercice"),
    notBefore(doing.date, returnedOn, 'le renvoi pour correction'),
  );
  const reviewed = doing.rules.reglement.reviewedReports.includes(report);
  const data = { award, year, report, round, hash: doing.payload.hash, reviewed, ...NO_FIGURES, ...figures };
  return refusal ?? [{ type: 'report-filed', data } as const];
}

function wrongDocument(doing: ActContext<{ readonly document: string }, 'report'>): Refusal | undefined {
  const wanted = documentOfYear(convention(doing), doing.subject.year);
  if (doing.payload.document === wanted) return undefined;
  return refuse(
    'other-document-version',
    `Pour cet exercice, la convention se réfère à la version « ${wanted ?? 'aucune'} » du document de référence.`,
    { source: doing.rules.reglement.clauses['reference-document'], pointer: '/document', absolute: true },
  );
}

interface Labelled {
  readonly code: string;
  readonly label: string;
}

/** What lacks, is given twice or is unknown: by its name, but for what the document does not have. */
function mismatch(given: readonly string[], wanted: readonly Labelled[]): readonly string[] {
  const codes = wanted.map(({ code }) => code);
  const called = (code: string) => wanted.find(labelled => labelled.code === code)?.label ?? code;
  const twice = given.filter((code, index) => given.indexOf(code) !== index);
  return [
    ...codes.filter(code => !given.includes(code)).map(code => `« ${called(code)} » manque`),
    ...given.filter(code => !codes.includes(code)).map(code => `« ${code} » est inconnu`),
    ...twice.map(code => `« ${called(code)} » est donné deux fois`),
  ];
}

function incomplete(faults: readonly string[], pointer: string): Refusal | undefined {
  if (faults.length === 0) return undefined;
  return refuse('document-mismatch', `Le document de référence n'est pas suivi : ${faults.join(', ')}.`, { pointer });
}

const fileActivityReport = filing<ActivityReport>({
  report: 'activity-report',
  name: 'file-activity-report',
  noun: 'activity-reports',
  label: "Déposer le rapport d'activité et son évaluation",
  figures: doing => {
    const { evaluation, document } = doing.payload;
    const axes = documentOf(doing.rules, document)?.axes ?? [];
    const given = evaluation.map(({ axis }) => axis);
    const refusal = firstRefusal(wrongDocument(doing), incomplete(mismatch(given, axes), '/evaluation'));
    if (refusal) return refusal;
    return { document, evaluation: Object.fromEntries(evaluation.map(entry => [entry.axis, entry.assessment])) };
  },
});

const fileIndicators = filing<IndicatorsReport>({
  report: 'indicators',
  name: 'file-indicators',
  noun: 'indicators',
  label: 'Déposer les indicateurs',
  figures: doing => {
    const { values, document } = doing.payload;
    const indicators = documentOf(doing.rules, document)?.indicators ?? [];
    const given = values.map(({ indicator }) => indicator);
    const refusal = firstRefusal(wrongDocument(doing), incomplete(mismatch(given, indicators), '/values'));
    if (refusal) return refusal;
    return { document, indicators: Object.fromEntries(values.map(entry => [entry.indicator, entry.value])) };
  },
});

const fileFinancialReport = filing<FinancialReport>({
  report: 'financial-report',
  name: 'file-financial-report',
  noun: 'financial-reports',
  label: 'Déposer le compte rendu financier',
  figures: doing => {
    const { totalExpenses, chargedToGrant, otherResources, eligibleExpenses = null, unspent: said } = doing.payload;
    const account = { totalExpenses, chargedToGrant, otherResources, eligibleExpenses };
    const granted = grantedFor(doing.state, convention(doing).id, doing.subject.year);
    const unspent = unspentOf(granted, account, doing.rules.reglement);
    const source = cited(doing, 'grant-account');
    return accountFault(account, { said, unspent }, doing.rules.reglement, source) ?? { ...account, unspent };
  },
});

const fileAccounts = filing<FiledReport>({
  report: 'approved-accounts',
  name: 'file-accounts',
  noun: 'approved-accounts',
  label: 'Déposer les comptes approuvés',
  figures: () => ({}),
});

export const filingActs = [fileActivityReport, fileIndicators, fileFinancialReport, fileAccounts] as const;
