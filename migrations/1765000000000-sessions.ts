import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is logged in to the pages, who is on their way, and the links by which people enter without an account. */
export class Sessions1765000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sessions (
        digest text PRIMARY KEY,
        account text NOT NULL,
        name text NOT NULL,
        entered_by text NOT NULL CHECK (entered_by IN ('provider', 'mail')),
        authenticated_at timestamptz NOT NULL,
        seen_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        id_token text
      );
      CREATE INDEX sessions_expired ON sessions (expires_at);

      CREATE TABLE pending_logins (
        digest text PRIMARY KEY,
        state text NOT NULL,
        nonce text NOT NULL,
        verifier text NOT NULL,
        is_fresh boolean NOT NULL,
        destination text NOT NULL,
        expires_at timestamptz NOT NULL
      );

      CREATE TABLE entry_links (
        digest text PRIMARY KEY,
        contact_id uuid NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
        destination text NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX entry_links_of_contact ON entry_links (contact_id, expires_at);

      CREATE TABLE drafts (
        account text NOT NULL,
        path text NOT NULL,
        fields jsonb NOT NULL,
        saved_at timestamptz NOT NULL,
        PRIMARY KEY (account, path)
      );

      GRANT SELECT, INSERT, UPDATE, DELETE ON sessions, pending_logins, entry_links, drafts TO jalon_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE drafts, entry_links, pending_logins, sessions');
  }
}
