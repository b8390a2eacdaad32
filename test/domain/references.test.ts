import { describe, expect, it } from '@jest/globals';
import { dueOf } from '../../src/domain/dossier/owing.js';
import { overlapping, yearsFrom } from '../../src/domain/award/request.js';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { legalDelay } from '../../src/domain/reglement/reglement.js';
import { referenceOn } from '../../src/domain/reglement/references.js';
import { bootRefusal } from '../builders/changed-data.js';
import { declared, GRANT, instructed, requested, type DossierBuilder } from '../builders/dossier.js';

const FILE = 'law/references.json';

/** Why pieces that no règlement names may not be demanded on a day. */
const stray = (dossier: DossierBuilder, date?: string) =>
  dossier.reasons('demand-pieces', { pieces: ['payslips'] }, date === undefined ? {} : { date })[0]?.source;

/** Why the president may not grant in a session. */
const president = (sessionOn: string) =>
  instructed('2025-12-01').reasons('enter-agenda', { organ: 'president', sessionOn, text: 'T' })[0]?.source;

describe('the source of a refusal', () => {
  it('is the text that held on the day of the act, in a dossier of before its codification and in one of after', () => {
    expect(stray(requested('2015-12-31'))).toBe('Décret n° 2001-492 art. 2');
    expect(stray(requested('2016-01-01'))).toBe('CRPA art. L114-5');
  });

  it('is that of the day which the act bears, whenever it is entered', () => {
    const dossier = requested('2015-12-15').on('2016-01-11');
    expect(stray(dossier, '2015-12-31')).toBe('Décret n° 2001-492 art. 2');
    expect(stray(dossier, '2016-01-04')).toBe('CRPA art. L114-5');
    expect(stray(dossier)).toBe('CRPA art. L114-5');
  });

  it('follows the recodification of 2026: a grant is a délibération by another article from then on', () => {
    expect(president('2025-12-31')).toMatch(/^CGCT art\. L4221-5 et L4311-2 : /);
    expect(president('2026-01-01')).toMatch(/^CGCT art\. L4221-5 et L1612-25 : /);
  });
});

describe('the source of what is awaited', () => {
  it('is the text that held when it was set, and stays it', () => {
    const due = (demandedOn: string) => {
      const dossier = requested('2015-12-15')
        .on(demandedOn)
        .does('demand-pieces', { pieces: ['statutes'] });
      const key = `missing-pieces/${dossier.award.award}/1`;
      return dueOf(key, dossier.on('2016-01-05').state, dossier.rules)?.source;
    };
    expect([due('2015-12-31'), due('2016-01-01')]).toEqual(['Décret n° 2001-492 art. 2', 'CRPA art. L114-5']);
  });

  it('is that of the day from which a delay of the law runs', () => {
    const { law } = declared().rules;
    const silence = (on: string) => legalDelay(law, 'silence-is-rejection', civilDate(on))?.source;
    expect(silence('2015-12-31')).toMatch(/^Loi n° 2000-321 art\. 20 et 21 : /);
    expect(silence('2016-01-01')).toMatch(/^CRPA art\. L231-4 3° et L114-3 : /);
  });
});

describe('the clause on which a refusal rests', () => {
  it('is called as the règlement of its Région calls it', () => {
    const { state, rules } = requested();
    const clauses = { ...rules.reglement.clauses, 'single-convention': 'Règlement intérieur, article 12' };
    const elsewhere = { ...rules, reglement: { ...rules.reglement, clauses } };
    const wanted = yearsFrom(GRANT.startsOn, 1);
    const source = (of: typeof rules) => overlapping({ state, rules: of }, wanted, '/startsOn')?.source;
    expect(source(rules)).toBe("Règlement de l'aide : une convention active par pôle et par période");
    expect(source(elsewhere)).toBe('Règlement intérieur, article 12');
  });

  it('is called something by every règlement', () => {
    expect(bootRefusal('reglements/2018-poles-ess.json', /"closure": .*/, '')).toMatch(
      /2018-poles-ess\.json : \/clauses\/closure : un texte est attendu/,
    );
  });
});

describe('a reference', () => {
  it('has no text before its first one', () => {
    const { law } = declared().rules;
    const commitment = (on: string) => referenceOn(law, 'republican-commitment', civilDate(on));
    expect([commitment('2022-01-01'), commitment('2022-01-02')]).toEqual([undefined, expect.any(String)]);
  });

  it.each<[what: string, from: string | RegExp, to: string, says: string]>([
    [
      'a day without a text',
      '"from": "2022-07-01"',
      '"from": "2022-07-03"',
      'référence « deliberation-publication » : aucun texte le 1er juillet 2022',
    ],
    [
      'a day of two texts',
      '"to": "2022-06-30"',
      '"to": "2022-07-01"',
      'référence « deliberation-publication » : deux textes le 1er juillet 2022',
    ],
    [
      'a text without an end before the next',
      '"to": "2022-06-30"',
      '"to": null',
      'référence « deliberation-publication » : deux textes le 1er juillet 2022',
    ],
    [
      'an end before its beginning',
      '"from": "2011-05-19"',
      '"from": "2016-05-19"',
      'référence « pieces-held-elsewhere » : finit le 31 décembre 2015, avant son début',
    ],
    [
      'an id that a rule cites and that is not there',
      '"id": "recovery"',
      '"id": "recoveries"',
      'référence « recovery » : citée, absente du catalogue ; référence « recoveries » : rien ne la cite',
    ],
    ['an id written twice', '"id": "recovery"', '"id": "request"', 'référence « request » : écrite deux fois'],
    [
      'a text younger than the delay that rests on it',
      '"from": "2000-11-01",\n          "to": "2015-12-31"\n        },\n        {\n          "text": "CRPA art. L231-4 3°',
      '"from": "2001-01-01",\n          "to": "2015-12-31"\n        },\n        {\n          "text": "CRPA art. L231-4 3°',
      "« silence-is-rejection » : sa référence « silence-is-rejection » n'a aucun texte le 1er novembre 2000",
    ],
    [
      'a text that ends before the delay that rests on it',
      /("text": "CRPA art\. R112-20[^}]*"to": )null/,
      '$1"2020-12-31"',
      "« electronic-notification » : sa référence « electronic-notification » n'a aucun texte le 1er janvier 2021",
    ],
    ['no text at all', /("id": "recovery",\s*"versions": )\[[^\]]*\]/, '$1[]', 'au moins un élément est attendu'],
    ['a day that does not exist', '"2022-07-01"', '"2022-02-30"', "« 2022-02-30 » n'est pas une date qui existe"],
  ])('keeps the house from starting with %s', (_what, from, to, says) => {
    expect(bootRefusal(FILE, from, to)).toContain(says);
  });

  it('that a delay cites and that is unknown keeps it from starting too', () => {
    const sentence = bootRefusal('law/deadlines.json', '"reference": "second-meeting"', '"reference": "third-meeting"');
    expect(sentence).toMatch(/^Les règles ne tiennent pas ensemble : /);
    expect(sentence).toContain('référence « third-meeting » : citée, absente du catalogue');
    expect(sentence).toContain('référence « second-meeting » : rien ne la cite');
  });
});
