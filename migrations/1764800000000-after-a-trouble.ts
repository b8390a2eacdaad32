import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mail that was too long for its server leaves as its short form. */
const SHORT = `
ALTER TABLE mails ADD COLUMN short boolean NOT NULL DEFAULT false;
`;

/** Who said that an address receives again, and when: nobody alters it. */
const RESTORATIONS = `
CREATE TABLE address_restorations (
  id uuid PRIMARY KEY,
  contact_id uuid NOT NULL REFERENCES contacts,
  address text NOT NULL,
  unreachable_since timestamptz NOT NULL,
  restored_by text NOT NULL,
  restored_at timestamptz NOT NULL
);
CREATE INDEX address_restorations_of ON address_restorations (contact_id);
GRANT SELECT, INSERT ON address_restorations TO jalon_app;
`;

/** What reached nobody: looked at each morning, and when an address or a role finds its reader. */
const UNHEARD = `
CREATE INDEX notices_unheard ON notices (obligation_id)
  WHERE state IN ('suppressed', 'refused', 'bounced') AND (reason IN ('nobody', 'unreachable') OR state <> 'suppressed');
`;

/** Addresses that are given back, mails that are too long, and what is told again once it can be heard. */
export class AfterATrouble1764800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [SHORT, RESTORATIONS, UNHEARD]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Le journal ne se défait pas : revenir en arrière se fait depuis une sauvegarde.');
  }
}
