import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { awaitedKey, EXPECTATIONS, expectationOf, partsOf } from '../../src/domain/dossier/expectations.js';
import { PART_ORDER, type PartName } from '../../src/domain/dossier/instance.js';
import { projectFile } from '../../src/startup/project-file.js';
import { instanceOf, partsIn } from '../../workflows/story/instance.js';

const KINDS = Object.entries(EXPECTATIONS).map(([kind, { key }]) => [kind, key.names as readonly PartName[]] as const);
const WORDS: Partial<Record<PartName, fc.Arbitrary<string>>> = {
  award: fc.uuid(),
  report: fc.constantFrom('activity-report', 'indicators'),
  matter: fc.constantFrom('recovery', 'termination'),
  on: fc.constantFrom('2026-11-30', '2028-02-29'),
};

/** Values for the parts of a kind, given in any order. */
const values = (names: readonly PartName[]) =>
  fc
    .shuffledSubarray([...names], { minLength: names.length })
    .chain(order => fc.record(Object.fromEntries(order.map(name => [name, WORDS[name] ?? fc.nat(99)]))));

describe('the instance of what is awaited', () => {
  it.each(KINDS)('is written alike by the rules and by the story, and read back: %s', (kind, names) => {
    fc.assert(
      fc.property(values(names), parts => {
        const { key } = expectationOf(kind);
        const instance = key.of(parts);
        expect(instanceOf(names.length === 0 ? undefined : parts)).toBe(instance);
        expect(partsOf(`${kind}/${instance}`)).toEqual(parts);
        if (names.length > 0) expect(partsIn(instance, ...names)).toEqual(parts);
      }),
    );
  });

  it('says its parts in the order that the journal holds', () => {
    expect(awaitedKey('payment', { payment: 2, number: 3, year: 1, award: 'a' })).toBe('payment/a/1/3/2');
    expect(awaitedKey('report-review', { round: 1, report: 'indicators', year: 2, award: 'a' })).toBe(
      'report-review/a/2/indicators/1',
    );
    expect(awaitedKey('closure', {})).toBe('closure/1');
    expect(new Set(PART_ORDER).size).toBe(PART_ORDER.length);
  });

  it('is refused when it says other parts', () => {
    for (const key of ['vote/a', 'vote/a/x', 'vote/a/1/2', 'closure/2', 'closure/1/1'])
      expect(() => partsOf(key)).toThrow(/ne dit pas/);
    expect(partsOf('step-of-another-story/whatever')).toEqual({});
  });

  it('is cut by hand nowhere', () => {
    const files = ['src', 'workflows'].flatMap(folder =>
      readdirSync(projectFile(folder), { recursive: true, encoding: 'utf8' }).map(name => join(folder, name)),
    );
    const cutting = files.filter(
      file =>
        /^(?:src\/(?:domain|record|poles|obligations|reminders|scheduled|api)|workflows)\/.*\.ts$/.test(file) &&
        /\.split\('\/'\)|instance\w*\.startsWith\(/.test(readFileSync(projectFile(file), 'utf8')),
    );
    expect(cutting).toEqual(['src/domain/dossier/instance.ts', 'workflows/story/instance.ts']);
  });
});
