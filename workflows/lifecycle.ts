import type { FactOf, PartsOf } from '../src/domain/dossier/expectations.js';
import { councilOpinion } from './council-opinion.js';
import { accountedYears, instalment, report } from './funded-year.js';
import { owed, possible, type Dossier } from './story/dossier.js';
import { partsIn } from './story/instance.js';

/** Every year accounted for, the grant is settled. */
export async function accounts(dossier: Dossier, grant: string): Promise<void> {
  await accountedYears(dossier, grant);
  await settlement(dossier, grant);
}

/** What was paid is held against what is due; the excess, if any, is claimed back. */
async function settlement(dossier: Dossier, grant: string): Promise<void> {
  const settled = await dossier.expect('settlement', { award: grant });
  if (settled.excess) await recovery(dossier, grant);
}

/** An excess is claimed after the body was heard, unless it is waived. */
async function recovery(dossier: Dossier, grant: string): Promise<void> {
  const steps = [
    owed('observations-invitation', { award: grant, matter: 'recovery' }),
    owed('observations', { award: grant, matter: 'recovery' }),
    owed('recovery-order', { award: grant }),
    owed('recovery', { award: grant }),
  ];
  for (const step of steps) {
    const next = await dossier.first({ step, waived: possible('recovery-waiver', { award: grant }) });
    if (next.came === 'waived') return;
  }
}

/** Before a termination by the Région, the carrier is invited to present its observations. */
export async function warning(dossier: Dossier, convention: string): Promise<void> {
  const next = await dossier.first({
    invited: possible('observations-invitation', { award: convention, matter: 'termination' }),
    over: possible('convention-end', { award: convention }),
  });
  if (next.came === 'invited') await dossier.expect('observations', { award: convention, matter: 'termination' });
}

/** The convention is evaluated jointly before its term. */
export async function finalEvaluation(dossier: Dossier, convention: string): Promise<void> {
  await dossier.expect('final-evaluation', { award: convention });
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
      asked: request('renewal-request', { award: convention, rank }),
      over: possible('convention-end', { award: convention }),
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
  const cycleAccounts = ending.cycles.map(cycle => lastAccounts(dossier, cycle));
  await Promise.all([Promise.all(cycleAccounts), lastDuties(dossier, ending), answered(dossier, ending)]);
  if (ending.how === 'abandoned' || ending.how === 'terminated') await dossier.expect('closure');
}

/** What was signed is published still, the account of a former carrier settled, an excess recovered, whatever the end. */
async function lastDuties(dossier: Dossier, ending: FactOf<'ending'>): Promise<void> {
  const { publications = [], formerCarriers = [], recoveries = [] } = ending;
  await Promise.all([
    ...publications.map(grant => dossier.expect('essential-data', { award: grant })),
    ...formerCarriers.map(amendment => dossier.expect('former-carrier-account', { award: amendment })),
    ...recoveries.map(grant => recovery(dossier, grant)),
  ]);
}

async function answered(dossier: Dossier, ending: FactOf<'ending'>): Promise<void> {
  if (ending.how === 'withdrawn') await dossier.expect('withdrawal-acknowledgement');
  if (ending.how === 'refused') await dossier.expect('refusal-notification', { award: ending.award });
}

type CycleLeft = FactOf<'ending'>['cycles'][number];

/** What was asked for is paid, and what may still be, while the years that were opened are accounted for and the grant settled. */
async function lastAccounts(dossier: Dossier, cycle: CycleLeft): Promise<void> {
  const payments = cycle.payments.map(payment => instalment(dossier, cycle.award, lineOf(payment), possible));
  await Promise.all([Promise.all(payments), lastSettlement(dossier, cycle)]);
}

/** The instalment that a payment pays, by the instance of the payment. */
function lineOf(payment: string): PartsOf<'instalment-claim'> {
  const { award, year, number } = partsIn(payment, 'award', 'year', 'number', 'payment');
  return { award, year, number };
}

async function lastSettlement(dossier: Dossier, { award, years }: CycleLeft): Promise<void> {
  await Promise.all(years.flatMap(({ year, reports }) => reports.map(kind => report(dossier, kind, award, year))));
  await settlement(dossier, award);
}
