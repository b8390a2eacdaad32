import { refuse, type Refusal } from '../kernel/refusal.js';
import { normaliseName } from '../kernel/text.js';
import { firstRefusal } from '../dossier/gates.js';
import type { AsideGround, MemberAside, MemberPart, PartTaken } from './deliberation.js';

/** A member who stepped aside, as the minutes say it. */
export interface AsideEntry {
  readonly name: string;
  /** The body in which they have an interest. */
  readonly body: string;
  readonly ground: AsideGround;
  /** Whether they left the room; they may stay in it (CGCT art. L4142-5). */
  readonly absentFromRoom?: boolean;
}

export interface ParticipantEntry {
  readonly name: string;
  readonly part: PartTaken;
}

export interface MembersNamed {
  readonly aside?: readonly AsideEntry[];
  readonly participants?: readonly ParticipantEntry[];
}

/** A name by which a member is known again, whatever its capitals and accents. */
const known = (name: string) => normaliseName(name).normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('fr');

/** The members whom a vote names, each once, in the order in which they come. */
function namesIn({ aside = [], participants = [] }: MembersNamed): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { name } of [...aside, ...participants])
    if (!names.has(known(name))) names.set(known(name), normaliseName(name));
  return names;
}

/** Refuses an interested member who took part in any way, in their own name or by a proxy given or held. */
function interestedTookPart({ aside = [], participants = [] }: MembersNamed, source?: string): Refusal | undefined {
  const interested = new Set(aside.map(({ name }) => known(name)));
  const at = participants.findIndex(({ name }) => interested.has(known(name)));
  const participant = participants[at];
  if (!participant) return undefined;
  return refuse(
    'interested-took-part',
    `${normaliseName(participant.name)} est dit intéressé à cette subvention et y aurait pris part : ni rapport, ni débat, ni vote, ni pouvoir donné ou reçu. Sa seule présence en séance ne vicie rien.`,
    { source, pointer: `/participants/${at}`, absolute: true },
  );
}

function namedTwice(aside: readonly AsideEntry[]): Refusal | undefined {
  const at = aside.findIndex(({ name }, rank) => aside.findIndex(other => known(other.name) === known(name)) < rank);
  if (at < 0) return undefined;
  return refuse('named-twice', 'Cet élu est déjà parmi ceux qui se sont retirés.', { pointer: `/aside/${at}/name` });
}

function heldTwice(participants: readonly ParticipantEntry[], source?: string): Refusal | undefined {
  const holders = participants.map(({ name, part }) => (part === 'proxy-holder' ? known(name) : undefined));
  const at = holders.findIndex((holder, rank) => holder !== undefined && holders.indexOf(holder) < rank);
  if (at < 0) return undefined;
  return refuse('proxy-held-twice', 'Un élu ne porte qu’un pouvoir.', { source, pointer: `/participants/${at}` });
}

/** What refuses the members named: one interested who took part, one aside named twice, one who holds two proxies. */
export function membersFault(
  named: MembersNamed,
  sources: { readonly interested?: string | undefined; readonly proxies?: string | undefined },
): Refusal | undefined {
  const { aside = [], participants = [] } = named;
  return firstRefusal(
    namedTwice(aside),
    interestedTookPart(named, sources.interested),
    heldTwice(participants, sources.proxies),
  );
}

/** The members that a vote names, by the number that it gives them, and their names, which the journal does not hold. */
export function numbered(named: MembersNamed): {
  readonly aside: readonly MemberAside[];
  readonly parts: readonly MemberPart[];
  readonly names: Readonly<Record<string, string>>;
} {
  const { aside = [], participants = [] } = named;
  const names = namesIn(named);
  const order = [...names.keys()];
  const numberOf = (name: string) => order.indexOf(known(name)) + 1;
  const members = [...names.values()].map((name, rank) => [`member-${rank + 1}`, name] as const);
  const bodies = aside.map(({ name, body }) => [`body-${numberOf(name)}`, normaliseName(body)] as const);
  return {
    aside: aside.map(({ name, ground, absentFromRoom = false }) => ({
      ...{ member: numberOf(name), ground, absentFromRoom },
    })),
    parts: participants.map(({ name, part }) => ({ member: numberOf(name), part })),
    names: Object.fromEntries([...members, ...bodies]),
  };
}
