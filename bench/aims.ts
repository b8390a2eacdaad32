/** What the house is held to, each against the floor of its own run; seconds and KiB as they are. */
export const AIMS = {
  durable: '≤ 10',
  answered: '≤ 1.0',
  callers: '≥ 0.6',
  eventsPerFundedYear: '≤ 90',
  alarms: '≥ 0.6',
  rehydration: '≥ 50',
  rehydrationOf10000: '≤ 300',
  coldStart: '≤ 8',
  memory: '≤ 150',
  mails: '≥ 300',
  pages: '≤ 50 ms (p95)',
  simulation: '≤ 150',
  tests: '≤ 480',
} as const;
