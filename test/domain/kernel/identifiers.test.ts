import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { iban, isBic, isIban } from '../../../src/domain/kernel/iban.js';
import { isRna, isSiren, isSiret, rna, siren, siret } from '../../../src/domain/kernel/identifiers.js';
import { poleId } from '../../../src/domain/kernel/ids.js';
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
    for (const wrong of ['351234567', 'W35123456', 'W3512345678', 'WA51234567'])
      expect(() => rna(wrong)).toThrow(refusedAs('rna-invalid'));
    expect(() => siren('233500017')).toThrow(refusedAs('siren-invalid'));
  });
});

describe('IBAN and BIC', () => {
  it('accept the textbook accounts, spaces and small letters included', () => {
    expect(iban('fr14 2004 1010 0505 0001 3m02 606')).toBe(FICTITIOUS);
    expect(isIban('DE89370400440532013000')).toBe(true);
  });

  it('refuse any one digit mistyped', () => {
    fc.assert(fc.property(mistyped(FICTITIOUS), wrong => expect(isIban(wrong)).toBe(false)));
  });

  it('refuse a French account that has not 27 characters', () => {
    for (const wrong of [FICTITIOUS.slice(0, -1), `${FICTITIOUS}0`, 'FR14', '', '<script>'])
      expect(() => iban(wrong)).toThrow(refusedAs('iban-invalid'));
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
  it('is a UUID in small letters', () => {
    expect(poleId('01920000-0000-7000-8000-000000000001')).toBe('01920000-0000-7000-8000-000000000001');
    for (const wrong of ['', '21', '01920000-0000-7000-8000-00000000000G', '01920000-0000-0000-8000-000000000001'])
      expect(() => poleId(wrong)).toThrow(refusedAs('id-malformed'));
  });
});
