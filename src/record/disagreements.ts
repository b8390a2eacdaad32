import { uuid7 } from '../clock/uuid7.js';
import type { RecordContext } from './context.js';
import type { UnitOfWork } from './unit-of-work.js';

/** Notes, with what it wrote, that a story awaited something else than what its dossier had open. */
export function noteDisagreement(
  { statements: batch, stream, clock, stages }: UnitOfWork,
  open: readonly string[],
  awaited: readonly string[],
  log: RecordContext['log'],
): void {
  const { id, version } = stream.row;
  const row = [uuid7(), id, version, stages.id, open, awaited, clock.now];
  batch.add(
    at => `INSERT INTO disagreements (id, pole_id, version, stages, open, awaited, found_at)
      VALUES (${row.map(at).join(', ')})`,
  );
  log.warn({ pole: id, version, stages: stages.id, open, awaited }, 'le récit attend autre chose que son dossier');
}
