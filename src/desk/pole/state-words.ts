import { awardMachine } from '../../domain/award/machine.js';
import type { AwardStatus } from '../../domain/award/slice.js';
import { cofundingMachine } from '../../domain/cofunding/machine.js';
import type { ContributionStatus } from '../../domain/cofunding/slice.js';
import type { Machine } from '../../domain/dossier/machine.js';
import { instalmentMachine, reportMachine } from '../../domain/funded-year/machine.js';
import type { InstalmentStatus } from '../../domain/funded-year/slice.js';
import type { ReportStatus } from '../../domain/funded-year/years-slice.js';
import { typographic } from '../../domain/kernel/french.js';
import { recruitmentMachine } from '../../domain/recruitment/machine.js';
import type { PostStatus } from '../../domain/recruitment/slice.js';
import type { TagState } from '../kit/tags.js';

/** A state as a page says it: its word, and what it asks for. */
export interface StateWords {
  readonly word: string;
  readonly tag: TagState;
}

/** The states of a machine under its own words; another where a page says what is to be done rather than what was. */
function says<Status extends string>(
  { states }: Machine,
  tags: Readonly<Record<Status, TagState>>,
  others?: Readonly<Partial<Record<Status, string>>>,
): Readonly<Record<Status, StateWords>> {
  const entries = (Object.entries(tags) as [Status, TagState][]).map(
    ([status, tag]) => [status, { word: others?.[status] ?? typographic(states[status] ?? status), tag }] as const,
  );
  return Object.fromEntries(entries) as Record<Status, StateWords>;
}

export const AWARD_WORDS = says<AwardStatus>(
  awardMachine,
  {
    ...{ requested: 'wait', incomplete: 'wait', instructed: 'wait', 'on-agenda': 'wait', adjourned: 'idle' },
    ...{ rejected: 'idle', adopted: 'wait', executory: 'wait', 'in-force': 'ok', ended: 'wait', settled: 'ok' },
    lapsed: 'idle',
  },
  { incomplete: 'Pièces attendues' },
);

export const INSTALMENT_WORDS = says<InstalmentStatus>(
  instalmentMachine,
  {
    ...{ planned: 'wait', claimed: 'wait', prepared: 'soon', liquidated: 'wait', ordered: 'wait', paid: 'ok' },
    lapsed: 'idle',
  },
  { prepared: 'À valider' },
);

export const REPORT_WORDS = says<ReportStatus>(
  reportMachine,
  { awaited: 'wait', filed: 'soon', 'to-correct': 'idle', accepted: 'ok' },
  { filed: 'À examiner' },
);

export const POST_WORDS = says<PostStatus>(recruitmentMachine, { vacant: 'soon', filled: 'ok', ended: 'idle' });

export const CONTRIBUTION_WORDS = says<ContributionStatus>(cofundingMachine, {
  ...{ sought: 'wait', voted: 'ok', refused: 'idle', withdrawn: 'idle' },
});
