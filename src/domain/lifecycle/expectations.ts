import { addDays, addMonths, latestOf, type CivilDate } from '../kernel/civil-date.js';
import {
  byTerm,
  byText,
  each,
  nothing,
  once,
  type Due,
  type ExpectationContext,
  type Nothing,
} from '../dossier/expectation.js';
import type { Party } from '../dossier/roles.js';
import { openedYears, stoppedOn } from '../funded-year/exercise.js';
import { hearingsOn } from './hearings.js';
import { type ObservationMatter } from '../reglement/measures.js';
import { observationsKey, type LeftAtEnd } from './slice.js';

const instructor = (): Party => ({ role: 'instructor' });

/** How a dossier ended before its term, and what it leaves to account for. */
export type Ending =
  | ({ readonly how: 'withdrawn' | 'abandoned' | 'terminated' | 'revoked' | 'abrogated' } & LeftAtEnd)
  | ({ readonly how: 'refused'; readonly award: string } & LeftAtEnd);

/** What an end leaves to be done, without what else it says. */
function leftBy({ cycles, publications, formerCarriers, recoveries, claims }: LeftAtEnd): LeftAtEnd {
  return { cycles, publications, formerCarriers, recoveries, claims };
}

type OfAward = ExpectationContext<'award'>;

const award = ({ state, parts }: OfAward) => state.awards[parts.award];
const carrier = (owedBy: OfAward): Party => {
  const body = award(owedBy)?.applicant;
  return { role: 'carrier', ...(body ? { body } : {}) };
};

/** From the end of the grant, or from the last account accepted, whichever comes last. */
function settlementStart(owedBy: OfAward): CivilDate | null {
  const { state } = owedBy;
  const reports = openedYears(state, award(owedBy)?.id ?? '').flatMap(({ reports: of }) => Object.values(of));
  return latestOf(award(owedBy)?.endedOn, stoppedOn(state), ...reports.map(report => report.acceptedOn));
}

function monthsBeforeTerm(owedBy: OfAward, months: number, what: string): Due | null {
  const end = award(owedBy)?.period.to;
  if (!end) return null;
  return { on: addMonths(addDays(end, 1), -months), source: `${owedBy.rules.reglement.label} : ${what}` };
}

const evaluationDue = (owedBy: OfAward) =>
  monthsBeforeTerm(owedBy, owedBy.rules.reglement.renewal.evaluationMonthsBefore, 'évaluation finale partagée');
const renewalDue = (owedBy: OfAward) =>
  monthsBeforeTerm(owedBy, owedBy.rules.reglement.renewal.requestMonthsBefore, 'demande de renouvellement');

function closureStart({ state }: ExpectationContext): CivilDate | null {
  const { recoveries, transfers, endedOn } = state.lifecycle;
  return latestOf(
    endedOn,
    ...Object.values(state.awards).map(grant => grant.settledOn),
    ...Object.values(recoveries).map(recovery => recovery.since),
    ...transfers.map(transfer => transfer.settledOn),
  );
}

const hearing = ({ state, parts }: ExpectationContext<'award' | 'matter' | 'again'>) =>
  state.lifecycle.observations[observationsKey(parts.award, parts.matter, parts.again)];
interface Heard {
  readonly data: { readonly award: string; readonly matter: ObservationMatter; readonly rank: number };
}
const ofHearing = ({ data: { award: of, matter, rank } }: Heard) => ({
  parts: { award: of, matter, again: rank },
  fact: nothing,
});
const ofClaim = ({ data }: { readonly data: { readonly award: string; readonly rank: number } }) => ({
  parts: { award: data.award, again: data.rank },
  fact: nothing,
});
const ofAward = ({ data }: { readonly data: { readonly award: string } }) => ({ parts: data, fact: nothing });

export const endingExpectations = {
  ending: once.possible<Ending>({
    capability: 'lifecycle',
    label: 'Fin anticipée',
    acts: [
      ...['withdraw-project', 'record-vote', 'abandon-pole', 'terminate-by-region'],
      ...['revoke-grant', 'withdraw-for-commitment', 'abrogate-grant'],
    ],
    metBy: {
      'project-withdrawn': ({ data }) => ({ parts: {}, fact: { how: 'withdrawn', ...data } }),
      'project-refused': ({ data }) => ({ parts: {}, fact: { how: 'refused', ...data } }),
      'pole-abandoned': ({ data }) => ({ parts: {}, fact: { how: 'abandoned', ...data } }),
      'convention-terminated': ({ data }) => ({ parts: {}, fact: { how: 'terminated', ...leftBy(data) } }),
      'grant-withdrawn': ({ data }) =>
        data.ends ? { parts: {}, fact: { how: 'revoked', ...leftBy(data) } } : undefined,
      'grant-abrogated': ({ data }) => ({ parts: {}, fact: { how: 'abrogated', ...leftBy(data) } }),
    },
  }),
  'withdrawal-acknowledgement': once.owed<Nothing>({
    capability: 'lifecycle',
    label: 'Prise en compte du retrait par la Région',
    debtor: instructor,
    due: ({ state, rules }) => byTerm(rules, 'withdrawal-acknowledgement', state.lifecycle.endedOn),
    whenDue: 'escalate',
    acts: ['acknowledge-withdrawal'],
    metBy: { 'withdrawal-acknowledged': () => ({ parts: {}, fact: nothing }) },
  }),
  closure: once.owed<Nothing>({
    capability: 'lifecycle',
    label: 'Clôture du dossier',
    debtor: instructor,
    due: owedBy => byTerm(owedBy.rules, 'closure', closureStart(owedBy)),
    whenDue: 'escalate',
    acts: ['close-dossier'],
    metBy: { 'dossier-closed': () => ({ parts: {}, fact: nothing }) },
  }),
};

export const cycleExpectations = {
  'final-evaluation': each('award').owed<Nothing>({
    capability: 'lifecycle',
    label: 'Évaluation finale partagée de la convention',
    debtor: instructor,
    due: evaluationDue,
    whenDue: 'escalate',
    acts: ['record-final-evaluation'],
    metBy: { 'final-evaluation-recorded': ofAward },
  }),
  'renewal-request': each('award', 'rank').owed<{ readonly award: string; readonly opinionRound: number | null }>({
    capability: 'lifecycle',
    label: 'Demande de renouvellement',
    debtor: carrier,
    due: renewalDue,
    whenDue: 'remind',
    ladder: 'opportunity',
    acts: ['request-renewal'],
    metBy: {
      'renewal-requested': ({ data }) => ({
        parts: { award: data.convention, rank: data.rank },
        fact: { award: data.award, opinionRound: data.opinionRound },
      }),
    },
  }),
  'former-carrier-account': each('award').owed<Nothing>({
    capability: 'lifecycle',
    label: "Arrêté du compte de l'ancienne structure porteuse",
    debtor: instructor,
    due: ({ state, parts, rules }) => {
      const transfer = state.lifecycle.transfers.find(candidate => candidate.amendment === parts.award);
      return byTerm(rules, 'former-carrier-account', transfer?.on ?? null);
    },
    whenDue: 'escalate',
    acts: ['settle-former-carrier'],
    metBy: {
      'former-carrier-settled': ({ data }) => ({ parts: { award: data.amendment }, fact: nothing }),
      'amendment-lapsed': ({ data }) => ({ parts: data, fact: nothing }),
    },
  }),
};

/** Whether an excess follows a settlement, on which the body is to be heard: the ranks of the claim and of the hearing. */
export interface SettledFact {
  readonly excess: boolean;
  readonly claim?: number;
  readonly hearing?: number;
}

export const settlementExpectations = {
  'grant-withdrawal': each('award', 'rank').possible<{ readonly claim: number | null }>({
    capability: 'lifecycle',
    label: 'Retrait de la subvention par la Région',
    acts: ['revoke-grant', 'withdraw-for-commitment'],
    metBy: {
      'grant-withdrawn': ({ data }) => ({
        parts: { award: data.award, rank: data.rank },
        fact: { claim: data.claim },
      }),
    },
  }),
  settlement: each('award').owed<SettledFact>({
    capability: 'lifecycle',
    label: 'Solde de la convention',
    debtor: instructor,
    due: owedBy => byTerm(owedBy.rules, 'settlement', settlementStart(owedBy)),
    whenDue: 'escalate',
    acts: ['settle-cycle'],
    metBy: {
      'convention-settled': ({ data: { award: of, claim } }) => ({
        parts: { award: of },
        fact: { excess: claim !== null, ...(claim ? { claim: claim.rank, hearing: claim.hearing } : {}) },
      }),
    },
  }),
  'observations-invitation': each('award', 'matter', 'again').owed<Nothing>({
    capability: 'lifecycle',
    label: 'Invitation à présenter des observations',
    debtor: instructor,
    due: owedBy => {
      const recovery = owedBy.state.lifecycle.recoveries[award(owedBy)?.id ?? ''];
      return byTerm(owedBy.rules, 'observations-invitation', recovery?.since ?? null);
    },
    whenDue: 'escalate',
    acts: ['invite-observations'],
    metBy: { 'observations-invited': ofHearing },
  }),
  observations: each('award', 'matter', 'again').owed<Nothing>({
    capability: 'lifecycle',
    label: 'Observations de la structure porteuse',
    debtor: carrier,
    due: owedBy => {
      const heard = hearing(owedBy);
      if (!heard) return null;
      const reference = heard.sanction ? 'observations-on-sanction' : 'observations';
      return byText(owedBy.rules, reference, { on: heard.term, setOn: heard.invitedOn });
    },
    whenDue: 'silence',
    silence: owedBy => {
      const found = hearing(owedBy);
      if (!found) throw new Error(`Aucune procédure contradictoire pour ${owedBy.parts.award}`);
      const { award: of, matter, rank } = found;
      return [{ type: 'observations-term-ended', data: { award: of, matter, rank } }];
    },
    acts: ['present-observations'],
    metBy: { 'observations-presented': ofHearing, 'observations-term-ended': ofHearing },
  }),
  'recovery-order': each('award', 'again').owed<Nothing>({
    capability: 'lifecycle',
    label: 'Titre de recettes du trop-perçu',
    debtor: () => ({ role: 'finance' }),
    due: owedBy => {
      const { state, parts, rules } = owedBy;
      const recovery = state.lifecycle.recoveries[parts.award];
      const ended = recovery?.hearing ? recovery.since : hearingsOn(state, parts.award, 'recovery').at(-1)?.endedOn;
      return byTerm(rules, 'recovery-order', ended ?? null);
    },
    whenDue: 'escalate',
    acts: ['record-recovery-order'],
    metBy: { 'recovery-ordered': ofClaim },
  }),
  recovery: each('award', 'again').owed<Nothing>({
    capability: 'lifecycle',
    label: 'Recouvrement du trop-perçu',
    debtor: () => ({ role: 'finance' }),
    due: owedBy => {
      const recovery = owedBy.state.lifecycle.recoveries[owedBy.parts.award];
      if (recovery?.returnBy)
        return byText(owedBy.rules, 'commitment-recovery', { on: recovery.returnBy, setOn: recovery.since });
      return byTerm(owedBy.rules, 'recovery', recovery?.since ?? null);
    },
    whenDue: 'escalate',
    acts: ['record-recovery'],
    metBy: { 'recovery-collected': ofClaim },
  }),
  'recovery-waiver': each('award', 'again').possible<Nothing>({
    capability: 'lifecycle',
    label: 'Remise du trop-perçu',
    acts: ['waive-recovery'],
    metBy: { 'recovery-waived': ofClaim },
  }),
};
