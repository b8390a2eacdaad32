import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { actWords, eventWords, everyLife, foreseenHolds, owedWords } from '../builders/every-word.js';

const FOLDER = join('test', 'domain', 'words');

/** What was read and agreed upon; `JALON_FREEZE=1` keeps what is said now, to be read again. */
function agreed(page: string, text: string): string {
  const file = join(FOLDER, `${page}.txt`);
  if (process.env['JALON_FREEZE'] === '1') {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, text);
  }
  return readFileSync(file, 'utf8');
}

describe('in every state that a dossier can stand in, the words are those that were read and agreed upon', () => {
  it.each([
    ['what is owed', 'owed', owedWords],
    ['the acts that are open', 'acts', actWords],
    ['the lines of the journal', 'events', eventWords],
    ['the payments that become held', 'holds', foreseenHolds],
  ])('of %s', async (_what, page, wordsOf) => {
    const text = wordsOf(await everyLife());
    expect(text).toBe(agreed(page, text));
  });
});
