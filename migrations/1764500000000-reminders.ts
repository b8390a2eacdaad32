import type { MigrationInterface, QueryRunner } from 'typeorm';

const OWED = `
ALTER TABLE obligations DROP CONSTRAINT obligations_state_check;
ALTER TABLE obligations
  ADD CONSTRAINT obligations_state_check CHECK (state IN ('open', 'done', 'withdrawn', 'waived')),
  ADD COLUMN creditor_role text,
  ADD COLUMN creditor_body text,
  ADD COLUMN trigger uuid,
  ADD COLUMN period_from date,
  ADD COLUMN period_to date,
  ADD COLUMN extension_asked date,
  ADD COLUMN extended_to date,
  ADD COLUMN round integer NOT NULL DEFAULT 0,
  ADD COLUMN changed_at timestamptz;
CREATE INDEX obligations_changed ON obligations (changed_at) WHERE state <> 'open';
`;

/** People and mailboxes: personal data, dated, never in the journal. */
const PEOPLE = `
CREATE TABLE contacts (
  id uuid PRIMARY KEY,
  role text NOT NULL,
  bodies text[] NOT NULL DEFAULT '{}',
  pays text[] NOT NULL DEFAULT '{}',
  account text,
  name text NOT NULL,
  email text NOT NULL,
  shared boolean NOT NULL DEFAULT false,
  valid_from date NOT NULL,
  valid_to date,
  unreachable_since timestamptz,
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
CREATE INDEX contacts_by_role ON contacts (role);

CREATE TABLE absences (
  id uuid PRIMARY KEY,
  contact_id uuid NOT NULL REFERENCES contacts,
  delegate_id uuid REFERENCES contacts,
  first_day date NOT NULL,
  last_day date NOT NULL,
  CHECK (last_day >= first_day),
  CHECK (delegate_id <> contact_id),
  CONSTRAINT absences_do_not_overlap
    EXCLUDE USING gist (contact_id WITH =, daterange(first_day, last_day, '[]') WITH &&)
);

CREATE TABLE preferences (
  contact_id uuid NOT NULL REFERENCES contacts,
  kind text NOT NULL,
  pace text NOT NULL CHECK (pace IN ('instant', 'daily', 'weekly')),
  PRIMARY KEY (contact_id, kind)
);
`;

/** What is planned to be said, to whom, and what became of it: one row for each obligation, round, rung and recipient. */
const NOTICES = `
DROP TABLE notices;
CREATE TABLE mails (
  id uuid PRIMARY KEY,
  message_id text NOT NULL UNIQUE,
  contact_id uuid NOT NULL REFERENCES contacts,
  address text NOT NULL,
  subject text NOT NULL,
  digest boolean NOT NULL DEFAULT false,
  state text NOT NULL CHECK (state IN
    ('waiting', 'leaving', 'handed', 'sent', 'dropped', 'bounced', 'refused', 'given-up', 'uncertain')),
  attempts integer NOT NULL DEFAULT 0,
  lease_until timestamptz,
  next_try_at timestamptz,
  sent_at timestamptz,
  answer text,
  CHECK (state NOT IN ('leaving', 'handed') OR lease_until IS NOT NULL),
  CHECK (state <> 'waiting' OR next_try_at IS NOT NULL),
  CHECK (state <> 'sent' OR sent_at IS NOT NULL)
);
CREATE INDEX mails_under_way ON mails (lease_until) WHERE state IN ('leaving', 'handed');
CREATE INDEX mails_waiting ON mails (next_try_at) WHERE state = 'waiting';

CREATE TABLE notices (
  id uuid PRIMARY KEY,
  pole_id uuid NOT NULL,
  obligation_id uuid NOT NULL,
  round integer NOT NULL,
  rung integer NOT NULL,
  recipient text NOT NULL,
  contact_id uuid REFERENCES contacts,
  on_behalf_of uuid REFERENCES contacts,
  kind text NOT NULL,
  template text NOT NULL,
  due date,
  rung_day date,
  merges integer NOT NULL DEFAULT 0,
  pace text NOT NULL,
  planned_for timestamptz NOT NULL,
  late boolean NOT NULL,
  state text NOT NULL CHECK (state IN ('planned', 'leaving', 'sent', 'suppressed', 'bounced', 'refused', 'given-up', 'uncertain')),
  reason text,
  mail_id uuid REFERENCES mails,
  UNIQUE (obligation_id, round, rung, recipient),
  CHECK (state <> 'suppressed' OR reason IS NOT NULL)
);
CREATE INDEX notices_waiting ON notices (planned_for) WHERE state = 'planned';
CREATE INDEX notices_of_mail ON notices (mail_id) WHERE mail_id IS NOT NULL;

/* What asks for a person: an address that bounces, a mail that may have left twice, a role without anyone. */
CREATE TABLE tasks (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  about text NOT NULL,
  pole_id uuid,
  contact_id uuid REFERENCES contacts,
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  detail text NOT NULL
);
CREATE UNIQUE INDEX tasks_one_open ON tasks (kind, about) WHERE closed_at IS NULL;

/* What the scheduled jobs did, once for each of their days. */
CREATE TABLE job_runs (
  job text NOT NULL,
  day date NOT NULL,
  ran_at timestamptz NOT NULL,
  report jsonb NOT NULL,
  PRIMARY KEY (job, day)
);

CREATE TABLE feed_tokens (
  digest text PRIMARY KEY,
  account text NOT NULL,
  made_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE UNIQUE INDEX feed_tokens_one_each ON feed_tokens (account) WHERE revoked_at IS NULL;
`;

/** Who acted in the place of someone absent, in the journal and in its chain. */
const INSTEAD = `
ALTER TABLE journal ADD COLUMN instead_of text;
CREATE OR REPLACE FUNCTION journal_link(previous text, line journal) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(previous || canonical_json(
    (to_jsonb(line) - 'hash' - 'date_precision' - 'instead_of')
    || jsonb_build_object('recorded_at', to_char(line.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
    || CASE WHEN line.date_precision = 'day' THEN '{}' ELSE jsonb_build_object('date_precision', line.date_precision) END
    || CASE WHEN line.instead_of IS NULL THEN '{}' ELSE jsonb_build_object('instead_of', line.instead_of) END
  ), 'UTF8')), 'hex')
$$;
`;

const GRANTS = `
GRANT SELECT, INSERT, UPDATE, DELETE ON contacts, absences, preferences, mails, notices, tasks, feed_tokens TO jalon_app;
GRANT SELECT, INSERT ON job_runs TO jalon_app;
`;

/** Obligations with their creditor and their extensions, the people who are written to, and what becomes of each mail. */
export class Reminders1764500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [OWED, PEOPLE, NOTICES, INSTEAD, GRANTS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Le journal ne se défait pas : revenir en arrière se fait depuis une sauvegarde.');
  }
}
