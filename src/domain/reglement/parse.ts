import { parseEuros, type Cents } from '../kernel/cents.js';
import { isCivilDate, type CivilDate } from '../kernel/civil-date.js';
import { DomainError } from '../kernel/domain-error.js';
import { CHANNELS, RUNG_RECIPIENTS, RUNG_UNITS, type LadderSet } from './ladder.js';
import { INSTALMENT_CONDITIONS, REPORT_KINDS, VACANCY_MODES } from './reglement.js';
import type { LegalTexts, ReferenceDocument, Reglement, SurplusClause } from './reglement.js';

type Json = Record<string, unknown>;
type Reader<T> = (value: unknown, path: string) => T;

const UNITS = ['days', 'workingDays', 'months', 'years'] as const;

function at(value: unknown, path: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${path} : un objet est attendu`);
  return value as Json;
}

function listOf<T>(value: unknown, path: string, each: Reader<T>): readonly T[] {
  if (!Array.isArray(value)) throw new Error(`${path} : une liste est attendue`);
  return value.map((item, index) => each(item, `${path}/${index}`));
}

function someOf<T>(value: unknown, path: string, each: Reader<T>): readonly T[] {
  const list = listOf(value, path, each);
  if (list.length === 0) throw new Error(`${path} : au moins un élément est attendu`);
  return list;
}

function mapOf<T>(value: unknown, path: string, each: Reader<T>): Record<string, T> {
  return Object.fromEntries(Object.entries(at(value, path)).map(([key, item]) => [key, each(item, `${path}/${key}`)]));
}

function integer(value: unknown, path: string): number {
  if (!Number.isSafeInteger(value)) throw new Error(`${path} : un entier est attendu`);
  return value as number;
}

function atLeast(least: number, value: unknown, path: string): number {
  const given = integer(value, path);
  if (given < least) throw new Error(`${path} : au moins ${least} est attendu`);
  return given;
}

function text(value: unknown, path: string): string {
  if (typeof value !== 'string' || value === '') throw new Error(`${path} : un texte est attendu`);
  return value;
}

function oneOf<const T extends string>(value: unknown, allowed: readonly T[], path: string): T {
  const given = text(value, path);
  const found = allowed.find(candidate => candidate === given);
  if (!found) throw new Error(`${path} : « ${given} » n'est pas parmi ${allowed.join(', ')}`);
  return found;
}

function yesOrNo(value: unknown, path: string): boolean {
  if (typeof value !== 'boolean') throw new Error(`${path} : oui ou non est attendu`);
  return value;
}

function day(value: unknown, path: string): CivilDate {
  const given = text(value, path);
  if (!isCivilDate(given)) throw new Error(`${path} : « ${given} » n'est pas une date qui existe (AAAA-MM-JJ)`);
  return given;
}

function euros(value: unknown, path: string): Cents {
  try {
    return parseEuros(text(value, path));
  } catch (error) {
    if (error instanceof DomainError) throw new Error(`${path} : ${error.message}`, { cause: error });
    throw error;
  }
}

function inForce(value: unknown, path: string) {
  const { from, to } = at(value, path);
  return { from: day(from, `${path}/from`), to: to === null ? null : day(to, `${path}/to`) };
}

function delay(value: unknown, path: string) {
  const given = at(value, path);
  return {
    length: atLeast(1, given['length'], `${path}/length`),
    unit: oneOf(given['unit'], UNITS, `${path}/unit`),
    startDayCounted: yesOrNo(given['startDayCounted'], `${path}/startDayCounted`),
    rollOver: yesOrNo(given['rollOver'], `${path}/rollOver`),
    source: text(given['source'], `${path}/source`),
  };
}

function term(value: unknown, path: string) {
  return { ...delay(value, path), askedByLaw: yesOrNo(at(value, path)['askedByLaw'], `${path}/askedByLaw`) };
}

const texts = (value: unknown, path: string) => listOf(value, path, text);
const condition = (value: unknown, path: string) => oneOf(value, INSTALMENT_CONDITIONS, path);
const reportKind = (value: unknown, path: string) => oneOf(value, REPORT_KINDS, path);
const recipient = (value: unknown, path: string) => oneOf(value, RUNG_RECIPIENTS, path);

function instalment(value: unknown, path: string) {
  const given = at(value, path);
  return {
    number: atLeast(1, given['number'], `${path}/number`),
    kind: oneOf(given['kind'], ['advance', 'balance'], `${path}/kind`),
    weight: atLeast(1, given['weight'], `${path}/weight`),
    firstYearConditions: listOf(given['firstYearConditions'], `${path}/firstYearConditions`, condition),
    conditions: listOf(given['conditions'], `${path}/conditions`, condition),
  };
}

/** `by-hand` begins the names of what is asked by hand. */
function rungId(value: unknown, path: string): string {
  const given = text(value, path);
  if (/^(?!by-hand)[a-z][a-z0-9+-]*$/.test(given)) return given;
  throw new Error(`${path} : « ${given} » n'est pas un nom d'échelon (j-15, jo+3)`);
}

function rung(value: unknown, path: string) {
  const given = at(value, path);
  return {
    id: rungId(given['id'], `${path}/id`),
    offset: integer(given['offset'], `${path}/offset`),
    unit: oneOf(given['unit'], RUNG_UNITS, `${path}/unit`),
    recipients: someOf(given['recipients'], `${path}/recipients`, recipient),
    template: text(given['template'], `${path}/template`),
    channel: oneOf(given['channel'], CHANNELS, `${path}/channel`),
  };
}

function dayOfYear(value: unknown, path: string): string {
  const given = text(value, path);
  if (!isCivilDate(`2001-${given}`)) throw new Error(`${path} : « ${given} » n'est pas un jour de l'année (MM-JJ)`);
  return given;
}

function quietDays(value: unknown, path: string) {
  const { from, to } = at(value, path);
  return { from: dayOfYear(from, `${path}/from`), to: dayOfYear(to, `${path}/to`) };
}

function ladder(value: unknown, path: string) {
  const given = at(value, path);
  return {
    rungs: someOf(given['rungs'], `${path}/rungs`, rung),
    coolDownDays: atLeast(0, given['coolDownDays'], `${path}/coolDownDays`),
    most: atLeast(1, given['most'], `${path}/most`),
    quiet: listOf(given['quiet'], `${path}/quiet`, quietDays),
    goesOnWith: given['goesOnWith'] === null ? null : text(given['goesOnWith'], `${path}/goesOnWith`),
  };
}

function surplus(value: unknown, path: string): SurplusClause {
  const given = at(value, path);
  const kind = oneOf(given['kind'], ['none', 'all', 'percent', 'up-to'], `${path}/kind`);
  if (kind === 'percent') return { kind, percent: atLeast(0, given['percent'], `${path}/percent`) };
  if (kind === 'up-to') return { kind, amount: euros(given['amount'], `${path}/amount`) };
  return { kind };
}

/** What a règlement says of the accounts that are owed for its money, and of what may happen on the way. */
function accountability(given: Json) {
  const vacancy = at(given['vacancy'], '/vacancy');
  const renewal = at(given['renewal'], '/renewal');
  return {
    reports: listOf(given['reports'], '/reports', reportKind),
    studyReports: listOf(given['studyReports'], '/studyReports', reportKind),
    reviewedReports: listOf(given['reviewedReports'], '/reviewedReports', reportKind),
    referenceDocument: text(given['referenceDocument'], '/referenceDocument'),
    amountMode: oneOf(given['amountMode'], ['flat', 'proportional'], '/amountMode'),
    surplus: surplus(given['surplus'], '/surplus'),
    vacancy: {
      mode: oneOf(vacancy['mode'], VACANCY_MODES, '/vacancy/mode'),
      toleratedDays: atLeast(0, vacancy['toleratedDays'], '/vacancy/toleratedDays'),
    },
    earlyEnd: oneOf(given['earlyEnd'], ['pro-rata', 'nothing'], '/earlyEnd'),
    renewal: {
      opensMonthsBefore: atLeast(1, renewal['opensMonthsBefore'], '/renewal/opensMonthsBefore'),
      requestMonthsBefore: atLeast(1, renewal['requestMonthsBefore'], '/renewal/requestMonthsBefore'),
      evaluationMonthsBefore: atLeast(1, renewal['evaluationMonthsBefore'], '/renewal/evaluationMonthsBefore'),
      councilOpinion: yesOrNo(renewal['councilOpinion'], '/renewal/councilOpinion'),
    },
  };
}

/** A règlement read from its file. Refuses, with the path of the fault, whatever the rules could not live with. */
export function parseReglement(value: unknown): Reglement {
  const given = at(value, '');
  const clause = at(given['paymentClause'], '/paymentClause');
  return {
    id: text(given['id'], '/id'),
    label: text(given['label'], '/label'),
    status: oneOf(given['status'], ['adopted', 'to-confirm'], '/status'),
    inForce: inForce(given['inForce'], '/inForce'),
    yearlyCeiling: euros(given['yearlyCeiling'], '/yearlyCeiling'),
    years: atLeast(1, given['years'], '/years'),
    studyCeiling: euros(given['studyCeiling'], '/studyCeiling'),
    voteMode: oneOf(given['voteMode'], ['once', 'yearly'], '/voteMode'),
    instalments: listOf(given['instalments'], '/instalments', instalment),
    studyInstalments: listOf(given['studyInstalments'], '/studyInstalments', instalment),
    ...accountability(given),
    reportGraceDays: atLeast(0, given['reportGraceDays'], '/reportGraceDays'),
    mandatingStops: dayOfYear(given['mandatingStops'], '/mandatingStops'),
    paymentClause: {
      mode: oneOf(clause['mode'], ['statutory', 'dates-fixed-by-convention'], '/paymentClause/mode'),
    },
    pieces: mapOf(given['pieces'], '/pieces', texts),
    terms: mapOf(given['terms'], '/terms', term),
    ladders: mapOf(given['ladders'], '/ladders', ladder),
    cofunders: texts(given['cofunders'], '/cofunders'),
    waivableGates: texts(given['waivableGates'], '/waivableGates'),
  };
}

/** A set of ladders read from its file. Refuses, with the path of the fault, what is malformed. */
export function parseLadderSet(value: unknown): LadderSet {
  const given = at(value, '');
  return {
    id: text(given['id'], '/id'),
    label: text(given['label'], '/label'),
    ladders: mapOf(given['ladders'], '/ladders', ladder),
  };
}

/** A document de référence read from its file. Refuses, with the path of the fault, what is malformed. */
export function parseDocument(value: unknown): ReferenceDocument {
  const given = at(value, '');
  return {
    id: text(given['id'], '/id'),
    label: text(given['label'], '/label'),
    axes: listOf(given['axes'], '/axes', axis),
    indicators: listOf(given['indicators'], '/indicators', indicator),
  };
}

function axis(value: unknown, path: string) {
  const given = at(value, path);
  return { code: text(given['code'], `${path}/code`), label: text(given['label'], `${path}/label`) };
}

function indicator(value: unknown, path: string) {
  const given = at(value, path);
  return {
    ...axis(value, path),
    unit: text(given['unit'], `${path}/unit`),
    direction: oneOf(given['direction'], ['up', 'down', 'neutral'], `${path}/direction`),
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
  return {
    delays: listOf(given['delays'], '/delays', (item, path) => ({
      ...requirement(item, path),
      ...delay(item, path),
      startEvent: text(at(item, path)['startEvent'], `${path}/startEvent`),
    })),
    thresholds: listOf(given['thresholds'], '/thresholds', (item, path) => ({
      ...requirement(item, path),
      amount: euros(at(item, path)['amount'], `${path}/amount`),
    })),
    requirements: listOf(given['requirements'], '/requirements', requirement),
  };
}
