import { DEMO_SIRETS } from '../access/demo-accounts.js';
import type { HouseClient, PoleSeen } from '../simulation/house-client.js';

/** What a house holds now, by the names of the parameters of addresses and of the fields of bodies. */
export type Targets = Readonly<Record<string, readonly string[]>>;

const RANKS = ['1', '2', '3'];
/** As many dossiers as are looked into: the last ones. */
const LOOKED_INTO = 30;

/** Looks at what there is to ask about, as an instructor who sees it all. */
export async function findTargets(client: HouseClient): Promise<Targets> {
  const { body: list } = await client.read('instructrice', '/api/poles?limit=100');
  const items = (list as unknown as { readonly items: readonly { readonly poleId: string }[] }).items;
  const poles: PoleSeen[] = [];
  for (const { poleId } of items.slice(0, LOOKED_INTO))
    poles.push((await client.read('instructrice', `/api/poles/${poleId}`)).body as PoleSeen);
  const { body: contacts } = await client.read('instructrice', '/api/contacts');
  const { body: tasks } = await client.read('instructrice', '/api/tasks');
  return {
    poleId: items.map(({ poleId }) => poleId),
    awardId: poles.flatMap(({ awards }) => awards.map(({ id }) => id)),
    obligationId: poles.flatMap(({ awaited }) => awaited.map(({ id }) => id)),
    contactId: contacts.items.map(({ id }) => id),
    absenceId: contacts.items.flatMap(({ absences }) => absences.map(({ id }) => id)),
    taskId: tasks.items.map(({ id }) => id),
    ...{
      year: RANKS,
      number: RANKS,
      post: RANKS,
      contribution: RANKS,
      name: ['late', 'digest'],
      ladders: ['fewer-reminders'],
    },
    siret: DEMO_SIRETS.carriers.slice(0, 20),
  };
}
