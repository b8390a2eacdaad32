import type { FactOf } from '../src/domain/dossier/expectations.js';
import { councilOpinion } from './council-opinion.js';
import { report } from './funded-year.js';
import { owed, possible, type Dossier } from './story/dossier.js';

/** What was paid is held against what is due; the excess, if any, is claimed back. */
export async function settlement(dossier: Dossier, grant: string): Promise<void> {
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

/** A renewal is never tacit: asked for before the term, it is a cycle of its own. Refused, it may be asked for again. */
export async function renewal(
  dossier: Dossier,
  convention: string,
  nextCycle: (convention: string) => Promise<boolean>,
): Promise<void> {
  for (let rank = 1; ; rank++) {
    const next = await dossier.first({
      asked: possible('renewal-request', `${convention}/${rank}`),
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
  const accounts = Promise.all(ending.cycles.map(left => lastAccounts(dossier, left)));
  await Promise.all([accounts, answered(dossier, ending)]);
  if (ending.how === 'abandoned' || ending.how === 'terminated') await dossier.expect('closure', '1');
}

async function answered(dossier: Dossier, ending: FactOf<'ending'>): Promise<void> {
  if (ending.how === 'withdrawn') await dossier.expect('withdrawal-acknowledgement', '1');
  if (ending.how === 'refused') await dossier.expect('refusal-notification', ending.award);
}

/** The payments under way come back, the years that were opened are accounted for, the grant is settled. */
async function lastAccounts(
  dossier: Dossier,
  { award, years, payments }: FactOf<'ending'>['cycles'][number],
): Promise<void> {
  const reports = years.flatMap(({ year, reports: kinds }) => kinds.map(kind => report(dossier, kind, award, year)));
  const returns = payments.map(line => dossier.expect('payment', line));
  await Promise.all([Promise.all(returns), Promise.all(reports).then(() => settlement(dossier, award))]);
}
