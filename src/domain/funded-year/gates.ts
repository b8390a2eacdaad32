import { addDays, formatFrench, type CivilDate } from '../kernel/civil-date.js';
import { formatEuros } from '../kernel/cents.js';
import { agreed, capitalised, du, le } from '../kernel/french.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import type { Gate, GateContext } from '../dossier/act.js';
import { absolute, waivable } from '../dossier/gates.js';
import { awaitedKey } from '../dossier/expectations.js';
import { dueOf } from '../dossier/owing.js';
import { Things } from '../dossier/things.js';
import { blockedByJudge } from '../award/court.js';
import { isInForce, type Award } from '../award/slice.js';
import { isWaived } from '../obligations/slice.js';
import { postFilled } from '../recruitment/acts.js';
import { referenceOn } from '../reglement/references.js';
import { legalThreshold, type InstalmentCondition, type ReportKind } from '../reglement/reglement.js';
import { conventionPaying, isAccountedFor, stoppedOn, yearOfConvention } from './exercise.js';
import { instalmentKey, type Instalment } from './slice.js';
import type { FundedYear, Report } from './years-slice.js';

type OnInstalment = GateContext<'instalment'>;

/** The instalment that the act bears on. The machinery has checked that the dossier has it. */
export function instalment({ state, subject }: OnInstalment): Instalment {
  const found = state.instalments[instalmentKey(subject.award, subject.year, subject.number)];
  if (!found) throw new Error(`Versement absent du dossier : ${subject.award}/${subject.year}/${subject.number}`);
  return found;
}

/** The award that pays the instalment. */
export function payingAward(situation: OnInstalment): Award {
  const award = situation.state.awards[instalment(situation).award];
  if (!award) throw new Error(`Attribution absente du dossier : ${instalment(situation).award}`);
  return award;
}

function asks(situation: OnInstalment, condition: InstalmentCondition): boolean {
  const { year, number } = instalment(situation);
  const { reglement } = situation.rules;
  const rules = payingAward(situation).kind === 'study' ? reglement.studyInstalments : reglement.instalments;
  const rule = rules.find(instalmentRule => instalmentRule.number === number);
  return (year === 1 ? rule?.firstYearConditions : rule?.conditions)?.includes(condition) ?? false;
}

function notInForce(situation: OnInstalment): Refusal | undefined {
  const award = payingAward(situation);
  if (isInForce(award)) return undefined;
  const { law } = situation.rules;
  const on = award.vote?.on ?? situation.today;
  const threshold = legalThreshold(law, 'convention-required-above', on);
  const above = threshold ? `, au-dessus de ${formatEuros(threshold.amount)} par an,` : '';
  return refuse(
    'convention-not-in-force',
    `Aucun versement avant que la délibération soit exécutoire, la décision notifiée et${above} la convention signée des deux parties et notifiée.`,
    {
      source: referenceOn(law, 'payment-conditions', on),
      liftedBy: award.grantNotifiedOn === null ? 'notify-grant' : 'notify-convention',
    },
  );
}

/** The act that files an account that lacks, or that accepts it once it is filed. */
const actThatLifts = ({ status, kind }: Report) => (status === 'filed' ? 'accept-report' : FILED_BY[kind]);

const FILED_BY: Readonly<Record<ReportKind, string>> = {
  'activity-report': 'file-activity-report',
  indicators: 'file-indicators',
  'financial-report': 'file-financial-report',
  'approved-accounts': 'file-accounts',
};

const reportsOf = (year: FundedYear | undefined): readonly Report[] => Object.values(year?.reports ?? {});

/** A report that is late: the day until which its term and the grace ran, and by virtue of what. */
interface Overdue {
  readonly report: Report;
  readonly limit: CivilDate;
  readonly source: string;
}

/** A report that is not filed past its due date, as it stands now (put off, sent back), and the grace; none when waived. */
function overdue(report: Report, year: FundedYear, situation: OnInstalment): Overdue | undefined {
  const { state, rules } = situation;
  const key = awaitedKey(report.kind, { award: year.award, year: year.year, round: report.round });
  if (report.status === 'filed' || report.status === 'accepted' || isWaived(state, key)) return undefined;
  const due = dueOf(key, state, rules);
  if (!due?.on) return undefined;
  const limit = addDays(due.on, rules.reglement.reportGraceDays);
  return situation.today > limit ? { report, limit, source: `${due.source} ; ${rules.reglement.label}` } : undefined;
}

/** The reports of the year before are filed, or their due dates and the grace still run. */
function reportOverdue(situation: OnInstalment): Refusal | undefined {
  const { year } = instalment(situation);
  if (year === 1 || !asks(situation, 'previous-report-not-overdue')) return undefined;
  const convention = conventionPaying(situation.state, payingAward(situation));
  const before = yearOfConvention(situation.state, convention.id, year - 1);
  const [first] = reportsOf(before).flatMap(report => (before && overdue(report, before, situation)) ?? []);
  if (!first) return undefined;
  const { report, source } = first;
  return refuse(
    'report-overdue',
    overdueSentence(new Things(situation.state, { award: convention.id, year: year - 1 }, 'plain'), first),
    { source, liftedBy: actThatLifts(report) },
  );
}

function overdueSentence(of: Things, { report, limit }: Overdue): string {
  const named = of.reportOf(report.kind);
  const were = named.number === 'p' ? 'étaient' : 'était';
  return `${capitalised(le(named))} ${were} ${agreed('attendu', named)}, grâce comprise, le ${formatFrench(limit)}.`;
}

/** « de l’exercice 2 (1er janvier 2028 – 31 décembre 2028) » */
const exerciseNamed = (situation: OnInstalment, { id: award }: Award) =>
  du(new Things(situation.state, { award, year: instalment(situation).year }, 'full').exercise);

function reportsNotAccepted(situation: OnInstalment): Refusal | undefined {
  if (!asks(situation, 'reports-accepted')) return undefined;
  const { year } = instalment(situation);
  const convention = conventionPaying(situation.state, payingAward(situation));
  const funded = yearOfConvention(situation.state, convention.id, year);
  if (funded && isAccountedFor(funded)) return undefined;
  const lacking = reportsOf(funded).find(({ status }) => status !== 'accepted');
  return refuse(
    'reports-not-accepted',
    `Les comptes rendus ${exerciseNamed(situation, convention)} ne sont pas tous acceptés.`,
    {
      source: situation.rules.reglement.label,
      ...(lacking ? { liftedBy: actThatLifts(lacking) } : {}),
    },
  );
}

function studyNotValidated(situation: OnInstalment): Refusal | undefined {
  if (!asks(situation, 'study-validated') || situation.state.study.status === 'validated') return undefined;
  return refuse('study-not-validated', "L'étude n'est pas validée : son solde n'est pas dû.", {
    source: `${situation.rules.reglement.label} : étude de préfiguration`,
    liftedBy: situation.state.study.status === 'delivered' ? 'review-study' : 'deliver-study',
  });
}

function yearNotOpen(situation: OnInstalment): Refusal | undefined {
  const { year } = instalment(situation);
  const convention = conventionPaying(situation.state, payingAward(situation));
  if (year === 1 || yearOfConvention(situation.state, convention.id, year)) return undefined;
  return refuse('year-not-open', `Le versement attend l’ouverture ${exerciseNamed(situation, convention)}.`, {
    source: situation.rules.reglement.clauses['financed-years'],
  });
}

function suspended({ state, rules }: GateContext): Refusal | undefined {
  if (state.lifecycle.status !== 'suspended') return undefined;
  return refuse('suspended', 'La convention est suspendue : aucun versement.', {
    source: rules.reglement.clauses.suspension,
    liftedBy: 'resume-dossier',
  });
}

/** A study has no post of its own, and nobody is hired any more for a convention that has ended. */
function postVacant(situation: OnInstalment): Refusal | undefined {
  const { kind, endedOn } = conventionPaying(situation.state, payingAward(situation));
  const isOver = endedOn !== null || stoppedOn(situation.state) !== null;
  return kind === 'study' || isOver ? undefined : postFilled(situation);
}

/** The judge has suspended or annulled the decision that pays, or that of its convention. */
function stoppedByJudge(situation: OnInstalment): Refusal | undefined {
  const of = payingAward(situation);
  const convention = conventionPaying(situation.state, of);
  const { rules, today } = situation;
  return blockedByJudge(of, rules, today) ?? blockedByJudge(convention, rules, today);
}

/** What the law and the règlement ask before an instalment is claimed or liquidated; each names its reason. */
export const INSTALMENT_GATES: readonly Gate<'instalment'>[] = [
  absolute('not-suspended', suspended),
  absolute('not-stopped-by-judge', stoppedByJudge),
  absolute('convention-in-force', notInForce),
  absolute('year-open', yearNotOpen),
  waivable('previous-report-not-overdue', reportOverdue),
  absolute('reports-accepted', reportsNotAccepted),
  absolute('study-validated', studyNotValidated),
  waivable('post-filled', postVacant),
];
