import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { EVENT_TYPES } from '../../src/domain/dossier/state.js';
import { agreedText } from '../builders/agreed-text.js';
import { actWords, eventSentences, eventWords, everyLife, foreseenHolds, owedWords } from '../builders/every-word.js';

const FOLDER = join('test', 'domain', 'words');

describe('in every state that a dossier can stand in, the words are those that were read and agreed upon', () => {
  it.each([
    ['what is owed', 'owed', owedWords],
    ['the acts that are open', 'acts', actWords],
    ['the lines of the journal', 'events', eventWords],
    ['the sentences of the journal', 'sentences', eventSentences],
    ['the payments that become held', 'holds', foreseenHolds],
  ])('of %s', async (_what, page, wordsOf) => {
    const text = wordsOf(await everyLife());
    expect(text).toBe(agreedText(join(FOLDER, `${page}.txt`), text));
  });
});

it('every type of event is told in a sentence that was read', async () => {
  const told = eventSentences(await everyLife())
    .split('\n')
    .map(line => line.split(' : ')[0]);
  expect(Object.keys(EVENT_TYPES).filter(type => !told.includes(type))).toEqual([]);
});
