import type { FactOf } from '../src/domain/dossier/expectations.js';
import { councilOpinion } from './council-opinion.js';
import { accountedYears, instalment, report } from './funded-year.js';
import { owed, possible, type Dossier } from './story/dossier.js';

/** Every year accounted for, the grant is settled. */
export async function accounts(dossier: Dossier, grant: string): Promise<void> {
  await accountedYears(dossier, grant);
  await settlement(dossier, grant);
}

/** What was paid is held against what is due; the excess, if any, is claimed back. */
async function settlement(dossier: Dossier, grant: string): Promise<void> {
  const settled = await dossier.expect('settlement', grant);
  if (settled.excess) await recovery(dossier, grant);
}

/** An excess is claimed after the body was heard, unless it is waived. */
async function recovery(dossier: Dossier, grant: string): Promise<void> {
  const steps = [
    owed('observations-invitation', `${grant}/recovery`),
    owed('observations', `${grant}/recovery`),
    owed('recovery-order', grant),
    owed('recovery', grant),
  ];
  for (const step of steps) {
    const next = await dossier.first({ step, waived: possible('recovery-waiver', grant) });
    if (next.came === 'waived') return;
  }
}

/** Before a termination by the Région, the carrier is invited to present its observations. */
export async function warning(dossier: Dossier, convention: string): Promise<void> {
  const next = await dossier.first({
    invited: possible('observations-invitation', `${convention}/termination`),
    over: possible('convention-end', convention),
  });
  if (next.came === 'invited') await dossier.expect('observations', `${convention}/termination`);
}

/** The convention is evaluated jointly before its term. */
export async function finalEvaluation(dossier: Dossier, convention: string): Promise<void> {
  await dossier.expect('final-evaluation', convention);
}

/**
 * A renewal is never tacit: the carrier is reminded to ask for it before the term, and it is a cycle of its own. Refused,
 * it may be asked for again.
 */
export async function renewal(
  dossier: Dossier,
  convention: string,
  nextCycle: (convention: string) => Promise<boolean>,
): Promise<void> {
  for (let rank = 1; ; rank++) {
    const request = rank === 1 ? owed : possible;
    const next = await dossier.first({
      asked: request('renewal-request', `${convention}/${rank}`),
      over: possible('convention-end', convention),
    });
    if (next.came === 'over') return;
    const { award, opinionRound } = next.fact;
    const [granted] = await Promise.all([
      nextCycle(award),
      opinionRound === null ? undefined : councilOpinion(dossier, opinionRound),
    ]);
    if (granted) return;
  }
}

/** What remains owed when a dossier ends before its term. */
export async function closing(dossier: Dossier, ending: FactOf<'ending'>): Promise<void> {
  const left = ending.cycles.map(cycle => lastAccounts(dossier, cycle));
  await Promise.all([Promise.all(left), lastDuties(dossier, ending), answered(dossier, ending)]);
  if (ending.how === 'abandoned' || ending.how === 'terminated') await dossier.expect('closure', '1');
}

/** What was signed is published still, the account of a former carrier settled, an excess recovered, whatever the end. */
async function lastDuties(dossier: Dossier, ending: FactOf<'ending'>): Promise<void> {
  const { publications = [], formerCarriers = [], recoveries = [] } = ending;
  await Promise.all([
    ...publications.map(grant => dossier.expect('essential-data', grant)),
    ...formerCarriers.map(amendment => dossier.expect('former-carrier-account', amendment)),
    ...recoveries.map(grant => recovery(dossier, grant)),
  ]);
}

async function answered(dossier: Dossier, ending: FactOf<'ending'>): Promise<void> {
  if (ending.how === 'withdrawn') await dossier.expect('withdrawal-acknowledgement', '1');
  if (ending.how === 'refused') await dossier.expect('refusal-notification', ending.award);
}

type CycleLeft = FactOf<'ending'>['cycles'][number];

/** What was asked for is paid, and what may still be, while the years that were opened are accounted for and the grant settled. */
async function lastAccounts(dossier: Dossier, left: CycleLeft): Promise<void> {
  const payments = left.payments.map(payment => instalment(dossier, left.award, lineOf(payment), possible));
  await Promise.all([Promise.all(payments), lastSettlement(dossier, left)]);
}

/** The instalment that a payment pays. */
function lineOf(payment: string): string {
  return payment.slice(0, payment.lastIndexOf('/'));
}

async function lastSettlement(dossier: Dossier, { award, years }: CycleLeft): Promise<void> {
  await Promise.all(years.flatMap(({ year, reports }) => reports.map(kind => report(dossier, kind, award, year))));
  await settlement(dossier, award);
}
