import { describe, expect, it } from '@jest/globals';
import { RuleBook } from '../../src/reglement/load.js';
import { bootRefusal } from '../builders/changed-data.js';

const SET = 'ladders/fewer-reminders.json';
const REGLEMENT = 'reglements/2019-poles-ess.json';

describe('a book of rules', () => {
  it('as it is shipped, is read', () => {
    expect(() => RuleBook.load()).not.toThrow();
  });

  it.each<[what: string, from: string | RegExp, to: string, says: RegExp]>([
    ['a recipient that is none', '"adviser"', '"press"', /rungs\/2\/recipients\/1 : « press » n'est pas parmi/],
    ['a rung for nobody', '["debtor"]', '[]', /rungs\/0\/recipients : au moins un élément est attendu/],
    ['no rung', /"rungs": \[.*?\n {6}\]/s, '"rungs": []', /default\/rungs : au moins un élément est attendu/],
    ['a ladder that loops', '"goesOnWith": "escalation"', '"goesOnWith": "default"', /elle se suit elle-même/],
    [
      'a ladder that goes on with none',
      '"goesOnWith": "escalation"',
      '"goesOnWith": "other"',
      /« other » n'existe pas/,
    ],
    ['a ladder missing', '"payment"', '"pay"', /échelle « payment » absente/],
    ['rungs that go down', '"offset": -7', '"offset": 9', /du plus tôt au plus tard/],
    ['two rungs of one name', '"id": "j+1"', '"id": "j-7"', /« default » : deux échelons s'appellent « j-7 »/],
    [
      'a rung named as the one that its ladder goes on with',
      '"id": "j+15"',
      '"id": "j+30"',
      /« default » : deux échelons s'appellent « j\+30 »/,
    ],
    ['a rung without a name', '"id": "j-7",', '', /default\/rungs\/0\/id : un texte est attendu/],
    ['a rung named as a rank', '"id": "j-7"', '"id": "#1"', /rungs\/0\/id : « #1 » n'est pas un nom d'échelon/],
    ['a rung named as by hand', '"id": "j-7"', '"id": "by-hand-1"', /« by-hand-1 » n'est pas un nom d'échelon/],
    ['a rung gone that was reached', '"id": "j-7"', '"id": "j-8"', /« j-7 », que des dossiers ont franchi/],
    ['a year without a day', '"to": "08-15"', '"to": "12-01"', /plus de deux mois/],
    ['a day that does not exist', '"08-15"', '"08-32"', /n'est pas un jour de l'année/],
    ['a number that is none', '"most": 8', '"most": "8"', /un entier est attendu/],
  ])('is refused in one sentence that names the file, for %s', (_what, from, to, says) => {
    const sentence = bootRefusal(SET, from, to);
    expect(sentence).toMatch(says);
    expect(sentence).toContain('fewer-reminders');
    expect(sentence).not.toContain('\n');
  });

  it('is refused for a rung of a règlement that is gone too, wherever its ladder goes on', () => {
    expect(bootRefusal(REGLEMENT, /"id": "j\+30"/g, '"id": "j+31"')).toMatch(/2019.*« j\+30 », que des dossiers/);
  });

  it('is refused for a piece that a règlement asks for and that has no name', () => {
    expect(bootRefusal('pieces.json', /"officers": .*/, '')).toMatch(
      /Règlement poles-ess-2019 : la pièce « officers » n'a pas de nom dans data\/pieces\.json/,
    );
  });

  it('is refused for the ladders of a règlement too', () => {
    expect(bootRefusal(REGLEMENT, '"goesOnWith": "escalation"', '"goesOnWith": "default"')).toMatch(
      /2019.*elle se suit elle-même/,
    );
  });
});
