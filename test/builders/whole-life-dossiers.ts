import type { Award } from '../../src/domain/award/slice.js';
import { ENGINE } from '../../src/domain/dossier/roles.js';
import { grantedFor, leftToLiquidate } from '../../src/domain/funded-year/due.js';
import { anAccount, type AccountChange } from './accounts.js';
import { exerciseOf } from '../../src/domain/funded-year/exercise.js';
import { yearTurned } from '../../src/domain/funded-year/opening.js';
import { cents, type Cents } from '../../src/domain/kernel/cents.js';
import { addDays } from '../../src/domain/kernel/civil-date.js';
import { PAPERS } from '../../src/simulation/papers.js';
import { REPORT_KINDS, type ReportKind } from '../../src/domain/reglement/reglement.js';
import { ACCOUNT, because, type DossierBuilder, GRANT, inForce, SIGNED } from './dossier.js';

export const HASH = PAPERS.report.hash;
const AXES = ['creation', 'projects', 'promotion', 'dialogue', 'structure'];
export const INDICATORS = [
  ...['project-holders', 'activities-created', 'members', 'collective-projects', 'events', 'board-meetings'],
  ...['officer-time', 'epci-covered'],
];

/** What each report of a year says, well formed for the document de référence of today's règlement. */
export const REPORTS = {
  'activity-report': {
    act: 'file-activity-report',
    payload: {
      hash: HASH,
      document: 'referentiel-2',
      evaluation: AXES.map(axis => ({ axis, assessment: 'reached' })),
    },
  },
  indicators: {
    act: 'file-indicators',
    payload: {
      hash: HASH,
      document: 'referentiel-2',
      values: INDICATORS.map((indicator, index) => ({ indicator, value: index === 0 ? null : index })),
    },
  },
  'financial-report': { act: 'file-financial-report', payload: { hash: HASH, ...anAccount() } },
  'approved-accounts': { act: 'file-accounts', payload: { hash: HASH } },
} as const satisfies Readonly<Record<ReportKind, { readonly act: string; readonly payload: object }>>;

export const RENEWAL = { ...GRANT, startsOn: '2030-01-01' };

/** The first convention of a dossier. */
export function convention(dossier: DossierBuilder): Award {
  const found = Object.values(dossier.state.awards).find(({ kind }) => kind === 'convention');
  if (!found) throw new Error('Aucune convention');
  return found;
}

/** The calendar turns a year of the first convention: the next one opens, or the convention ends. */
export function yearTurns(dossier: DossierBuilder, year: number): DossierBuilder {
  const of = convention(dossier);
  const day = addDays(exerciseOf(of, year).to, 1);
  if (dossier.today < day) dossier.on(day);
  const turned = yearTurned(of, year, dossier.rules);
  return dossier.records([{ ...turned, date: day }], 'silence', { by: ENGINE });
}

/** An account that says otherwise what was eligible or left, and charges to the grant of the year what that comes to. */
function accountSaying(dossier: DossierBuilder, year: number, change: AccountChange): object {
  const isOther = change.unspent !== undefined || change.eligibleExpenses !== undefined;
  return isOther ? anAccount(change, grantedFor(dossier.state, convention(dossier).id, year)) : {};
}

/** Every report of a year, filed and accepted; `change` alters what some of them say. */
export function reports(
  dossier: DossierBuilder,
  year: number,
  change: Partial<Readonly<Record<ReportKind, object>>> = {},
  kinds: readonly ReportKind[] = REPORT_KINDS,
): DossierBuilder {
  const { id } = convention(dossier);
  for (const [kind, { act, payload }] of Object.entries(REPORTS)) {
    const report = kind as ReportKind;
    if (!kinds.includes(report)) continue;
    const on = { award: id, year, report };
    dossier
      .does(
        act,
        {
          ...payload,
          ...change[report],
          ...(report === 'financial-report' ? accountSaying(dossier, year, change[report] ?? {}) : {}),
        },
        { on },
      )
      .does('accept-report', {}, { on });
  }
  return dossier;
}

/** An instalment of the first convention, claimed and paid for what is due of it. */
export function pays(dossier: DossierBuilder, year: number, number: number, wanted?: Cents): DossierBuilder {
  const on = { award: convention(dossier).id, year, number };
  dossier.does('claim-instalment', ACCOUNT, { on });
  const instalment = dossier.state.instalments[`${on.award}/${year}/${number}`];
  if (!instalment) throw new Error('Aucun versement');
  const amount = wanted ?? leftToLiquidate(dossier.state, instalment, dossier.rules);
  return dossier
    .does('prepare-liquidation', { amount }, { on })
    .does('validate-liquidation', {}, { on })
    .does('record-payment-order', { order: `M-${year}-${number}` }, { on })
    .does('record-payment', { amount }, { on });
}

/** A convention of three years in force, its post filled. */
export function running(): DossierBuilder {
  return inForce().does('open-post', { share: 100 }).does('fill-post', { share: 100 });
}

/** The same, its first advance paid and its first year over. */
export function firstYearOver(): DossierBuilder {
  return yearTurns(pays(running(), 1, 1), 1);
}

/** The advance of its second year claimed, while the accounts of the first are awaited. */
export function secondAdvanceClaimed(): DossierBuilder {
  const dossier = firstYearOver();
  return dossier.does('claim-instalment', ACCOUNT, { on: { award: convention(dossier).id, year: 2, number: 1 } });
}

/** Its three years over, each paid and accounted for but the last, whose reports are awaited. */
export function lastYearOver(): DossierBuilder {
  const dossier = firstYearOver();
  for (const year of [1, 2]) {
    pays(reports(dossier, year), year, 2);
    pays(dossier, year + 1, 1);
    yearTurns(dossier, year + 1);
  }
  return dossier;
}

/** Everything paid and accounted for. */
export function accountedFor(change: Partial<Readonly<Record<ReportKind, object>>> = {}): DossierBuilder {
  return reports(lastYearOver(), 3, change);
}

export function settled(): DossierBuilder {
  return pays(accountedFor(), 3, 2).does('settle-cycle');
}

/** Settled with an excess: the last year left more unspent than was still to be paid. */
export function withExcess(): DossierBuilder {
  const unspent = { 'financial-report': { eligibleExpenses: cents(1_000_000), unspent: cents(3_000_000) } };
  return accountedFor(unspent).does('settle-cycle');
}

/** The excess, after the carrier was heard. */
export function heardOnExcess(): DossierBuilder {
  return withExcess()
    .does('invite-observations', { matter: 'recovery', reason: 'Trop-perçu.' })
    .does('present-observations', { matter: 'recovery', observations: 'Aucune.' });
}

/** An amendment of the first convention, carried to its notification. */
export function amended(dossier: DossierBuilder, change: object): DossierBuilder {
  const { id } = convention(dossier);
  dossier.does('request-amendment', { ...because, commitment: SIGNED, ...change }, { on: { award: id } });
  return carried(dossier);
}

/** An amendment that leaves the convention what was paid, voted and signed, when more is claimed. */
export function overtaken(): DossierBuilder {
  const dossier = firstYearOver();
  const { id } = convention(dossier);
  dossier.does('request-amendment', { ...because, amount: cents(2_450_000) }, { on: { award: id } });
  signedByAll(dossier);
  return dossier.does('claim-instalment', ACCOUNT, { on: { award: id, year: 2, number: 1 } });
}

/** The last award requested, carried from its instruction to its notification. */
export function carried(dossier: DossierBuilder): DossierBuilder {
  const on = dossier.award;
  if (!signedByAll(dossier)) return dossier;
  return dossier.does('notify-convention', {}, { on });
}

/** The last award requested, carried to its signatures. Returns whether it takes any. */
export function signedByAll(dossier: DossierBuilder): boolean {
  const on = dossier.award;
  const requested = () => {
    const found = dossier.state.awards[on.award ?? ''];
    if (!found) throw new Error('Aucune attribution');
    return found;
  };
  dossier.does('report-instruction', { favourable: true, report: 'R' }, { on });
  if (requested().changes?.carrier)
    dossier.does('examine-successor', { conclusion: 'legitimate', analysis: 'A' }, { on });
  dossier.does('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: `Texte ${on.award}` }, { on });
  const vote = { outcome: 'adopted', number: '27_1', members: 83, present: 60, votesFor: 50, votesAgainst: 5 };
  dossier.does('record-vote', { ...vote, abstentions: 5, amount: requested().amount }, { on });
  dossier.does('transmit-deliberation', { receipt: 'R' }, { on }).does('notify-grant', {}, { on });
  if (requested().vote?.conventionRequired === false) return false;
  const signs = (party: string) => ({ party, textHash: requested().vote?.textHash, signatory: 'X', capacity: 'Y' });
  dossier.does('sign-convention', signs('carrier'), { on }).does('sign-convention', signs('region'), { on });
  return true;
}
