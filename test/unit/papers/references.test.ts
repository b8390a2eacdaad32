import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CLAUSES } from '../../../src/domain/reglement/clauses.js';
import { REFERENCES } from '../../../src/domain/reglement/references.js';

const LIST = join('src', 'domain', 'reglement', 'references.ts');
const RULES = readdirSync(join('src', 'domain'), { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => join(entry.parentPath, entry.name))
  .filter(path => path !== LIST)
  .map(path => ({ path, text: readFileSync(path, 'utf8') }));

const LINES = RULES.flatMap(({ path, text }) => text.split('\n').map(line => ({ path, line: line.trim() })));
const ALL = RULES.map(({ text }) => text);

/** An article, a law, a decree or a judgment, in a string. */
const WRITTEN = /['"`][^'"`\n]*(?:art\. [LRD]?\d|[Ll]oi n°|[Dd]écret n°|CE \d)/;

/** An identifier handed to what finds its text, or kept to be: most are also words of other matters. */
const citing = (id: string) =>
  new RegExp(
    String.raw`(?:\b(?:cited|referenceOn|byText|transmitted)\(|\b(?:reference|text|QUORUMS) = )[^;\n]*?'${id}'`,
  );

/** A clause of the aid or of its conventions, as a source. */
const CLAUSE = /source: ['"`](?:Règlement|Convention)/;

describe('a clause of a règlement', () => {
  it('is called by the règlement, never by a rule', () => {
    expect(LINES.filter(({ line }) => CLAUSE.test(line))).toEqual([]);
  });

  it('founds a rule, each one', () => {
    const isRead = (clause: string) =>
      ALL.some(text => text.includes(`clauses.${clause}`) || text.includes(`clauses['${clause}']`));
    expect(CLAUSES.filter(clause => !isRead(clause))).toEqual([]);
  });
});

describe('a reference of the law', () => {
  it('is cited by a rule, each one', () => {
    expect(REFERENCES.filter(id => !ALL.some(text => citing(id).test(text)))).toEqual([]);
  });

  it('is written in data, never in a rule', () => {
    const code = LINES.filter(({ line }) => !line.startsWith('*') && !line.startsWith('/'));
    expect(code.filter(({ line }) => WRITTEN.test(line))).toEqual([]);
  });
});
