import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who noted an absence, when, and whether it lends what the absent may do: not for those of before, whose author is unknown. */
const NOTED = `
ALTER TABLE absences
  ADD COLUMN noted_by text,
  ADD COLUMN noted_at timestamptz,
  ADD COLUMN lends boolean NOT NULL DEFAULT false;
ALTER TABLE absences ALTER COLUMN lends DROP DEFAULT;
`;

/** What an absence said before it was changed or taken back. */
const FORMER = `
CREATE TABLE former_absences (LIKE absences);
ALTER TABLE former_absences
  ADD COLUMN replacement uuid PRIMARY KEY,
  ADD COLUMN replaced_by text NOT NULL,
  ADD COLUMN replaced_at timestamptz NOT NULL;
CREATE INDEX former_absences_of ON former_absences (contact_id);
GRANT SELECT, INSERT ON former_absences TO jalon_app;
`;

/** Absences with their author, that can be changed and ended. */
export class AbsencesNoted1764610000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [NOTED, FORMER]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Le journal ne se défait pas : revenir en arrière se fait depuis une sauvegarde.');
  }
}
