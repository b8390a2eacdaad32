import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACCOUNTS } from './what-acts-rest-on/accounts.js';
import { MONEY } from './what-acts-rest-on/money.js';
import { REPORTS } from './what-acts-rest-on/reports.js';
import { WITHDRAWALS } from './what-acts-rest-on/withdrawals.js';

/** What is looked at of each type of fact, in order. */
const CHECKS: Readonly<Record<string, readonly string[]>> = {
  'vote-recorded': ['voted_as_asked'],
  'instalment-claimed': ['not_under_settled_account'],
  'liquidation-prepared': ['not_under_settled_account'],
  'liquidation-validated': ['not_under_settled_account'],
  'payment-ordered': ['not_under_settled_account', 'ordered_as_liquidated'],
  'report-filed': ['filed_on_its_version', 'report_is_open'],
  'report-returned': ['report_is_open'],
  'report-accepted': ['report_is_open'],
  'report-reopened': ['not_under_settled_account'],
  'post-opened': ['not_on_settled_day'],
  'post-filled': ['not_on_settled_day'],
  'post-vacated': ['not_on_settled_day'],
  'post-ended': ['not_on_settled_day'],
  'dossier-suspended': ['not_on_settled_day'],
  'dossier-resumed': ['not_on_settled_day'],
  'observations-presented': ['heard_after_invited'],
  'observations-term-ended': ['heard_after_invited'],
  'grant-withdrawn': ['withdrawn_lawfully'],
  'grant-abrogated': ['abrogated_for_what_comes'],
  'excess-claimed': ['returned_in_six_months'],
  'pole-abandoned': ['ended_after_payments'],
  'convention-terminated': ['ended_after_payments'],
  'convention-settled': ['settlement_adds_up'],
  'fact-retracted': ['nothing_rests_on_it'],
};
const HELPERS = [
  ...['day_voted', 'granted_of', 'withdrawn_before', 'withdrawn_pro_rata', 'line_settled', 'is_settled'],
  ...['needs_before', 'document_of_year'],
];

/** One trigger for all: the condition of each is read again at each statement that writes a line, whatever its type. */
const TRIGGER = `
CREATE FUNCTION rests_on_what_was() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  CASE NEW.type
${Object.entries(CHECKS)
  .map(([type, checks]) => `    WHEN '${type}' THEN ${checks.map(check => `PERFORM ${check}(NEW);`).join(' ')}`)
  .join('\n')}
  END CASE;
  RETURN NULL;
END $$;
CREATE TRIGGER journal_rests_on_what_was AFTER INSERT ON journal FOR EACH ROW
  WHEN (NEW.type IN (${Object.keys(CHECKS)
    .map(type => `'${type}'`)
    .join(', ')})) EXECUTE FUNCTION rests_on_what_was()`;

/** What an act rests on, refused by raw SQL too: what was voted, liquidated, heard and settled before it, and what the law fixes. */
export class WhatActsRestOn1765060000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [WITHDRAWALS, MONEY, ACCOUNTS, REPORTS, TRIGGER]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER journal_rests_on_what_was ON journal; DROP FUNCTION rests_on_what_was');
    await runner.query(`DROP FUNCTION ${[...new Set(Object.values(CHECKS).flat()), ...HELPERS].join(', ')}`);
  }
}
