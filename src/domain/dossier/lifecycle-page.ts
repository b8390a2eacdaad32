import type { Act } from './act.js';
import { ACTS } from './acts.js';
import type { AnyExpectation } from './expectation.js';
import { EXPECTATIONS } from './expectations.js';
import type { Machine } from './machine.js';
import { MACHINES } from './machines.js';
import { roleLabel } from './roles.js';
import { EVENT_TYPES, type EventName } from './state.js';

const WHEN_DUE = { remind: 'rappels', escalate: 'escalade', silence: 'décision par silence' } as const;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const code = (state: string) => state.replaceAll('-', '_');

function diagram(machine: Machine, acts: readonly Act<never>[]): string {
  const states = Object.entries(machine.states).map(([state, label]) => `  state "${label}" as ${code(state)}`);
  const moves = acts.flatMap(act =>
    act.from.flatMap(from =>
      act.to.filter(to => to !== from).map(to => `  ${code(from)} --> ${code(to)}: ${act.label}`),
    ),
  );
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...states,
    `  [*] --> ${code(machine.initial)}`,
    ...new Set(moves),
    '```',
  ].join('\n');
}

function actRow(act: Act<never>, machine: Machine): readonly string[] {
  return [
    `${act.label} (\`${act.name}\`)`,
    act.roles.map(roleLabel).join(', '),
    act.from.map(state => machine.states[state] ?? state).join(', '),
    act.gates.map(gate => `\`${gate.name}\` (${gate.absolute ? 'absolu' : 'levable'})`).join(', ') || '—',
    act.emits.map(type => EVENT_TYPES[type].label).join(', '),
    `\`POST /api${act.path}\``,
  ];
}

function expectationRow([kind, line]: readonly [string, AnyExpectation]): readonly string[] {
  return [
    `${line.label} (\`${kind}\`)`,
    line.nature === 'owed' ? 'dû' : 'possible',
    line.whenDue === undefined ? '—' : WHEN_DUE[line.whenDue],
    Object.keys(line.metBy)
      .map(type => EVENT_TYPES[type as EventName].label)
      .join(', '),
    line.acts.map(name => `\`${name}\``).join(', '),
  ];
}

function section(machine: Machine): string {
  const acts = ACTS.filter(act => (act.machine ?? act.capability) === machine.name);
  const expectations = Object.entries<AnyExpectation>(EXPECTATIONS).filter(
    ([, line]) => line.capability === machine.capability,
  );
  const head = ['Acte', 'Revient à', 'Ouvert en', 'Blocages', 'Laisse', 'Adresse'];
  return [
    `## ${machine.label}`,
    diagram(machine, acts),
    table(
      head,
      acts.map(act => actRow(act, machine)),
    ),
    ...(expectations.length === 0
      ? []
      : [table(['Attente', 'Nature', 'À l’échéance', 'Tenue par', 'Actes'], expectations.map(expectationRow))]),
  ].join('\n\n');
}

/** The page of the lifecycle, in French, made from the tables of acts, of expectations and of states. */
export function lifecyclePage(): string {
  return [
    '# La vie d’un pôle',
    'Page produite par `npm run docs:lifecycle` à partir des tables du domaine ; ne pas la modifier à la main.',
    ...MACHINES.map(section),
    '',
  ].join('\n\n');
}
