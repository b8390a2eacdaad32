import type { OwedByADay } from '../database/feed-reads.js';
import { obligationLabel } from '../domain/dossier/naming.js';
import { roleLabel } from '../domain/dossier/roles.js';
import type { DossierState } from '../domain/dossier/state.js';
import type { ObligationState } from '../domain/obligations/slice.js';
import { icalendar, type DayEvent } from './icalendar.js';

/** The days during which what is no longer owed is still told, as cancelled. */
export const DAYS_TOLD_AFTER = 60;

const ENDED: Readonly<Record<Exclude<ObligationState, 'open'>, string>> = {
  done: 'Tenue',
  withdrawn: 'Sans objet',
  waived: 'Dispensée',
};

/** Something owed by a day, and the dossier that says its name. */
export interface Dated {
  readonly owed: OwedByADay;
  readonly state: DossierState;
}

/** The calendar of someone's due days; `link` gives the page of one. */
export function feedOf(dated: readonly Dated[], link: (obligation: OwedByADay) => string): string {
  return icalendar(
    'Jalon : échéances',
    dated.map(day => eventOf(day, link(day.owed))),
  );
}

function eventOf({ owed: obligation, state: dossier }: Dated, url: string): DayEvent {
  const { id, due, state, poleName, source, round, changedAt } = obligation;
  const debtor = roleLabel(obligation.debtorRole);
  const title = `${obligationLabel(obligation, dossier)} – ${debtor}, ${poleName}`;
  return {
    ...{ uid: `${id}@jalon`, day: due, changedAt, url },
    sequence: state === 'open' ? round : round + 1,
    cancelled: state !== 'open',
    summary: state === 'open' ? title : `${ENDED[state]} — ${title}`,
    description: [
      `Dû par : ${obligation.debtorBody === null ? debtor : `${debtor}, ${obligation.debtorBody}`}`,
      `Pôle : ${poleName}`,
      `En vertu de : ${source}`,
      `Voir : ${url}`,
    ].join('\n'),
  };
}
