import type { FactOf, PartsOf } from '../src/domain/dossier/expectations.js';
import { councilOpinion } from './council-opinion.js';
import { lateConvention } from './late-convention.js';
import { notification } from './notification.js';
import { accountedYears, instalment, reopened, reopenings, report } from './funded-year.js';
import { owed, possible, type Awaited, type Dossier } from './story/dossier.js';
import { partsIn } from './story/instance.js';

/** Every year accounted for, the grant is settled. */
export async function accounts(dossier: Dossier, grant: string): Promise<void> {
  await Promise.all([
    accountedYears(dossier, grant).then(() => settlement(dossier, grant)),
    reopenings(dossier, grant),
  ]);
}

/** What was paid is held against what is due; the excess, if any, is claimed back. */
async function settlement(dossier: Dossier, grant: string): Promise<void> {
  const settled = await dossier.expect('settlement', { award: grant });
  if (settled.excess) await recovery(dossier, grant, settled.claim, settled.hearing);
}

/** An excess is claimed after the body was heard, unless it is waived. */
async function recovery(dossier: Dossier, grant: string, rank = 1, hearing = 1): Promise<void> {
  const heard = { award: grant, matter: 'recovery', again: hearing } as const;
  const claim = { award: grant, again: rank };
  await Promise.all([
    claimed(dossier, claim, [owed('observations-invitation', heard), owed('observations', heard)]),
    hearings(dossier, { award: grant, matter: 'recovery' }, hearing + 1, {
      ordered: possible('recovery-order', claim),
      waived: possible('recovery-waiver', claim),
    }),
  ]);
}

type Claim = PartsOf<'recovery'>;

/** What is claimed back is ordered and collected, after what comes before; or waived at any time. */
async function claimed(
  dossier: Dossier,
  claim: Claim,
  before: readonly Awaited<'observations-invitation' | 'observations'>[] = [],
): Promise<void> {
  for (const step of [...before, owed('recovery-order', claim), owed('recovery', claim)]) {
    const next = await dossier.first({ step, waived: possible('recovery-waiver', claim) });
    if (next.came === 'waived') return;
  }
}

/** Each time that the Région would take a measure against the carrier, it is invited to present its observations on it. */
async function hearings(
  dossier: Dossier,
  of: Omit<PartsOf<'observations'>, 'again'>,
  from: number,
  over: Readonly<Record<string, Awaited<'convention-end' | 'settlement' | 'recovery-order' | 'recovery-waiver'>>>,
): Promise<void> {
  for (let rank = from; ; rank++) {
    const line = { ...of, again: rank };
    const next = await dossier.first({ ...over, invited: possible('observations-invitation', line) });
    if (next.came !== 'invited') return;
    await dossier.expect('observations', line);
  }
}

/** The measures that the Région may take against the carrier while the convention runs, and until its account is closed. */
export async function measures(dossier: Dossier, convention: string): Promise<void> {
  const over = possible('convention-end', { award: convention });
  const settled = possible('settlement', { award: convention });
  await Promise.all([
    ...(['termination', 'abrogation'] as const).map(matter =>
      hearings(dossier, { award: convention, matter }, 1, { over }),
    ),
    ...(['commitment', 'recovery'] as const).map(matter =>
      hearings(dossier, { award: convention, matter }, 1, { settled }),
    ),
  ]);
}

/** From the vote on, the grant may be withdrawn, in part or whole, after a hearing: what was paid of it is claimed back. */
export async function withdrawals(dossier: Dossier, convention: string): Promise<void> {
  const settled = possible('settlement', { award: convention });
  await Promise.all([
    hearings(dossier, { award: convention, matter: 'withdrawal' }, 1, { settled }),
    withdrawn(dossier, convention),
  ]);
}

async function withdrawn(dossier: Dossier, convention: string, rank = 1): Promise<void> {
  const next = await dossier.first({
    withdrawn: possible('grant-withdrawal', { award: convention, rank }),
    settled: possible('settlement', { award: convention }),
  });
  if (next.came === 'settled') return;
  const { claim } = next.fact;
  await Promise.all([
    claim === null ? undefined : claimed(dossier, { award: convention, again: claim }),
    withdrawn(dossier, convention, rank + 1),
  ]);
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
  if (ending.how !== 'withdrawn' && ending.how !== 'refused') await dossier.expect('closure');
}

/** What was signed is published still, the account of a former carrier settled, an excess recovered, whatever the end. */
async function lastDuties(dossier: Dossier, ending: FactOf<'ending'>): Promise<void> {
  const { publications = [], formerCarriers = [], recoveries = [], claims = [] } = ending;
  await Promise.all([
    ...publications.map(grant => dossier.expect('essential-data', { award: grant })),
    ...formerCarriers.map(amendment => dossier.expect('former-carrier-account', { award: amendment })),
    ...recoveries.map(claim => partsIn(claim, 'award', 'again')).map(of => recovery(dossier, of.award, of.again)),
    ...claims.map(claim => claimed(dossier, partsIn(claim, 'award', 'again'))),
  ]);
}

async function answered(dossier: Dossier, ending: FactOf<'ending'>): Promise<void> {
  if (ending.how === 'withdrawn') await dossier.expect('withdrawal-acknowledgement');
  if (ending.how === 'refused') await notification(dossier, 'refusal', ending.award);
}

type CycleLeft = FactOf<'ending'>['cycles'][number];

/** What was asked for is paid, and what may still be, while the years that were opened are accounted for and the grant settled. */
async function lastAccounts(dossier: Dossier, cycle: CycleLeft): Promise<void> {
  const lines = cycle.payments.map(lineOf);
  const paying = [...new Set(lines.map(({ award }) => award))];
  await Promise.all([
    ...lines.map(line => instalment(dossier, cycle.award, line, possible)),
    ...paying.map(award => lateConvention(dossier, award, cycle.award)),
    lastSettlement(dossier, cycle),
  ]);
}

/** The instalment that a payment pays, by the instance of the payment. */
function lineOf(payment: string): PartsOf<'instalment-claim'> {
  const { award, year, number } = partsIn(payment, 'award', 'year', 'number', 'payment');
  return { award, year, number };
}

async function lastSettlement(dossier: Dossier, { award, years }: CycleLeft): Promise<void> {
  const owedReports = years.flatMap(({ year, reports }) => reports.map(kind => ({ kind, year })));
  await Promise.all([
    Promise.all(owedReports.map(({ kind, year }) => report(dossier, kind, award, year))).then(() =>
      settlement(dossier, award),
    ),
    ...owedReports.map(({ kind, year }) => reopened(dossier, kind, award, year)),
  ]);
}
