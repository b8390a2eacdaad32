import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DATES, SEPARATION } from './invariants/dates.js';
import { CHAIN } from './invariants/chain.js';
import { MONEY } from './invariants/money.js';

/** What the rules never write becomes impossible to write: dates in order, money within bounds, a chain without holes. */
export class Invariants1764400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [MONEY, DATES, SEPARATION, CHAIN]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Le journal ne se défait pas : revenir en arrière se fait depuis une sauvegarde.');
  }
}
