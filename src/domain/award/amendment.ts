import { addCents, cents, formatEuros, splitCents, ZERO, type Cents } from '../kernel/cents.js';
import { formatFrench, type CivilDate } from '../kernel/civil-date.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import type { DossierState, NewEvent } from '../dossier/state.js';
import type { Instalment, PlannedInstalment } from '../funded-year/slice.js';
import type { Reglement, Rules } from '../reglement/reglement.js';
import { yearsFrom } from './request.js';
import { rulesOf } from './ruled.js';
import type { Changes, ScheduledInstalment } from './events.js';
import type { Award } from './slice.js';

const instalmentsOf = ({ instalments }: DossierState, convention: Award): readonly Instalment[] =>
  Object.values(instalments).filter(instalment => instalment.award === convention.id);

const rank = ({ year, number }: { readonly year: number; readonly number: number }) => `${year}/${number}`;
const total = (lines: readonly { readonly amount: Cents }[]): Cents =>
  addCents(ZERO, ...lines.map(line => line.amount));

/** The instalments that no amendment touches any more: claimed, liquidated, ordered or paid. */
function committed(state: DossierState, convention: Award): readonly Instalment[] {
  return instalmentsOf(state, convention).filter(instalment => instalment.status !== 'planned');
}

/** Every rank that an amended schedule must give: those of the years to run that nobody has claimed. */
function openRanks(state: DossierState, convention: Award, years: number, { instalments }: Reglement) {
  const taken = new Set(committed(state, convention).map(rank));
  return Array.from({ length: years }, (_, index) => index + 1).flatMap(year =>
    instalments
      .map(({ number, weight }) => ({ year, number, weight }))
      .filter(instalment => !taken.has(rank(instalment))),
  );
}

/**
 * The schedule of what is not claimed yet, so that all instalments add up to the amount: the one that is given, else
 * the rest split by the règlement's weights. Refuses a schedule that lacks a line, names one too many or does not add
 * up to the cent, and an amount below what is already claimed.
 */
export function amendedSchedule(
  state: DossierState,
  convention: Award,
  {
    amount,
    years,
    given,
  }: { readonly amount: Cents; readonly years: number; readonly given?: readonly ScheduledInstalment[] },
  reglement: Reglement,
): readonly ScheduledInstalment[] | Refusal {
  const engaged = total(committed(state, convention));
  const rest = amount - engaged;
  if (rest < 0)
    return refuse('amount-below-committed', `${formatEuros(engaged)} sont déjà demandés ou payés.`, {
      pointer: '/amount',
    });
  const ranks = openRanks(state, convention, years, reglement);
  if (given) return checkedSchedule(given, ranks, { rest: cents(rest), engaged, amount, reglement });
  if (ranks.length === 0)
    return rest === 0
      ? []
      : refuse('nothing-to-replan', 'Aucun versement à venir ne peut porter ce montant.', { pointer: '/amount' });
  const parts = splitCents(
    cents(rest),
    ranks.map(({ weight }) => weight),
  );
  return ranks.map(({ year, number }, index) => ({ year, number, amount: parts[index] ?? ZERO }));
}

/** « exercice 2, versement 1 » */
const lineNamed = (line: string) => line.replace(/^(\d+)\/(\d+)$/, 'exercice $1, versement $2');

/** What a schedule must add up to, in cents, by the clause of a règlement. */
interface Wanted {
  readonly rest: Cents;
  readonly engaged: Cents;
  readonly amount: Cents;
  readonly reglement: Reglement;
}

function checkedSchedule(
  given: readonly ScheduledInstalment[],
  ranks: readonly { readonly year: number; readonly number: number }[],
  { rest, engaged, amount, reglement }: Wanted,
): readonly ScheduledInstalment[] | Refusal {
  const wanted = ranks.map(rank);
  const givenRanks = given.map(rank);
  const wrong = [
    ...wanted.filter(wantedRank => !givenRanks.includes(wantedRank)),
    ...givenRanks.filter((givenRank, at) => !wanted.includes(givenRank) || givenRanks.indexOf(givenRank) !== at),
  ];
  if (wrong.length > 0)
    return refuse(
      'schedule-mismatch',
      `L'échéancier donne une fois chaque versement à venir, et nul autre (en trop ou en moins : ${wrong.map(lineNamed).join(', ')}).`,
      { pointer: '/schedule' },
    );
  if (total(given) === rest) return given;
  return refuse(
    'schedule-sum',
    `L'échéancier (${formatEuros(total(given))}) et ce qui est déjà engagé (${formatEuros(engaged)}) doivent faire ${formatEuros(amount)} au centime près.`,
    { source: reglement.clauses.schedule, pointer: '/schedule', absolute: true },
  );
}

/**
 * The schedule held against what was claimed since it was proposed: what was claimed stays as it is, and the last
 * instalments to come take the difference. Undefined when they cannot.
 */
function rebalanced(
  state: DossierState,
  convention: Award,
  schedule: readonly ScheduledInstalment[],
): readonly ScheduledInstalment[] | undefined {
  const claimed = new Map(committed(state, convention).map(instalment => [rank(instalment), instalment.amount]));
  let difference = schedule.reduce((sum, line) => sum + (claimed.get(rank(line)) ?? line.amount) - line.amount, 0);
  const remaining = schedule.filter(line => !claimed.has(rank(line))).toReversed();
  const taken = remaining.map(line => {
    const amount = cents(Math.max(0, line.amount - difference));
    difference -= line.amount - amount;
    return { ...line, amount };
  });
  return difference === 0 ? taken.toReversed() : undefined;
}

function replanned(convention: Award, schedule: readonly ScheduledInstalment[], reglement: Reglement): NewEvent {
  const instalments = schedule.map(({ year, number, amount }): PlannedInstalment => {
    const kind = reglement.instalments.find(rule => rule.number === number)?.kind ?? 'balance';
    return { year, number, kind, amount };
  });
  return { type: 'instalments-replanned', data: { award: convention.id, instalments } };
}

function transferred(
  state: DossierState,
  convention: Award,
  amendment: string,
  { from, to }: NonNullable<Changes['carrier']>,
) {
  const paid = total(instalmentsOf(state, convention).map(instalment => ({ amount: instalment.paid })));
  const children = Object.values(state.awards).filter(
    award =>
      award.parent === convention.id &&
      award.kind === 'year' &&
      award.applicant === from &&
      award.status !== 'rejected',
  );
  return [
    { type: 'carrier-transferred', data: { award: convention.id, amendment, from, to, paid } },
    ...children.map(child => ({ type: 'award-transferred', data: { award: child.id, applicant: to } }) as const),
  ] as const satisfies readonly NewEvent[];
}

/** Refuses an amendment whose new end would be past on the day on which it takes effect: a convention ends for the future. */
function endsBefore(
  { period, changes }: Pick<Award, 'period' | 'changes'>,
  { reglement }: Rules,
  date: CivilDate,
): Refusal | undefined {
  if (changes?.years === undefined || date <= period.to) return undefined;
  return refuse(
    'amendment-ends-before-notified',
    `L’avenant ferait finir la convention le ${formatFrench(period.to)}, avant d’être notifié : elle se résilie, ou se termine à son terme.`,
    { source: reglement.clauses.duration, pointer: '/date' },
  );
}

/**
 * What an amendment changes once it is signed and notified; what was claimed or paid before stays as it is. Refuses an
 * amendment that claims made since it was proposed leave no room for. The instalments are those of the convention's règlement.
 */
export function amendmentEffects(
  state: DossierState,
  amendment: Award,
  rules: Rules,
  date: CivilDate,
): readonly NewEvent[] | Refusal {
  const ended = endsBefore(amendment, rules, date);
  if (ended) return { ...ended, liftedBy: 'lapse-amendment', absolute: true };
  const convention = state.awards[amendment.parent ?? ''];
  const { changes } = amendment;
  if (!convention || !changes) throw new Error(`Avenant sans convention : ${amendment.id}`);
  const schedule = changes.schedule && rebalanced(state, convention, changes.schedule);
  if (changes.schedule && !schedule)
    return refuse(
      'amendment-overtaken',
      "Des versements ont été demandés depuis la proposition : l'avenant est à reprendre.",
      {
        liftedBy: 'lapse-amendment',
        absolute: true,
      },
    );
  const years = changes.years?.to ?? convention.years;
  const data = {
    award: convention.id,
    amendment: amendment.id,
    amount: changes.amount?.to ?? convention.granted ?? ZERO,
    years,
    period: yearsFrom(convention.period.from, years),
    applicant: changes.carrier?.to ?? convention.applicant,
    referenceDocument: changes.referenceDocument?.to ?? convention.referenceDocument,
  };
  return [
    { type: 'convention-amended', data },
    ...(schedule ? [replanned(convention, schedule, rulesOf(rules, convention).reglement)] : []),
    ...(changes.carrier ? transferred(state, convention, amendment.id, changes.carrier) : []),
  ];
}
