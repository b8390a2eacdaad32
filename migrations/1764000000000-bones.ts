import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
CREATE TABLE clock (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  mode text NOT NULL CHECK (mode IN ('running', 'stepping')),
  stands_at timestamptz NOT NULL,
  offset_seconds bigint NOT NULL DEFAULT 0
);

CREATE TABLE dossiers (
  id uuid PRIMARY KEY,
  reglement text NOT NULL,
  version integer NOT NULL,
  sequence integer NOT NULL,
  head_hash text NOT NULL,
  state jsonb NOT NULL,
  facts jsonb NOT NULL,
  seen_version integer NOT NULL DEFAULT 0,
  next_alarm timestamptz
);
CREATE INDEX dossiers_alarm ON dossiers (next_alarm) WHERE next_alarm IS NOT NULL;
CREATE INDEX dossiers_behind ON dossiers (id) WHERE seen_version < version;

CREATE TABLE journal (
  id uuid PRIMARY KEY,
  pole_id uuid NOT NULL,
  sequence integer NOT NULL,
  fact_version integer,
  type text NOT NULL,
  schema_version integer NOT NULL,
  act text NOT NULL,
  actor text NOT NULL,
  role text NOT NULL,
  on_behalf_of text,
  reglement text NOT NULL,
  date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  retracts uuid REFERENCES journal (id),
  data jsonb NOT NULL,
  private_digest text,
  hash text NOT NULL,
  UNIQUE (pole_id, sequence)
);
CREATE INDEX journal_facts ON journal (pole_id, fact_version) WHERE fact_version IS NOT NULL;

CREATE TABLE journal_private (
  event_id uuid PRIMARY KEY REFERENCES journal (id),
  salt text NOT NULL,
  data jsonb NOT NULL
);

CREATE TABLE idempotency_keys (
  key uuid NOT NULL,
  account text NOT NULL,
  payload_hash text NOT NULL,
  pole_id uuid NOT NULL,
  version integer NOT NULL,
  events jsonb NOT NULL,
  PRIMARY KEY (account, key)
);

CREATE TABLE pole_cards (
  pole_id uuid PRIMARY KEY,
  name text NOT NULL,
  pays_codes text[] NOT NULL,
  stage text NOT NULL,
  budget_year integer,
  held boolean NOT NULL,
  bodies text[] NOT NULL,
  declared_on date NOT NULL
);

CREATE TABLE awards (
  id uuid PRIMARY KEY,
  pole_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('study', 'convention')),
  cycle integer NOT NULL,
  applicant text NOT NULL,
  status text NOT NULL,
  requested bigint NOT NULL CHECK (requested > 0),
  voted bigint CHECK (voted >= 0 AND voted <= requested),
  years integer NOT NULL CHECK (years > 0),
  voted_on date,
  period_from date NOT NULL,
  period_to date NOT NULL CHECK (period_to >= period_from)
);
CREATE INDEX awards_pole ON awards (pole_id);
CREATE INDEX awards_applicant ON awards (applicant);

CREATE TABLE ledger (
  award_id uuid NOT NULL REFERENCES awards (id),
  year integer NOT NULL CHECK (year > 0),
  number integer NOT NULL CHECK (number > 0),
  kind text NOT NULL,
  status text NOT NULL,
  planned bigint NOT NULL CHECK (planned >= 0),
  liquidated bigint NOT NULL CHECK (liquidated >= 0 AND liquidated <= planned),
  paid bigint NOT NULL CHECK (paid >= 0 AND paid <= liquidated),
  prepared_by text,
  payment_order text,
  paid_on date,
  PRIMARY KEY (award_id, year, number)
);

CREATE FUNCTION ledger_within_vote() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE granted bigint; planned_total bigint;
BEGIN
  SELECT voted INTO granted FROM awards WHERE id = NEW.award_id FOR UPDATE;
  SELECT coalesce(sum(planned), 0) INTO planned_total FROM ledger WHERE award_id = NEW.award_id;
  IF granted IS NULL OR planned_total > granted THEN
    RAISE EXCEPTION 'ledger above the vote: award %, planned %, voted %', NEW.award_id, planned_total, granted;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_within_vote AFTER INSERT OR UPDATE ON ledger
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_within_vote();

CREATE TABLE obligations (
  id uuid PRIMARY KEY,
  pole_id uuid NOT NULL,
  kind text NOT NULL,
  instance text NOT NULL,
  opening integer NOT NULL,
  debtor_role text NOT NULL,
  debtor_body text,
  due date,
  source text NOT NULL,
  follows uuid,
  state text NOT NULL CHECK (state IN ('open', 'done', 'withdrawn')),
  escalated boolean NOT NULL,
  opened_on date NOT NULL,
  UNIQUE (pole_id, kind, instance, opening)
);
CREATE UNIQUE INDEX obligations_one_open ON obligations (pole_id, kind, instance) WHERE state = 'open';
CREATE INDEX obligations_open ON obligations (pole_id, due) WHERE state = 'open';

CREATE TABLE notices (
  id uuid PRIMARY KEY,
  pole_id uuid NOT NULL,
  obligation_id uuid NOT NULL,
  rung integer NOT NULL,
  recipient text NOT NULL,
  template text NOT NULL,
  planned_for timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('planned', 'suppressed')),
  reason text,
  late boolean NOT NULL,
  UNIQUE (obligation_id, rung, recipient)
);

CREATE TABLE bodies (
  siret text PRIMARY KEY,
  name text NOT NULL,
  rna text
);

CREATE TABLE mandates (
  account text NOT NULL,
  role text NOT NULL,
  bodies text[] NOT NULL DEFAULT '{}',
  pays text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (account, role)
);

CREATE TABLE pays (
  code text PRIMARY KEY,
  name text NOT NULL,
  departements text[] NOT NULL,
  population integer NOT NULL,
  epci jsonb NOT NULL,
  contour jsonb NOT NULL
);
`;

const APPEND_ONLY = `
CREATE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the journal is append-only: % refused', TG_OP;
END $$;
CREATE TRIGGER journal_rows_stay BEFORE UPDATE OR DELETE ON journal
  FOR EACH ROW EXECUTE FUNCTION journal_is_append_only();
CREATE TRIGGER journal_stays BEFORE TRUNCATE ON journal
  FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only();
`;

const GRANTS = `
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'jalon_app') THEN
    CREATE ROLE jalon_app NOLOGIN;
  END IF;
END $$;
GRANT USAGE ON SCHEMA public TO jalon_app;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO jalon_app;
GRANT INSERT ON journal, journal_private, idempotency_keys TO jalon_app;
GRANT INSERT, UPDATE ON clock, dossiers, bodies TO jalon_app;
GRANT INSERT, UPDATE, DELETE ON pole_cards, awards, ledger, obligations, notices, mandates, pays TO jalon_app;
`;

/** The journal and its neighbours, the dossiers, the projections, the ledger, the obligations, who may do what. */
export class Bones1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(APPEND_ONLY);
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error('Le journal ne se défait pas : revenir en arrière se fait depuis une sauvegarde.');
  }
}
