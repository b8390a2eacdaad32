import type { MigrationInterface, QueryRunner } from 'typeorm';

const ONE_TRANSACTION = `
/* What the transaction of an act says in the story's name: the digest of what is awaited, what the operator is shown, and
   the build of the stages that wrote it (none when another build decides). */
ALTER TABLE dossiers ADD COLUMN open_digest text, ADD COLUMN standing json, ADD COLUMN stages text;
/* The build of the stages that opens and withdraws: that of the last upgrade. None: each process trusts its own. */
ALTER TABLE clock ADD COLUMN stages text;

/* Each time that a story awaited something else than what its dossier had open, and what was open was made equal to it. */
CREATE TABLE disagreements (
  id uuid PRIMARY KEY,
  pole_id uuid NOT NULL REFERENCES dossiers (id),
  version integer NOT NULL,
  stages text NOT NULL,
  open text[] NOT NULL,
  awaited text[] NOT NULL,
  found_at timestamptz NOT NULL
);
CREATE INDEX disagreements_found ON disagreements (found_at);
GRANT SELECT, INSERT ON disagreements TO jalon_app;
`;

/** The transaction of an act writes what its story will await; the story confirms it. */
export class OneTransaction1764690000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ONE_TRANSACTION);
  }

  async down(): Promise<void> {
    throw new Error('Le journal ne se défait pas : revenir en arrière se fait depuis une sauvegarde.');
  }
}
