import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { documentOf, legalDelay, reglementInForce, termOf, wasInForce } from '../../src/domain/reglement/reglement.js';
import { RuleBook } from '../../src/reglement/load.js';
import { readDocument, readLaw, readPieces, readReglement } from '../../src/reglement/read.js';
import { projectFile } from '../../src/startup/project-file.js';
import { declared } from '../builders/dossier.js';

type Json = Readonly<Record<string, unknown>>;
/** What a file says, without the schema that it names. */
function read(folder: string, file: string): Json {
  const { $schema: _, ...rest } = JSON.parse(readFileSync(projectFile('data', folder, file), 'utf8')) as Json;
  return rest;
}

const REGLEMENT = read('reglements', '2019-poles-ess.json');
const LAW = read('law', 'deadlines.json');
const DOCUMENT = read('reference-documents', 'referentiel-2.json');
const FILES: readonly (readonly [name: string, file: Json, parse: (value: unknown) => unknown])[] = [
  ['règlement', REGLEMENT, readReglement],
  ['law', LAW, readLaw],
  ['document de référence', DOCUMENT, readDocument],
];

/** Every value of a file with its path, the whole file first. */
function everyValue(value: unknown, path = ''): readonly (readonly [path: string, value: unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return [[path, value], ...Object.entries(value).flatMap(([key, child]) => everyValue(child, `${path}/${key}`))];
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The file with another value at a path; undefined takes the value away. */
function withAt(file: unknown, path: string, value: unknown): unknown {
  const [, key, ...rest] = path.split('/');
  if (key === undefined) return value;
  const copy = structuredClone(file) as Record<string, unknown>;
  copy[key] = withAt(copy[key], ['', ...rest].join('/'), value);
  return copy;
}

/** What can never stand where a value stands. */
function wrongFor(value: unknown): readonly unknown[] {
  if (typeof value === 'string') return [undefined, null, 3, '', {}];
  if (typeof value === 'number') return [undefined, null, '3', 0.5, Number.NaN];
  if (typeof value === 'boolean') return [undefined, null, 'oui', 1];
  if (Array.isArray(value)) return [undefined, null, {}, 'x'];
  return value === null ? [undefined, 3] : [undefined, null, [], 'x'];
}

function faultOf(parse: (value: unknown) => unknown, file: unknown): string {
  try {
    parse(file);
    return 'accepted';
  } catch (error) {
    return (error as Error).message;
  }
}

describe.each(FILES)('a %s read from its file', (_name, file, parse) => {
  it('is refused for any value of another kind than it must be, by the path of that value', () => {
    const faults = everyValue(file).flatMap(([path, value]) =>
      wrongFor(value).map(wrong => ({ path, wrong, fault: faultOf(parse, withAt(file, path, wrong)) })),
    );
    expect(faults.length).toBeGreaterThan(100);
    const mayBeNull = ({ path, wrong }: { path: string; wrong: unknown }) =>
      wrong === null && (path.endsWith('/goesOnWith') || path.endsWith('/inForce/to'));
    const accepted = faults.filter(({ path, fault }) => !fault.startsWith(`${path} : `));
    expect(accepted.filter(attempt => !mayBeNull(attempt))).toEqual([]);
    expect(faults.filter(({ fault }) => /invalid|expected|too /i.test(fault))).toEqual([]);
  });

  it('is refused for a name that nothing reads, wherever it stands, but may name its schema', () => {
    const objects = everyValue(file).filter(([, value]) => isObject(value));
    const faults = objects.map(([path]) => faultOf(parse, withAt(file, `${path}/stray`, 1)));
    expect(faults.filter(fault => !/^\S*\/stray : \S/.test(fault))).toEqual([]);
    expect(parse({ $schema: '../schemas/any.schema.json', ...file })).toEqual(parse(file));
  });

  it('is read whole: nothing that it says is lost or changed, amounts are in cents', () => {
    const amounts = everyValue(file).filter(([, value]) => typeof value === 'string' && /^\d+\.\d\d$/.test(value));
    const inCents = amounts.reduce<unknown>(
      (content, [path, value]) => withAt(content, path, Math.round(Number(value) * 100)),
      file,
    );
    expect(parse(file)).toEqual(inCents);
  });
});

describe('a règlement', () => {
  it.each<[what: string, path: string, value: unknown]>([
    ['an unknown status', '/status', 'draft'],
    ['a day that does not exist', '/inForce/from', '2019-02-30'],
    ['an end that does not exist', '/inForce/to', '2019-13-01'],
    ['an amount with three decimals', '/yearlyCeiling', '35000.000'],
    ['a negative amount', '/studyCeiling', '-1'],
    ['no year', '/years', 0],
    ['an unknown way of voting', '/voteMode', 'never'],
    ['an unknown kind of aid', '/amountMode', 'free'],
    ['an unknown kind of instalment', '/instalments/0/kind', 'loan'],
    ['an instalment without a number', '/instalments/1/number', 0],
    ['an instalment without a share', '/studyInstalments/0/weight', 0],
    ['an unknown condition of payment', '/instalments/1/conditions/1', 'full-moon'],
    ['an unknown condition of the first year', '/studyInstalments/1/firstYearConditions/0', 'full-moon'],
    ['an unknown report', '/reports/2', 'payslips'],
    ['an unknown report of a study', '/studyReports/0', 'payslips'],
    ['an unknown report advised upon', '/reviewedReports/0', 'payslips'],
    ['an unknown clause of surplus', '/surplus/kind', 'half'],
    ['less than nothing kept of the surplus', '/surplus/percent', -1],
    ['an unknown effect of a vacancy', '/vacancy/mode', 'fine'],
    ['less than no day of vacancy tolerated', '/vacancy/toleratedDays', -1],
    ['an unknown effect of an early end', '/earlyEnd', 'all'],
    ['a renewal that opens at the end only', '/renewal/opensMonthsBefore', 0],
    ['an evaluation at the end only', '/renewal/evaluationMonthsBefore', 0],
    ['less than no day of grace', '/reportGraceDays', -1],
    ['an unknown clause of payment', '/paymentClause/mode', 'someday'],
    ['a term of no day', '/terms/hiring/length', 0],
    ['a term in weeks', '/terms/hiring/unit', 'weeks'],
    ['a reminder to a stranger', '/ladders/default/rungs/2/recipients/1', 'press'],
    ['a rung in weeks', '/ladders/default/rungs/0/unit', 'weeks'],
    ['a reminder by pigeon', '/ladders/default/rungs/0/channel', 'pigeon'],
    ['a rung that says nothing', '/ladders/default/rungs/0/template', ''],
    ['less than no day between two reminders', '/ladders/default/coolDownDays', -1],
    ['no reminder at all', '/ladders/default/most', 0],
    ['quiet days from a day that does not exist', '/ladders/default/quiet/0/from', '02-30'],
  ])('is refused with %s', (_what, path, value) => {
    expect(faultOf(readReglement, withAt(REGLEMENT, path, value))).toMatch(new RegExp(`^${path} : .`));
  });

  it.each<[what: string, path: string, value: unknown]>([
    ['that keeps the whole surplus', '/surplus', { kind: 'all' }],
    ['that keeps none of it', '/surplus', { kind: 'none' }],
    ['that keeps no percent of it', '/surplus', { kind: 'percent', percent: 0 }],
    ['that tolerates no vacancy', '/vacancy', { mode: 'hold', toleratedDays: 0 }],
    ['without days of grace', '/reportGraceDays', 0],
    ['of one year', '/years', 1],
    ['that leaves nothing of a year cut short', '/earlyEnd', 'nothing'],
    ['that was adopted', '/status', 'adopted'],
    ['that is still to confirm', '/status', 'to-confirm'],
    ['whose conventions fix the days of payment', '/paymentClause', { mode: 'dates-fixed-by-convention' }],
    ['that has ended', '/inForce', { from: '2019-01-01', to: '2024-12-31' }],
  ])('%s is read as it is written', (_what, path, value) => {
    expect(readReglement(withAt(REGLEMENT, path, value))).toMatchObject({ [path.slice(1)]: value });
  });

  it('is told all its faults at once', () => {
    const faulty = withAt(withAt(REGLEMENT, '/years', '3'), '/terms/hiring/source', null);
    expect(faultOf(readReglement, faulty)).toBe(
      '/years : un entier est attendu ; /terms/hiring/source : un texte est attendu',
    );
  });

  it.each<[path: string, value: unknown, fault: string]>([
    ['/status', 'draft', "« draft » n'est pas parmi adopted, to-confirm"],
    ['/surplus/kind', 'half', "« half » n'est pas parmi none, all, agreement, percent, up-to"],
    ['/inForce/from', '2019-02-30', "« 2019-02-30 » n'est pas une date qui existe (AAAA-MM-JJ)"],
    ['/mandatingStops', '02-29', "« 02-29 » n'est pas un jour de l'année (MM-JJ)"],
    ['/years', 0, 'au moins 1 est attendu'],
    ['/reports', {}, 'une liste est attendue'],
    ['/ladders', [], 'un objet est attendu'],
    ['/years', 1e20, 'un entier est attendu'],
  ])('says what is wrong at %s in a French sentence', (path, value, fault) => {
    expect(faultOf(readReglement, withAt(REGLEMENT, path, value))).toBe(`${path} : ${fault}`);
  });

  it.each(['up', 'down', 'neutral'])('has a document whose indicators may be wished %s', direction => {
    const document = readDocument(withAt(DOCUMENT, '/indicators/0/direction', direction));
    expect(document.indicators[0]).toMatchObject({ direction });
  });

  it('keeps its surplus up to an amount, which it must say', () => {
    const upTo = (amount: unknown) => withAt(REGLEMENT, '/surplus', { kind: 'up-to', amount });
    expect(readReglement(upTo('500.00')).surplus).toEqual({ kind: 'up-to', amount: 50_000 });
    expect(faultOf(readReglement, upTo(undefined))).toMatch('/surplus/amount : ');
    expect(faultOf(readReglement, withAt(REGLEMENT, '/surplus', { kind: 'percent' }))).toMatch('/surplus/percent : ');
  });
});

describe('the names of the pieces', () => {
  it.each<[what: string, pieces: unknown, fault: string]>([
    [
      'a code that no request could bear',
      { RIB: 'x' },
      "/pieces/RIB : « RIB » n'est pas un nom de pièce (bank-details)",
    ],
    ['a piece without a name', { statutes: '' }, '/pieces/statutes : un texte est attendu'],
    ['a list', ['statutes'], '/pieces : un objet est attendu'],
  ])('are refused with %s', (_what, pieces, fault) => {
    expect(faultOf(readPieces, { pieces })).toBe(fault);
  });
});

describe('a text with its dates', () => {
  const text = { inForce: { from: civilDate('2018-01-01'), to: civilDate('2018-12-31') } };

  it.each([
    ['2017-12-31', false],
    ['2018-01-01', true],
    ['2018-12-31', true],
    ['2019-01-01', false],
  ])('of 2018 was in force on %s: %s', (day, inForce) => {
    expect(wasInForce(text, civilDate(day))).toBe(inForce);
  });

  it('is found by its name and its day, and is not invented', () => {
    const { law, reglement } = declared().rules;
    expect(legalDelay(law, 'payment-after-notification', civilDate('2021-07-02'))).toBeUndefined();
    expect(legalDelay(law, 'payment-after-notification', civilDate('2021-07-03'))).toMatchObject({ length: 60 });
    expect(legalDelay(law, 'unknown', civilDate('2026-01-01'))).toBeUndefined();
    expect(() => termOf({ ...reglement, terms: {} }, 'hiring')).toThrow(/poles-ess-2019.*« hiring »/);
  });

  it('is the règlement of its day: none before the first', () => {
    const versions = RuleBook.load().versions();
    const on = (day: string) => reglementInForce(versions, civilDate(day))?.id;
    expect([on('2006-12-31'), on('2007-01-01'), on('2018-12-31'), on('2019-01-01')]).toEqual([
      undefined,
      'poles-ess-2010',
      'poles-ess-2018',
      'poles-ess-2019',
    ]);
  });

  it('is the document that a convention names', () => {
    const { rules } = declared();
    expect(documentOf(rules, 'referentiel-1')?.id).toBe('referentiel-1');
    expect([documentOf(rules, null), documentOf(rules, 'other')]).toEqual([undefined, undefined]);
  });
});
