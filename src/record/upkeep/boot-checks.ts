import type { DataSource } from 'typeorm';
import { refuseNewer } from '../../database/migrate.js';
import { schemaVersion } from '../../database/schema-version.js';
import { StartupError } from '../../startup/startup-error.js';
import type { RuleBook } from '../../reglement/load.js';
import { STATE_SHAPE } from '../dossiers.js';

/** Refuses a database whose schema, or whose kept states, are not those of this program. */
export async function requireSchema(source: DataSource): Promise<void> {
  const { pending, unknown } = await schemaVersion(source);
  refuseNewer(unknown);
  const behind = pending.length > 0 ? pending.join(', ') : await shapesBehind(source);
  if (behind !== undefined)
    throw new StartupError(
      `Le schéma de la base de données est en retard (${behind}) : « npm run migrate » le met à jour.`,
    );
}

async function shapesBehind(source: DataSource): Promise<string | undefined> {
  const [found] = await source.query<{ least: number | null; most: number | null }[]>(
    'SELECT min(shape) AS least, max(shape) AS most FROM dossiers WHERE set_aside IS NULL',
  );
  const { least, most } = found ?? { least: null, most: null };
  if (most !== null && most > STATE_SHAPE) refuseNewer([`états de forme ${most}`]);
  return least !== null && least < STATE_SHAPE ? `états de forme ${least}` : undefined;
}

/** Refuses to work on dossiers that keep a règlement which the house does not have. */
export async function requireReglements(source: DataSource, book: RuleBook): Promise<void> {
  const known = book.versions().map(({ id }) => id);
  const unknown = await source.query<{ reglement: string; dossiers: number }[]>(
    `SELECT reglement, count(*)::int AS dossiers FROM dossiers WHERE reglement <> ALL($1) GROUP BY reglement ORDER BY 1`,
    [known],
  );
  if (unknown.length === 0) return;
  const descriptions = unknown.map(({ reglement, dossiers }) => `« ${reglement} » (dossiers : ${dossiers})`);
  throw new StartupError(
    `Des dossiers suivent un règlement inconnu, ${descriptions.join(', ')} : son fichier manque dans data/reglements.`,
  );
}

/** Refuses in production a database whose clock was stepped: its dates are those of a demonstration. */
export async function requireTrueClock(source: DataSource, production: boolean): Promise<void> {
  if (!production) return;
  const [stepped] = await source.query<object[]>(`SELECT FROM clock WHERE mode = 'stepping'`);
  if (stepped)
    throw new StartupError(
      "La base de données est celle d'une démonstration : son horloge avançait à la demande, ce qu'interdit la production (JALON_ENV=production).",
    );
}
