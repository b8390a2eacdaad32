import { addDays, addMonths, latestOf, type CivilDate } from '../kernel/civil-date.js';
import {
  nothing,
  byTerm,
  owed,
  possible,
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

const award = ({ state, instance }: ExpectationContext) => state.awards[instance.split('/')[0] ?? ''];
const carrier = (owedBy: ExpectationContext): Party => {
  const body = award(owedBy)?.applicant;
  return { role: 'carrier', ...(body ? { body } : {}) };
};

/** From the end of the grant, or from the last account accepted, whichever comes last. */
function settlementStart(owedBy: ExpectationContext): CivilDate | null {
  const { state } = owedBy;
  const reports = openedYears(state, award(owedBy)?.id ?? '').flatMap(({ reports: of }) => Object.values(of));
  return latestOf(award(owedBy)?.endedOn, stoppedOn(state), ...reports.map(report => report.acceptedOn));
}

function monthsBeforeTerm(owedBy: ExpectationContext, months: number, what: string): Due | null {
  const end = award(owedBy)?.period.to;
  if (!end) return null;
  return { on: addMonths(addDays(end, 1), -months), source: `${owedBy.rules.reglement.label} : ${what}` };
}

const evaluationDue = (owedBy: ExpectationContext) =>
  monthsBeforeTerm(owedBy, owedBy.rules.reglement.renewal.evaluationMonthsBefore, 'évaluation finale partagée');
const renewalDue = (owedBy: ExpectationContext) =>
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

const phase = ({ state, instance }: ExpectationContext) => state.lifecycle.observations[instance];
const ofMatter = ({ data }: { readonly data: { readonly award: string; readonly matter: ObservationMatter } }) => ({
  instance: observationsKey(data.award, data.matter),
  fact: nothing,
});
const ofAward = ({ data }: { readonly data: { readonly award: string } }) => ({ instance: data.award, fact: nothing });

export const endingExpectations = {
  ending: possible<Ending>({
    capability: 'lifecycle',
    label: 'Fin anticipée',
    acts: ['withdraw-project', 'record-vote', 'abandon-pole', 'terminate-by-carrier', 'terminate-by-region'],
    metBy: {
      'project-withdrawn': ({ data }) => ({ instance: '1', fact: { how: 'withdrawn', ...data } }),
      'project-refused': ({ data }) => ({ instance: '1', fact: { how: 'refused', ...data } }),
      'pole-abandoned': ({ data }) => ({ instance: '1', fact: { how: 'abandoned', ...data } }),
      'convention-terminated': ({ data: { by: _by, ...outstanding } }) => ({
        instance: '1',
        fact: { how: 'terminated', ...outstanding },
      }),
    },
  }),
  'withdrawal-acknowledgement': owed<Nothing>({
    capability: 'lifecycle',
    label: 'Prise en compte du retrait par la Région',
    debtor: instructor,
    due: ({ state, rules }) => byTerm(rules, 'withdrawal-acknowledgement', state.lifecycle.endedOn),
    whenDue: 'escalate',
    acts: ['acknowledge-withdrawal'],
    metBy: { 'withdrawal-acknowledged': () => ({ instance: '1', fact: nothing }) },
  }),
  closure: owed<Nothing>({
    capability: 'lifecycle',
    label: 'Clôture du dossier',
    debtor: instructor,
    due: owedBy => byTerm(owedBy.rules, 'closure', closureStart(owedBy)),
    whenDue: 'escalate',
    acts: ['close-dossier'],
    metBy: { 'dossier-closed': () => ({ instance: '1', fact: nothing }) },
  }),
};

export const cycleExpectations = {
  'final-evaluation': owed<Nothing>({
    capability: 'lifecycle',
    label: 'Évaluation finale partagée de la convention',
    debtor: instructor,
    due: evaluationDue,
    whenDue: 'escalate',
    acts: ['record-final-evaluation'],
    metBy: { 'final-evaluation-recorded': ofAward },
  }),
  'renewal-request': owed<{ readonly award: string; readonly opinionRound: number | null }>({
    capability: 'lifecycle',
    label: 'Demande de renouvellement',
    debtor: carrier,
    due: renewalDue,
    whenDue: 'remind',
    ladder: 'opportunity',
    acts: ['request-renewal'],
    metBy: {
      'renewal-requested': ({ data }) => ({
        instance: `${data.convention}/${data.rank}`,
        fact: { award: data.award, opinionRound: data.opinionRound },
      }),
    },
  }),
  'former-carrier-account': owed<Nothing>({
    capability: 'lifecycle',
    label: "Arrêté du compte de l'ancienne structure porteuse",
    debtor: instructor,
    due: ({ state, instance, rules }) => {
      const transfer = state.lifecycle.transfers.find(candidate => candidate.amendment === instance);
      return byTerm(rules, 'former-carrier-account', transfer?.on ?? null);
    },
    whenDue: 'escalate',
    acts: ['settle-former-carrier'],
    metBy: {
      'former-carrier-settled': ({ data }) => ({ instance: data.amendment, fact: nothing }),
      'amendment-lapsed': ({ data }) => ({ instance: data.award, fact: nothing }),
    },
  }),
};

export const settlementExpectations = {
  settlement: owed<{ readonly excess: boolean }>({
    capability: 'lifecycle',
    label: 'Solde de la convention',
    debtor: instructor,
    due: owedBy => byTerm(owedBy.rules, 'settlement', settlementStart(owedBy)),
    whenDue: 'escalate',
    acts: ['settle-cycle'],
    metBy: {
      'convention-settled': ({ data }) => ({ instance: data.award, fact: { excess: data.excess > 0 } }),
    },
  }),
  'observations-invitation': owed<Nothing>({
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
  observations: owed<Nothing>({
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
      if (!found) throw new Error(`Aucune procédure contradictoire pour ${owedBy.instance}`);
      return { type: 'observations-term-ended', data: { award: found.award, matter: found.matter } };
    },
    acts: ['present-observations'],
    metBy: { 'observations-presented': ofMatter, 'observations-term-ended': ofMatter },
  }),
  'recovery-order': owed<Nothing>({
    capability: 'lifecycle',
    label: 'Titre de recettes du trop-perçu',
    debtor: () => ({ role: 'finance' }),
    due: owedBy => {
      const ended = owedBy.state.lifecycle.observations[observationsKey(owedBy.instance, 'recovery')]?.endedOn;
      return byTerm(owedBy.rules, 'recovery-order', ended ?? null);
    },
    whenDue: 'escalate',
    acts: ['record-recovery-order'],
    metBy: { 'recovery-ordered': ofAward },
  }),
  recovery: owed<Nothing>({
    capability: 'lifecycle',
    label: 'Recouvrement du trop-perçu',
    debtor: () => ({ role: 'finance' }),
    due: owedBy => byTerm(owedBy.rules, 'recovery', owedBy.state.lifecycle.recoveries[owedBy.instance]?.since ?? null),
    whenDue: 'escalate',
    acts: ['record-recovery'],
    metBy: { 'recovery-collected': ofAward },
  }),
  'recovery-waiver': possible<Nothing>({
    capability: 'lifecycle',
    label: 'Remise du trop-perçu',
    acts: ['waive-recovery'],
    metBy: { 'recovery-waived': ofAward },
  }),
};
