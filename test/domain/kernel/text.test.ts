import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hasControls, isVisible, normaliseName, tidied } from '../../../src/domain/kernel/text.js';

describe('A text that is read', () => {
  it.each([
    ['Groupe\u200b fictif', 'Groupe fictif'],
    ['\u202eGroupe\u202c', 'Groupe'],
    ['\u2066Groupe\u2069', 'Groupe'],
    ['\ufeffGroupe', 'Groupe'],
    ['e\u0301le\u0300ve', 'élève'],
    [' deux\r\nlignes\u2028ou trois ', 'deux\nlignes\nou trois'],
  ])('« %j » is kept as « %j »', (written, kept) => {
    expect(tidied(written)).toBe(kept);
  });

  it('keeps what joins letters and signs', () => {
    for (const text of ['👩‍🌾', 'می‌خواهم', '❤️']) expect(tidied(text)).toBe(text);
  });

  it.each([
    '',
    '   ',
    '\u200b',
    '\u200d',
    '\u202e\u202c',
    '\u2028',
    '\u3164',
    '\u2800',
    '\u0301',
    'a\ud800b',
    '\udc00',
  ])('%j shows nothing, or is broken', text => {
    expect(isVisible(text)).toBe(false);
  });

  it.each(['a', '…', '?', '0', '😀', 'Ж'])('%j shows something', text => {
    expect(isVisible(text)).toBe(true);
  });

  it('has no control character but the ends of its lines and its tabulations', () => {
    expect(['a\u0000b', 'a\u0007', '\u001b[0m', 'a\u0085'].map(hasControls)).toEqual([true, true, true, true]);
    expect(['a\nb', 'a\tb', 'é'].map(hasControls)).toEqual([false, false, false]);
  });

  it('is the same when it is tidied again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(tidied(tidied(text))).toBe(tidied(text));
      }),
    );
  });
});

describe('A name', () => {
  it('is on one line, its blanks folded, and without what nobody sees', () => {
    expect(normaliseName(' Groupe \u00a0 fictif\u200b\n de Brest ')).toBe('Groupe fictif de Brest');
  });

  it.each([
    ['\u200b', 'name-empty'],
    ['a\ud800', 'name-empty'],
    ['a\u0000b', 'name-markup'],
    ['<b>', 'name-markup'],
    ['x'.repeat(201), 'name-too-long'],
  ])('%j is refused: %s', (text, code) => {
    expect(() => normaliseName(text)).toThrow(expect.objectContaining({ code }));
  });
});
