import type { DataSource } from 'typeorm';
import { CLOCK_COLUMNS, readingOf, type ClockRow, type Reading } from '../clock/clock.js';
import type { Alarm, StoryStanding } from '../domain/dossier/news.js';
import { instant, secondsBetween } from '../domain/kernel/paris.js';
import { UnknownDossierError } from './refused.js';

/** What a confirmation found. */
export interface Confirmation {
  /** The story awaits what the dossier has open, has heard everything, and that is noted. */
  readonly agreed: boolean;
  /** The fact version at which the dossier stands. */
  readonly standsAt: number;
  readonly alarm: Alarm | null;
  readonly standing: StoryStanding;
}

interface Row extends ClockRow {
  readonly agreed: boolean;
  readonly version: number;
  readonly next_alarm: string | null;
  readonly standing: StoryStanding;
}

/**
 * In one statement: a dossier at the version and the digest that its story names notes that it was heard, and by which
 * build. What another build wrote last is not confirmed by the one that decides, which declares it anew; another one
 * confirms what agrees. Noted already, nothing is written.
 */
const CONFIRM = `
  WITH house AS (SELECT ${CLOCK_COLUMNS}, stages IS NULL OR stages = $4 AS decides FROM clock),
  noted AS (
    UPDATE dossiers d SET seen_version = $2, stages = CASE WHEN decides THEN $4 ELSE d.stages END FROM house
    WHERE d.id = $1 AND d.version = $2 AND d.open_digest = $3 AND d.set_aside IS NULL
      AND (NOT decides OR d.stages IS NOT NULL) AND (d.seen_version <> $2 OR decides AND d.stages IS DISTINCT FROM $4)
    RETURNING true AS agreed, d.version, d.next_alarm, d.standing)
  SELECT mode, stands_at, offset_seconds, house.stages, found.* FROM house, LATERAL (
    SELECT * FROM noted UNION ALL
    SELECT d.version = $2 AND d.open_digest = $3 AND d.set_aside IS NULL AND d.seen_version = $2
      AND (NOT decides OR d.stages = $4) IS TRUE, d.version, d.next_alarm, d.standing
    FROM dossiers d WHERE d.id = $1 AND NOT EXISTS (SELECT FROM noted)) AS found`;

/** Confirms what a story awaits, by its digest, at a version. Refuses an unknown dossier. */
export async function confirm(
  source: DataSource,
  poleId: string,
  digest: string,
  version: number,
  stages: string,
): Promise<Confirmation> {
  const [row] = await source.query<Row[]>(CONFIRM, [poleId, version, digest, stages]);
  if (!row) throw new UnknownDossierError();
  const { agreed, standing, version: standsAt, next_alarm } = row;
  return { agreed, standsAt, alarm: alarmOf(readingOf(row), next_alarm), standing };
}

/** When a story must ring: at an alarm of the house's clock, and in how much time if that clock runs. */
export function alarmOf({ mode, now }: Reading, at: string | null): Alarm | null {
  if (at === null) return null;
  return {
    at: instant(at),
    inSeconds: mode === 'stepping' ? null : Math.max(0, secondsBetween(now, instant(at))),
  };
}
