import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A dossier whose journal was altered: why it is set aside, null when it is whole. */
export class SetAside1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE dossiers ADD COLUMN set_aside text');
  }

  async down(): Promise<void> {
    throw new Error('Le journal ne se défait pas : revenir en arrière se fait depuis une sauvegarde.');
  }
}
