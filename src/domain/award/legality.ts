import { formatFrench, type CivilDate } from '../kernel/civil-date.js';
import { dueDate } from '../kernel/delay.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import { defineAct, type ActContext } from '../dossier/act.js';
import { firstRefusal, notBefore } from '../dossier/gates.js';
import type { Due } from '../dossier/expectation.js';
import { award } from '../dossier/parties.js';
import { cited, referenceOn } from '../reglement/references.js';
import { legalDelay, type Rules } from '../reglement/reglement.js';
import { blockedByJudge } from './court.js';
import type { CourtDecisionKind, LegalityAnswerKind, LegalityLetterNature } from './events.js';
import type { Award, LegalityLetterReceived } from './slice.js';
import { transmitted } from './transmitted.js';
import { ascending } from '../kernel/ordering.js';

export interface LegalityLetter {
  readonly nature: LegalityLetterNature;
  readonly reference: string;
}

export interface LegalityAnswer {
  /** Rank of the letter among those of the award, from 1. */
  readonly letter: number;
  readonly answer: LegalityAnswerKind;
}

const STATES = ['adopted', 'executory', 'in-force', 'ended', 'settled'] as const;

export const recordLegalityLetter = defineAct<LegalityLetter, 'award'>({
  name: 'record-legality-letter',
  capability: 'award',
  label: 'Consigner un courrier du contrôle de légalité',
  subject: 'award',
  path: '/awards/:awardId/legality-letters',
  roles: ['instructor'],
  from: STATES,
  to: STATES,
  emits: ['legality-letter-recorded'],
  afterEnd: 'until-closed',
  gates: [transmitted('state-review')],
  decide: doing => {
    const { id, transmittedOn } = award(doing);
    const { nature, reference } = doing.payload;
    if (transmittedOn === null) return [];
    return (
      notBefore(doing.date, transmittedOn, 'la transmission', { source: cited(doing, 'state-review') }) ?? [
        { type: 'legality-letter-recorded', data: { award: id, transmittedOn, nature, reference } },
      ]
    );
  },
});

/** Letters that await an answer of the Région. */
const ANSWERED: readonly LegalityLetterNature[] = ['information', 'completion', 'gracious-appeal'];
/** Letters that start the two months again, once each (CE 15 mai 2013 n° 357031). */
const RESTARTING: readonly LegalityLetterNature[] = ['completion', 'gracious-appeal'];

function wrongAnswer({ payload, date, ...on }: ActContext<LegalityAnswer, 'award'>): Refusal | undefined {
  const letter = award(on).legality.letters[payload.letter - 1];
  if (!letter || !ANSWERED.includes(letter.nature))
    return refuse('no-such-letter', "Aucun courrier de ce rang n'attend de réponse.", {
      ...{ pointer: '/letter', liftedBy: 'record-legality-letter' },
    });
  if (letter.answer)
    return refuse('already-done', `Il a été répondu à ce courrier le ${formatFrench(letter.answer.on)}.`, {
      pointer: '/letter',
    });
  if (payload.answer === 'pieces-received' && letter.nature !== 'completion')
    return refuse('no-piece-asked', 'Ce courrier ne demande pas de compléter la transmission.', { pointer: '/answer' });
  return notBefore(date, letter.on, 'le courrier');
}

/** What the Région answers to the State's representative: the two months that the letter reopens run from it. */
export const answerLegalityLetter = defineAct<LegalityAnswer, 'award'>({
  name: 'answer-legality-letter',
  capability: 'award',
  label: 'Consigner la réponse au contrôle de légalité',
  subject: 'award',
  path: '/awards/:awardId/legality-answers',
  roles: ['instructor'],
  from: STATES,
  to: STATES,
  emits: ['legality-letter-answered'],
  afterEnd: 'until-closed',
  gates: [transmitted('state-review')],
  decide: doing =>
    firstRefusal(wrongAnswer(doing)) ?? [
      { type: 'legality-letter-answered', data: { award: award(doing).id, ...doing.payload } },
    ],
});

/** Decisions of the judge that end a referral. */
const ENDING: readonly CourtDecisionKind[] = ['dismissed', 'non-lieu', 'withdrawn', 'annulled'];

/** From when the reopened term runs: the answer, or the silence that refuses, whichever comes first. */
function reopenedOn({ on, answer }: LegalityLetterReceived, rules: Rules): CivilDate {
  const silence = legalDelay(rules.law, 'legality-silence', on);
  const refused = silence ? dueDate(on, silence) : null;
  if (answer === null) return refused ?? on;
  return refused !== null && refused < answer.on ? refused : answer.on;
}

/**
 * The last day on which the State's representative may refer the decision to the court: two months from the transmission
 * (CGCT art. L4142-1), begun again by the first demand to complete the transmission and the first gracious appeal made
 * within them; « explications utiles » do not (CE 15 mai 2013 n° 357031). Null before the transmission.
 */
export function legalityDue({ transmittedOn, legality }: Award, rules: Rules): Due | null {
  const delay = transmittedOn && legalDelay(rules.law, 'legality-review', transmittedOn);
  if (!transmittedOn || !delay) return null;
  let since = transmittedOn;
  const reopened = new Set<LegalityLetterNature>();
  for (const letter of legality.letters.toSorted(ascending(({ on }) => on))) {
    const restarts = RESTARTING.includes(letter.nature) && !reopened.has(letter.nature);
    if (!restarts || letter.on < transmittedOn || letter.on > dueDate(since, delay)) continue;
    reopened.add(letter.nature);
    since = reopenedOn(letter, rules);
  }
  const reopening = reopened.size === 0 ? undefined : referenceOn(rules.law, 'state-review-reopened', since);
  const source = [delay.source, reopening].filter(text => text !== undefined).join(' ; ');
  return { on: dueDate(since, delay), source, since, law: 'term' };
}

/**
 * What is to be known of the review of a decision by the State's representative before it is executed: an alert, which
 * holds nothing (CGCT art. L4142-1). Undefined when the term is over, or the review closed, and nothing is pending.
 */
export function legalityAlert(of: Award, rules: Rules, today: CivilDate): Refusal | undefined {
  const { letters, decisions } = of.legality;
  if (blockedByJudge(of, rules, today)) return undefined;
  const referral = letters.findLast(({ nature }) => nature === 'referral');
  const isJudged = decisions.some(
    ({ kind, on }) => ENDING.includes(kind) && referral !== undefined && on >= referral.on,
  );
  const last = letters.at(-1);
  const source = referenceOn(rules.law, 'state-review', today);
  if (last?.nature === 'closing') return undefined;
  if (referral && !isJudged)
    return refuse('legality-referral', 'La délibération est déférée au tribunal administratif.', {
      ...{ source, liftedBy: 'record-court-decision' },
    });
  const pending = letters.find(({ nature, answer }) => ANSWERED.includes(nature) && answer === null);
  if (pending)
    return refuse('legality-letter', `Le contrôle de légalité a écrit le ${formatFrench(pending.on)} : répondez-lui.`, {
      ...{ source, liftedBy: 'answer-legality-letter' },
    });
  const due = referral ? null : legalityDue(of, rules);
  if (!due?.on || today > due.on) return undefined;
  return refuse('legality-term-running', `La délibération peut être déférée jusqu’au ${formatFrench(due.on)}.`, {
    source: due.source,
  });
}
