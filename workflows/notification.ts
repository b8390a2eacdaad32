import type { Dossier } from './story/dossier.js';

/** A decision is notified; made available by an electronic process, once it is read, or at the end of its term. */
export async function notification(
  dossier: Dossier,
  decision: 'grant' | 'refusal' | 'convention',
  award: string,
): Promise<void> {
  const { unread } = await dossier.expect(`${decision}-notification`, { award });
  if (unread) await dossier.expect(`${decision}-receipt`, { award });
}
