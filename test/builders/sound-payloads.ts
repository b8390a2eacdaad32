import { randomUUID } from 'node:crypto';
import { leftToLiquidate } from '../../src/domain/funded-year/due.js';
import { documentOfYear } from '../../src/domain/funded-year/exercise.js';
import { instalmentKey } from '../../src/domain/funded-year/slice.js';
import { cents } from '../../src/domain/kernel/cents.js';
import { addDays, type CivilDate } from '../../src/domain/kernel/civil-date.js';
import { documentOf, type Rules } from '../../src/domain/reglement/reglement.js';
import { awardIdOf, type Subject } from '../../src/domain/dossier/subject.js';
import { runningConvention } from '../../src/domain/dossier/stage.js';
import type { ObservationMatter } from '../../src/domain/reglement/measures.js';
import { GRANT } from './dossier.js';
import { inviting, saidIn, type Spoken } from './payloads.js';
import { onAward } from './subjects.js';
import { RENEWAL } from './whole-life-dossiers.js';

const MEASURES: readonly ObservationMatter[] = ['termination', 'withdrawal', 'commitment', 'abrogation'];

type About = Omit<Spoken, 'award'> & { readonly award: Subject };

const lineOf = ({ state, award: on }: About) =>
  on.kind === 'instalment' ? state.instalments[instalmentKey(on.award, on.year, on.number)] : undefined;
const idOf = ({ award }: About) => awardIdOf(award) ?? '';
const awardOf = (about: About) => about.state.awards[idOf(about)];

/** The document de référence of the year that a report accounts for. */
function documentAsked(about: About): string | null {
  const [award, subject] = [awardOf(about), about.award];
  return award && subject.kind === 'report' ? documentOfYear(award, subject.year) : null;
}

/** What fits what was said before, where any well-formed words would mostly be refused. */
const FITTING: Readonly<Record<string, (about: About, rules: Rules) => object>> = {
  'enter-agenda': ({ today }) => ({ organ: 'assembly', sessionOn: today, text: `Texte ${randomUUID()}` }),
  'record-vote': about => ({ amount: awardOf(about)?.amount, ...{ outcome: 'adopted', text: undefined } }),
  'prepare-liquidation': (about, rules) => {
    const line = lineOf(about);
    return line ? { amount: leftToLiquidate(about.state, line, rules) } : {};
  },
  'record-payment': about => ({ amount: lineOf(about)?.liquidated }),
  'file-activity-report': (about, rules) => {
    const document = documentAsked(about);
    const axes = documentOf(rules, document ?? '')?.axes ?? [];
    return { document, evaluation: axes.map(({ code }) => ({ axis: code, assessment: 'reached' })) };
  },
  'file-indicators': (about, rules) => {
    const document = documentAsked(about);
    const indicators = documentOf(rules, document ?? '')?.indicators ?? [];
    return { document, values: indicators.map(({ code }) => ({ indicator: code, value: 1 })) };
  },
  'record-cofunding-decision': () => ({ outcome: 'voted', amount: cents(800_000) }),
  'request-grant': ({ today }) => ({ ...GRANT, startsOn: today }),
  'request-renewal': ({ state }) => {
    const end = runningConvention(state)?.period.to;
    return end ? { ...RENEWAL, startsOn: addDays(end, 1) } : {};
  },
  'sign-convention': about => ({ party: awardOf(about)?.carrierSignedOn === null ? 'carrier' : 'region' }),
  'invite-observations': about =>
    about.state.lifecycle.recoveries[idOf(about)]
      ? { ...inviting('recovery'), grounds: undefined }
      : inviting(MEASURES[about.events.length % MEASURES.length] ?? 'termination'),
  'present-observations': ({ state, ...about }) => {
    const running = Object.values(state.lifecycle.observations).find(
      ({ award, endedOn }) => endedOn === null && award === idOf({ ...about, state }),
    );
    return running ? { matter: running.matter } : {};
  },
  'retract-fact': ({ events }) => ({ event: events.findLast(({ factVersion }) => factVersion !== null)?.id }),
  'deliver-pieces': about => ({ pieces: awardOf(about)?.demands.at(-1)?.missing }),
};

/** The day that an act bears: a vote bears that of its session, once it is past; the others are dated of today. */
export function soundDay(act: string, about: About): CivilDate {
  const sessionOn = act === 'record-vote' ? awardOf(about)?.agenda?.sessionOn : undefined;
  return sessionOn !== undefined && sessionOn < about.today ? sessionOn : about.today;
}

/** Anything well formed that someone could say in an act. */
export function wellFormed(act: string, about: About, chance: number): object {
  return saidIn(act, { ...about, award: onAward(idOf(about)) }, chance);
}

/** What someone could say in an act: three times in four what fits the dossier, else anything well formed. */
export function soundly(act: string, about: About, chance: number, rules: Rules): object {
  const payload = wellFormed(act, about, chance);
  const fitting = FITTING[act];
  return fitting && chance % 4 !== 3 ? { ...payload, ...fitting(about, rules) } : payload;
}
