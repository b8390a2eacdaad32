import { ACTS } from '../../domain/dossier/acts.js';
import { EXPECTATIONS } from '../../domain/dossier/expectations.js';
import { eventLabel, objectOfSubject, obligationsNamed, obligationLabel } from '../../domain/dossier/naming.js';
import { awardOf } from '../../domain/dossier/parties.js';
import type { RecordedEvent } from '../../domain/dossier/state.js';
import { subjectKey } from '../../domain/dossier/subject.js';
import { subjectsOf } from '../../domain/dossier/decide.js';
import { VOCABULARY } from '../../domain/dossier/vocabulary.js';
import { documentOfYear } from '../../domain/funded-year/exercise.js';
import { formatAsKnown, formatFrench } from '../../domain/kernel/civil-date.js';
import { capitalised } from '../../domain/kernel/french.js';
import { own } from '../../domain/kernel/own.js';
import { GROUND_LABELS } from '../../domain/lifecycle/grounds.js';
import { openObligations } from '../../domain/obligations/slice.js';
import { documentOf, type ReportKind } from '../../domain/reglement/reglement.js';
import type { ChoiceSource } from '../../api/field-shape.js';
import { formOf } from './model.js';
import type { Situation } from './situation.js';
import { notRetracted } from '../../domain/dossier/retracted.js';

/** Something that may be chosen, or that is known. */
export interface Option {
  readonly value: string;
  readonly label: string;
  /** What is counted: the unit of an indicator. */
  readonly unit?: string;
}

/** What of the house, beside the dossier and its rules, choices are made of. */
export interface HouseFacts {
  readonly pays: readonly Option[];
  readonly instructors: readonly Option[];
  readonly managers: readonly Option[];
  /** Who may receive in the place of someone absent: no act asks for them, settings do. */
  readonly receivers: readonly Option[];
  /** The bodies of the dossier and its pays, by SIRET or code. */
  readonly parties: readonly string[];
  /** The names of bodies and pays, by SIRET or code. */
  readonly names: ReadonlyMap<string, string>;
  /** What people are called, by their accounts; read for what was prepared by someone. */
  readonly people: ReadonlyMap<string, string>;
  /** In whose name the person may act, when there is a choice. */
  readonly represented: readonly string[];
  /** The journal, for who corrects it. */
  readonly history: readonly RecordedEvent[];
}

const options = (labels: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

const labelled = (items: readonly { readonly code: string; readonly label: string; readonly unit?: string }[]) =>
  items.map(({ code, label, unit }) => ({ value: code, label, ...(unit === undefined ? {} : { unit }) }));

const named = (codes: readonly string[], names: Readonly<Record<string, string>>): readonly Option[] =>
  codes.map(code => ({ value: code, label: own(names, code) ?? code }));

const calledBy = (codes: readonly string[], names: ReadonlyMap<string, string>): readonly Option[] =>
  codes.map(value => ({ value, label: names.get(value) ?? value }));

type Drawn = (situation: Situation, house: HouseFacts) => readonly Option[];

/** What each source offers in a situation, in the order in which it is read. */
const SOURCES: Readonly<Record<ChoiceSource, Drawn>> = {
  pays: (_, { pays }) => pays,
  instructors: (_, { instructors }) => instructors,
  managers: (_, { managers }) => managers,
  grounds: () => options(GROUND_LABELS),
  'waivable-gates': ({ rules }) => named(rules.reglement.waivableGates, VOCABULARY.waivableGate),
  'request-pieces': situation => named(piecesOf(situation), situation.rules.pieceLabels),
  'missing-pieces': situation => {
    const demand = awardOf(situation.dossier.state, situation.subject)?.demands.at(-1);
    return named(demand?.missing ?? piecesOf(situation), situation.rules.pieceLabels);
  },
  'legality-letters': ({ dossier, subject }) =>
    (awardOf(dossier.state, subject)?.legality.letters ?? []).map(({ nature, reference, on }, rank) => ({
      value: String(rank + 1),
      label: `${VOCABULARY.legalityLetter[nature]} du ${formatFrench(on)} (${reference})`,
    })),
  'later-exercises': ({ dossier, subject }) => {
    const years = awardOf(dossier.state, subject)?.years ?? 0;
    return Array.from({ length: Math.max(0, years - 1) }, (_, rank) => ({
      value: String(rank + 2),
      label: `Exercice ${rank + 2}`,
    }));
  },
  'reference-documents': ({ rules }) => rules.documents.map(({ id, label }) => ({ value: id, label })),
  'document-of-exercise': situation => {
    const document = documentAsked(situation);
    return document ? [{ value: document.id, label: document.label }] : [];
  },
  axes: situation => labelled(documentAsked(situation)?.axes ?? []),
  indicators: situation => labelled(documentAsked(situation)?.indicators ?? []),
  'report-fields': ({ subject }) => (subject.kind === 'report' ? fieldsOfReport(subject.report) : []),
  'voted-text': ({ dossier, subject }) => {
    const vote = awardOf(dossier.state, subject)?.vote;
    return vote ? [{ value: vote.textHash, label: `Le texte voté le ${formatFrench(vote.on)}` }] : [];
  },
  subjects: ({ dossier: { state } }) =>
    (['award', 'instalment', 'report'] as const)
      .flatMap(subject => subjectsOf({ subject }, { state }))
      .map(subject => ({
        value: subjectKey(subject),
        label: capitalised(objectOfSubject(subject, state)?.label ?? ''),
      })),
  'skippable-steps': () =>
    Object.entries(EXPECTATIONS).flatMap(([kind, { label, ...line }]) =>
      'mayNotApply' in line && line.mayNotApply ? [{ value: kind, label }] : [],
    ),
  'steps-awaited': ({ dossier: { state }, isRead }) => {
    if (!isRead) return [];
    const steps = openObligations(state).map(owed => ({ value: owed.instance, label: obligationLabel(owed, state) }));
    return [...new Set(steps.map(({ value }) => value))].map(value => ({
      value,
      label: steps.flatMap(step => (step.value === value ? [step.label] : [])).join(', '),
    }));
  },
  facts: ({ dossier: { state } }, { history }) => {
    const owed = obligationsNamed(history);
    return notRetracted(history)
      .filter(({ factVersion, retracts }) => factVersion !== null && retracts === null)
      .map(event => ({
        value: event.id,
        label: `${formatAsKnown(event.date, event.precision)} : ${eventLabel(event, state, owed)}`,
      }))
      .reverse();
  },
  parties: (_, { names, parties }) => calledBy(parties, names),
  represented: (_, { names, represented }) => (represented.length < 2 ? [] : calledBy(represented, names)),
  receivers: (_, { receivers }) => receivers,
  ladders: ({ rules }) => Object.values(rules.ladderSets).map(({ id, label }) => ({ value: id, label })),
};

/** What a source offers in a situation. */
export const optionsFrom = (source: ChoiceSource, situation: Situation, house: HouseFacts): readonly Option[] =>
  SOURCES[source](situation, house);

/** The pieces that the règlement knows for a request of the kind at hand; for any request where it names none. */
function piecesOf({ act, rules, dossier, subject }: Situation): readonly string[] {
  const { pieces } = rules.reglement;
  const isStudy = act.name === 'request-study-grant' || awardOf(dossier.state, subject)?.kind === 'study';
  return pieces[isStudy ? 'study-grant-request' : 'grant-request'] ?? [];
}

function documentAsked({ dossier, subject, rules }: Situation) {
  const award = awardOf(dossier.state, subject);
  if (!award || subject.kind !== 'report') return undefined;
  return documentOf(rules, documentOfYear(award, subject.year));
}

/** What a report says, by the fields of the form by which it is filed. */
export function fieldsOfReport(kind: ReportKind): readonly Option[] {
  const filing = ACTS.find(({ report, emits }) => report === kind && emits.includes('report-filed'));
  return filing ? formOf(filing.name).fields.map(({ name, label }) => ({ value: `/${name}`, label })) : [];
}
