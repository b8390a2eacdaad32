import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { ENGINE, type Party } from '../../src/domain/dossier/roles.js';
import { declared, type DossierBuilder } from './dossier.js';

/** What is owed, and by when. */
export interface Owed {
  readonly kind?: string;
  readonly debtor?: Party;
  readonly due?: string | null;
  readonly instance?: string;
  readonly creditor?: Party;
}

/** A dossier where something is owed: the request of its group, on 4 May 2026, unless said otherwise. */
export function owing(owed: Owed = {}, dossier: DossierBuilder = declared()): DossierBuilder {
  const { kind = 'grant-request', debtor = { role: 'carrier' }, due = '2026-05-04', instance = '1' } = owed;
  const terms = { kind, instance, debtor, due: due === null ? null : civilDate(due) };
  const to = owed.creditor ? { creditor: owed.creditor } : {};
  const opened = { ...terms, ...to, obligation: 'o-1', opening: 1, source: 'Règlement', follows: null };
  return dossier.records([{ type: 'obligation-opened', data: opened }], 'obligations', { by: ENGINE });
}
