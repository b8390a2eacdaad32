import type { Instant } from '../domain/kernel/paris.js';
import type { RecordContext } from './context.js';
import { dossiersAtPoint } from './dossiers.js';
import { UnitOfWork } from './unit-of-work.js';

/** What was said of the points that were due. */
export interface PointsSaid {
  /** The dossiers of which a point was due. */
  readonly dossiers: number;
  /** Those that could not be recorded: they are tried again the next day. */
  readonly failed: readonly string[];
}

/**
 * Records what has become due by an instant in each dossier of which a point is to be said, a transaction for each. One
 * that fails stops no other. Called again, no point is due any more.
 */
export async function sayPoints(context: RecordContext, now: Instant): Promise<PointsSaid> {
  const due = await dossiersAtPoint(context.source.manager, now);
  const failed: string[] = [];
  for (const pole of due) {
    try {
      await sayPoint(context, pole, now);
    } catch (error) {
      context.log.warn({ pole, err: error }, 'points du mois : dossier laissé pour demain');
      failed.push(pole);
    }
  }
  return { dossiers: due.length, failed };
}

/** Set aside since it was found, a dossier says nothing. */
async function sayPoint(context: RecordContext, pole: string, now: Instant): Promise<void> {
  await UnitOfWork.lock(context, pole, async unit => {
    if (unit.stream.row.setAside !== null) return;
    await unit.ring(now);
    unit.setAlarm();
  });
}
