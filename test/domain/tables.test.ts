import { describe, expect, it } from '@jest/globals';
import type { Act } from '../../src/domain/dossier/act.js';
import { ACTS } from '../../src/domain/dossier/acts.js';
import { reglementFaults, tableFaults } from '../../src/domain/dossier/boot-check.js';
import { availableActs, closedBecause, subjectsOf } from '../../src/domain/dossier/decide.js';
import { EXPECTATIONS } from '../../src/domain/dossier/expectations.js';
import { machineOf } from '../../src/domain/dossier/machines.js';
import { ROLES, type Role } from '../../src/domain/dossier/roles.js';
import type { DossierState } from '../../src/domain/dossier/state.js';
import { TERMS } from '../../src/reglement/terms.js';
import {
  declared,
  inForce,
  onAgenda,
  prepared,
  requested,
  someone,
  voted,
  type DossierBuilder,
  because,
} from '../builders/dossier.js';

const anAct = ACTS[1] as Act<never>;
const faultsWith = (change: Partial<Act<never>>) =>
  tableFaults([...ACTS.slice(1), { ...anAct, name: 'autre', ...change }], EXPECTATIONS);

describe('the tables, checked at boot', () => {
  it('hold together', () => {
    expect(tableFaults(ACTS, EXPECTATIONS)).toEqual([]);
  });

  it.each<[string, Partial<Act<never>>, RegExp]>([
    ['an act without a label', { label: '' }, /sans libellé/],
    ['an act without a role', { roles: [] }, /sans rôle/],
    ['an act that leaves nothing', { emits: [] }, /ne laisse aucun fait/],
    ['an unknown target', { to: ['ailleurs'] }, /état inconnu « ailleurs »/],
    ['an act declared twice', { name: 'skip-study' }, /déclaré deux fois/],
  ])('refuse %s', (_name, change, fault) => {
    expect(faultsWith(change)).toEqual(expect.arrayContaining([expect.stringMatching(fault)]));
  });

  it('refuse an expectation that no act can meet, and a state that nothing reaches', () => {
    const without = (name: string) => ACTS.filter(act => act.name !== name);
    expect(tableFaults(without('form-local-group'), EXPECTATIONS)).toEqual(
      expect.arrayContaining([expect.stringContaining('Attente local-group : aucun acte ne peut y répondre')]),
    );
    expect(tableFaults(without('skip-study'), EXPECTATIONS)).toEqual(
      expect.arrayContaining([expect.stringContaining("« skipped » que rien n'atteint")]),
    );
  });

  it('refuse a règlement that lacks a term or waives an absolute gate', () => {
    const { reglement } = declared().rules;
    const faults = reglementFaults(
      { ...reglement, terms: {}, waivableGates: ['executory'] },
      TERMS,
      EXPECTATIONS,
      ACTS,
    );
    expect(faults).toHaveLength(TERMS.length + 1);
  });
});

const DOSSIERS: Readonly<Record<string, DossierBuilder>> = {
  declared: declared(),
  prepared: prepared(),
  requested: requested(),
  'on agenda': onAgenda(),
  voted: voted(),
  'in force': inForce(),
  withdrawn: declared().does('withdraw-project', because),
};

describe.each(Object.entries(DOSSIERS))('of a dossier %s', (_name, dossier) => {
  const { state, rules, today } = dossier;

  it('every act is closed to every role that the table does not name', () => {
    for (const act of ACTS)
      for (const role of (Object.keys(ROLES) as Role[]).filter(one => !act.roles.includes(one)))
        for (const subject of subjectsOf(act, { state }))
          expect(closedBecause(act, { state, rules, today, subject, actor: someone(role) })[0]?.code).toBe(
            'forbidden-role',
          );
  });

  it('every act is closed in every state that the table does not name', () => {
    for (const act of ACTS.filter(one => one.name !== 'declare-initiative'))
      for (const subject of subjectsOf(act, { state })) {
        const current = machineOf(act.capability).current({ state, subject });
        const actor = someone(act.roles.includes('instructor') ? 'instructor' : (act.roles[0] ?? 'manager'));
        const codes = closedBecause(act, { state, rules, today, subject, actor }).map(one => one.code);
        const inState = current !== undefined && act.from.includes(current);
        const ended = state.lifecycle.status !== 'alive' && !act.afterEnd;
        const stateRefused = codes.includes('wrong-state') || codes.includes('dossier-ended');
        expect({ act: act.name, refused: stateRefused }).toEqual({ act: act.name, refused: ended || !inState });
      }
  });

  it('every open act says so without a reason, every closed one says why, in French', () => {
    for (const { open, reasons } of availableActs(ACTS, { state, rules, today, actor: someone('instructor') }))
      expect(open ? reasons : reasons.map(one => one.message.length > 10)).toEqual(open ? [] : reasons.map(() => true));
  });

  it('deciding changes nothing', () => {
    const before: DossierState = structuredClone(dossier.state);
    for (const act of ACTS) dossier.refusals(act.name, {}, { by: someone('auditor') });
    expect(dossier.state).toEqual(before);
  });
});
