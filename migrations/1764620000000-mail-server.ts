import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVER = `
/* How the one server of mail stands: the rounds in a row that found it away, and until when it is left in peace. */
CREATE TABLE mail_server (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  away_rounds integer NOT NULL DEFAULT 0,
  held_until timestamptz
);
INSERT INTO mail_server DEFAULT VALUES;
GRANT SELECT, UPDATE ON mail_server TO jalon_app;
`;

/** The server of mail that is away is tried once, and less and less often, whatever the number of mails. */
export class MailServer1764620000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SERVER);
  }

  async down(): Promise<void> {
    throw new Error('Le journal ne se défait pas : revenir en arrière se fait depuis une sauvegarde.');
  }
}
