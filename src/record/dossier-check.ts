import type { DataSource, EntityManager } from 'typeorm';
import { readClock } from '../clock/clock.js';
import { addSeconds, type Instant } from '../domain/kernel/paris.js';
import { openObligations } from '../domain/obligations/slice.js';
import type { RuleBook } from '../reglement/load.js';
import { rungsLeft } from './alarms.js';
import { readDossier, type DossierRow } from './dossiers.js';
import { differences } from './rebuild.js';
import { foldBreaches, rehearsalBreaches } from './verify.js';

/** Something of one dossier that does not hold, with a sentence in French for the person who looks into it. */
export interface DossierFault {
  readonly kind: (typeof DOSSIER_FAULTS)[number];
  readonly about: string;
  readonly pole: string;
  readonly detail: string;
}

export const DOSSIER_FAULTS = ['state', 'rehearsal', 'projection', 'not-rung', 'unchecked'] as const;

/** Seconds after which a rung that was to leave and was not reached is a fault, whatever the alarms say. */
const LATE = 3600;

/**
 * Holds one dossier, seen at one instant, against its journal: its state is the fold, its projections follow from it,
 * its open obligations are those of the rehearsal, and every rung that is past was reached. What cannot be looked into
 * is a fault of that dossier.
 */
export async function dossierFaults(
  source: DataSource,
  book: RuleBook,
  poleId: string,
): Promise<readonly DossierFault[]> {
  try {
    return await source.transaction('REPEATABLE READ', manager => faultsWithin(manager, book, poleId));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [fault('unchecked', poleId, `Ce dossier n’a pas pu être contrôlé : ${why}`)];
  }
}

const fault = (kind: DossierFault['kind'], pole: string, detail: string, about = pole): DossierFault => ({
  ...{ kind, about, pole, detail },
});

async function faultsWithin(manager: EntityManager, book: RuleBook, poleId: string): Promise<readonly DossierFault[]> {
  const { now } = await readClock(manager);
  const dossier = await readDossier(manager, poleId);
  const heard = dossier.seenVersion === dossier.version;
  const tables = await differences(manager, book, poleId);
  return [
    ...(await foldBreaches(manager, dossier)).map(said => fault('state', poleId, said)),
    ...(heard ? await rehearsalBreaches(dossier) : []).map(said => fault('rehearsal', poleId, said)),
    ...(tables.length > 0 ? [fault('projection', poleId, `Listes qui ne suivent pas : ${tables.join(', ')}.`)] : []),
    ...notRung(dossier, book, addSeconds(now, -LATE)),
  ];
}

/** The mails of a morning are spread over less than what is allowed here: the rungs are looked at as if all left at eight. */
function notRung({ id, state, reglement }: DossierRow, book: RuleBook, before: Instant): readonly DossierFault[] {
  return openObligations(state).flatMap(one =>
    rungsLeft(one, state, book.of(reglement), 0)
      .filter(({ at }) => at < before)
      .map(({ index, day }) =>
        fault(
          'not-rung',
          id,
          `L’échelon ${index} (${day}) de « ${one.kind} » n’a pas été franchi.`,
          `${one.id}/${index}`,
        ),
      ),
  );
}
