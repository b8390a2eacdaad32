import type { CouncilOpinionEvents } from '../council-opinion/slice.js';
import { yearKey, type YearEvents } from '../funded-year/years-slice.js';
import { formatFrench } from '../kernel/civil-date.js';
import { uncapitalised } from '../kernel/french.js';
import type { LegitimationEvents } from '../legitimation/slice.js';
import { actNamed } from './acts.js';
import type { Act } from './act.js';
import { partsOf, type ExpectationKind } from './expectations.js';
import { objectOfSubject } from './naming.js';
import type { Role } from './roles.js';
import { STAGES, stageOf } from './stage.js';
import type { DossierState } from './state.js';
import type { Subject } from './subject.js';
import { VOCABULARY } from './vocabulary.js';

type Advising = Pick<CouncilOpinionEvents, 'opinion-given'> &
  Pick<LegitimationEvents, 'legitimation-note-written' | 'successor-examined'> &
  Pick<YearEvents, 'report-reviewed'>;

/** A fact by which someone gave an opinion or a note. */
export type Advice = { readonly [Type in keyof Advising]: { type: Type; data: Advising[Type] } }[keyof Advising];

/** What each role gives its opinion by: the facts, and the expectations that ask for them with the act that gives it. */
const ADVISERS: Readonly<Partial<Record<Role, readonly (readonly [ExpectationKind, keyof Advising, string])[]>>> = {
  council: [['council-opinion', 'opinion-given', 'give-opinion']],
  adviser: [
    ['legitimation-note', 'legitimation-note-written', 'write-legitimation-note'],
    ['successor-note', 'successor-examined', 'examine-successor'],
    ['report-review', 'report-reviewed', 'review-report'],
  ],
};

/** The roles that are asked for an opinion or a note. */
export const ADVISING_ROLES = Object.keys(ADVISERS) as readonly Role[];

const linesOf = (roles: readonly string[]) =>
  ADVISING_ROLES.filter(role => roles.includes(role)).flatMap(role => ADVISERS[role] ?? []);

/** The facts by which some roles advise. */
export const advisingEvents = (roles: readonly string[]): readonly string[] => linesOf(roles).map(([, type]) => type);

/** The act by which an opinion that is owed is given, and on what; undefined for what is no opinion. */
export function advisingAct(kind: string, instance: string): { act: Act<never>; subject: Subject } | undefined {
  const line = linesOf(ADVISING_ROLES).find(([asked]) => asked === kind);
  if (!line) return undefined;
  const { award = '', year = 0, report } = partsOf(`${kind}/${instance}`);
  const act = actNamed(line[2]);
  if (act.subject === 'award') return { act, subject: { kind: 'award', award } };
  if (report === undefined) return { act, subject: { kind: 'pole' } };
  return { act, subject: { kind: 'report', award, year, report } };
}

/** An opinion or a note, in a few words: « Avis avec réserves ». */
export function adviceLabel({ type, data }: Advice, state: DossierState): string {
  switch (type) {
    case 'opinion-given':
      return `Avis ${VOCABULARY.opinion[data.outcome].toLocaleLowerCase('fr')}`;
    case 'legitimation-note-written':
      return `Note de légitimation : ${conclusion(data.conclusion)}`;
    case 'successor-examined':
      return `Note sur la nouvelle structure porteuse : ${conclusion(data.conclusion)}`;
    case 'report-reviewed': {
      const { award, year, report } = data;
      const object = objectOfSubject({ kind: 'report', award, year, report }, state);
      return `Avis ${data.favourable ? 'favorable' : 'défavorable'} sur ${object?.label ?? 'un compte rendu'}`;
    }
  }
}

function conclusion(code: keyof typeof VOCABULARY.legitimation): string {
  return uncapitalised(VOCABULARY.legitimation[code]);
}

/** What became of an opinion or a note since, as a sentence. */
export function adviceFate(advice: Advice, state: DossierState): string {
  switch (advice.type) {
    case 'opinion-given':
      return opinionFate(advice.data, state);
    case 'legitimation-note-written':
      return noteFate(advice.data, state);
    case 'successor-examined':
      return successorFate(advice.data, state);
    case 'report-reviewed':
      return reportFate(advice.data, state);
  }
}

const whereItStands = (state: DossierState) =>
  `Le dossier en est là : ${STAGES[stageOf(state)].toLocaleLowerCase('fr')}`;

function opinionFate({ round }: Advising['opinion-given'], state: DossierState): string {
  const { opinion } = state;
  if (opinion.round > round)
    return opinion.revisedOn === null
      ? 'Un projet révisé a été déposé depuis'
      : `Un projet révisé a été déposé le ${formatFrench(opinion.revisedOn)}`;
  if (opinion.status === 'waived' && opinion.outcomeOn !== null)
    return `La Région a dispensé le projet d’avis le ${formatFrench(opinion.outcomeOn)}`;
  if (opinion.status === 'unfavourable') return 'Un projet révisé est attendu';
  return whereItStands(state);
}

function noteFate(note: Advising['legitimation-note-written'], state: DossierState): string {
  if (note.conclusion === 'legitimate') return whereItStands(state);
  const { legitimation } = state;
  if (legitimation.status === 'legitimate' && legitimation.noteOn !== null)
    return `Une autre note a reconnu la structure le ${formatFrench(legitimation.noteOn)}`;
  return legitimation.round > note.round + 1 ? 'Une autre note a suivi' : 'Une autre note est attendue';
}

function successorFate({ award, round }: Advising['successor-examined'], state: DossierState): string {
  const amendment = state.awards[award];
  const last = state.legitimation.successors[award];
  if (last && last.round > round) return `Une autre note a suivi, le ${formatFrench(last.on)}`;
  const vote = amendment?.vote;
  if (!vote) return 'L’avenant n’est pas encore voté';
  return `Vote de l’avenant le ${formatFrench(vote.on)} : ${VOCABULARY.vote[vote.outcome].toLocaleLowerCase('fr')}`;
}

function reportFate({ award, year, report: kind, round }: Advising['report-reviewed'], state: DossierState): string {
  const report = state.years[yearKey(award, year)]?.reports[kind];
  if (report?.acceptedOn) return `La Région a accepté le compte rendu le ${formatFrench(report.acceptedOn)}`;
  if (report?.returnedOn) return `La Région a renvoyé le compte rendu le ${formatFrench(report.returnedOn)}`;
  return report && report.round > round
    ? 'Le compte rendu a été déposé à nouveau'
    : 'La Région n’a pas encore décidé de ce compte rendu';
}
