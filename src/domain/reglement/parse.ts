import { parseEuros } from '../kernel/cents.js';
import { civilDate } from '../kernel/civil-date.js';
import { REPORT_KINDS, VACANCY_MODES } from './reglement.js';
import type { LegalTexts, ReferenceDocument, Reglement, SurplusClause } from './reglement.js';

type Json = Record<string, unknown>;

const UNITS = ['days', 'workingDays', 'months', 'years'];

function at(value: unknown, path: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${path} : un objet est attendu`);
  return value as Json;
}

function list(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`${path} : une liste est attendue`);
  return value;
}

function integer(value: unknown, path: string, least = 0): number {
  if (!Number.isSafeInteger(value) || (value as number) < least)
    throw new Error(`${path} : un entier ≥ ${least} est attendu`);
  return value as number;
}

function text(value: unknown, path: string): string {
  if (typeof value !== 'string' || value === '') throw new Error(`${path} : un texte est attendu`);
  return value;
}

function oneOf<T extends string>(value: unknown, allowed: readonly T[], path: string): T {
  const given = text(value, path);
  const found = allowed.find(one => one === given);
  if (!found) throw new Error(`${path} : « ${given} » n'est pas parmi ${allowed.join(', ')}`);
  return found;
}

function inForce(value: unknown, path: string) {
  const dates = at(value, path);
  return {
    from: civilDate(text(dates['from'], `${path}/from`)),
    to: dates['to'] === null ? null : civilDate(text(dates['to'], `${path}/to`)),
  };
}

function delay(value: unknown, path: string) {
  const given = at(value, path);
  if (typeof given['startDayCounted'] !== 'boolean' || typeof given['rollOver'] !== 'boolean')
    throw new Error(`${path} : startDayCounted et rollOver sont des booléens`);
  return {
    length: integer(given['length'], `${path}/length`, 1),
    unit: oneOf(given['unit'], UNITS, `${path}/unit`) as 'days' | 'workingDays' | 'months' | 'years',
    startDayCounted: given['startDayCounted'],
    rollOver: given['rollOver'],
    source: text(given['source'], `${path}/source`),
  };
}

function texts(value: unknown, path: string): readonly string[] {
  return list(value, path).map((one, index) => text(one, `${path}/${index}`));
}

function mapOf<T>(value: unknown, path: string, each: (value: unknown, path: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(at(value, path)).map(([key, one]) => [key, each(one, `${path}/${key}`)]));
}

function instalment(value: unknown, path: string, conditions: readonly string[]) {
  const given = at(value, path);
  const conditionList = (name: string) =>
    list(given[name], `${path}/${name}`).map(one => oneOf(one, conditions, `${path}/${name}`)) as never[];
  return {
    number: integer(given['number'], `${path}/number`, 1),
    kind: oneOf(given['kind'], ['advance', 'balance'] as const, `${path}/kind`),
    weight: integer(given['weight'], `${path}/weight`, 1),
    firstYearConditions: conditionList('firstYearConditions'),
    conditions: conditionList('conditions'),
  };
}

function rung(value: unknown, path: string) {
  const given = at(value, path);
  if (!Number.isSafeInteger(given['offset'])) throw new Error(`${path}/offset : un entier est attendu`);
  return {
    offset: given['offset'] as number,
    recipients: list(given['recipients'], `${path}/recipients`).map(one =>
      oneOf(one, ['debtor', 'adviser', 'instructor', 'manager'] as const, `${path}/recipients`),
    ),
    template: text(given['template'], `${path}/template`),
  };
}

function ladder(value: unknown, path: string) {
  const rungs = list(value, path).map((one, index) => rung(one, `${path}/${index}`));
  if (rungs.some((one, index) => index > 0 && one.offset <= (rungs[index - 1]?.offset ?? -Infinity)))
    throw new Error(`${path} : les échelons vont du plus tôt au plus tard`);
  return rungs;
}

function surplus(value: unknown, path: string): SurplusClause {
  const given = at(value, path);
  const kind = oneOf(given['kind'], ['none', 'all', 'percent', 'up-to'] as const, `${path}/kind`);
  if (kind === 'percent') return { kind, percent: integer(given['percent'], `${path}/percent`) };
  if (kind === 'up-to') return { kind, amount: parseEuros(text(given['amount'], `${path}/amount`)) };
  return { kind };
}

function yesOrNo(value: unknown, path: string): boolean {
  if (typeof value !== 'boolean') throw new Error(`${path} : oui ou non est attendu`);
  return value;
}

function reportKinds(value: unknown, path: string) {
  return texts(value, path).map((one, index) => oneOf(one, REPORT_KINDS, `${path}/${index}`));
}

/** What a règlement says of the accounts that are owed for its money, and of what may happen on the way. */
function accountability(given: Json) {
  const vacancy = at(given['vacancy'], '/vacancy');
  const renewal = at(given['renewal'], '/renewal');
  return {
    reports: reportKinds(given['reports'], '/reports'),
    studyReports: reportKinds(given['studyReports'], '/studyReports'),
    reviewedReports: reportKinds(given['reviewedReports'], '/reviewedReports'),
    referenceDocument: text(given['referenceDocument'], '/referenceDocument'),
    amountMode: oneOf(given['amountMode'], ['flat', 'proportional'] as const, '/amountMode'),
    surplus: surplus(given['surplus'], '/surplus'),
    vacancy: {
      mode: oneOf(vacancy['mode'], VACANCY_MODES, '/vacancy/mode'),
      toleratedDays: integer(vacancy['toleratedDays'], '/vacancy/toleratedDays'),
    },
    earlyEnd: oneOf(given['earlyEnd'], ['pro-rata', 'nothing'] as const, '/earlyEnd'),
    renewal: {
      opensMonthsBefore: integer(renewal['opensMonthsBefore'], '/renewal/opensMonthsBefore', 1),
      evaluationMonthsBefore: integer(renewal['evaluationMonthsBefore'], '/renewal/evaluationMonthsBefore', 1),
      councilOpinion: yesOrNo(renewal['councilOpinion'], '/renewal/councilOpinion'),
    },
  };
}

/** A règlement read from its file. Refuses, with the path of the fault, whatever the rules could not live with. */
export function parseReglement(value: unknown, conditions: readonly string[]): Reglement {
  const given = at(value, '');
  const clause = at(given['paymentClause'], '/paymentClause');
  return {
    id: text(given['id'], '/id'),
    label: text(given['label'], '/label'),
    status: oneOf(given['status'], ['adopted', 'to-confirm'] as const, '/status'),
    inForce: inForce(given['inForce'], '/inForce'),
    yearlyCeiling: parseEuros(text(given['yearlyCeiling'], '/yearlyCeiling')),
    years: integer(given['years'], '/years', 1),
    studyCeiling: parseEuros(text(given['studyCeiling'], '/studyCeiling')),
    voteMode: oneOf(given['voteMode'], ['once', 'yearly'] as const, '/voteMode'),
    instalments: list(given['instalments'], '/instalments').map((one, index) =>
      instalment(one, `/instalments/${index}`, conditions),
    ),
    studyInstalments: list(given['studyInstalments'], '/studyInstalments').map((one, index) =>
      instalment(one, `/studyInstalments/${index}`, conditions),
    ),
    ...accountability(given),
    reportGraceDays: integer(given['reportGraceDays'], '/reportGraceDays'),
    paymentClause: {
      mode: oneOf(clause['mode'], ['statutory', 'dates-fixed-by-convention'] as const, '/paymentClause/mode'),
    },
    pieces: mapOf(given['pieces'], '/pieces', texts),
    terms: mapOf(given['terms'], '/terms', delay),
    ladders: mapOf(given['ladders'], '/ladders', ladder),
    cofunders: texts(given['cofunders'], '/cofunders'),
    waivableGates: texts(given['waivableGates'], '/waivableGates'),
  };
}

/** A document de référence read from its file. Refuses, with the path of the fault, what is malformed. */
export function parseDocument(value: unknown): ReferenceDocument {
  const given = at(value, '');
  return {
    id: text(given['id'], '/id'),
    label: text(given['label'], '/label'),
    axes: list(given['axes'], '/axes').map((one, index) => ({
      code: text(at(one, `/axes/${index}`)['code'], `/axes/${index}/code`),
      label: text(at(one, `/axes/${index}`)['label'], `/axes/${index}/label`),
    })),
    indicators: list(given['indicators'], '/indicators').map((one, index) => indicator(one, `/indicators/${index}`)),
  };
}

function indicator(value: unknown, path: string) {
  const given = at(value, path);
  return {
    code: text(given['code'], `${path}/code`),
    label: text(given['label'], `${path}/label`),
    unit: text(given['unit'], `${path}/unit`),
    direction: oneOf(given['direction'], ['up', 'down', 'neutral'] as const, `${path}/direction`),
  };
}

function requirement(value: unknown, path: string) {
  const given = at(value, path);
  return {
    id: text(given['id'], `${path}/id`),
    source: text(given['source'], `${path}/source`),
    inForce: inForce(given['inForce'], `${path}/inForce`),
  };
}

/** The legal texts read from their file. Refuses, with the path of the fault, what is malformed. */
export function parseLaw(value: unknown): LegalTexts {
  const given = at(value, '');
  const each = <T>(name: string, parse: (value: unknown, path: string) => T) =>
    list(given[name], `/${name}`).map((one, index) => parse(one, `/${name}/${index}`));
  return {
    delays: each('delays', (one, path) => ({
      ...requirement(one, path),
      ...delay(one, path),
      startEvent: text(at(one, path)['startEvent'], `${path}/startEvent`),
    })),
    thresholds: each('thresholds', (one, path) => ({
      ...requirement(one, path),
      amount: parseEuros(text(at(one, path)['amount'], `${path}/amount`)),
    })),
    requirements: each('requirements', requirement),
  };
}
