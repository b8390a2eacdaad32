import type { FactOf, PartsOf } from '../src/domain/dossier/expectations.js';
import { award } from './award.js';
import { lateConvention } from './late-convention.js';
import { owed, possible, type Dossier } from './story/dossier.js';

type Opened = Extract<FactOf<'year-turn'>, { ended: false }>;

/** The money of each year. The calendar opens the next while the accounts of the last are still awaited. */
export async function fundedYears(dossier: Dossier, grant: string, year = 0): Promise<void> {
  const turn = await dossier.expect('year-turn', { award: grant, year });
  if (turn.ended) return;
  await Promise.all([paidYear(dossier, grant, turn), fundedYears(dossier, grant, turn.year)]);
}

/** A year voted apart has its own grant; the others are paid by the convention. */
async function paidYear(dossier: Dossier, grant: string, opened: Opened): Promise<void> {
  if (!opened.ownGrant) return instalments(dossier, grant, grant, opened);
  const next = await dossier.first({
    request: owed('year-grant-request', { award: grant, year: opened.year }),
    settled: possible('settlement', { award: grant }),
  });
  if (next.came === 'settled') return;
  const { award: paying } = next.fact;
  await award(dossier, paying, async () => {
    await Promise.all([instalments(dossier, grant, paying, opened), lateConvention(dossier, paying, grant)]);
  });
}

async function instalments(dossier: Dossier, grant: string, paying: string, opened: Opened): Promise<void> {
  await Promise.all([paidInTime(dossier, grant, paying, opened), oneByOne(dossier, grant, paying, opened)]);
}

/** What the law wants paid by a day is owed until it is paid, whatever becomes of the orders. */
async function paidInTime(dossier: Dossier, grant: string, paying: string, opened: Opened): Promise<void> {
  const settled = possible('settlement', { award: grant });
  const owedInTime = opened.owedInTime ?? [];
  await Promise.all(
    owedInTime.map(number =>
      dossier.first({ paid: owed('statutory-payment', { award: paying, year: opened.year, number }), settled }),
    ),
  );
}

async function oneByOne(dossier: Dossier, grant: string, paying: string, opened: Opened): Promise<void> {
  for (const { number, after } of opened.instalments) {
    if (!(await mayBeClaimed(dossier, grant, opened.year, after))) return;
    await instalment(dossier, grant, { award: paying, year: opened.year, number });
  }
}

/** A balance waits for the accounts of its year, or for the study; once settled, nothing is claimed any more. */
async function mayBeClaimed(dossier: Dossier, grant: string, year: number, after: string): Promise<boolean> {
  const settled = possible('settlement', { award: grant });
  if (after === 'study') {
    const next = await dossier.first({ outcome: possible('study-outcome'), settled });
    return next.came === 'outcome';
  }
  if (after !== 'reports') return true;
  const next = await dossier.first({ accepted: possible('reports-accepted', { award: grant, year }), settled });
  return next.came === 'accepted' && next.fact.payable;
}

/** An instalment: claimed, liquidated by two people, ordered, paid. A return or a rejection starts it over. */
export async function instalment(
  dossier: Dossier,
  grant: string,
  line: PartsOf<'instalment-claim'>,
  claimable: typeof owed | typeof possible = owed,
): Promise<void> {
  const settled = possible('settlement', { award: grant });
  const claim = await dossier.first({ claimed: claimable('instalment-claim', line), settled });
  if (claim.came === 'settled') return;
  for (let attempt = 1, payment = 1; ; attempt++) {
    const prepared = await dossier.first({ prepared: owed('liquidation', { ...line, attempt }), settled });
    if (prepared.came === 'settled') return;
    const review = await dossier.expect('liquidation-validation', { ...line, attempt });
    if (!review.validated) continue;
    await dossier.expect('payment-order', { ...line, payment });
    const returned = await dossier.expect('payment', { ...line, payment });
    if (returned.paid) return;
    payment++;
  }
}

/** The accounts of each year, owed once it is over. */
export async function accountedYears(dossier: Dossier, grant: string, year = 0): Promise<void> {
  const turn = await dossier.expect('year-turn', { award: grant, year });
  if (turn.ended) return;
  await Promise.all([accountedYear(dossier, grant, turn), accountedYears(dossier, grant, turn.year)]);
}

async function accountedYear(dossier: Dossier, grant: string, { year, reports }: Opened): Promise<void> {
  await dossier.listen('year-turn', { award: grant, year });
  await Promise.all(reports.map(kind => report(dossier, kind, grant, year)));
}

/** A report: filed, perhaps advised upon by the CRESS, accepted by the Région or sent back to be corrected. */
export async function report(
  dossier: Dossier,
  kind: Opened['reports'][number],
  grant: string,
  year: number,
  from = 1,
): Promise<void> {
  for (let round = from; ; round++) {
    const filed = await dossier.expect(kind, { award: grant, year, round });
    const decision = await decided(dossier, { award: grant, year, report: kind, round }, filed.reviewed);
    if (decision.accepted) return;
  }
}

/** A report that was accepted may be reopened, as often as it is found false, until the grant is settled. */
export async function reopenings(dossier: Dossier, grant: string, year = 0): Promise<void> {
  const turn = await dossier.expect('year-turn', { award: grant, year });
  if (turn.ended) return;
  await Promise.all([
    ...turn.reports.map(kind => reopened(dossier, kind, grant, turn.year)),
    reopenings(dossier, grant, turn.year),
  ]);
}

export async function reopened(
  dossier: Dossier,
  kind: Opened['reports'][number],
  grant: string,
  year: number,
): Promise<void> {
  for (let rank = 1; ; rank++) {
    const next = await dossier.first({
      settled: possible('settlement', { award: grant }),
      reopened: possible('report-reopening', { award: grant, year, report: kind, again: rank }),
    });
    if (next.came === 'settled') return;
    await report(dossier, kind, grant, year, next.fact.round + 1);
  }
}

/** The advice of the CRESS never holds up the decision: whichever comes first. */
async function decided(
  dossier: Dossier,
  line: PartsOf<'report-acceptance'>,
  reviewed: boolean,
): Promise<FactOf<'report-acceptance'>> {
  if (!reviewed) return dossier.expect('report-acceptance', line);
  const next = await dossier.first({
    decision: owed('report-acceptance', line),
    advice: owed('report-review', line),
  });
  return next.came === 'decision' ? next.fact : dossier.expect('report-acceptance', line);
}
