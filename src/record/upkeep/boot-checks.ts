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

/** Refuses to work on dossiers opened under a règlement which the house does not have, or of which an award is ruled by one. */
export async function requireReglements(source: Pick<DataSource, 'query'>, book: RuleBook): Promise<void> {
  const known = book.versions().map(({ id }) => id);
  const unknown = await source.query<{ reglement: string; dossiers: number }[]>(
    `SELECT reglement, count(*)::int AS dossiers FROM (
       SELECT id, reglement FROM dossiers UNION SELECT pole_id, data->>'reglement' FROM journal
       WHERE type = 'grant-requested' AND data->>'reglement' IS NOT NULL) AS rulings
     WHERE reglement <> ALL($1) GROUP BY reglement ORDER BY 1`,
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

/** Refuses in production a role that owns the schema, or that may change the journal: what keeps it is no longer kept. */
export async function requireOwnRole(source: DataSource, production: boolean): Promise<void> {
  if (!production) return;
  const [rights] = await source.query<{ role: string; owns: boolean; changes: boolean }[]>(
    `SELECT current_user AS role,
       EXISTS (SELECT FROM pg_class WHERE relnamespace = current_schema::regnamespace AND relkind IN ('r', 'p')
         AND pg_has_role(relowner, 'MEMBER')) AS owns,
       has_any_column_privilege('journal', 'UPDATE') OR has_table_privilege('journal', 'DELETE, TRUNCATE, TRIGGER') AS changes`,
  );
  if (rights?.owns)
    throw new StartupError(
      `Le rôle « ${rights.role} » de DATABASE_URL possède le schéma : en production (JALON_ENV=production), l'application a le sien, jalon_app.`,
    );
  if (rights?.changes)
    throw new StartupError(
      `Le rôle « ${rights.role} » de DATABASE_URL peut modifier le journal : en production (JALON_ENV=production), l'application ne fait qu'y ajouter.`,
    );
}
