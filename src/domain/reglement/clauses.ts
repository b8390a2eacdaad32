/** The clauses of the aid and of its conventions on which the rules rest: each règlement says what its Région calls them. */
export const CLAUSES = [
  'applicant',
  'closure',
  'council-opinion',
  'duration',
  'financed-years',
  'legitimacy',
  'reference-document',
  'reminders',
  'renewal',
  'schedule',
  'settlement',
  'single-convention',
  'study',
  'support',
  'suspension',
  'termination',
] as const;
export type Clause = (typeof CLAUSES)[number];
