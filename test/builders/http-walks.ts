import { actNamed } from '../../src/domain/dossier/acts.js';
import { addDays, type CivilDate } from '../../src/domain/kernel/civil-date.js';
import { idIn, type ActDone, type PoleSeen } from '../../src/simulation/house-client.js';
import { PAPERS } from '../../src/simulation/papers.js';
import { because, BEARER, CARRIER, COFUNDER, SIGNED } from './dossier.js';

export { because, BEARER, CARRIER, COFUNDER };

/** A pôle, and what the last act has left in its journal. */
export type PoleFound = PoleSeen & Pick<ActDone, 'events'>;

/** What a walk has found on its way: the pôle and the award that it is about now. */
export interface Found {
  readonly pole: PoleFound | undefined;
  /** The last award that an act has named. */
  readonly award: string | undefined;
  readonly today: CivilDate;
}

/** What a step bears on, when it is not the last award: the parts of its address. */
export type On = Partial<
  Readonly<Record<'awardId' | 'year' | 'number' | 'report' | 'post' | 'contribution' | 'obligationId', string>>
>;

/** One step of a walk: who does which act, saying what; or a move of the clock. */
export interface Step {
  readonly act: string;
  readonly account: string;
  readonly body: (found: Found) => object;
  readonly on?: (found: Found) => On;
}

export interface ClockStep {
  readonly to: string | ((found: Found) => string);
}

export type Walk = readonly (Step | ClockStep)[];

export const isClockStep = (step: Step | ClockStep): step is ClockStep => 'to' in step;

/** A vote of the session entered, on its day; each session numbers its own délibérations. */
function inSession({ pole, award }: Found, vote: { readonly number?: string }): object {
  const sessionOn = pole?.awards.find(({ id }) => id === award)?.agenda?.sessionOn;
  return sessionOn === undefined ? vote : { date: sessionOn, ...vote, number: `${vote.number}_${sessionOn}` };
}

/** Entered for the session of the day. */
export const meeting =
  (text: string, organ = 'assembly') =>
  ({ today }: Found) => ({ organ, sessionOn: today, text });

const by =
  (account: string) =>
  (act: string, body: object | ((found: Found) => object) = {}, on: On | ((found: Found) => On) = {}): Step => ({
    act,
    account,
    body: found => {
      const content = typeof body === 'function' ? (body as (found: Found) => object)(found) : body;
      return act === 'record-vote' ? inSession(found, content) : content;
    },
    on: typeof on === 'function' ? on : () => on,
  });

export const instructor = by('instructrice');
export const manager = by('cheffe-de-service');
export const finance = by('gestionnaire-financiere');
export const adviser = by('conseiller-cress');
export const council = by('conseil-brest');
export const carrier = by('porteur-demo');
export const bearer = by('porteur-etude');
export const cofunder = by('cofinanceur-22');

export const clean = { members: 83, present: 60, votesFor: 50, votesAgainst: 5, abstentions: 5 };
const hash = ({ pole, award }: Found) => pole?.awards.find(candidate => candidate.id === award)?.vote?.textHash;
export const signs = (party: string) => (found: Found) => ({
  party,
  textHash: hash(found),
  signatory: 'Personne fictive',
  capacity: 'Présidence',
});
export const note = (conclusion: string) => ({
  carrier: { name: 'Association fictive du pôle', siret: CARRIER, rna: 'W351234567' },
  selfOrganised: true,
  beyondAssociations: conclusion === 'legitimate',
  conclusion,
  analysis: 'Analyse.',
});

export const declaration = {
  paysCodes: ['02'],
  initiator: 'ess-actors',
  groupName: 'Groupe fictif',
  groupSiret: CARRIER,
};
export const opening: Walk = [
  instructor('declare-initiative', declaration),
  carrier('form-local-group', { structures: 15 }),
  instructor('designate-council', { councilName: 'Conseil fictif' }),
];

export const request = {
  applicant: { name: 'Association fictive du pôle', siret: CARRIER },
  amount: '105000.00',
  years: 3,
  startsOn: '2027-01-01',
  pieces: ['statutes', 'action-budget', 'approved-accounts', 'activity-report', 'bank-details'],
  knownPieces: ['officers'],
  commitment: SIGNED,
};

export const execution = (signer: typeof carrier): Walk => [
  instructor('transmit-deliberation', { receipt: 'ACTES-1' }),
  instructor('publish-deliberation'),
  instructor('notify-grant', ({ today }) => ({
    ...{ means: 'electronic', agreedOn: '2026-01-05', availableOn: today, consultedOn: today },
  })),
  signer('sign-convention', signs('carrier')),
  instructor('sign-convention', signs('region')),
  instructor('notify-convention'),
  instructor('publish-essential-data'),
];

const study: Walk = [
  carrier('request-study-grant', {
    applicant: { name: "Structure d'étude fictive", siret: BEARER },
    amount: '25000.00',
    pieces: ['study-brief', 'study-budget', 'statutes', 'bank-details'],
    channel: 'paper',
    commitment: SIGNED,
  }),
  instructor('acknowledge-request'),
  instructor('report-instruction', { favourable: true, report: 'Rapport.' }),
  instructor('enter-agenda', meeting("Convention d'étude")),
  instructor('record-vote', { ...clean, outcome: 'adopted', number: '26_1', amount: '25000.00' }),
  ...execution(bearer),
  bearer('deliver-study', { reportHash: PAPERS.study.hash }),
  instructor('review-study', { outcome: 'to-complete', remarks: 'À préciser.' }),
  bearer('deliver-study', { reportHash: PAPERS.completedStudy.hash }),
  instructor('rectify-represented-body', ({ pole }: Found) => ({
    ...{ event: lastEvent(pole), represented: CARRIER, ...because },
  })),
  instructor('review-study', { outcome: 'validated' }),
];

/** What is owed of a kind; once it is not awaited any more, what the last act bore on. */
const onOwed = (kind: string) => (found: Found) => ({
  obligationId:
    found.pole?.awaited.find(expectation => expectation.kind === kind)?.id ??
    idIn(found.pole?.events.at(-1), 'obligation') ??
    '',
});

/** What is owed is put off, recalled, and at last not asked for any more. */
export const moreTime: Walk = [
  ...opening,
  council('request-extension', { ...because, until: '2026-06-30' }, onOwed('council-opinion')),
  instructor('refuse-extension', because, onOwed('council-opinion')),
  instructor('grant-extension', { ...because, until: '2026-06-15' }, onOwed('council-opinion')),
  instructor('remind-debtor', {}, onOwed('study-choice')),
  manager('waive-obligation', because, onOwed('cress-meeting')),
  manager('apply-ladders', { ladders: 'fewer-reminders' }),
  manager('assign-referent', { referent: 'instructrice', second: 'instructeur-2' }),
];

const preparation: Walk = [
  council('give-opinion', { outcome: 'unfavourable', statement: 'Motifs.' }),
  carrier('file-revised-project', { summary: 'Projet revu.' }),
  council('give-opinion', { outcome: 'with-reserves', statement: 'Réserves.' }),
  adviser('hold-cress-meeting', { participants: 12 }),
  adviser('write-legitimation-note', note('not-yet')),
  adviser('write-legitimation-note', note('legitimate')),
];

const instruction: Walk = [
  carrier('request-grant', request),
  instructor('acknowledge-request'),
  instructor('demand-pieces', { pieces: ['action-budget'] }),
  { to: '2026-02-22' },
  carrier('deliver-pieces', { pieces: ['action-budget'] }),
  instructor('report-instruction', { favourable: true, report: 'Rapport.' }),
  instructor('enter-agenda', meeting('Convention du pôle')),
];

const decision: Walk = [
  instructor('record-vote', { ...clean, outcome: 'adjourned', number: '26_2' }),
  instructor('enter-agenda', meeting('Convention du pôle', 'permanent-commission')),
  instructor('record-vote', {
    ...clean,
    ...{ represented: 4, delegation: { number: '21_DAJCP_06', on: '2021-07-02' } },
    aside: [{ name: 'Élue fictive', body: 'Association fictive', ground: 'own-interest' }],
    participants: [{ name: 'Rapporteur fictif', part: 'reporter' }],
    outcome: 'amended',
    number: '26_3',
    amount: '105000.00',
    text: 'Texte amendé',
  }),
];

export const payment: Walk = [
  carrier('claim-instalment', { iban: 'FR7630006000011234567890189', accountHolder: 'Association fictive du pôle' }),
  instructor('prepare-liquidation', { amount: '24500.00' }),
  manager('return-liquidation', because),
  instructor('prepare-liquidation', { amount: '24500.00' }),
  manager('validate-liquidation'),
  finance('record-payment-order', { order: 'M-1' }),
  finance('record-payment-rejection', { reason: 'wrong-bank-details' }),
  instructor('prepare-liquidation', { amount: '24500.00' }),
  manager('validate-liquidation'),
  finance('record-payment-order', { order: 'M-2' }),
  finance('record-payment', { amount: '24500.00' }),
];

const plainDecision: Walk = [
  instructor('skip-study', because),
  council('give-opinion', { outcome: 'favourable' }),
  adviser('hold-cress-meeting', { participants: 12 }),
  adviser('write-legitimation-note', note('legitimate')),
  carrier('request-grant', request),
  instructor('acknowledge-request'),
  instructor('report-instruction', { favourable: true, report: 'Rapport.' }),
  instructor('enter-agenda', meeting('Convention du pôle')),
];

/** The straight path up to the vote. */
export const toTheVote: Walk = [...opening, ...plainDecision];
/** The straight path up to a convention in force. */
export const toTheConvention: Walk = [
  ...toTheVote,
  instructor('record-vote', { ...clean, outcome: 'adopted', number: '26_3', amount: '105000.00' }),
  ...execution(carrier),
];

const studyIn = ({ pole }: Found) => pole?.awards.find(({ kind }) => kind === 'study')?.id ?? '';
const ofStudy = (found: Found) => ({ awardId: studyIn(found) });
const signsStudy = (party: string) => (found: Found) => signs(party)({ ...found, award: studyIn(found) });

/** A study granted without a convention, which comes to need one: the same body is granted a pôle for the same year. */
export const needyStudy: Walk = [
  ...opening,
  carrier('request-study-grant', {
    applicant: { name: 'Association fictive du pôle', siret: CARRIER },
    ...{ amount: '20000.00', commitment: SIGNED },
    pieces: ['study-brief', 'study-budget', 'statutes', 'bank-details'],
  }),
  instructor('report-instruction', { favourable: true, report: 'Rapport.' }),
  instructor('enter-agenda', meeting("Convention d'étude")),
  instructor('record-vote', { ...clean, outcome: 'adopted', number: '26_6', amount: '20000.00' }),
  instructor('transmit-deliberation', { receipt: 'ACTES-2' }),
  instructor('notify-grant'),
  carrier('deliver-study', { reportHash: PAPERS.study.hash }),
  instructor('review-study', { outcome: 'validated' }),
  council('give-opinion', { outcome: 'favourable' }),
  adviser('write-legitimation-note', note('legitimate')),
  carrier('request-grant', ({ today }) => ({ ...request, startsOn: today })),
  instructor('report-instruction', { favourable: true, report: 'Rapport.' }),
  instructor('enter-agenda', meeting('Convention du pôle')),
  instructor('record-vote', { ...clean, outcome: 'adopted', number: '26_7', amount: '105000.00' }),
  carrier('sign-convention', signsStudy('carrier'), ofStudy),
  instructor('sign-convention', signsStudy('region'), ofStudy),
  instructor('notify-convention', {}, ofStudy),
  instructor('publish-essential-data', {}, ofStudy),
];

/** More than the fifteen days after which what nobody read is notified, and fewer than what follows waits for. */
const UNREAD_DAYS = 20;

const unread: Step['body'] = ({ today }) => ({ means: 'electronic', agreedOn: '2026-01-05', availableOn: today });

/** A convention decided, then signed, both made available to a body that reads neither in time. */
export const neverRead: Walk = [
  ...toTheVote,
  instructor('record-vote', { ...clean, outcome: 'adopted', number: '26_8', amount: '105000.00' }),
  instructor('transmit-deliberation', { receipt: 'ACTES-3' }),
  instructor('notify-grant', unread),
  { to: ({ today }) => addDays(today, UNREAD_DAYS) },
  carrier('sign-convention', signs('carrier')),
  instructor('sign-convention', signs('region')),
  instructor('notify-convention', unread),
  { to: ({ today }) => addDays(today, UNREAD_DAYS) },
  instructor('notify-convention', ({ today }) => ({ means: 'electronic', consultedOn: addDays(today, -10) })),
];

/** More than the three months that a council has, grace included. */
const LATE_OPINION_DAYS = 125;

/** The ways through the house that together do every act. */
export const WALKS: Readonly<Record<string, Walk>> = {
  'a pôle with its study, its detours and its first payment': [
    ...opening,
    carrier('attach-document', { title: 'Lettre de soutien', hash: PAPERS.note.hash }),
    ...study,
    ...preparation,
    instructor('label-pole', { reference: '26_0503_04' }),
    ...instruction,
    ...decision,
    ...execution(carrier),
    ...payment,
  ],
  'a study that comes to need its convention': needyStudy,
  'a debtor who is given more time, recalled and exempted': moreTime,
  'a project that is refused by the assembly': [
    ...toTheVote,
    instructor('record-vote', { ...clean, votesFor: 5, votesAgainst: 50, outcome: 'rejected', number: '26_4' }),
    instructor('notify-refusal'),
  ],
  'what nobody reads in time, and a consultation found later': neverRead,
  'a project that its carrier withdraws': [
    ...opening,
    manager('waive-opinion', because),
    carrier('withdraw-project', because),
    instructor('acknowledge-withdrawal'),
  ],
  'an opinion that comes too late': [
    ...opening,
    { to: ({ today }) => addDays(today, LATE_OPINION_DAYS) },
    instructor('pass-over-opinion', because),
    manager('override-block', { gate: 'study-settled', act: 'enter-agenda', ...because }),
    manager('retract-fact', ({ pole }: Found) => ({ event: lastEvent(pole), ...because })),
  ],
};

/** The last fact that a walk has seen: what its act left. */
function lastEvent(pole: PoleFound | undefined): string | undefined {
  return pole?.events.at(-1)?.id;
}

/** What the address of an act names, of what a walk has found. */
export function paramsOf({ on }: Step, found: Found): Readonly<Record<string, string | undefined>> {
  const { pole, award } = found;
  return {
    poleId: pole?.id,
    awardId: award,
    year: '1',
    number: '1',
    post: '1',
    contribution: '1',
    ...on?.(found),
  };
}

/** The address of an act on what a walk has found. */
export function addressOf(step: Step, found: Found): string {
  const values = paramsOf(step, found);
  const { act } = step;
  return `/api${actNamed(act).path.replace(/:(\w+)/g, (_, name: string) => values[name] ?? '')}`;
}
