import { expectationOf, partsOf, type ExpectationKind } from '../dossier/expectations.js';
import { holdsFor } from '../dossier/held-for.js';
import { heldBecause } from '../dossier/holds.js';
import { Things } from '../dossier/things.js';
import type { DossierState } from '../dossier/state.js';
import { rulesOf } from '../award/ruled.js';
import { conventionOf } from '../award/slice.js';
import type { Instalment } from '../funded-year/slice.js';
import { formatEuros } from '../kernel/cents.js';
import { addDays, formatFrench, type CivilDate } from '../kernel/civil-date.js';
import { capitalised, le } from '../kernel/french.js';
import { keyOf, openObligations, type Obligation } from '../obligations/slice.js';
import type { Rules } from '../reglement/reglement.js';

/** What is owed, as the consequence of not doing it is looked for. */
export type Lacking = Pick<Obligation, 'kind' | 'instance' | 'due'>;

/** What leads to the payment of one instalment. */
const PAYING: readonly string[] = [
  ...['instalment-claim', 'liquidation', 'liquidation-validation', 'payment-order', 'payment', 'statutory-payment'],
];

/** What leads to a decision that silence would make in its place. */
const DECIDING: readonly string[] = ['acknowledgement', 'instruction-report', 'agenda-entry', 'vote', 'decision'];

/** What silence means, past the due day. */
const SILENCES: Readonly<Partial<Record<ExpectationKind, string>>> = {
  'grant-receipt': 'Passé ce jour, la décision est réputée notifiée, même si personne ne l’a lue.',
  'refusal-receipt': 'Passé ce jour, le refus est réputé notifié, même si personne ne l’a lu.',
  'convention-receipt': 'Passé ce jour, la convention est réputée notifiée, même si personne ne l’a lue.',
  'missing-pieces': 'Passé ce jour, la demande est instruite en l’état, sans ces pièces.',
  'report-review': 'Passé ce jour, le compte rendu est examiné sans cet avis.',
  observations: 'Passé ce jour, la Région décide sans vos observations.',
};

/** What happens if it is not done, in a sentence, as the engine knows it; null where nothing happens by itself. */
export function consequenceOf(owed: Lacking, state: DossierState, rules: Rules): string | null {
  const parts = partsOf(keyOf(owed));
  if (!new Things(state, parts, 'plain').areHeld) return null;
  if (PAYING.includes(owed.kind)) return unpaid(new Things(state, parts, 'plain'));
  if (DECIDING.includes(owed.kind)) return rejectedBySilence(owed, state);
  const silence = SILENCES[owed.kind as ExpectationKind];
  if (silence !== undefined) return silence;
  if (owed.kind === 'renewal-request') return ends(new Things(state, parts, 'plain'));
  return held(heldFor(owed, state, rules), state);
}

function unpaid(of: Things): string {
  return `D’ici là, ${le(of.instalment)} (${formatEuros(of.held.amount)}) n’est pas versé.`;
}

function ends(of: Things): string {
  return `Sans demande, ${le(of.deed)} prend fin le ${formatFrench(of.award.period.to)}, sans suite.`;
}

/** By when the request is to be voted, else silence rejects it, where the law set a term. */
function rejectedBySilence(owed: Lacking, state: DossierState): string | null {
  const { award } = partsOf(keyOf(owed));
  const decision = openObligations(state).find(({ kind, instance }) => kind === 'decision' && instance === award);
  if (!decision?.due) return null;
  return `Sans vote au plus tard le ${formatFrench(decision.due)}, la demande est rejetée par silence.`;
}

/** The instalments that are held for want of it, on the day after its due day and the grace of the règlement. */
function heldFor(owed: Lacking, state: DossierState, rules: Rules): readonly Instalment[] {
  const holds = holdsFor(owed.kind);
  if (holds.length === 0 || owed.due === null) return [];
  const { reportGraceDays } = rulesOf(rules, state.awards[partsOf(keyOf(owed)).award ?? '']).reglement;
  const today: CivilDate = addDays(owed.due, reportGraceDays + 1);
  return Object.values(state.instalments).filter(instalment => {
    if (!bearsOn(owed, instalment, state)) return false;
    const codes = heldBecause(instalment, { state, rules, today }).map(({ code }) => code);
    if (codes.includes('year-not-open')) return false;
    return holds.some(({ code, yearsAfter }) => codes.includes(code) && isOfYear(owed, instalment, yearsAfter));
  });
}

/** Whether an instalment is paid by the award that the thing owed names, or by one of its convention. */
function bearsOn(owed: Lacking, instalment: Instalment, state: DossierState): boolean {
  const { award, year } = partsOf(keyOf(owed));
  const paying = state.awards[instalment.award];
  if (!paying) return false;
  if (expectationOf(owed.kind).capability === 'prefiguration-study') return paying.kind === 'study';
  if (award === undefined) return paying.kind !== 'study';
  return year === undefined ? instalment.award === award : conventionOf(paying) === award;
}

function isOfYear(owed: Lacking, instalment: Instalment, yearsAfter: number | undefined): boolean {
  const { year } = partsOf(keyOf(owed));
  return yearsAfter === undefined || year === undefined || instalment.year === year + yearsAfter;
}

function held(instalments: readonly Instalment[], state: DossierState): string | null {
  const named = instalments.map(({ award, year, number, amount }) => {
    const { instalment } = new Things(state, { award, year, number }, 'plain');
    return `${le(instalment)} (${formatEuros(amount)})`;
  });
  if (named.length === 0) return null;
  return `${capitalised(enumerated(named))} ${named.length === 1 ? 'reste retenu' : 'restent retenus'} jusque-là.`;
}

/** « a », « a et b », « a, b et c ». */
function enumerated(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} et ${texts.at(-1)}`;
}
