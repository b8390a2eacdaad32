import type { Pace } from '../domain/reminders/recipients.js';
import type { Chance } from './chance.js';

/** What the people of a pôle do of their mails. */
export interface MailHabits {
  /** How many reminders they wait for; none for who does it unasked, null for who never answers: another does it in the end. */
  readonly mailsAwaited: 0 | 1 | 3 | null;
  /** Whether their address stops working one day, until somebody corrects it. */
  readonly bounces: boolean;
  /** Whether they go on leave, and have their mails go to a colleague. */
  readonly goesOnLeave: boolean;
  readonly pace: Pace;
}

/** Draws what the people of a pôle do of their mails. */
export function drawHabits(chance: Chance): MailHabits {
  const [answers, pace] = [chance.draw(), chance.draw()];
  return {
    mailsAwaited: answers < 0.4 ? 0 : answers < 0.65 ? 1 : answers < 0.85 ? 3 : null,
    bounces: chance.happens(0.25),
    goesOnLeave: chance.happens(0.3),
    pace: pace < 0.7 ? 'instant' : pace < 0.85 ? 'daily' : 'weekly',
  };
}
