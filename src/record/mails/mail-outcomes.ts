import { uuid7 } from '../../clock/uuid7.js';
import { addSeconds, type Instant } from '../../domain/kernel/paris.js';
import { backoff, MOST_TRIES } from './mail-backoff.js';
import type { HandedMail, MailOutcome } from './mail.js';
import type { MailColumns } from '../reminders/rows.js';
import type { NewTask } from '../reminders/tasks.js';

export interface NotedOutcome extends Pick<MailColumns, 'id' | 'next_try_at'> {
  readonly contact: string;
  readonly pole: string | null;
  readonly state: 'sent' | 'refused' | 'uncertain' | 'waiting' | 'given-up';
  readonly answer: string;
  /** Nothing is to be sent to its address any more, until it changes. */
  readonly lost: boolean;
  /** Not handed in the end, or failed by the server: it pays no try. */
  readonly untried: boolean;
  /** It leaves as its short form from now on. */
  readonly short: boolean;
}

const LONGEST_ANSWER = 500;

/** What is written of what became of a mail. */
export function noteOf(
  { id, contact, attempts, pole }: HandedMail,
  outcome: MailOutcome,
  now: Instant,
  heldUntil: Instant | null,
): NotedOutcome {
  const lost = outcome.became === 'refused' && outcome.isLost;
  const short = outcome.became === 'later' && outcome.shorter === true;
  const commonFields = { id, contact, pole, lost, short, answer: outcome.answer.slice(0, LONGEST_ANSWER) };
  if (outcome.became !== 'later') return { ...commonFields, state: outcome.became, next_try_at: null, untried: false };
  if (!outcome.tried) return { ...commonFields, state: 'waiting', next_try_at: heldUntil ?? now, untried: true };
  const tries = attempts + 1;
  if (tries >= MOST_TRIES) return { ...commonFields, state: 'given-up', next_try_at: null, untried: false };
  return { ...commonFields, state: 'waiting', next_try_at: addSeconds(now, backoff(tries)), untried: false };
}

const ASKS: Partial<Record<NotedOutcome['state'], readonly [kind: string, detail: string]>> = {
  refused: ['mail-refused', 'Le serveur de courrier refuse cette adresse ou ce message, qui n’est pas parti.'],
  'given-up': ['mail-given-up', 'Le message n’a pas pu partir, malgré plusieurs essais.'],
  uncertain: ['mail-uncertain', 'Le message est peut-être parti : il n’est pas envoyé une seconde fois sans vous.'],
};

/** What it asks of a person, if anything, with what the server answered. */
export function taskOf({ id, contact, pole, state, answer }: NotedOutcome): readonly NewTask[] {
  const asked = ASKS[state];
  if (!asked) return [];
  const [kind, detail] = asked;
  const about = state === 'refused' ? contact : id;
  return [{ id: uuid7(), kind, about, pole_id: pole, contact_id: contact, detail: withAnswer(detail, answer) }];
}

/** The kind of the task by which a server is said to refuse everyone. */
export const SERVER_REFUSES = 'mail-server-refuses';

/** What asks to look at a server that says of several addresses at once that they are lost. */
export function serverRefuses(answer: string): NewTask {
  const detail =
    'Le serveur de courrier refuse plusieurs adresses à la fois : c’est lui qui est en cause. Aucune n’est tenue pour perdue, et tout sera envoyé de nouveau.';
  return {
    ...{ id: uuid7(), kind: SERVER_REFUSES, about: 'mail-server', pole_id: null, contact_id: null },
    detail: withAnswer(detail, answer.slice(0, LONGEST_ANSWER)),
  };
}

const withAnswer = (detail: string, answer: string) =>
  answer === '' ? detail : `${detail} Réponse du serveur : « ${answer} ».`;
