import { initialLifecycle, type LifecycleSlice } from '../lifecycle/slice.js';
import type { FundedYear } from '../funded-year/years-slice.js';
import { initialState, type DossierState } from './state.js';
import type { Subject } from './subject.js';
import { seesAward, seesContribution, seesDayOf, seesObligation, seesParties, type View } from './view.js';

/** A dossier as far as a view goes: the rest is as if nothing had happened yet. For showing, never for reckoning. */
export function seenState(view: View | undefined, state: DossierState): DossierState {
  if (view === 'whole') return state;
  const empty = initialState(state.id);
  return {
    ...empty,
    initiative: { ...empty.initiative, paysCodes: state.initiative.paysCodes },
    awards: only(state.awards, ({ id }) => seesAward(view, id)),
    instalments: only(state.instalments, ({ award, claimedOn, preparedOn }) =>
      seesDayOf(view, award, claimedOn ?? preparedOn),
    ),
    years: Object.fromEntries(
      Object.entries(only(state.years, ({ award, openedOn }) => seesDayOf(view, award, openedOn))).map(
        ([key, year]) => [key, seenYear(view, year)] as const,
      ),
    ),
    contributions: only(state.contributions, ({ number }) => seesContribution(view, number)),
    obligations: only(state.obligations, obligation => seesObligation(view, obligation)),
    lifecycle: seenLifecycle(view, state.lifecycle),
    referent: state.referent,
  };
}

function only<Item>(items: Readonly<Record<string, Item>>, isSeen: (item: Item, key: string) => boolean) {
  return Object.fromEntries(Object.entries(items).filter(([key, item]) => isSeen(item, key)));
}

const seenYear = (view: View | undefined, { reports, ...year }: FundedYear): FundedYear => ({
  ...year,
  reports: only(reports, ({ filedOn }) => seesDayOf(view, year.award, filedOn)),
});

function seenLifecycle(view: View | undefined, lifecycle: LifecycleSlice): LifecycleSlice {
  const { status, endedOn, closedOn, transfers, recoveries, observations, formalNotices, withdrawals } = lifecycle;
  return {
    ...initialLifecycle,
    ...{ status, endedOn, closedOn },
    transfers: transfers.filter(({ from }) => seesParties(view, { role: 'carrier', body: from })),
    recoveries: only(recoveries, ({ since }, award) => seesDayOf(view, award, since)),
    formalNotices: formalNotices.filter(({ award, on }) => seesDayOf(view, award, on)),
    withdrawals: withdrawals.filter(({ award, on }) => seesDayOf(view, award, on)),
    observations: only(observations, ({ award, invitedOn }) => seesDayOf(view, award, invitedOn)),
  };
}

/** Whether what an act would bear on is in a view: what is closed on the rest is not explained. */
export function seesSubject(view: View | undefined, subject: Subject, state: DossierState): boolean {
  if (view === 'whole') return true;
  switch (subject.kind) {
    case 'pole':
    case 'post':
      return false;
    case 'award':
    case 'instalment':
    case 'report':
      return seesDayOf(view, subject.award, null);
    case 'contribution':
      return seesContribution(view, subject.contribution);
    case 'obligation': {
      const owed = state.obligations[subject.obligation];
      return owed !== undefined && seesObligation(view, owed);
    }
  }
}
