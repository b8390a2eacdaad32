import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEMO_ACCOUNTS, DEMO_SIRETS, demoSiret } from '../../../src/access/demo-accounts.js';
import { ROLES } from '../../../src/domain/dossier/roles.js';
import { isSiret } from '../../../src/domain/kernel/identifiers.js';

describe('the people of the demonstration', () => {
  it('hold every role, under one account each', () => {
    expect(new Set(DEMO_ACCOUNTS.map(demoAccount => demoAccount.role))).toEqual(new Set(Object.keys(ROLES)));
    expect(new Set(DEMO_ACCOUNTS.map(demoAccount => demoAccount.account)).size).toBe(DEMO_ACCOUNTS.length);
  });

  it('are two where an act asks for two people', () => {
    const many = (role: string) => DEMO_ACCOUNTS.filter(demoAccount => demoAccount.role === role).length;
    expect([many('instructor'), many('manager'), many('carrier')]).toEqual([2, 2, 3]);
  });

  it('speak for the 21 pays, or for Brest alone', () => {
    const pays = (account: string) => DEMO_ACCOUNTS.find(demoAccount => demoAccount.account === account)?.pays;
    expect(pays('conseil-de-developpement')).toHaveLength(21);
    expect(pays('conseil-de-developpement')?.[20]).toBe('21');
    expect(pays('conseil-brest')).toEqual(['02']);
  });

  it('act for bodies whose SIRET is right and plainly fictitious', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), n => {
        expect(isSiret(demoSiret(n))).toBe(true);
        expect(demoSiret(n)).toMatch(/^9999\d{10}$/);
      }),
    );
  });

  it('share no body with a stranger, and no number is taken outside the fictitious range', () => {
    const { carriers, bearers, strangers } = DEMO_SIRETS;
    const all = [...carriers, ...bearers, ...strangers];
    expect(new Set(all).size).toBe(all.length);
    for (const n of [-1, 10_000, 1.5]) expect(() => demoSiret(n)).toThrow('SIRET fictif');
  });
});
