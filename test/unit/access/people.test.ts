import { describe, expect, it } from '@jest/globals';
import { chooseActor, NotAuthorisedError } from '../../../src/access/people.js';
import { actNamed } from '../../../src/domain/dossier/acts.js';
import type { Actor } from '../../../src/domain/dossier/roles.js';
import { CARRIER, DossierBuilder } from '../../builders/dossier.js';

describe('the role in which someone acts', () => {
  const dossier = new DossierBuilder('2026-02-02').does('declare-initiative', {
    paysCodes: ['02'],
    initiator: 'ess-actors',
    groupName: 'Groupe fictif',
    groupSiret: CARRIER,
  });
  const actor = (role: Actor['role'], pays: readonly string[] = []): Actor => ({
    account: 'someone',
    role,
    bodies: [],
    pays,
  });
  const chosen = (actors: readonly Actor[]) =>
    chooseActor(actors, actNamed('give-opinion'), {
      ...{ state: dossier.state, subject: { kind: 'pole' }, rules: dossier.rules, today: dossier.today },
    });

  it('is the first that may do the act on this dossier', () => {
    const elsewhere = actor('council', ['01']);
    const here = actor('council', ['02']);
    expect(chosen([actor('auditor'), elsewhere, here])).toBe(here);
  });

  it('is, when none may, the one whose refusal says most', () => {
    const elsewhere = actor('council', ['01']);
    expect(chosen([actor('auditor'), elsewhere])).toBe(elsewhere);
    const auditor = actor('auditor');
    expect(chosen([auditor])).toBe(auditor);
  });

  it('does not exist without a role', () => {
    expect(() => chosen([])).toThrow(NotAuthorisedError);
  });
});
