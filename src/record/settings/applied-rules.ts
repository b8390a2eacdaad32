import type { DataSource, EntityManager } from 'typeorm';
import type { RuleBook } from '../../reglement/load.js';
import { canonical, digest } from '../journal/chain.js';
import { appendSettings, HOUSE, holdSettings, type NewSetting } from './stream.js';

/**
 * Notes each version of the règlement and each set of ladders the first time that the house applies it, and each time
 * that what it says has changed, by its digest. Returns how many were noted.
 */
export async function noteAppliedRules(source: DataSource, book: RuleBook): Promise<number> {
  if ((await unnoted(source.manager, book)).length === 0) return 0;
  return source.transaction(async manager => {
    await holdSettings(manager, HOUSE);
    const applied = await unnoted(manager, book);
    await appendSettings(manager, applied, HOUSE);
    return applied.length;
  });
}

async function unnoted(manager: EntityManager, book: RuleBook): Promise<readonly NewSetting[]> {
  const noted = await manager.query<{ name: string; digest: string }[]>(
    `SELECT DISTINCT ON (type, about.name) type || '/' || about.name AS name, data->>'digest' AS digest
     FROM settings_journal, LATERAL (SELECT coalesce(data->>'reglement', data->>'set') AS name) about
     WHERE type IN ('reglement-applied', 'ladder-set-applied') ORDER BY type, about.name, sequence DESC`,
  );
  const digests = new Map(noted.map(line => [line.name, line.digest]));
  return appliedBy(book).filter(
    ({ type, data }) => digests.get(`${type}/${'set' in data ? data.set : data.reglement}`) !== data.digest,
  );
}

type Applied = Extract<NewSetting, { readonly type: 'reglement-applied' | 'ladder-set-applied' }>;

function appliedBy(book: RuleBook): readonly Applied[] {
  const digestOf = (rules: object) => digest(canonical(rules));
  return [
    ...book.versions().map((reglement): Applied => {
      return { type: 'reglement-applied', data: { reglement: reglement.id, digest: digestOf(reglement) } };
    }),
    ...book.sets().map((set): Applied => {
      return { type: 'ladder-set-applied', data: { set: set.id, digest: digestOf(set) } };
    }),
  ];
}
