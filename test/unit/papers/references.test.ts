import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { REFERENCES } from '../../../src/domain/reglement/references.js';

const LIST = join('src', 'domain', 'reglement', 'references.ts');
const RULES = readdirSync(join('src', 'domain'), { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => join(entry.parentPath, entry.name))
  .filter(path => path !== LIST)
  .map(path => ({ path, text: readFileSync(path, 'utf8') }));

/** An article, a law, a decree or a judgment, in a string. */
const WRITTEN = /['"`][^'"`\n]*(?:art\. [LRD]?\d|[Ll]oi n°|[Dd]écret n°|CE \d)/;

describe('a reference of the law', () => {
  it('is cited by a rule, each one', () => {
    const all = RULES.map(({ text }) => text).join('\n');
    expect(REFERENCES.filter(id => !all.includes(`'${id}'`))).toEqual([]);
  });

  it('is written in data, never in a rule', () => {
    const lines = RULES.flatMap(({ path, text }) => text.split('\n').map(line => ({ path, line: line.trim() })));
    const code = lines.filter(({ line }) => !line.startsWith('*') && !line.startsWith('/'));
    expect(code.filter(({ line }) => WRITTEN.test(line))).toEqual([]);
  });
});
