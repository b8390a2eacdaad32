import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { commandLine } from '../../../src/commands/options.js';

const USAGE = {
  run: 'npm run essai',
  does: 'Essaie.',
  argument: { name: 'mot', says: 'Ce qui est essayé.' },
  options: {
    rounds: { number: 20, says: 'Les tours.' },
    year: { number: 'celle de l’horloge', says: 'L’année.' },
    json: { text: 'FICHIER', says: 'Y écrit le compte rendu.' },
    behind: { flag: true, says: 'Les retards seulement.' },
  },
} as const;

class Left extends Error {
  constructor(readonly code: unknown) {
    super(`left with ${String(code)}`);
  }
}

/** What a line prints before it ends the command. */
function ended(...args: readonly string[]) {
  const lines: unknown[] = [];
  const note = (line: unknown) => void lines.push(line);
  jest.spyOn(console, 'log').mockImplementation(note);
  jest.spyOn(console, 'error').mockImplementation(note);
  try {
    commandLine(USAGE, args);
  } catch (error) {
    if (error instanceof Left) return { code: error.code, lines };
    throw error;
  }
  throw new Error('the command went on');
}

describe('The line of a command', () => {
  beforeEach(() => {
    jest.spyOn(process, 'exit').mockImplementation(code => {
      throw new Left(code);
    });
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('gives what was asked for, and the defaults of the rest', () => {
    const asked = commandLine(USAGE, ['mot', '--rounds', '3', '--json=a.json', '--behind']);
    expect(asked.argument).toBe('mot');
    expect([asked.value('rounds'), asked.value('json'), asked.value('behind')]).toEqual([3, 'a.json', true]);
    const bare = commandLine(USAGE, []);
    expect([bare.argument, bare.value('rounds'), bare.value('year')]).toEqual([undefined, 20, undefined]);
    expect([bare.value('json'), bare.value('behind')]).toEqual([undefined, false]);
  });

  it('prints the help with every option and default, and ends well', () => {
    expect(ended('--rounds', '3', '--help')).toEqual({
      code: 0,
      lines: [
        [
          'Usage : npm run essai -- [mot] [options]',
          '',
          'Essaie.',
          '',
          '  mot             Ce qui est essayé.',
          '  --rounds N      Les tours. (par défaut : 20)',
          '  --year N        L’année. (par défaut : celle de l’horloge)',
          '  --json FICHIER  Y écrit le compte rendu.',
          '  --behind        Les retards seulement.',
          '  --help          Affiche cette aide.',
        ].join('\n'),
      ],
    });
  });

  it.each([
    [['--inconnue'], '--inconnue : option inconnue. Aide : npm run essai -- --help'],
    [['-x'], '-x : option inconnue. Aide : npm run essai -- --help'],
    [['--json'], '--json attend une valeur. Aide : npm run essai -- --help'],
    [['--behind=oui'], '--behind ne prend pas de valeur. Aide : npm run essai -- --help'],
    [['un', 'deux'], '« deux » est de trop. Aide : npm run essai -- --help'],
    [['--rounds', 'trois'], '--rounds attend un nombre entier, de 0 à 2147483647, pas « trois ».'],
    [['--rounds', '2147483648'], '--rounds attend un nombre entier, de 0 à 2147483647, pas « 2147483648 ».'],
  ])('refuses %j in one sentence', (args, sentence) => {
    expect(ended(...args)).toEqual({ code: 2, lines: [sentence] });
  });
});
