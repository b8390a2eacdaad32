import type { DataSource } from 'typeorm';
import { ConfigurationError, type Configuration } from '../startup/configuration.js';
import { connect } from '../database/connect.js';
import { StartupError } from '../startup/startup-error.js';
import { requireOwnRole, requireReglements, requireSchema, requireTrueClock } from '../record/upkeep/boot-checks.js';
import { Templates } from '../mail/templates.js';
import { RuleBook } from '../reglement/load.js';

/** What every command that works on the dossiers needs. */
export interface OpenHouse {
  readonly source: DataSource;
  readonly book: RuleBook;
  /** The wordings of the mails. */
  readonly templates: Templates;
}

/**
 * Runs a command. What keeps it from working is told in one French sentence and it leaves with 1; a fault of the house
 * keeps its trace.
 */
export async function command<T>(work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StartupError || error instanceof ConfigurationError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

/** Opens the database. Refuses one that is out of reach, or whose schema is not that of this program. */
export async function openDatabase({ databaseUrl }: Configuration, poolSize?: number): Promise<DataSource> {
  const source = await connect(databaseUrl, poolSize);
  await requireSchema(source);
  return source;
}

/** Opens the database and the rules. Refuses rules that cannot work, dossiers without theirs, a demonstration's clock, a role too powerful. */
export async function openHouse(settings: Configuration): Promise<OpenHouse> {
  const { book, templates } = rules();
  const source = await openDatabase(settings);
  await requireReglements(source, book);
  await requireTrueClock(source, settings.production);
  await requireOwnRole(source, settings.production);
  return { source, book, templates };
}

function rules(): Pick<OpenHouse, 'book' | 'templates'> {
  try {
    const [book, templates] = [RuleBook.load(), Templates.load()];
    templates.require(book.versions(), book.sets());
    return { book, templates };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StartupError(`Les fichiers de « data » ne peuvent servir : ${why.replaceAll('\n-', '')}`, {
      cause: error,
    });
  }
}
