import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';

interface Tool {
  refusalsPage(): string;
}

it('the page of the refusals tells those that the rules give today (npm run docs:refusals)', async () => {
  const tool = '../../tools/refusals.mjs';
  const { refusalsPage } = (await import(tool)) as Tool;
  expect(readFileSync('docs/refusals.md', 'utf8')).toBe(refusalsPage());
});
