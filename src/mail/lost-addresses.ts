import type { MailOutcome, Taken } from '../record/mails/mail.js';
import type { Outcome } from '../record/mails/mail-record.js';
import type { SendRun } from './send-run.js';

/** Tries, over more than an hour, after which an address is held to be lost though others are refused with it. */
const TRIES_BELIEVED = 3;

type Lost = Extract<MailOutcome, { readonly became: 'refused' }>;

/** A mail whose address the server says to be lost. */
export interface LostOutcome extends Outcome {
  readonly outcome: Lost;
}

export function isLost<Noted extends Outcome>(noted: Noted): noted is Noted & LostOutcome {
  return noted.outcome.became === 'refused' && noted.outcome.isLost;
}

/**
 * What is held of the addresses that a server said to be lost in one round. When it says so of several, it is the one
 * that fails: they are tried again, as the rest of the bag when it refuses everyone. An address that it goes on refusing
 * while it serves others is believed lost in the end.
 */
export function judged(
  lost: readonly LostOutcome[],
  { refusesAddresses, refusesEveryone }: Pick<SendRun, 'refusesAddresses' | 'refusesEveryone'>,
): readonly Outcome[] {
  if (!refusesAddresses) return lost;
  return lost.map(({ mail, outcome }) =>
    !refusesEveryone && mail.attempts >= TRIES_BELIEVED
      ? { mail, outcome }
      : { mail, outcome: { became: 'later', answer: outcome.answer, tried: !refusesEveryone } },
  );
}

/** What was never refused comes first: whether it is taken says if the server serves. */
export function newOnesFirst<Letter>(taken: readonly Taken<Letter>[]): readonly Taken<Letter>[] {
  return [...taken].sort((a, b) => a.mail.attempts - b.mail.attempts);
}
