const MINUTE = 60;
const HOUR = 60 * MINUTE;
const WAITS = [5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR] as const;
const LONGEST_WAIT = 12 * HOUR;

/** The failures of its own, not of the server, after which a mail is given up: about four days of them. */
export const MOST_TRIES = 12;

/** Seconds before a mail, or the server, is tried again, after that many failures. */
export function backoff(tries: number): number {
  return WAITS[tries - 1] ?? LONGEST_WAIT;
}
