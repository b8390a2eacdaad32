import type { Dossier } from './story/dossier.js';

/** A local group forms, and the Région names the council to consult. */
export async function initiative(dossier: Dossier): Promise<void> {
  await Promise.all([dossier.expect('local-group'), dossier.expect('council-designation')]);
}
