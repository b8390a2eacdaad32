import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { CORE_SCHEMA, load } from 'js-yaml';
import { projectFile } from '../../../src/startup/project-file.js';

/** The keys of publiccode.yml 0.4 that are used here; those that the standard requires first. */
const REQUIRED = [
  ...['publiccodeYmlVersion', 'name', 'url', 'releaseDate', 'platforms', 'categories', 'developmentStatus'],
  ...['softwareType', 'description', 'legal', 'maintenance', 'localisation'],
];
const OPTIONAL = ['softwareVersion', 'intendedAudience', 'dependsOn'];

interface PublicCode {
  readonly softwareVersion: string;
  readonly description: Readonly<Record<string, Description>>;
  readonly legal: { readonly license: string };
}
interface Description {
  readonly shortDescription: string;
  readonly longDescription: string;
  readonly features: readonly string[];
}

const file = load(readFileSync(projectFile('publiccode.yml'), 'utf8'), { schema: CORE_SCHEMA }) as PublicCode;
const project = JSON.parse(readFileSync(projectFile('package.json'), 'utf8')) as { version: string; license: string };

describe('publiccode.yml', () => {
  it('has what the standard requires, and no key of its own', () => {
    const keys = Object.keys(file);
    expect(REQUIRED.filter(key => !keys.includes(key))).toEqual([]);
    expect(keys.filter(key => ![...REQUIRED, ...OPTIONAL].includes(key))).toEqual([]);
  });

  it('says the version and the licence of the project', () => {
    expect(file).toMatchObject({ softwareVersion: project.version, legal: { license: project.license } });
  });

  it.each(Object.entries(file.description))('describes it at the lengths of a catalogue, in %s', (_, description) => {
    expect(description.shortDescription.length).toBeLessThanOrEqual(150);
    expect(description.longDescription.length).toBeGreaterThanOrEqual(150);
    expect(description.features.length).toBeGreaterThan(0);
  });
});
