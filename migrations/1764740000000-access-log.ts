import type { MigrationInterface, QueryRunner } from 'typeorm';

const ACCESS_LOG = `
/* Who read whole what is shown shortened, when, in which role, for what purpose: beside the journals, which it is no fact of. */
CREATE TABLE access_log (
  id uuid PRIMARY KEY,
  read_at timestamptz NOT NULL,
  account text NOT NULL,
  role text NOT NULL,
  instead_of text,
  pole_id uuid NOT NULL REFERENCES dossiers (id),
  event_id uuid NOT NULL REFERENCES journal (id),
  purpose text NOT NULL
);
CREATE INDEX access_log_of_pole ON access_log (pole_id, id);
/* The application adds lines, and never changes or takes one away. */
GRANT SELECT, INSERT ON access_log TO jalon_app;
`;

/** The log of what was read whole. */
export class AccessLog1764740000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ACCESS_LOG);
  }

  async down(): Promise<void> {
    throw new Error('Le journal ne se défait pas : revenir en arrière se fait depuis une sauvegarde.');
  }
}
