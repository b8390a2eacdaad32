import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FORMER_RIGHTS, PATH, PROJECTION, STREAM } from './settings/stream.js';
import { TOLD_NAMES } from './settings/told-names.js';

/** Rights, official names and rules applied, in a stream of their own; names told in a dossier, in that dossier alone. */
export class SettingsStream1764760000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TOLD_NAMES, STREAM, PROJECTION, PATH, FORMER_RIGHTS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Le journal ne se défait pas : revenir en arrière se fait depuis une sauvegarde.');
  }
}
