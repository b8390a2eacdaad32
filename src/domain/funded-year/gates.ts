import { addDays, addMonths, addYears, formatFrench, type CivilDate } from '../kernel/civil-date.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import type { Gate, Situation } from '../dossier/act.js';
import { absolute, waivable } from '../dossier/gates.js';
import { executoryOn, isInForce, type Award } from '../award/slice.js';
import { legalDelay, type InstalmentCondition } from '../reglement/reglement.js';
import { instalmentKey, type Instalment } from './slice.js';

/** The instalment that the act bears on. The machinery has checked that the dossier has it. */
export function instalment({ state, subject }: Situation): Instalment {
  const found = state.instalments[instalmentKey(subject.award ?? '', subject.year ?? 0, subject.number ?? 0)];
  if (!found) throw new Error(`Versement absent du dossier : ${subject.award}/${subject.year}/${subject.number}`);
  return found;
}

/** The award that pays the instalment. */
export function payingAward(situation: Situation): Award {
  const award = situation.state.awards[instalment(situation).award];
  if (!award) throw new Error(`Attribution absente du dossier : ${instalment(situation).award}`);
  return award;
}

/** The last day of a funded year of a convention. */
export function endOfYear(award: Award, year: number): CivilDate {
  return addDays(addYears(award.period.from, year), -1);
}

function asks(situation: Situation, condition: InstalmentCondition): boolean {
  const { year, number } = instalment(situation);
  const rule = situation.rules.reglement.instalments.find(one => one.number === number);
  return (year === 1 ? rule?.firstYearConditions : rule?.conditions)?.includes(condition) ?? false;
}

function notInForce(situation: Situation): Refusal | undefined {
  const award = payingAward(situation);
  if (isInForce(award)) return undefined;
  const lifted =
    executoryOn(award) === null
      ? 'notify-grant'
      : award.grantNotifiedOn === null
        ? 'notify-grant'
        : 'notify-convention';
  return refuse(
    'convention-not-in-force',
    'Aucun versement avant que la délibération soit exécutoire, la décision notifiée et, au-dessus de 23 000 € par an, la convention signée des deux parties et notifiée.',
    {
      source: 'Loi n° 2000-321 art. 10 ; décret n° 2001-495 art. 1 ; CGCT art. L4141-1',
      liftedBy: lifted,
      absolute: true,
    },
  );
}

function reportOverdue(situation: Situation): Refusal | undefined {
  const { year } = instalment(situation);
  if (year === 1 || !asks(situation, 'previous-report-not-overdue')) return undefined;
  const end = endOfYear(payingAward(situation), year - 1);
  const months = legalDelay(situation.rules.law, 'financial-report', end)?.length ?? 6;
  const limit = addDays(addMonths(end, months), situation.rules.reglement.reportGraceDays);
  if (situation.today <= limit) return undefined;
  return refuse(
    'report-overdue',
    `Le compte rendu de l'exercice ${year - 1} était attendu, grâce comprise, le ${formatFrench(limit)}.`,
    {
      source: `Loi n° 2000-321 art. 10 ; ${situation.rules.reglement.label}`,
    },
  );
}

function reportsNotAccepted(situation: Situation): Refusal | undefined {
  if (!asks(situation, 'reports-accepted')) return undefined;
  return refuse(
    'reports-not-accepted',
    `Les comptes rendus de l'exercice ${instalment(situation).year} ne sont pas acceptés.`,
    {
      source: situation.rules.reglement.label,
    },
  );
}

/** What the law and the règlement ask before an instalment is claimed or liquidated; each names its reason. */
export const INSTALMENT_GATES: readonly Gate[] = [
  absolute('convention-in-force', notInForce),
  waivable('previous-report-not-overdue', reportOverdue),
  absolute('reports-accepted', reportsNotAccepted),
];
