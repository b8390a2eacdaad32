import type { FactOf } from '../src/domain/dossier/expectations.js';
import type { Dossier } from './story/dossier.js';

/** What remains owed when a project ends before its term. */
export async function closing(dossier: Dossier, ending: FactOf<'ending'>): Promise<void> {
  if (ending.how === 'withdrawn') await dossier.expect('withdrawal-acknowledgement', '1');
  else await dossier.expect('refusal-notification', ending.award);
}
