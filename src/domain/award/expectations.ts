import { latestOf, type CivilDate } from '../kernel/civil-date.js';
import { byTerm, byText, each, nothing, type Due, type Nothing } from '../dossier/expectation.js';
import type { Party } from '../dossier/roles.js';
import { referenceOn } from '../reglement/references.js';
import type { TermName } from '../reglement/terms.js';
import { acknowledgementDue, byLaw, decisionDue, pendingDemand } from './due.js';
import type { NotifiedDecision, VoteOutcome } from './events.js';
import { legalityDue } from './legality.js';
import { awardIn, done, type OfAward } from './of-award.js';
import { executoryOn, type Award } from './slice.js';
import { yearKey } from '../funded-year/years-slice.js';

/** The decision was transmitted, on a day; an amendment that lapses is transmitted no more. */
const sent = ({ data, date }: { data: { award: string }; date: CivilDate }) => ({
  parts: data,
  fact: { on: date },
});

/** Whether what was notified waits to be read. */
interface Unread {
  readonly unread?: true;
}
const unread = (decision: NotifiedDecision) => (event: { data: { award: string; decision: NotifiedDecision } }) =>
  event.data.decision === decision ? { parts: event.data, fact: { unread: true } as const } : undefined;

const instructor = (): Party => ({ role: 'instructor' });
const applicant = (owedBy: OfAward): Party => ({
  role: 'carrier',
  body: awardIn(owedBy).applicant,
});
const term = (name: TermName, start: (award: Award) => CivilDate | null) => (owedBy: OfAward) =>
  byTerm(owedBy.rules, name, start(awardIn(owedBy)));

function publicationDue(owedBy: OfAward): Due | null {
  const { regionSignedOn } = awardIn(owedBy);
  if (!regionSignedOn || !referenceOn(owedBy.rules.law, 'essential-data', regionSignedOn)) return null;
  return byLaw(owedBy.rules, 'essential-data-publication', regionSignedOn);
}

export const requestExpectations = {
  'grant-request': each('cycle').owed<{ readonly award: string }>({
    capability: 'award',
    label: 'Demande de subvention du pôle',
    debtor: ({ state }) => ({
      role: 'carrier',
      ...(state.legitimation.carrier ? { body: state.legitimation.carrier } : {}),
    }),
    due: ({ state: { legitimation, opinion, study }, rules }) => {
      const since = latestOf(legitimation.noteOn, opinion.outcomeOn, study.validatedOn, study.skippedOn);
      return byTerm(rules, 'grant-request', since);
    },
    whenDue: 'remind',
    acts: ['request-grant'],
    metBy: {
      'grant-requested': ({ data }) =>
        data.kind === 'convention' && data.cycle === 1 ? { parts: data, fact: { award: data.award } } : undefined,
    },
  }),
  'year-grant-request': each('award', 'year').owed<{ readonly award: string }>({
    capability: 'award',
    ofYear: true,
    label: "Demande de la subvention de l'exercice",
    debtor: applicant,
    due: owedBy => {
      const { award, year } = owedBy.parts;
      return byTerm(owedBy.rules, 'year-grant-request', owedBy.state.years[yearKey(award, year)]?.openedOn ?? null);
    },
    whenDue: 'remind',
    acts: ['request-year-grant'],
    metBy: {
      'grant-requested': ({ data }) =>
        data.kind === 'year' && data.parent !== null && data.year !== null
          ? { parts: { award: data.parent, year: data.year }, fact: { award: data.award } }
          : undefined,
    },
  }),
  'amendment-request': each('award', 'rank').possible<{ readonly award: string; readonly transfers: boolean }>({
    capability: 'award',
    label: "Proposition d'avenant",
    acts: ['request-amendment'],
    metBy: {
      'amendment-proposed': ({ data }) => ({
        parts: { award: data.parent, rank: data.rank },
        fact: { award: data.award, transfers: data.transfers },
      }),
    },
  }),
  acknowledgement: each('award').owed<Nothing>({
    capability: 'award',
    label: 'Accusé de réception de la demande',
    debtor: instructor,
    due: owedBy => acknowledgementDue(awardIn(owedBy), owedBy.rules),
    whenDue: 'escalate',
    ladder: 'short',
    acts: ['acknowledge-request', 'record-vote'],
    metBy: {
      'grant-requested': event => (event.data.requestedBy === 'region' ? done(event) : undefined),
      'request-acknowledged': done,
      'vote-recorded': event => (event.data.outcome === 'adjourned' ? undefined : done(event)),
    },
  }),
  decision: each('award').owed<{ readonly silent: boolean }>({
    capability: 'award',
    label: 'Décision de la Région avant le rejet implicite',
    debtor: instructor,
    due: owedBy => decisionDue(awardIn(owedBy), owedBy.rules),
    whenDue: 'silence',
    silence: owedBy => [{ type: 'request-implicitly-rejected', data: { award: awardIn(owedBy).id } }],
    acts: ['record-vote'],
    metBy: {
      'grant-requested': ({ data }) =>
        data.requestedBy === 'region' ? { parts: data, fact: { silent: false } } : undefined,
      'request-implicitly-rejected': ({ data }) => ({ parts: data, fact: { silent: true } }),
      'vote-recorded': ({ data }) =>
        data.outcome === 'adjourned' ? undefined : { parts: data, fact: { silent: false } },
    },
  }),
  'pieces-demand': each('award', 'demand').possible<Nothing>({
    capability: 'award',
    label: 'Demande de pièces manquantes',
    acts: ['demand-pieces'],
    metBy: { 'pieces-demanded': ({ data }) => ({ parts: data, fact: nothing }) },
  }),
  'missing-pieces': each('award', 'demand').owed<Nothing>({
    capability: 'award',
    label: 'Pièces manquantes de la demande',
    debtor: applicant,
    due: owedBy => {
      const demand = pendingDemand(awardIn(owedBy));
      return demand ? byText(owedBy.rules, 'missing-pieces', { on: demand.term, setOn: demand.on }) : null;
    },
    whenDue: 'silence',
    silence: owedBy => {
      const award = awardIn(owedBy);
      return [{ type: 'pieces-term-ended', data: { award: award.id, demand: award.demands.length } }];
    },
    acts: ['deliver-pieces'],
    metBy: {
      'pieces-delivered': ({ data }) => (data.complete ? { parts: data, fact: nothing } : undefined),
      'pieces-term-ended': ({ data }) => ({ parts: data, fact: nothing }),
    },
  }),
  'instruction-report': each('award').owed<Nothing>({
    capability: 'award',
    label: "Rapport d'instruction",
    debtor: instructor,
    due: term('instruction-report', of => latestOf(of.receivedOn, of.demands.at(-1)?.endedOn ?? null)),
    whenDue: 'escalate',
    acts: ['report-instruction'],
    metBy: { 'instruction-reported': done },
  }),
  'agenda-entry': each('award', 'round').owed<Nothing>({
    capability: 'award',
    label: "Inscription à l'ordre du jour",
    debtor: instructor,
    due: term('agenda-entry', of => latestOf(of.instructedOn, of.adjournedOn)),
    whenDue: 'escalate',
    acts: ['enter-agenda'],
    metBy: { 'agenda-entered': ({ data }) => ({ parts: data, fact: nothing }) },
  }),
  vote: each('award', 'round').owed<{ readonly outcome: VoteOutcome; readonly conventionRequired: boolean }>({
    capability: 'award',
    label: 'Vote de la subvention',
    debtor: instructor,
    due: owedBy => {
      const { agenda } = awardIn(owedBy);
      return agenda ? { on: agenda.sessionOn, source: 'Ordre du jour de la session' } : null;
    },
    whenDue: 'escalate',
    acts: ['record-vote'],
    metBy: {
      'vote-recorded': ({ data }) => ({
        parts: data,
        fact: { outcome: data.outcome, conventionRequired: data.conventionRequired },
      }),
    },
  }),
  'refusal-notification': each('award').owed<Unread>({
    capability: 'award',
    label: 'Notification du refus',
    debtor: instructor,
    due: term('refusal-notification', of => of.vote?.on ?? null),
    whenDue: 'escalate',
    acts: ['notify-refusal'],
    metBy: { 'decision-made-available': unread('refusal'), 'refusal-notified': done },
  }),
};

export const executionExpectations = {
  transmission: each('award').owed<{ readonly on: CivilDate }>({
    capability: 'award',
    label: "Transmission de la délibération au représentant de l'État",
    debtor: instructor,
    due: term('transmission', of => of.vote?.on ?? null),
    whenDue: 'escalate',
    acts: ['transmit-deliberation'],
    metBy: { 'deliberation-transmitted': sent, 'amendment-lapsed': sent },
  }),
  'legality-review': each('award', 'on').byCalendar<Nothing>({
    capability: 'award',
    label: 'Contrôle de légalité : délai de déféré du représentant de l’État',
    due: owedBy => legalityDue(awardIn(owedBy), owedBy.rules),
    ladder: 'watch',
    silence: ({ parts: { award, on } }) => [{ type: 'legality-term-ended', data: { award, transmittedOn: on } }],
    acts: ['record-legality-letter', 'answer-legality-letter'],
    metBy: {
      'legality-term-ended': ({ data }) => ({ parts: { award: data.award, on: data.transmittedOn }, fact: nothing }),
      'legality-letter-recorded': ({ data }) =>
        data.nature === 'referral' || data.nature === 'closing'
          ? { parts: { award: data.award, on: data.transmittedOn }, fact: nothing }
          : undefined,
    },
  }),
  'grant-notification': each('award').owed<Unread>({
    capability: 'award',
    label: "Notification de la décision d'attribution",
    debtor: instructor,
    due: term('grant-notification', of => of.transmittedOn),
    whenDue: 'escalate',
    acts: ['notify-grant'],
    metBy: { 'decision-made-available': unread('grant'), 'grant-notified': done, 'amendment-lapsed': done },
  }),
  'carrier-signature': each('award').owed<Nothing>({
    capability: 'award',
    label: 'Signature de la convention par la structure porteuse',
    debtor: applicant,
    due: term('carrier-signature', of => latestOf(of.vote?.on ?? null, of.conventionNeed?.since ?? null)),
    whenDue: 'remind',
    acts: ['sign-convention'],
    metBy: {
      'convention-signed': ({ data }) => (data.party === 'carrier' ? { parts: data, fact: nothing } : undefined),
      'amendment-lapsed': done,
    },
  }),
  'region-signature': each('award').owed<Nothing>({
    capability: 'award',
    label: 'Signature de la convention par la Région',
    debtor: instructor,
    due: term('region-signature', of => latestOf(executoryOn(of), of.conventionNeed?.since ?? null)),
    whenDue: 'escalate',
    acts: ['sign-convention'],
    metBy: {
      'convention-signed': ({ data }) => (data.party === 'region' ? { parts: data, fact: nothing } : undefined),
      'amendment-lapsed': done,
    },
  }),
  'convention-need': each('award', 'again').possible<Nothing>({
    capability: 'award',
    label: 'Convention devenue obligatoire',
    acts: [],
    metBy: {
      'convention-became-required': ({ data: { award, time: again } }) => ({ parts: { award, again }, fact: nothing }),
    },
  }),
  'convention-need-end': each('award', 'again').possible<Nothing>({
    capability: 'award',
    label: 'Convention qui n’est plus obligatoire',
    acts: [],
    metBy: {
      'convention-no-longer-required': ({ data: { award, time: again } }) => ({
        parts: { award, again },
        fact: nothing,
      }),
    },
  }),
  'convention-notification': each('award').owed<Unread>({
    capability: 'award',
    label: 'Notification de la convention signée',
    debtor: instructor,
    due: term('convention-notification', of => latestOf(of.carrierSignedOn, of.regionSignedOn)),
    whenDue: 'escalate',
    acts: ['notify-convention', 'lapse-amendment'],
    metBy: { 'decision-made-available': unread('convention'), 'convention-notified': done, 'amendment-lapsed': done },
  }),
  'essential-data': each('award').owed<Nothing>({
    capability: 'award',
    label: 'Publication des données essentielles',
    debtor: instructor,
    due: publicationDue,
    whenDue: 'escalate',
    acts: ['publish-essential-data'],
    metBy: { 'essential-data-published': done, 'amendment-lapsed': done },
  }),
};
