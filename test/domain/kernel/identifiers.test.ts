import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { iban, isBic, isIban } from '../../../src/domain/kernel/iban.js';
import { isRna, isSiren, isSiret, rna, siren, siret } from '../../../src/domain/kernel/identifiers.js';
import { awardId, obligationId, poleId } from '../../../src/domain/kernel/ids.js';
import { normaliseName } from '../../../src/domain/kernel/text.js';

const refusedAs = (code: string) => expect.objectContaining({ code });
const REGION = '23350001600040';
const LA_POSTE = '35600000009075';
const FICTITIOUS = 'FR1420041010050500013M02606';

/** A text with one digit replaced by another. */
const mistyped = (text: string) =>
  fc
    .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 9 }))
    .filter(([index]) => /\d/.test(text[index] ?? ''))
    .map(([index, shift]) => text.slice(0, index) + ((Number(text[index]) + shift) % 10) + text.slice(index + 1));

describe('SIREN, SIRET and RNA', () => {
  it.each([REGION, '35600000000048', LA_POSTE])('accept the SIRET %s', text => {
    expect(isSiret(text)).toBe(true);
  });

  it.each(['23350001600041', '35600000009076', '2335000160004', '233500016000400', '2335000160004X', ''])(
    'refuse the SIRET « %s »',
    text => {
      expect(() => siret(text)).toThrow(refusedAs('siret-invalid'));
    },
  );

  it.each(['0233500016', '2335000168', '23350001X', ''])('refuse « %s », whose key is that of a SIREN', text => {
    expect(isSiren(text)).toBe(false);
  });

  it.each([
    ['has a digit too many', '233500016000406'],
    ['has no SIREN in it', '23350001700048'],
  ])('refuse a SIRET whose key is right when it %s', (_what, text) => {
    expect(isSiret(text)).toBe(false);
  });

  it('keep the exception of La Poste to La Poste', () => {
    expect(isSiren('356000000')).toBe(true);
    expect(isSiret('23350001600005')).toBe(false);
  });

  it('refuse any one digit mistyped', () => {
    fc.assert(fc.property(mistyped(REGION), wrong => expect(isSiret(wrong)).toBe(false)));
    fc.assert(fc.property(mistyped('233500016'), wrong => expect(isSiren(wrong)).toBe(false)));
  });

  it('are read with the spaces that people type', () => {
    expect(siret('233 500 016 00040')).toBe(REGION);
    expect(siren('233\u00a0500\u202f016')).toBe('233500016');
    expect(rna(' w351234567 ')).toBe('W351234567');
  });

  it('accept the letter of an overseas RNA and refuse the malformed', () => {
    expect(isRna('W9G1234567')).toBe(true);
    for (const wrong of ['351234567', 'W35123456', 'W3512345678', 'WA51234567', 'XW351234567'])
      expect(() => rna(wrong)).toThrow(refusedAs('rna-invalid'));
    expect(() => siren('233500017')).toThrow(refusedAs('siren-invalid'));
  });
});

/** An account whose key is right, whatever its shape. */
function withKey(country: string, body: string): string {
  const value = [...`${body}${country}00`]
    .map(character => (/[0-9A-Z]/.test(character) ? parseInt(character, 36) : ''))
    .join('');
  const rest = [...value].reduce((sum, digit) => (sum * 10 + Number(digit)) % 97, 0);
  return `${country}${String(98 - rest).padStart(2, '0')}${body}`;
}

describe('IBAN and BIC', () => {
  it('accept the textbook accounts, spaces and small letters included', () => {
    expect(iban('fr14 2004 1010 0505 0001 3m02 606')).toBe(FICTITIOUS);
    expect(isIban('DE89370400440532013000')).toBe(true);
    expect(isIban(withKey('DE', '3704004405320130FR'))).toBe(true);
  });

  it('refuse any one digit mistyped', () => {
    fc.assert(fc.property(mistyped(FICTITIOUS), wrong => expect(isIban(wrong)).toBe(false)));
  });

  it('refuse a French account that has not 27 characters', () => {
    for (const wrong of [FICTITIOUS.slice(0, -1), `${FICTITIOUS}0`, 'FR14', '', '<script>'])
      expect(() => iban(wrong)).toThrow(refusedAs('iban-invalid'));
    expect(isIban(withKey('FR', '200410100505000'))).toBe(false);
  });

  it('refuse what has not the shape of an account, though its key be right', () => {
    expect(isIban(withKey('DE', '370400440532013000'))).toBe(true);
    for (const body of ['3704004405', '3'.repeat(31), '37040044053201-000', '370400440532013000\n'])
      expect({ body, accepted: isIban(withKey('DE', body)) }).toEqual({ body, accepted: false });
    expect(isIban(withKey('D', '370400440532013000'))).toBe(false);
  });

  it('know the lengths of a BIC', () => {
    expect(['TESTFRPP', 'TESTFRPPXXX', 'TESTFRP', 'TESTFRPPXX', '1234FRPP'].map(isBic)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('A name', () => {
  it('is put on one line and keeps its accents', () => {
    expect(normaliseName("  Pôle d'ESS\n du  pays de Fougères ")).toBe("Pôle d'ESS du pays de Fougères");
    expect(normaliseName('Po\u0302le')).toBe('Pôle');
    expect(normaliseName('Bâtir & Cie')).toBe('Bâtir & Cie');
    expect(normaliseName('x'.repeat(200))).toHaveLength(200);
  });

  it.each([
    ['<script>alert(1)</script>', 'name-markup'],
    ['a<b', 'name-markup'],
    ['nul\u0000', 'name-markup'],
    ['   ', 'name-empty'],
    ['x'.repeat(201), 'name-too-long'],
  ])('refuses %j', (text, code) => {
    expect(() => normaliseName(text)).toThrow(refusedAs(code));
  });
});

describe('An identifier of ours', () => {
  it.each([
    [poleId, 'de pôle'],
    [awardId, "d'attribution"],
    [obligationId, "d'échéance"],
  ])('malformed, says what it should have been (%#)', (parse, what) => {
    expect(() => parse('21')).toThrow(`L'identifiant ${what} est mal formé.`);
  });

  it('is a UUID in small letters', () => {
    expect(poleId('01920000-0000-7000-8000-000000000001')).toBe('01920000-0000-7000-8000-000000000001');
    for (const wrong of [
      '',
      '21',
      'x01920000-0000-7000-8000-000000000001',
      '01920000-0000-7000-8000-0000000000010',
      '01920000-0000-7000-8000-00000000000G',
      '01920000-0000-0000-8000-000000000001',
    ])
      expect(() => poleId(wrong)).toThrow(refusedAs('id-malformed'));
  });
});
