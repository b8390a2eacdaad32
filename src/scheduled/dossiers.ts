import { DOSSIER_FAULTS, dossierFaults, type DossierFault } from '../record/dossier-check.js';
import { dossiersAfter } from '../record/dossiers.js';
import { settle } from './findings.js';
import type { Job } from './job.js';

/** Each dossier, one after the other, is held against its own journal and against what its story should await. */
export const dossiers: Job = {
  name: 'dossiers',
  label: 'Contrôle de chaque dossier contre son journal',
  when: { every: 'day', hour: 4, minute: 0 },
  catchUp: '1 day',
  isControl: true,
  run: async ({ source, book }) => {
    const found: DossierFault[] = [];
    const ids = await dossiersAfter(source.manager, undefined);
    for (const id of ids) found.push(...(await dossierFaults(source, book, id)));
    return { dossiers: ids.length, found: await settle(source.manager, 'dossier', DOSSIER_FAULTS, found) };
  },
};
