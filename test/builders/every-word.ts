import { actNamed } from '../../src/domain/dossier/acts.js';
import {
  actLabel,
  eventLabel,
  objectOfEvent,
  objectOfObligation,
  objectOfSubject,
  obligationLabel,
  obligationNoun,
  obligationsNamed,
  type NamedObject,
} from '../../src/domain/dossier/naming.js';
import type { DossierState, RecordedEvent } from '../../src/domain/dossier/state.js';
import { sentenceOf } from '../../src/domain/dossier/sentences/sentence.js';
import { addDays } from '../../src/domain/kernel/civil-date.js';
import { openObligations } from '../../src/domain/obligations/slice.js';
import { HoldWatch } from '../../src/domain/reminders/hold-forecast.js';
import { toldOf } from '../../src/domain/reminders/told.js';
import { BEARER, CARRIER, COFUNDER } from './dossier.js';
import { withExamples } from './event-examples.js';
import { RARE } from './every-event-mail.js';
import { MORE } from './every-mail.js';
import { EVERY_STATE } from './every-state.js';
import { InMemoryDossier } from './in-memory-dossier.js';

/** Days over which the payments that become held are looked for. */
const HORIZON = 800;

/** A dossier of the tests, lived up to where it stands, under the name of that. */
interface Lived {
  readonly name: string;
  readonly lived: InMemoryDossier;
}

/** Those that stand in every state, but for the ones whose only debt is fictitious. */
export async function everyLife(): Promise<readonly Lived[]> {
  const lives = Object.entries({ ...EVERY_STATE, ...MORE, ...RARE });
  const told = lives.filter(([name]) => name !== 'not declared' && !name.startsWith('that '));
  return Promise.all(told.map(async ([name, live]) => ({ name, lived: await new InMemoryDossier(live()).declares() })));
}

/** What is written of something, without the identifiers that each run draws. */
function objectLine(object: NamedObject | null): string {
  if (!object) return 'sans objet';
  const { label, award, exercise, instalment, report, post, contribution } = object;
  const parts = { kind: award?.kind, ...exercise, ...instalment, report, post, contribution };
  const known = Object.entries(parts).filter(([, value]) => value !== undefined && value !== null);
  return [label, ...known.map(([name, value]) => `${name}=${String(value)}`)].join(' ; ');
}

/** A page of the words of some lives: each said once, whatever the number of lives that say it. */
const pageOf = (lines: readonly string[]) => `${[...new Set(lines)].sort().join('\n')}\n`;

/** What is said of what is owed: its names, its object, what is to be done, prepared and feared. */
export function owedWords(lives: readonly Lived[]): string {
  return pageOf(
    lives.flatMap(({ lived: { state, rules } }) =>
      openObligations(state).flatMap(owed => {
        const { gender, number } = obligationNoun(owed, state);
        const object = objectLine(objectOfObligation(owed, state));
        const names = `${owed.kind} : ${obligationLabel(owed, state)} (${gender}${number}) ; ${object}`;
        const { noun: _noun, ...told } = toldOf(owed, owed.debtor.role, state, rules);
        return [names, ...Object.entries(told).map(([what, words]) => `${owed.kind}, ${what} : ${String(words)}`)];
      }),
    ),
  );
}

/** What is said of the acts that are open to people: their labels, in full and short, and what they bear on. */
export function actWords(lives: readonly Lived[]): string {
  return pageOf(
    lives.flatMap(({ lived }) =>
      lived.openActs().flatMap(({ act: { name }, subject }) => {
        const labels = (['full', 'plain'] as const).map(detail =>
          actLabel(actNamed(name), subject, lived.state, detail),
        );
        return [`${name} : ${labels.join(' ; ')}`, `${name} : ${objectLine(objectOfSubject(subject, lived.state))}`];
      }),
    ),
  );
}

/** What is said of the lines of a journal, with what each bears on. */
export function eventWords(lives: readonly Lived[]): string {
  return pageOf(
    lives.flatMap(({ lived: { state, journal } }) => {
      const owed = obligationsNamed(journal);
      return journal.map(
        event => `${event.type} : ${eventLabel(event, state, owed)} ; ${objectLine(objectOfEvent(event, state, owed))}`,
      );
    }),
  );
}

const BODIES = new Map([
  [CARRIER, 'Les Amarres'],
  [BEARER, 'L’Atelier'],
  [COFUNDER, 'Département fictif'],
]);
const NAMES = { bodies: BODIES, pays: new Map([['02', 'Pays d’Auray']]) };

/** What the lines of a journal say, in a sentence each, under the type of each. */
export function eventSentences(lives: readonly Lived[]): string {
  return pageOf([...lives.flatMap(({ lived: { state, journal } }) => sentencesOf(journal, state)), ...examples()]);
}

function sentencesOf(journal: readonly RecordedEvent[], state: DossierState): readonly string[] {
  const told = { owed: obligationsNamed(journal), names: NAMES };
  return journal.map(event => `${event.type} : ${sentenceOf(event, state, told)}`);
}

/** The events that no life of the tests holds, in a dossier in its second year. */
function examples(): readonly string[] {
  const { state, events } = withExamples();
  return sentencesOf(events, state);
}

/** The payments that become held by the mere passing of days, and why. */
export function foreseenHolds(lives: readonly Lived[]): string {
  return pageOf(
    lives.flatMap(({ name, lived: { state, rules, today } }) =>
      new HoldWatch(state, rules, today)
        .through(state, addDays(today, HORIZON))
        .map(
          ({ on, instalment: { year, number }, reasons }) =>
            `${name}, ${on}, ${year}/${number} : ${reasons.map(({ code }) => code).join(', ')}`,
        ),
    ),
  );
}
