import type { Award } from '../../domain/award/slice.js';
import { partsOf } from '../../domain/dossier/expectations.js';
import { runningConvention, conventionAward } from '../../domain/dossier/stage.js';
import type { DossierState } from '../../domain/dossier/state.js';
import { exerciseRun } from '../../domain/funded-year/exercise.js';
import { formatFrench, type CivilDate } from '../../domain/kernel/civil-date.js';
import { keyOf, openObligations } from '../../domain/obligations/slice.js';
import type { PathStep } from '../kit/path.js';

type Known = Omit<PathStep, 'state'> & {
  /** What became of it; undefined while it is to come. */
  readonly became?: 'done' | 'skipped' | undefined;
  readonly late?: boolean;
  /** Whether it goes on, whatever comes before it. */
  readonly running?: boolean;
};

const day = (date: CivilDate | null | undefined) =>
  date === null || date === undefined ? undefined : formatFrench(date);
/** That a step is done, since when; nothing of one that is to come. */
const since = (done: boolean, date: CivilDate | null | undefined) =>
  done ? { became: 'done' as const, detail: day(date) } : {};
/** The same, of a step that its day alone tells. */
const doneOn = (date: CivilDate | null | undefined) => since(date !== null && date !== undefined, date);

/** The life of a pôle as a path: each step done, at hand, late, to come or set aside. */
export function lifePath(state: DossierState, today: CivilDate): readonly PathStep[] {
  const convention = runningConvention(state) ?? conventionAward(state);
  const steps = [...preparation(state), ...decision(convention), ...years(state, convention, today), ...end(state)];
  const atHand = steps.findIndex(({ became, running }) => became === undefined && running !== true);
  const isOver = state.lifecycle.closedOn !== null;
  return steps.map(({ became, late, running, ...step }, rank) => {
    if (became !== undefined) return { ...step, state: became };
    if (late) return { ...step, state: 'late' };
    const isCurrent = running === true || (rank === atHand && !steps.some(other => other.running === true));
    return { ...step, state: isCurrent && !isOver ? 'current' : 'awaited' };
  });
}

function preparation({ initiative, study, opinion, legitimation }: DossierState): readonly Known[] {
  const studyStep: Known =
    study.skippedOn === null
      ? { name: 'Étude', word: 'faite', ...doneOn(study.validatedOn) }
      : { name: 'Étude', word: 'écartée', became: 'skipped', detail: day(study.skippedOn) };
  const steps: readonly Known[] = [
    { name: 'Initiative', word: 'faite', ...doneOn(initiative.declaredOn) },
    studyStep,
    { name: 'Avis du Conseil', ...doneOn(opinion.outcomeOn) },
    { name: 'Légitimation', word: 'faite', ...since(legitimation.carrier !== null, legitimation.noteOn) },
  ];
  return steps.map(agreeing);
}

/** The word of a state agrees only once it is done: « faite », but « à venir ». */
const agreeing = ({ word, ...step }: Known): Known =>
  step.became === undefined || word === undefined ? step : { ...step, word };

function decision(convention: Award | undefined): readonly Known[] {
  const voted = convention?.vote;
  const steps: readonly Known[] = [
    { name: 'Demande', word: 'faite', ...since(convention !== undefined, convention?.receivedOn) },
    { name: 'Vote', ...since(voted?.outcome === 'adopted', voted?.on) },
    {
      name: 'Convention',
      word: 'notifiée',
      ...doneOn(convention?.conventionNotifiedOn),
    },
  ];
  return steps.map(agreeing);
}

function years(state: DossierState, convention: Award | undefined, today: CivilDate): readonly Known[] {
  if (convention === undefined) return [];
  const opened = Object.values(state.years).filter(({ award }) => award === convention.id);
  return Array.from({ length: convention.years }, (_, rank) => {
    const year = opened.find(({ year: number }) => number === rank + 1);
    const name = `Exercice ${rank + 1}`;
    if (year === undefined) return { name };
    const { from, to } = exerciseRun(state, convention, year.year);
    const isAccepted = Object.values(year.reports).every(({ status }) => status === 'accepted');
    if (isAccepted && to < today) return { name, became: 'done' as const, detail: `jusqu’au ${formatFrench(to)}` };
    const late = isLate(state, convention.id, year.year, today);
    const running = from <= today && today <= to;
    return { name, late, running: running && !late, detail: `jusqu’au ${formatFrench(to)}` };
  });
}

/** Whether something owed for a year is past its day. */
function isLate(state: DossierState, award: string, year: number, today: CivilDate): boolean {
  return openObligations(state).some(
    owed => owed.due !== null && owed.due < today && isOfYear(partsOf(keyOf(owed)), award, year),
  );
}

const isOfYear = (parts: ReturnType<typeof partsOf>, award: string, year: number) =>
  parts.award === award && parts.year === year;

function end({ lifecycle }: DossierState): readonly Known[] {
  const evaluations = Object.values(lifecycle.evaluations);
  const evaluated = evaluations.at(-1);
  const steps: readonly Known[] = [
    { name: 'Évaluation', word: 'faite', ...since(evaluated !== undefined, evaluated?.on) },
    { name: 'Clôture', word: 'faite', ...doneOn(lifecycle.closedOn) },
  ];
  return steps.map(agreeing);
}
