import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FIGURES, SESSIONS } from './votes/votes.js';

/** Votes by organ and by session: their quorum, the members who step aside, one délibération for several grants. */
export class Votes1764921000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [FIGURES, SESSIONS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Le journal ne se défait pas : revenir en arrière se fait depuis une sauvegarde.');
  }
}
