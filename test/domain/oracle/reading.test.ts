import { describe, expect, it } from '@jest/globals';
import { isFor } from '../../../src/domain/dossier/private-reading.js';
import { PURPOSES, type PurposeName } from '../../../src/domain/dossier/private-purposes.js';
import type { Role } from '../../../src/domain/dossier/roles.js';
import { casesOf } from './oracle.js';

interface Given {
  readonly what: PurposeName;
  readonly role: string;
}

const ROLES: Readonly<Record<string, Role>> = { owner: 'carrier', cress: 'adviser', finance: 'finance' };

describe('who reads what was written, as worked by hand from the texts', () => {
  const cases = casesOf<Given, { readonly readable: boolean }>('reading');

  it.each(cases.map(worked => [worked.id, worked.title, worked] as const))('%s: %s', (_id, _title, worked) => {
    const { what, role } = worked.given;
    expect(Object.keys(PURPOSES)).toContain(what);
    expect(isFor(what, { role: ROLES[role] ?? 'auditor' })).toBe(worked.expected.readable);
  });
});
