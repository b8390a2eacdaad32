import { DEMO_SIRETS } from '../access/demo-accounts.js';
import type { HouseClient, PoleSeen } from '../simulation/house-client.js';

/** An act that is open to someone, where it is done. */
export interface Offer {
  readonly act: string;
  readonly account: string;
  readonly path: string;
}

/** What a house holds now. */
export interface Targets {
  /** By the names of the parameters of addresses and of the fields of bodies. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  readonly offers: readonly Offer[];
}

const RANKS = ['1', '2', '3'];
/** As many dossiers as are looked into: the last ones. */
const LOOKED_INTO = 12;

/** Looks at what there is to ask about, as people see it; the first of them sees it all. */
export async function findTargets(client: HouseClient, accounts: readonly string[]): Promise<Targets> {
  const [first = ''] = accounts;
  const { body: list } = await client.read(first, '/api/poles?limit=100');
  const poles = (list as unknown as { readonly items: readonly { readonly poleId: string }[] }).items;
  const lookedInto = poles.slice(0, LOOKED_INTO);
  const seen: PoleSeen[] = [];
  const offers: Offer[] = [];
  for (const account of accounts)
    for (const { poleId } of lookedInto) {
      const { status, body: pole } = await client.read(account, `/api/poles/${poleId}`);
      if (status !== 200) continue;
      if (account === first) seen.push(pole as PoleSeen);
      offers.push(...offersOf(pole as PoleSeen, account));
    }
  const { body: contacts } = await client.read(first, '/api/contacts');
  const { body: tasks } = await client.read(first, '/api/tasks');
  const names = {
    poleId: poles.map(({ poleId }) => poleId),
    awardId: seen.flatMap(({ awards }) => awards.map(({ id }) => id)),
    obligationId: seen.flatMap(({ awaited }) => awaited.map(({ id }) => id)),
    contactId: contacts.items.map(({ id }) => id),
    absenceId: contacts.items.flatMap(({ absences }) => absences.map(({ id }) => id)),
    taskId: tasks.items.map(({ id }) => id),
    ...{ year: RANKS, number: RANKS, post: RANKS, contribution: RANKS },
    ...{ name: ['late', 'digest'], ladders: ['fewer-reminders'], siret: DEMO_SIRETS.carriers.slice(0, 20) },
  };
  return { names, offers };
}

function offersOf({ acts }: PoleSeen, account: string): readonly Offer[] {
  return acts.filter(({ open }) => open).map(({ act, href }) => ({ act, account, path: href }));
}
