import { describe, expect, it } from '@jest/globals';
import { ACTS } from '../../src/domain/dossier/acts.js';
import { reglementFaults } from '../../src/domain/dossier/boot-check.js';
import { availableActs, subjectsOf } from '../../src/domain/dossier/decide.js';
import { EXPECTATIONS } from '../../src/domain/dossier/expectations.js';
import { dueOf } from '../../src/domain/dossier/owing.js';
import { isInPerimeter } from '../../src/domain/dossier/parties.js';
import { mayRead } from '../../src/domain/dossier/reading.js';
import { ENGINE } from '../../src/domain/dossier/roles.js';
import { because, CARRIER, declared, prepared, requested, someone } from '../builders/dossier.js';
import { POLE } from '../builders/subjects.js';
import { firstYearOver } from '../builders/whole-life-dossiers.js';

describe('an act', () => {
  it('is never done by the engine in the place of a person', () => {
    expect(declared().refusals('skip-study', because, { by: ENGINE })).toEqual(['forbidden-role']);
  });

  it('is offered on what it bears on: the pôle, or the one report that its address names', () => {
    const { state } = firstYearOver();
    expect(subjectsOf({ subject: 'pole' }, { state })).toEqual([{ kind: 'pole' }]);
    const reports = subjectsOf({ subject: 'report', report: 'indicators' }, { state });
    expect(new Set(reports.map(on => on.kind === 'report' && on.report))).toEqual(new Set(['indicators']));
    expect(subjectsOf({ subject: 'report' }, { state }).length).toBeGreaterThan(1);
  });

  it('that creates the dossier is not offered on it; one that is open says so, one that is closed does not', () => {
    const { state, rules, today } = declared();
    const offered = availableActs(ACTS, { state, rules, today, actor: someone('instructor') });
    expect(offered.map(({ act }) => act.name)).not.toContain('declare-initiative');
    expect(offered.find(({ act }) => act.name === 'skip-study')?.open).toBe(true);
    expect(offered.find(({ act }) => act.name === 'suspend-dossier')?.open).toBe(false);
  });
});

describe('a dossier of several pays', () => {
  const { state, rules, today } = prepared();
  const wide = { ...state, initiative: { ...state.initiative, paysCodes: ['02', '05'] } };

  it('is open to the council of any of them', () => {
    for (const pays of [['02'], ['05']]) {
      const actor = { ...someone('council'), pays };
      expect(mayRead(wide, actor)).toBe(true);
      expect(isInPerimeter({ state: wide, rules, today, actor, subject: POLE }, 'council')).toBe(true);
    }
    expect(mayRead(wide, { ...someone('council'), pays: ['09'] })).toBe(false);
  });
});

describe('several bodies that hold a part', () => {
  it('each act for it', () => {
    const { state, rules, today } = prepared();
    const two = { ...state, initiative: { ...state.initiative, group: '99990901200009' } };
    const actor = { ...someone('carrier'), bodies: [CARRIER] };
    expect(isInPerimeter({ state: two, rules, today, actor, subject: POLE }, undefined)).toBe(true);
  });
});

describe('a suspension', () => {
  it('puts off what is owed, and not what falls by silence', () => {
    const dossier = requested();
    const key = `decision/${dossier.award.award}`;
    const before = dueOf(key, dossier.state, dossier.rules)?.on;
    dossier.does('suspend-dossier', because, { by: someone('manager') });
    expect(before).toBeDefined();
    expect(dueOf(key, dossier.state, dossier.rules)?.on).toBe(before);
    expect(dueOf(`acknowledgement/${dossier.award.award}`, dossier.state, dossier.rules)?.on).toBeNull();
  });
});

describe('the boot', () => {
  it('says each fault of a règlement in one sentence, with its name', () => {
    const { reglement } = declared().rules;
    const [line] = reglement.instalments;
    const broken = {
      ...reglement,
      terms: Object.fromEntries(Object.entries(reglement.terms).filter(([name]) => name !== 'hiring')),
      ladders: {},
      waivableGates: ['executory'],
      instalments: [{ ...line, conditions: ['full-moon'] }],
    };
    expect(reglementFaults(broken as unknown as typeof reglement, EXPECTATIONS, ACTS)).toEqual([
      `Règlement ${reglement.id} : délai « hiring » absent`,
      ...['default', 'short', 'watch', 'payment', 'partner', 'opportunity'].map(
        name => `Règlement ${reglement.id} : échelle « ${name} » absente`,
      ),
      `Règlement ${reglement.id} : blocage « executory » inconnu ou absolu`,
      `Règlement ${reglement.id} : condition de versement « full-moon » inconnue`,
    ]);
  });
});
