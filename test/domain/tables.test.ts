import { describe, expect, it } from '@jest/globals';
import type { Act, GateContext } from '../../src/domain/dossier/act.js';
import { actNamed, ACTS } from '../../src/domain/dossier/acts.js';
import { reglementFaults, tableFaults } from '../../src/domain/dossier/boot-check.js';
import { availableActs, closedBecause, subjectsOf } from '../../src/domain/dossier/decide.js';
import type { Expectation } from '../../src/domain/dossier/expectation.js';
import { EXPECTATIONS } from '../../src/domain/dossier/expectations.js';
import { isAlive } from '../../src/domain/lifecycle/slice.js';
import type { Machine } from '../../src/domain/dossier/machine.js';
import { MACHINES, machineOf } from '../../src/domain/dossier/machines.js';
import { bodiesOf } from '../../src/domain/dossier/parties.js';
import { ROLES, type Role } from '../../src/domain/dossier/roles.js';
import type { DossierState } from '../../src/domain/dossier/state.js';
import { TERMS } from '../../src/domain/reglement/terms.js';
import { declared, type DossierBuilder, GOOD_VOTE, onAgenda, someone, STUDY } from '../builders/dossier.js';
import { accountedFor, firstYearOver, RENEWAL } from '../builders/whole-life-dossiers.js';
import { EVERY_STATE } from '../builders/every-state.js';
import { POLE } from '../builders/subjects.js';

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
    ['an act that leads elsewhere', { leads: { award: ['ailleurs'] } }, /état inconnu « ailleurs »/],
    ['an act that leaves an unknown fact', { emits: ['autre-fait' as never] }, /fait inconnu « autre-fait »/],
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

  it('refuse an expectation that names an unknown act, or whose silence means nothing', () => {
    const decision = { ...EXPECTATIONS.decision, acts: [...EXPECTATIONS.decision.acts, 'inconnu'], silence: undefined };
    const { silence: _silence, ...mute } = decision;
    expect(tableFaults(ACTS, { ...EXPECTATIONS, decision: mute as Expectation })).toEqual([
      'Attente decision : acte inconnu « inconnu »',
      'Attente decision : silence sans effet',
    ]);
  });

  it('refuse a règlement that lacks a term or waives an absolute gate', () => {
    const { reglement } = declared().rules;
    const faults = reglementFaults({ ...reglement, terms: {}, waivableGates: ['executory'] }, EXPECTATIONS, ACTS);
    expect(faults).toHaveLength(TERMS.length + 1);
    expect(faults).toContain(`Règlement ${reglement.id} : délai « cofunding-decision » absent`);
  });
});

describe('an act', () => {
  /** What an address names last says what the act bears on. */
  function subjectIn(path: string): string {
    if (path.includes('/obligations/:obligationId')) return 'obligation';
    if (path.includes('/posts/:post')) return 'post';
    if (path.includes('/contributions/:contribution')) return 'contribution';
    if (path.includes('/instalments/:number')) return 'instalment';
    if (path.includes('/years/:year')) return 'report';
    return path.includes(':awardId') ? 'award' : 'pole';
  }

  it.each(ACTS.map(act => [act.name, act] as const))('%s bears on what its address names', (_name, act) => {
    expect(act.subject).toBe(subjectIn(act.path));
  });

  const rejected = { ...GOOD_VOTE, outcome: 'rejected', votesFor: 5, votesAgainst: 50 };
  it.each<[act: string, what: string, said: object, build: () => DossierBuilder, machines: readonly string[]]>([
    ['record-vote', 'a study', rejected, studyOnAgenda, ['award', 'prefiguration-study']],
    ['record-vote', 'a first convention', rejected, () => onAgenda(), ['award', 'lifecycle']],
    ['settle-cycle', 'a convention with an excess', {}, () => accountedFor(NOTHING_SPENT), ['award', 'recovery']],
    ['request-renewal', 'a convention', RENEWAL, () => firstYearOver().on('2029-02-01'), ['award', 'council-opinion']],
  ])('%s, on %s, moves the machines that it says, where it says', (name, _what, payload, build, machines) => {
    const act = actNamed(name);
    const dossier = build();
    const subject = act.subject === 'pole' ? POLE : dossier.award;
    const states = () =>
      new Map(MACHINES.map(machine => [machine.name, machine.current({ state: dossier.state, subject })]));
    const before = states();
    dossier.does(name, payload, { on: subject });
    const moved = [...states()].filter(([machine, state]) => state !== before.get(machine));
    expect(moved.map(([machine]) => machine).sort()).toEqual(machines);
    for (const [machine, state] of moved) {
      const own = machine === (act.machine ?? act.capability);
      expect(own ? act.to : act.leads?.[machine]).toContain(state);
    }
  });
});

function studyOnAgenda(): DossierBuilder {
  const dossier = declared().does('request-study-grant', STUDY);
  dossier.does('report-instruction', { favourable: false, report: 'R' });
  return dossier.does('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'Étude' });
}

const NOTHING_SPENT = { 'financial-report': { unspent: 3_500_000 } };
const SUBJECTS = ['award', 'instalment', 'report', 'post', 'contribution'] as const;
const made = new Map<string, DossierBuilder>();

/** The dossier of that name, made by the first test that looks at it: none changes it. */
function standing(name: string): DossierBuilder {
  const dossier = made.get(name) ?? EVERY_STATE[name]?.();
  if (!dossier) throw new Error(`Aucun dossier ${name}`);
  made.set(name, dossier);
  return dossier;
}

describe('the dossiers on which the table of acts is tried', () => {
  it('stand together in every state of every capability', () => {
    const stood = (machine: Machine) =>
      Object.keys(EVERY_STATE).flatMap(name => {
        const { state } = standing(name);
        const subjects = SUBJECTS.flatMap(subject => subjectsOf({ subject }, { state }));
        const owed = Object.keys(state.obligations).map(obligation => ({ kind: 'obligation' as const, obligation }));
        return [POLE, ...subjects, ...owed].map(subject => machine.current({ state, subject }));
      });
    for (const machine of MACHINES)
      expect(Object.keys(machine.states).filter(state => !stood(machine).includes(state))).toEqual([]);
  });
});

function isClosedByState(act: Act<never>, situation: Pick<GateContext, 'state' | 'subject'>): boolean {
  const current = machineOf(act).current(situation);
  const { status } = situation.state.lifecycle;
  const isOpenAfterEnd = act.afterEnd === 'always' || (act.afterEnd === 'until-closed' && status !== 'closed');
  const ended = !isAlive(status) && !isOpenAfterEnd;
  return ended || current === undefined || !act.from.includes(current);
}

describe.each(Object.keys(EVERY_STATE))('of a dossier %s', name => {
  it('every act is closed to every role that the table does not name', () => {
    const { state, rules, today } = standing(name);
    const strangers = (act: Act<never>) => (Object.keys(ROLES) as Role[]).filter(role => !act.roles.includes(role));
    const open = ACTS.flatMap(act =>
      subjectsOf(act, { state }).flatMap(subject =>
        strangers(act).flatMap(role => {
          const reasons = closedBecause(act, { state, rules, today, subject, actor: someone(role) });
          return reasons[0]?.code === 'forbidden-role' ? [] : [{ act: act.name, role }];
        }),
      ),
    );
    expect(open).toEqual([]);
  });

  it('to every role that the table names, every act is closed in the states that it does not name, and only there', () => {
    const { state, rules, today } = standing(name);
    const faults = ACTS.filter(({ name: act }) => act !== 'declare-initiative').flatMap(act =>
      subjectsOf(act, { state }).flatMap(subject =>
        act.roles.flatMap(role => {
          const codes = closedBecause(act, { state, rules, today, subject, actor: someone(role) }).map(
            reason => reason.code,
          );
          const isInPerimeter = codes[0] !== 'out-of-perimeter';
          const owes = subject.kind === 'obligation' ? state.obligations[subject.obligation]?.debtor.role : undefined;
          const anothers = act.party === 'debtor' && owes !== role;
          if (!isInPerimeter && !anothers && bodiesOf(state, act.party ?? 'project-owner', subject).length > 0)
            return [{ act: act.name, role, subject, refused: false }];
          const refused = codes.includes('wrong-state') || codes.includes('dossier-ended');
          const expected = isInPerimeter && isClosedByState(act, { state, subject });
          return refused === expected ? [] : [{ act: act.name, role, subject, refused }];
        }),
      ),
    );
    expect(faults).toEqual([]);
  });

  it('every open act says so without a reason, every closed one says why, in French', () => {
    const { state, rules, today } = standing(name);
    for (const { open, reasons } of availableActs(ACTS, { state, rules, today, actor: someone('instructor') }))
      expect(open ? reasons : reasons.map(reason => reason.message.length > 10)).toEqual(
        open ? [] : reasons.map(() => true),
      );
  });

  it('every gate says of its refusal whether nobody can lift it, as it says of itself', () => {
    const { state, rules, today } = standing(name);
    const refused = ACTS.flatMap(act =>
      subjectsOf(act, { state }).flatMap(subject =>
        act.gates.map(({ name: gate, absolute, check }) => {
          const refusal = check({ state, rules, today, subject, actor: someone('instructor') });
          return { gate, absolute, said: refusal === undefined ? absolute : (refusal.absolute ?? false) };
        }),
      ),
    );
    expect(refused.filter(({ absolute, said: isRefusalAbsolute }) => isRefusalAbsolute !== absolute)).toEqual([]);
  });

  it('deciding changes nothing', () => {
    const dossier = standing(name);
    const before: DossierState = structuredClone(dossier.state);
    for (const act of ACTS) dossier.refusals(act.name, {}, { by: someone('auditor') });
    expect(dossier.state).toEqual(before);
  });
});
