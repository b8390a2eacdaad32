import { INSTALMENT_GATES } from '../funded-year/gates.js';
import { lostRungs } from '../obligations/former-ranks.js';
import { ladderFaults, rungsOf, type Ladder, type LadderSet } from '../reglement/ladder.js';
import type { Reglement } from '../reglement/reglement.js';
import { TERMS } from '../reglement/terms.js';
import type { Act } from './act.js';
import type { AnyExpectation } from './expectation.js';
import type { Machine } from './machine.js';
import { MACHINES } from './machines.js';
import { EVENT_TYPES } from './state.js';

/** Faults of the tables, each in one sentence; none when the house may start. */
export function tableFaults(
  acts: readonly Act<never>[],
  expectations: Readonly<Record<string, AnyExpectation>>,
  machines: readonly Machine[] = MACHINES,
): readonly string[] {
  return [
    ...duplicates(acts),
    ...acts.flatMap(act => actFaults(act, machines)),
    ...machines.flatMap(machine => unreachable(machine, acts)),
    ...Object.entries(expectations).flatMap(([kind, line]) => expectationFaults(kind, line, acts)),
  ];
}

function duplicates(acts: readonly Act<never>[]): readonly string[] {
  const names = acts.map(act => act.name);
  return names.filter((name, index) => names.indexOf(name) !== index).map(name => `Acte déclaré deux fois : ${name}`);
}

function actFaults(act: Act<never>, machines: readonly Machine[]): readonly string[] {
  const name = act.machine ?? act.capability;
  const machine = machines.find(candidate => candidate.name === name);
  if (!machine) return [`${act.name} : aucune machine pour ${name}`];
  const unknown = [...act.from, ...act.to].filter(state => !Object.hasOwn(machine.states, state));
  const led = Object.entries(act.leads ?? {}).flatMap(([other, states]) => {
    const target = machines.find(candidate => candidate.name === other);
    return states.filter(state => !target || !Object.hasOwn(target.states, state));
  });
  unknown.push(...led);
  return [
    ...(act.label === '' ? [`${act.name} : sans libellé`] : []),
    ...(act.roles.length === 0 ? [`${act.name} : sans rôle`] : []),
    ...(act.emits.length === 0 ? [`${act.name} : ne laisse aucun fait`] : []),
    ...unknown.map(state => `${act.name} : état inconnu « ${state} » de ${act.capability}`),
    ...act.emits
      .filter(type => !Object.hasOwn(EVENT_TYPES, type))
      .map(type => `${act.name} : fait inconnu « ${type} »`),
  ];
}

function unreachable(machine: Machine, acts: readonly Act<never>[]): readonly string[] {
  const own = acts.filter(act => (act.machine ?? act.capability) === machine.name);
  const reached = new Set([machine.initial, ...(machine.byTheStory ?? [])]);
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const act of own) if (act.from.some(state => reached.has(state))) act.to.forEach(state => reached.add(state));
    for (const act of acts) act.leads?.[machine.name]?.forEach(state => reached.add(state));
  }
  return Object.keys(machine.states)
    .filter(state => !reached.has(state))
    .map(state => `${machine.name} : état « ${state} » que rien n'atteint`);
}

/** What comes of the calendar alone may be listened to, though no act meets it. */
const isTheCalendars = ({ nature, acts }: AnyExpectation) => nature === 'possible' && acts.length === 0;

function expectationFaults(kind: string, line: AnyExpectation, acts: readonly Act<never>[]): readonly string[] {
  const doing = acts.filter(act => line.acts.includes(act.name));
  const unknown = line.acts.filter(name => !acts.some(act => act.name === name));
  const types = Object.keys(line.metBy);
  const meetable = types.some(type => doing.some(act => (act.emits as readonly string[]).includes(type)));
  return [
    ...unknown.map(name => `Attente ${kind} : acte inconnu « ${name} »`),
    ...(meetable || isTheCalendars(line) ? [] : [`Attente ${kind} : aucun acte ne peut y répondre`]),
    ...(line.nature === 'owed' && line.whenDue === 'silence' && !line.silence
      ? [`Attente ${kind} : silence sans effet`]
      : []),
  ];
}

/** The ladders that the table of expectations names. */
function laddersUsed(expectations: Readonly<Record<string, AnyExpectation>>): readonly string[] {
  const named = Object.values(expectations).flatMap(line =>
    line.nature === 'owed' && line.ladder ? [line.ladder] : [],
  );
  return [...new Set(named)];
}

/** What cannot work in ladders; once they can be climbed, the rungs that dossiers have reached and they lack. */
function rungFaults(origin: string, ladders: Readonly<Record<string, Ladder>>): readonly string[] {
  const faults = ladderFaults(ladders);
  return faults.length > 0 ? faults : lostRungs(origin, name => rungsOf(ladders, name));
}

/** What cannot work in a set of ladders: one that the tables name and it lacks, and the faults of each. */
export function ladderSetFaults(
  { id, ladders }: LadderSet,
  expectations: Readonly<Record<string, AnyExpectation>>,
): readonly string[] {
  const lacking = laddersUsed(expectations).filter(name => !Object.hasOwn(ladders, name));
  return [...lacking.map(name => `échelle « ${name} » absente`), ...rungFaults(id, ladders)].map(
    fault => `Échelles ${id} : ${fault}`,
  );
}

/** Terms, ladders and gates that the tables need and a règlement lacks. */
export function reglementFaults(
  reglement: Reglement,
  expectations: Readonly<Record<string, AnyExpectation>>,
  acts: readonly Act<never>[],
): readonly string[] {
  const waivable = acts.flatMap(act => act.gates.filter(gate => !gate.absolute).map(gate => gate.name));
  const gates = new Set(INSTALMENT_GATES.map(gate => gate.name));
  const conditions = [...reglement.instalments, ...reglement.studyInstalments].flatMap(rule => [
    ...rule.conditions,
    ...rule.firstYearConditions,
  ]);
  const faults = [
    ...TERMS.filter(term => !Object.hasOwn(reglement.terms, term)).map(term => `délai « ${term} » absent`),
    ...laddersUsed(expectations)
      .filter(name => !Object.hasOwn(reglement.ladders, name))
      .map(name => `échelle « ${name} » absente`),
    ...reglement.waivableGates
      .filter(gate => !waivable.includes(gate))
      .map(gate => `blocage « ${gate} » inconnu ou absolu`),
    ...conditions
      .filter(condition => !gates.has(condition))
      .map(condition => `condition de versement « ${condition} » inconnue`),
    ...rungFaults(reglement.id, reglement.ladders),
  ];
  return faults.map(fault => `Règlement ${reglement.id} : ${fault}`);
}
