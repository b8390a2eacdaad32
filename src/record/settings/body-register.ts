import type { EntityManager } from 'typeorm';
import { readClock } from '../../clock/clock.js';
import type { CivilDate } from '../../domain/kernel/civil-date.js';
import { rna, siret } from '../../domain/kernel/identifiers.js';
import { normaliseName } from '../../domain/kernel/text.js';
import type { OfficialName } from '../../domain/settings/events.js';
import { refusedName } from '../../domain/settings/official-names.js';
import { RefusedError } from '../refused.js';
import { appendSettings, holdSettings, saidUnder, type SettingAuthor } from './stream.js';

/** How a body is to be named officially; from today on, unless it has borne that name for longer. */
export interface NameAsked {
  readonly siret: string;
  readonly name: string;
  readonly rna?: string;
  readonly from?: CivilDate;
}

/** Names a body in the register of the Région: it bears that name everywhere. Refuses a day to come, and no change. */
export async function nameBody(
  manager: EntityManager,
  asked: NameAsked,
  author: SettingAuthor,
): Promise<{ readonly named: OfficialName; readonly replayed: boolean }> {
  await holdSettings(manager, author);
  const earlier = await saidUnder(manager, author);
  if (earlier?.type === 'body-registered' || earlier?.type === 'body-renamed')
    return { named: earlier.data, replayed: true };
  const { today } = await readClock(manager);
  const named: OfficialName = {
    ...{ siret: siret(asked.siret), name: normaliseName(asked.name), from: asked.from ?? today },
    rna: asked.rna === undefined ? null : rna(asked.rna),
  };
  const known = await namesSaid(manager, named.siret);
  const refusals = refusedName(named, known, today);
  if (refusals.length > 0) throw new RefusedError(refusals);
  const type = known.length > 0 ? 'body-renamed' : 'body-registered';
  await appendSettings(manager, [{ type, data: named }], author);
  return { named, replayed: false };
}

async function namesSaid(manager: EntityManager, body: string): Promise<readonly OfficialName[]> {
  const rows = await manager.query<{ data: OfficialName }[]>(
    `SELECT data FROM settings_journal WHERE type IN ('body-registered', 'body-renamed') AND data->>'siret' = $1
     ORDER BY sequence`,
    [body],
  );
  return rows.map(({ data }) => data);
}
