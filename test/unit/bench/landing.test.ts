import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { LANDINGS_HEAD, landedOn } from '../../../bench/landing.js';
import type { Figures } from '../../../bench/measure.js';
import { projectFile } from '../../../src/startup/project-file.js';

const rates = { acts: 90, floor: { transactions: 3000, updates: 150 }, ofTransactions: 0.03, ofUpdates: 0.6 };
const FIGURES: Partial<Figures> = {
  machine: { cores: 2, processor: 'Fictif', memoryGigabytes: 24, node: '20.20.2', on: '2026-12-01' },
  durable: { p50: 6, p95: 9, floor: { p50: 1, p95: 1 }, p50Ratio: 6, p95Ratio: 9 },
  answered: { p50: 20, p95: 30, floor: { p50: 20, p95: 25 }, p50Ratio: 1, p95Ratio: 1.2 },
  perSecond: { 32: { ...rates, answered: { p50: 1, p95: 2 }, untilToldSeconds: 3 } },
  eventsPerFundedYear: 88,
};
const NOWHERE = { simulation: 0, tests: 0 };
const PAGE = `Avant.\n\n<!-- landings -->\n\n${LANDINGS_HEAD}\n| abc | hier |\n\n<!-- /landings -->\n\nAprès.\n`;

describe('a landing', () => {
  it('is a line after those before it, and leaves the rest of the page', () => {
    const page = landedOn(PAGE, '1a2b3c4', FIGURES, { simulation: 149, tests: 470 });
    const line = '| 1a2b3c4 | 2026-12-01 | 9 | 1.2 | 0.6 | 88 | — | — | — | — | 149 | 470 |';
    expect(page).toBe(PAGE.replace('| abc | hier |', `| abc | hier |\n${line}`));
  });

  it('says of what was not measured that it was not', () => {
    const [line = ''] = /\| none .*/.exec(landedOn(PAGE, 'none', {}, NOWHERE)) ?? [];
    expect(line).toBe(`| none |${' — |'.repeat(11)}`);
  });

  it('is refused by a page that has no such table', () => {
    expect(() => landedOn('Rien.', 'abc', FIGURES, NOWHERE)).toThrow('Le tableau des livraisons');
    expect(() => landedOn(PAGE.replace('alarms', 'bells'), 'abc', FIGURES, NOWHERE)).toThrow('autres colonnes');
  });

  it('finds its place in the page of the house', () => {
    const page = readFileSync(projectFile('docs', 'performance.md'), 'utf8');
    expect(landedOn(page, 'fin', FIGURES, NOWHERE)).toMatch(/\| cd8e1da [^]*\| fin /);
  });
});
