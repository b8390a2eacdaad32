import type { Cents } from '../kernel/cents.js';
import { formatEuros, splitCents } from '../kernel/cents.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import { defineAct, type ActContext } from '../dossier/act.js';
import { firstRefusal, notBefore } from '../dossier/gates.js';
import type { NewEventOf } from '../dossier/event.js';
import type { NewEvent } from '../dossier/state.js';
import { award } from '../dossier/parties.js';
import type { PlannedInstalment } from '../funded-year/slice.js';
import { leftAtEnd } from '../lifecycle/cycles.js';
import { legalThreshold, type InstalmentRule } from '../reglement/reglement.js';
import type { VoteOutcome } from './events.js';
import { numbered } from './members-named.js';
import type { Award } from './slice.js';
import { hasConvention, yearAbove, yearGrantsOf, yearsOf } from './threshold.js';
import { deliberationFacts, voteFault, type DeliberationEntry } from './vote.js';

export interface VotePayload extends DeliberationEntry {
  readonly outcome: VoteOutcome;
  /** Voted amount, when the grant is adopted or amended. */
  readonly amount?: Cents;
  /** The text as amended by the assembly. */
  readonly text?: string;
}

/** An amendment is voted as it was proposed: its schedule adds up to that amount only. */
function amendmentChanged(amount: Cents, of: Award): Refusal | undefined {
  if (of.kind !== 'amendment' || amount === of.amount) return undefined;
  return refuse(
    'amendment-amount',
    `L'avenant porte la subvention à ${formatEuros(of.amount)} : un autre montant demande un autre avenant.`,
    { pointer: '/amount' },
  );
}

/** Where each year has its own vote, the first vote grants the first year only. */
function aboveYear(amount: Cents, of: Award, { rules }: ActContext<VotePayload, 'award'>): Refusal | undefined {
  const { voteMode, yearlyCeiling, label } = rules.reglement;
  if (voteMode !== 'yearly' || of.kind !== 'convention' || amount <= yearlyCeiling) return undefined;
  return refuse(
    'amount-above-ceiling',
    `Chaque exercice est voté à part, dans la limite de ${formatEuros(yearlyCeiling)}.`,
    { source: label, pointer: '/amount' },
  );
}

function votedAmount(doing: ActContext<VotePayload, 'award'>, of: Award): Refusal | undefined {
  const { payload } = doing;
  if (payload.outcome !== 'adopted' && payload.outcome !== 'amended') return undefined;
  if (payload.amount === undefined || payload.amount <= 0)
    return refuse('amount-missing', 'Le montant voté est requis.', { pointer: '/amount' });
  if (payload.amount > of.amount)
    return refuse('amount-above-request', `Le montant voté dépasse le montant demandé (${formatEuros(of.amount)}).`, {
      pointer: '/amount',
    });
  const onTerms = amendmentChanged(payload.amount, of) ?? aboveYear(payload.amount, of, doing);
  if (onTerms) return onTerms;
  if (payload.outcome === 'amended' && payload.text === undefined)
    return refuse('text-missing', 'Une adoption avec amendement donne le nouveau texte.', { pointer: '/text' });
  if (payload.outcome === 'adopted' && payload.text !== undefined)
    return refuse('text-changed', "Le texte adopté est celui de l'ordre du jour ; modifié, il est « amendé ».", {
      pointer: '/text',
    });
  return undefined;
}

/**
 * The instalments of a grant: equal years, each split by the règlement's weights, to the cent and by largest
 * remainder. Their sum is the voted amount.
 */
export function planInstalments(
  amount: Cents,
  years: number,
  rules: readonly InstalmentRule[],
): readonly PlannedInstalment[] {
  const weights = rules.map(rule => rule.weight);
  return splitCents(amount, Array<number>(years).fill(1)).flatMap((ofYear, index) =>
    splitCents(ofYear, weights).map((part, position) => {
      const rule = rules[position];
      if (!rule) throw new Error(`Versement ${position} absent du règlement`);
      return { year: index + 1, number: rule.number, kind: rule.kind, amount: part };
    }),
  );
}

/** What a vote plans: the years that it pays, by the rules of a study or of a convention. */
function planned(of: Award, { rules }: ActContext<VotePayload, 'award'>, amount: Cents): readonly PlannedInstalment[] {
  const { instalments, studyInstalments, voteMode } = rules.reglement;
  if (of.kind === 'study') return planInstalments(amount, 1, studyInstalments);
  if (of.kind === 'convention') return planInstalments(amount, voteMode === 'yearly' ? 1 : of.years, instalments);
  return planInstalments(amount, 1, instalments).map(instalment => ({ ...instalment, year: of.year ?? 1 }));
}

/**
 * Whether what is granted to the body for one of the years calls for a convention (loi n° 2000-321 art. 10, décret
 * n° 2001-495). A year voted apart is covered by the convention that it belongs to, once that is signed and notified.
 */
function requiresConvention(doing: ActContext<VotePayload, 'award'>, of: Award, amount: Cents): boolean {
  if (of.kind === 'amendment') return true;
  const threshold = legalThreshold(doing.rules.law, 'convention-required-above', doing.date);
  if (!threshold || hasConvention(doing.state, of)) return false;
  const voted = yearsOf(of, planned(of, doing, amount));
  const grants = [...voted, ...yearGrantsOf(doing.state), ...doing.grantedElsewhere];
  return yearAbove(of.id, grants, threshold.amount) !== undefined;
}

function consequences(of: Award, doing: ActContext<VotePayload, 'award'>, amount: Cents): readonly NewEvent[] {
  const { outcome } = doing.payload;
  if (outcome === 'rejected') return refusedConsequences(of, doing);
  if (outcome === 'adjourned' || of.kind === 'amendment') return [];
  return [{ type: 'instalments-planned', data: { award: of.id, instalments: planned(of, doing, amount) } }];
}

/** A first convention refused ends the project; a study may be asked for again; the rest leaves things as they are. */
function refusedConsequences(of: Award, { state }: ActContext<VotePayload, 'award'>): readonly NewEvent[] {
  if (of.kind === 'study') return [{ type: 'study-refused', data: { attempt: state.study.attempt, award: of.id } }];
  if (of.kind !== 'convention' || of.cycle > 1) return [];
  return [{ type: 'project-refused', data: { award: of.id, ...leftAtEnd(state) } }];
}

/** A decision dated within its term, entered after the silence was recorded, takes its place. */
function supersedes(of: Award, { payload, date }: ActContext<VotePayload, 'award'>): readonly NewEvent[] {
  const silence = of.implicitRejection;
  if (!silence || payload.outcome === 'adjourned' || date >= silence.on) return [];
  return [{ type: 'implicit-rejection-superseded', data: { award: of.id }, retracts: silence.event }];
}

export const recordVote = defineAct<VotePayload, 'award'>({
  name: 'record-vote',
  gravity: 'vote',
  capability: 'award',
  label: 'Constater le vote',
  subject: 'award',
  path: '/awards/:awardId/votes',
  roles: ['instructor'],
  from: ['on-agenda'],
  to: ['adopted', 'adjourned', 'rejected'],
  leads: { 'prefiguration-study': ['refused'], 'funded-year': ['planned'], lifecycle: ['refused'] },
  readsGrants: true,
  readsDeliberations: true,
  emits: [
    'vote-recorded',
    'implicit-rejection-superseded',
    'instalments-planned',
    'project-refused',
    'study-refused',
    'award-document-attached',
  ],
  carries: 'deliberation',
  gates: [],
  decide: doing => {
    const of = award(doing);
    const { payload, date } = doing;
    const deliberation = deliberationFacts(payload, of);
    const refusal = firstRefusal(
      notBefore(date, of.agenda?.enteredOn ?? null, "l'inscription à l'ordre du jour"),
      voteFault(doing, deliberation),
      votedAmount(doing, of),
    );
    if (refusal) return refusal;
    const { text, outcome } = payload;
    const amount = payload.amount ?? (0 as Cents);
    const textHash = text === undefined ? (of.agenda?.textHash ?? '') : doing.digest(text);
    const conventionRequired = requiresConvention(doing, of, amount);
    return [
      ...supersedes(of, doing),
      {
        type: 'vote-recorded',
        data: { award: of.id, round: of.round, outcome, ...deliberation, amount, textHash, conventionRequired },
        ...besideTheJournal(payload),
      },
      ...consequences(of, doing, amount),
    ];
  },
});

/** The text amended in session, and the names of the members. */
function besideTheJournal({ text, ...named }: VotePayload): Pick<NewEventOf<'vote-recorded', object>, 'private'> {
  const texts = { ...numbered(named).names, ...(text === undefined ? {} : { text }) };
  return Object.keys(texts).length === 0 ? {} : { private: texts };
}
