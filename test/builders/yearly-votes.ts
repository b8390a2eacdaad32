import { cents, type Cents } from '../../src/domain/kernel/cents.js';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { documentOf } from '../../src/domain/reglement/reglement.js';
import { ACCOUNT, type DossierBuilder, GRANT, prepared } from './dossier.js';
import { carried, convention, reports, yearTurns } from './whole-life-dossiers.js';

export const YEAR_OF_2018 = cents(3_000_000);

/** What is asked for under the règlement of 2018: 30 000 € a year at most, of a forecast of 40 000 € a year. */
export const CONVENTION_OF_2018 = {
  ...GRANT,
  amount: cents(9_000_000),
  startsOn: civilDate('2018-07-01'),
  budget: cents(12_000_000),
};

/** A convention of 2018, each year of which has a vote of its own: its first year is voted, its post is filled. */
export function votedByYear(): DossierBuilder {
  const dossier = prepared('2018-03-05').does('request-grant', CONVENTION_OF_2018);
  dossier.does('report-instruction', { favourable: true, report: 'R' });
  dossier.does('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'Convention' });
  const vote = { outcome: 'adopted', number: '18_1', members: 83, present: 60, votesFor: 50, votesAgainst: 5 };
  dossier.does('record-vote', { ...vote, abstentions: 5, amount: YEAR_OF_2018 });
  return signed(dossier).does('open-post', { share: 100 }).does('fill-post', { share: 100 });
}

function signed(dossier: DossierBuilder): DossierBuilder {
  dossier.does('transmit-deliberation', { receipt: 'R' }).does('notify-grant');
  const signs = (party: string) => {
    const textHash = dossier.state.awards[dossier.award.award ?? '']?.vote?.textHash;
    return { party, textHash, signatory: 'X', capacity: 'Y' };
  };
  dossier.does('sign-convention', signs('carrier')).does('sign-convention', signs('region'));
  return dossier.does('notify-convention');
}

/** The same, its first year over. */
export function secondYearOpen(): DossierBuilder {
  return yearTurns(votedByYear(), 1);
}

/** Asks for the grant of a year of the convention. */
export const yearGrant = (year: number, amount: Cents = YEAR_OF_2018) => ({ ...CONVENTION_OF_2018, year, amount });

/** The grant of the second year, voted and notified. */
export function secondYearGranted(): DossierBuilder {
  const dossier = secondYearOpen();
  return carried(dossier.does('request-year-grant', yearGrant(2), { on: { award: convention(dossier).id } }));
}

/** The reports of a year, accepted, as the first document de référence asks for them. */
export function reportsOf2018(dossier: DossierBuilder, year: number, spent: object = {}): DossierBuilder {
  const document = documentOf(dossier.rules, 'referentiel-1');
  const evaluation = document?.axes.map(({ code }) => ({ axis: code, assessment: 'reached' }));
  const values = document?.indicators.map(({ code }) => ({ indicator: code, value: 1 }));
  return reports(dossier, year, {
    'activity-report': { document: 'referentiel-1', evaluation },
    indicators: { document: 'referentiel-1', values },
    'financial-report': spent,
  });
}

/** The second year voted apart, accounted for and paid to its balance. */
export function balanceOfYearPaid(): DossierBuilder {
  const dossier = secondYearGranted();
  const paying = dossier.award.award;
  const paysLine = (number: number) => {
    const on = { on: { award: paying, year: 2, number } };
    dossier.does('claim-instalment', ACCOUNT, on);
    const amount = dossier.state.instalments[`${paying}/2/${number}`]?.amount;
    dossier.does('prepare-liquidation', { amount }, on).does('validate-liquidation', {}, on);
    dossier.does('record-payment-order', { order: `M-2-${number}` }, on).does('record-payment', { amount }, on);
  };
  paysLine(1);
  reportsOf2018(yearTurns(dossier, 2), 2);
  paysLine(2);
  return dossier;
}
