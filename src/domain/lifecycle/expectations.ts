import { addDays, addMonths, latestOf, type CivilDate } from '../kernel/civil-date.js';
import {
  byTerm,
  each,
  nothing,
  once,
  type Due,
  type ExpectationContext,
  type Nothing,
} from '../dossier/expectation.js';
import type { Party } from '../dossier/roles.js';
import { openedYears, stoppedOn } from '../funded-year/exercise.js';
import { observationsKey, type LeftAtEnd, type ObservationMatter } from './slice.js';

const instructor = (): Party => ({ role: 'instructor' });

/** How a dossier ended before its term, and what it leaves to account for. */
export type Ending =
  | ({ readonly how: 'withdrawn' | 'abandoned' | 'terminated' } & LeftAtEnd)
  | ({ readonly how: 'refused'; readonly award: string } & LeftAtEnd);

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

const phase = ({ state, parts }: ExpectationContext<'award' | 'matter'>) =>
  state.lifecycle.observations[observationsKey(parts.award, parts.matter)];
const ofMatter = ({ data }: { readonly data: { readonly award: string; readonly matter: ObservationMatter } }) => ({
  parts: data,
  fact: nothing,
});
const ofAward = ({ data }: { readonly data: { readonly award: string } }) => ({ parts: data, fact: nothing });

export const endingExpectations = {
  ending: once.possible<Ending>({
    capability: 'lifecycle',
    label: 'Fin anticipée',
    acts: ['withdraw-project', 'record-vote', 'abandon-pole', 'terminate-by-carrier', 'terminate-by-region'],
    metBy: {
      'project-withdrawn': ({ data }) => ({ parts: {}, fact: { how: 'withdrawn', ...data } }),
      'project-refused': ({ data }) => ({ parts: {}, fact: { how: 'refused', ...data } }),
      'pole-abandoned': ({ data }) => ({ parts: {}, fact: { how: 'abandoned', ...data } }),
      'convention-terminated': ({ data: { by: _by, ...outstanding } }) => ({
        parts: {},
        fact: { how: 'terminated', ...outstanding },
      }),
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

export const settlementExpectations = {
  settlement: each('award').owed<{ readonly excess: boolean }>({
    capability: 'lifecycle',
    label: 'Solde de la convention',
    debtor: instructor,
    due: owedBy => byTerm(owedBy.rules, 'settlement', settlementStart(owedBy)),
    whenDue: 'escalate',
    acts: ['settle-cycle'],
    metBy: {
      'convention-settled': ({ data }) => ({ parts: data, fact: { excess: data.excess > 0 } }),
    },
  }),
  'observations-invitation': each('award', 'matter').owed<Nothing>({
    capability: 'lifecycle',
    label: 'Invitation à présenter des observations',
    debtor: instructor,
    due: owedBy => {
      const recovery = owedBy.state.lifecycle.recoveries[award(owedBy)?.id ?? ''];
      return byTerm(owedBy.rules, 'observations-invitation', recovery?.since ?? null);
    },
    whenDue: 'escalate',
    acts: ['invite-observations'],
    metBy: { 'observations-invited': ofMatter },
  }),
  observations: each('award', 'matter').owed<Nothing>({
    capability: 'lifecycle',
    label: 'Observations de la structure porteuse',
    debtor: carrier,
    due: owedBy => {
      const term = phase(owedBy)?.term;
      return term ? { on: term, source: 'CRPA art. L122-1 : observations de l’intéressé' } : null;
    },
    whenDue: 'silence',
    silence: owedBy => {
      const found = phase(owedBy);
      if (!found) throw new Error(`Aucune procédure contradictoire pour ${owedBy.parts.award}`);
      return { type: 'observations-term-ended', data: { award: found.award, matter: found.matter } };
    },
    acts: ['present-observations'],
    metBy: { 'observations-presented': ofMatter, 'observations-term-ended': ofMatter },
  }),
  'recovery-order': each('award').owed<Nothing>({
    capability: 'lifecycle',
    label: 'Titre de recettes du trop-perçu',
    debtor: () => ({ role: 'finance' }),
    due: owedBy => {
      const ended = owedBy.state.lifecycle.observations[observationsKey(owedBy.parts.award, 'recovery')]?.endedOn;
      return byTerm(owedBy.rules, 'recovery-order', ended ?? null);
    },
    whenDue: 'escalate',
    acts: ['record-recovery-order'],
    metBy: { 'recovery-ordered': ofAward },
  }),
  recovery: each('award').owed<Nothing>({
    capability: 'lifecycle',
    label: 'Recouvrement du trop-perçu',
    debtor: () => ({ role: 'finance' }),
    due: owedBy =>
      byTerm(owedBy.rules, 'recovery', owedBy.state.lifecycle.recoveries[owedBy.parts.award]?.since ?? null),
    whenDue: 'escalate',
    acts: ['record-recovery'],
    metBy: { 'recovery-collected': ofAward },
  }),
  'recovery-waiver': each('award').possible<Nothing>({
    capability: 'lifecycle',
    label: 'Remise du trop-perçu',
    acts: ['waive-recovery'],
    metBy: { 'recovery-waived': ofAward },
  }),
};
