import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The files that were deposited in the dossiers: beside the journal, which holds the SHA-256 of those that a fact carries. */
export class Documents1765090000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE documents (
        pole_id uuid NOT NULL REFERENCES dossiers (id),
        hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        extension text NOT NULL CHECK (extension IN ('pdf', 'odt', 'ods', 'docx', 'xlsx', 'jpg', 'png')),
        size bigint NOT NULL CHECK (size > 0),
        account text NOT NULL,
        deposited_at timestamptz NOT NULL,
        verdict text NOT NULL CHECK (verdict IN ('pending', 'safe', 'infected')),
        scanned_by text,
        virus text,
        PRIMARY KEY (pole_id, hash),
        CHECK ((verdict = 'pending') = (scanned_by IS NULL)),
        CHECK ((verdict = 'infected') = (virus IS NOT NULL))
      );
      CREATE INDEX documents_pending ON documents (deposited_at) WHERE verdict = 'pending';
      CREATE INDEX documents_deposited ON documents (deposited_at);
      CREATE INDEX journal_documents ON journal (pole_id, (COALESCE(data->>'hash', data->>'reportHash')))
        WHERE data ? 'hash' OR data ? 'reportHash';
      GRANT SELECT, INSERT, UPDATE, DELETE ON documents TO jalon_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX journal_documents; DROP TABLE documents');
  }
}
