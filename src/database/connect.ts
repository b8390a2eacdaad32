import type { DataSource } from 'typeorm';
import { StartupError } from '../startup/startup-error.js';
import { DatabaseAwayError } from './away.js';
import { dataSource } from './data-source.js';

const WHY: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'rien ne répond à cette adresse',
  ENOTFOUND: 'cette machine est inconnue',
  ETIMEDOUT: 'elle ne répond pas à temps',
  '28P01': 'le mot de passe est refusé',
  '28000': 'ce rôle est refusé',
  '3D000': "cette base n'existe pas",
};

/** Opens a pool on a database. Refuses one that cannot be reached, in one sentence without any password. */
export async function connect(url: string, poolSize?: number): Promise<DataSource> {
  try {
    return await dataSource(url, poolSize).initialize();
  } catch (error) {
    throw new StartupError(`La base de données ${nameOf(url)} est hors d'atteinte : ${reason(error)}.`, {
      cause: error,
    });
  }
}

function nameOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

/** An address with several hosts fails for as many reasons: the first one is told. */
function reason(error: unknown): string {
  const cause: unknown = error instanceof DatabaseAwayError ? error.cause : error;
  const first: unknown = cause instanceof AggregateError ? cause.errors[0] : cause;
  if (!(first instanceof Error)) return String(first);
  const code = 'code' in first ? String(first.code) : '';
  return WHY[code] ?? first.message;
}
