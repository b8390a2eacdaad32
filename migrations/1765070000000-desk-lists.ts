import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the lists of the desk show, filter and sort: with a card, who carries the pôle and who is in charge of it, its
 * délibérations and its money; with an instalment, what it waits for, since when, and from which day it is held; the advice of the CRESS on reports. The rows
 * of the dossiers that are known are written as their states are folded anew.
 */
export class DeskLists1765070000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE pole_cards DROP COLUMN held,
        ADD COLUMN holders text[] NOT NULL DEFAULT '{}',
        ADD COLUMN carrier text,
        ADD COLUMN deliberations text[] NOT NULL DEFAULT '{}',
        ADD COLUMN referent text,
        ADD COLUMN second text,
        ADD COLUMN manager text,
        ADD COLUMN voted bigint NOT NULL DEFAULT 0,
        ADD COLUMN due bigint NOT NULL DEFAULT 0,
        ADD COLUMN paid bigint NOT NULL DEFAULT 0;
      ALTER TABLE ledger
        ADD COLUMN step text NOT NULL DEFAULT 'later',
        ADD COLUMN since date,
        ADD COLUMN held_from date,
        ADD COLUMN pay_by date;
      CREATE INDEX pole_cards_stage ON pole_cards (stage);
      CREATE INDEX pole_cards_pays ON pole_cards USING gin (pays_codes);
      CREATE INDEX pole_cards_bodies ON pole_cards USING gin (bodies);
      CREATE INDEX ledger_step ON ledger (step);
      CREATE INDEX ledger_held ON ledger (held_from) WHERE held_from IS NOT NULL;
      CREATE INDEX journal_reviews ON journal (pole_id) WHERE type IN ('report-reviewed', 'report-review-lapsed');
      CREATE INDEX awards_period ON awards (period_from, period_to) WHERE kind IN ('study', 'convention');
      CREATE INDEX journal_extensions ON journal ((data->>'obligation'), sequence) WHERE type = 'extension-requested';
      CREATE INDEX obligations_asked ON obligations (due) WHERE state = 'open' AND extension_asked IS NOT NULL;
      CREATE INDEX obligations_debtors ON obligations (debtor_role, due) WHERE state = 'open';
      CREATE INDEX obligations_creditors ON obligations (creditor_role, due) WHERE state = 'open';
      CREATE INDEX awards_amendments ON awards (status) WHERE kind = 'amendment';
      CREATE FUNCTION folded(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN replace(replace(translate(lower(said), 'àâäáãåçéèêëíìîïñóòôöõúùûüýÿ’', 'aaaaaaceeeeiiiinooooouuuuyy'''),
          'œ', 'oe'), 'æ', 'ae')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION folded; DROP INDEX journal_reviews; DROP INDEX awards_period; DROP INDEX journal_extensions;
      DROP INDEX obligations_asked; DROP INDEX obligations_debtors; DROP INDEX obligations_creditors; DROP INDEX awards_amendments;
      DROP INDEX pole_cards_stage; DROP INDEX pole_cards_pays; DROP INDEX pole_cards_bodies;
      ALTER TABLE ledger DROP COLUMN step, DROP COLUMN since, DROP COLUMN held_from, DROP COLUMN pay_by;
      ALTER TABLE pole_cards ADD COLUMN held boolean NOT NULL DEFAULT false, DROP COLUMN holders, DROP COLUMN carrier,
        DROP COLUMN deliberations, DROP COLUMN referent, DROP COLUMN second, DROP COLUMN manager, DROP COLUMN voted,
        DROP COLUMN due, DROP COLUMN paid;
      ALTER TABLE pole_cards ALTER COLUMN held DROP DEFAULT`);
  }
}
