import { readdirSync, readFileSync } from 'node:fs';
import { actNamed } from '../domain/dossier/acts.js';
import { projectFile } from '../startup/project-file.js';
import { idIn, type HouseClient } from './house-client.js';
import { depositNamed, PAPERS } from './papers.js';

/** One dated fact of a real history, as an act of the house; `source` says where it was published. */
export interface HistoricalStep {
  readonly account: string;
  readonly act: string;
  readonly date: string;
  readonly datePrecision?: string;
  readonly body: object;
  /** What stands in the place of its document, of which no copy was published. */
  readonly document?: keyof typeof PAPERS;
  readonly source: string;
}

/** The public path of a real pôle, with fictitious identifiers. */
export interface History {
  readonly name: string;
  readonly note: string;
  readonly steps: readonly HistoricalStep[];
}

/** The real histories that the project ships. Refuses one that names an act the house does not know. */
export function loadHistories(): readonly History[] {
  const folder = projectFile('data', 'histories');
  return readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => {
      const history = JSON.parse(readFileSync(projectFile('data', 'histories', name), 'utf8')) as History;
      for (const { act, source } of history.steps)
        if (actNamed(act).name !== act || source === '') throw new Error(`${name} : acte ou source manquants`);
      return history;
    });
}

/** Enters a history act by act, each at its date and as well as it is known. Returns the pôle. Throws when one is refused. */
export async function enterHistory(client: HouseClient, { name, steps }: History): Promise<string> {
  let poleId = '';
  let award = '';
  for (const { account, act, date, datePrecision, body, document } of steps) {
    const path = actNamed(act).path.replace(':poleId', poleId).replace(':awardId', award);
    const named = document === undefined ? {} : { reportHash: PAPERS[document].hash };
    const payload = { ...body, ...named, date, ...(datePrecision === undefined ? {} : { datePrecision }) };
    await depositNamed(client, account, poleId, payload);
    const answer = await client.act(account, `/api${path}`, payload);
    if (answer.status !== 201) throw new Error(`${name}, ${act} : ${answer.body.detail ?? answer.status}`);
    poleId = answer.body.poleId;
    award = answer.body.events.flatMap(event => idIn(event, 'award') ?? [])[0] ?? award;
  }
  return poleId;
}
