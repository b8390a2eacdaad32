import type { MigrationInterface, QueryRunner } from 'typeorm';

const EVENTS = `
/* A notice tells of something owed at a rung, or of an event: then it has no rung, and perhaps nothing owed. */
ALTER TABLE notices ADD COLUMN event_id uuid;
ALTER TABLE notices ALTER COLUMN obligation_id DROP NOT NULL, ALTER COLUMN rung DROP NOT NULL;
ALTER TABLE notices
  ADD CONSTRAINT notices_event_or_rung CHECK ((event_id IS NULL) = (rung IS NOT NULL)),
  ADD CONSTRAINT notices_rung_of_obligation CHECK (event_id IS NOT NULL OR obligation_id IS NOT NULL);
CREATE UNIQUE INDEX notices_of_event ON notices (event_id, recipient) WHERE event_id IS NOT NULL;
CREATE INDEX notices_told ON notices (planned_for) WHERE event_id IS NOT NULL;
CREATE INDEX journal_told ON journal (recorded_at) WHERE type IN ('report-returned', 'report-accepted', 'study-sent-back',
  'study-validated', 'extension-requested', 'extension-granted', 'extension-refused', 'liquidation-returned', 'vote-recorded',
  'grant-notified', 'refusal-notified', 'convention-notified', 'payment-recorded', 'dossier-suspended', 'dossier-resumed');
`;

const PHONE = `
ALTER TABLE contacts ADD COLUMN phone text;
`;

/** Notices that tell of an event at once, and the telephone of who is to be called. */
export class ToldAtOnce1764770000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [EVENTS, PHONE]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Le journal ne se défait pas : revenir en arrière se fait depuis une sauvegarde.');
  }
}
