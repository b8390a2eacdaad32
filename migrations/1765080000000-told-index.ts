import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = [
  ...['report-returned', 'report-accepted', 'study-sent-back', 'study-validated', 'extension-requested'],
  ...['extension-granted', 'extension-refused', 'liquidation-returned', 'vote-recorded', 'grant-notified'],
  ...['refusal-notified', 'convention-notified', 'payment-recorded', 'dossier-suspended', 'dossier-resumed'],
];
const SINCE = [...BEFORE, 'decision-made-available', 'convention-became-required'];

/** The index by which what was told at once is looked for, on all the types that are: PostgreSQL reads it for no type more. */
export class ToldIndex1765080000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(indexOn(SINCE));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(indexOn(BEFORE));
  }
}

const indexOn = (types: readonly string[]) => `
  DROP INDEX journal_told;
  CREATE INDEX journal_told ON journal (recorded_at) WHERE type IN (${types.map(type => `'${type}'`).join(', ')})`;
