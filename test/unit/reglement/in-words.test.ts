import { describe, expect, it } from '@jest/globals';
import { messageWords, rungDayWords } from '../../../src/reglement/ladder-words.js';
import { RuleBook } from '../../../src/reglement/load.js';
import { reglementInWords } from '../../../src/reglement/reglement-in-words.js';
import { changedParts, type WrittenPart } from '../../../src/reglement/written.js';

const book = RuleBook.load();
const versions = book.versions().map(reglement => reglementInWords(reglement, book));

const sentences = (parts: readonly WrittenPart[]) =>
  parts.flatMap(({ lines }) => lines.flatMap(({ name, says, source }) => [name, ...says, source ?? '']));

describe('A règlement in words', () => {
  it('says no code of the machine, nor a note of those who drafted it', () => {
    for (const text of versions.flatMap(sentences).filter(said => !said.includes('@')))
      expect(text).not.toMatch(
        /\b[a-z]+(?:-[a-z]+)*-(?:report|claim|rata|opinion|request|known)\b|à confirmer|undefined/,
      );
  });

  it('names each line of a part once: it is by its name that two versions are held against each other', () => {
    for (const { lines } of versions.flat()) expect(new Set(lines.map(({ name }) => name)).size).toBe(lines.length);
  });

  it('tells amounts, lengths and conditions with their units', () => {
    const all = sentences(versions.at(-1) ?? []);
    for (const said of [
      '35\u202f000,00\u202f€',
      '3 exercices au plus',
      '70 % du montant',
      'Six mois, reporté au jour ouvré qui suit',
      'Demandé par la loi : peut être prorogé, jamais dispensé',
      '15 jours avant : rappel avant l’échéance à qui doit le faire',
      'Aucun envoi du 1er août au 15 août, ni du 24 décembre au 1er janvier',
    ])
      expect(all).toContain(said);
  });
});

describe('Two versions', () => {
  it('differ by the lines that they do not say alike, and by those that one of them lacks', () => {
    const line = (name: string, said: string) => ({ name, says: [said], source: null });
    const part = (...lines: WrittenPart['lines']) => [{ id: 'a', title: 'A', lines }];
    expect(
      changedParts(part(line('Vote', 'une fois'), line('Durée', '3')), part(line('Durée', '3'), line('Plafond', '1'))),
    ).toEqual([
      {
        ...{ id: 'a', title: 'A' },
        lines: [
          { name: 'Plafond', before: null, after: line('Plafond', '1') },
          { name: 'Vote', before: line('Vote', 'une fois'), after: null },
        ],
      },
    ]);
  });

  it('differ in nothing from themselves', () => {
    for (const version of versions) expect(changedParts(version, version)).toEqual([]);
  });
});

describe('A rung', () => {
  it.each([
    [{ offset: 0, unit: 'days' }, 'le jour même'],
    [{ offset: -1, unit: 'days' }, '1 jour avant'],
    [{ offset: 5, unit: 'workingDays' }, '5 jours ouvrés après'],
  ] as const)('is reached on a day told in words', (rung, told) => {
    expect(rungDayWords(rung)).toBe(told);
  });

  it('writes to its first recipient, with a copy to the others', () => {
    expect(messageWords({ template: 'late', recipients: ['debtor', 'creditor', 'manager'] })).toBe(
      'rappel de retard à qui doit le faire, copie à qui l’attend et à la ou au chef·fe de service',
    );
  });
});
