import type { AwardStatus } from '../../domain/award/slice.js';
import type { ContributionStatus } from '../../domain/cofunding/slice.js';
import type { InstalmentStatus } from '../../domain/funded-year/slice.js';
import type { ReportStatus } from '../../domain/funded-year/years-slice.js';
import type { PostStatus } from '../../domain/recruitment/slice.js';
import type { TagState } from '../kit/tags.js';

/** A state as a page says it: its word, and what it asks for. */
export interface StateWords {
  readonly word: string;
  readonly tag: TagState;
}

const says = (word: string, tag: TagState): StateWords => ({ word, tag });

export const AWARD_WORDS: Readonly<Record<AwardStatus, StateWords>> = {
  requested: says('Demandée', 'wait'),
  incomplete: says('Pièces attendues', 'wait'),
  instructed: says('Instruite', 'wait'),
  'on-agenda': says('À l’ordre du jour', 'wait'),
  adjourned: says('Ajournée', 'idle'),
  rejected: says('Rejetée', 'idle'),
  adopted: says('Votée', 'wait'),
  executory: says('Exécutoire', 'wait'),
  'in-force': says('En vigueur', 'ok'),
  ended: says('Terminée', 'wait'),
  settled: says('Soldée', 'ok'),
  lapsed: says('Sans objet', 'idle'),
};

export const INSTALMENT_WORDS: Readonly<Record<InstalmentStatus, StateWords>> = {
  planned: says('Prévu', 'wait'),
  claimed: says('Demandé', 'wait'),
  prepared: says('À valider', 'soon'),
  liquidated: says('Liquidé', 'wait'),
  ordered: says('Mandaté', 'wait'),
  paid: says('Payé', 'ok'),
  lapsed: says('Sans objet', 'idle'),
};

export const REPORT_WORDS: Readonly<Record<ReportStatus, StateWords>> = {
  awaited: says('Attendu', 'wait'),
  filed: says('À examiner', 'soon'),
  'to-correct': says('À corriger', 'idle'),
  accepted: says('Accepté', 'ok'),
};

export const POST_WORDS: Readonly<Record<PostStatus, StateWords>> = {
  vacant: says('Vacant', 'soon'),
  filled: says('Pourvu', 'ok'),
  ended: says('Supprimé', 'idle'),
};

export const CONTRIBUTION_WORDS: Readonly<Record<ContributionStatus, StateWords>> = {
  sought: says('Sollicité', 'wait'),
  voted: says('Voté', 'ok'),
  refused: says('Refusé', 'idle'),
  withdrawn: says('Retiré', 'idle'),
};
