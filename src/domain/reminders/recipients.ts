import { bodiesOf } from '../dossier/parties.js';
import type { Party } from '../dossier/roles.js';
import type { DossierState } from '../dossier/state.js';
import type { CivilDate } from '../kernel/civil-date.js';
import { isInCharge } from '../obligations/referent-slice.js';
import type { Obligation } from '../obligations/slice.js';
import type { RungRecipient } from '../reglement/ladder.js';

export const PACES = ['instant', 'daily', 'weekly'] as const;
/** How a person wants to be told: at once, in the mail of the morning or in that of the week. */
export type Pace = (typeof PACES)[number];

/** Someone to write to about an obligation; `contact` is null when nobody holds the role. */
export interface Recipient {
  readonly name: string;
  readonly contact: string | null;
  /** The account of who receives, if they have one. */
  readonly account: string | null;
  /** The absent person for whom they receive. */
  readonly onBehalfOf: string | null;
  readonly pace: Pace;
  /** Whether they chose it themselves. */
  readonly hasChosen: boolean;
  /** Whether they are there to read it: not away, and at an address that receives. */
  readonly isThere: boolean;
  /** Whether their address receives. */
  readonly isReachable: boolean;
  /** The absent person whom the delegate named cannot replace any more, and who is written to for want of another. */
  readonly isDelegateGone: boolean;
  /** Whether they follow a pôle of which others, in their role, are in charge. */
  readonly isFollowing: boolean;
  /** The party as which they are written to. */
  readonly party: Party;
}

interface Delegate {
  readonly id: string;
  /** Their account; null for who has none, as a shared mailbox. */
  readonly account: string | null;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  readonly reachable: boolean;
}

/** Days, both included, on which a person is away, and who receives in their place. */
export interface Absence {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly delegate: Delegate | null;
}

/** Who holds a role over some days. */
export interface Person extends Delegate {
  readonly role: string;
  readonly bodies: readonly string[];
  readonly pays: readonly string[];
  readonly absences: readonly Absence[];
}

/** Who holds which role over some days, who replaces them when they are away, and how each wants to be told. */
export interface Directory {
  readonly people: readonly Person[];
  /** The paces that were chosen, under `contact/kind`; `contact/*` for every other kind. */
  readonly paces: ReadonlyMap<string, Pace>;
}

/** What someone is written to about: its kind, for which they may have chosen a pace, and who owes it. */
export type About = Pick<Obligation, 'kind' | 'debtor'>;

/** Who a rung of an obligation writes to: a party of it, or a role. */
export function partyOf(recipient: RungRecipient, { debtor, creditor }: Obligation): Party {
  if (recipient === 'debtor') return debtor;
  if (recipient === 'creditor') return creditor ?? { role: 'instructor' };
  return { role: recipient };
}

/** Whom to look for: the holders of some roles, for some bodies and pays. */
export interface Sought {
  readonly roles: readonly string[];
  readonly bodies: readonly string[];
  readonly pays: readonly string[];
}

/** Whom several lookups seek together: the rules keep of them those of each. */
export function soughtTogether(lookups: readonly Sought[]): Sought {
  const all = (names: (sought: Sought) => readonly string[]) => [...new Set(lookups.flatMap(names))];
  return { roles: all(({ roles }) => roles), bodies: all(({ bodies }) => bodies), pays: all(({ pays }) => pays) };
}

/** Whom the parties of a dossier may be. */
export function soughtFor(state: DossierState, parties: readonly Party[]): Sought {
  const named = parties.flatMap(({ body }) => (body === undefined ? [] : [body]));
  return {
    roles: parties.map(({ role }) => role),
    bodies: [...named, ...bodiesOf(state, 'project-owner')],
    pays: state.initiative.paysCodes,
  };
}

/**
 * The people who hold the roles of some parties on a day, for a dossier: those of the body where the role is a body's,
 * of the pays where they have some; of the instructors and of the managers, those in charge while one is there; the delegate of who is
 * away, or the absent themself when the delegate is gone. One line for a role that nobody holds. Who chose no pace is told
 * each morning of what they owe, and of the rest each week.
 */
export function recipientsOf(
  directory: Directory,
  state: DossierState,
  parties: readonly Party[],
  about: About,
  day: CivilDate,
): readonly Recipient[] {
  return readersOf(directory, state, parties, about, day).filter(({ isFollowing }) => !isFollowing);
}

/** The same, with those of the roles in charge of the pôle who are not: they follow it, each week. */
export function readersOf(
  directory: Directory,
  state: DossierState,
  parties: readonly Party[],
  about: About,
  day: CivilDate,
): readonly Recipient[] {
  const debtorFirst = [...parties].sort((a, b) => Number(owes(b, about)) - Number(owes(a, about)));
  const found = debtorFirst
    .flatMap(party => holders(directory, party, state, about, day))
    .sort((a, b) => Number(a.isFollowing) - Number(b.isFollowing));
  return found.filter((recipient, rank) => found.findIndex(({ name }) => name === recipient.name) === rank);
}

const owes = ({ role, body }: Party, { debtor }: About) => role === debtor.role && body === debtor.body;

function holders(
  { people, paces }: Directory,
  party: Party,
  state: DossierState,
  about: About,
  day: CivilDate,
): readonly Recipient[] {
  const pace: Pace = owes(party, about) ? 'daily' : 'weekly';
  const held = people.filter(
    person => person.role === party.role && isThere(person, day) && isFor(person, party, state),
  );
  if (held.length === 0)
    return [{ name: `role:${party.role}`, contact: null, onBehalfOf: null, pace, hasChosen: false, ...NOBODY, party }];
  const followers = followersAmong(party, held, state);
  return held.map(person => {
    const { id, account, reachable, absences } = person;
    const isFollowing = followers.includes(person);
    const absence = absences.find(({ from, to }) => from <= day && day <= to);
    const delegate = absence ? delegateOn(absence, day) : null;
    const contact = delegate?.id ?? id;
    const chosen = paces.get(`${contact}/${about.kind}`) ?? paces.get(`${contact}/*`);
    const replaced = {
      account: delegate === null ? account : delegate.account,
      onBehalfOf: delegate === null ? null : id,
      isDelegateGone: hasNamed(absence) && delegate === null,
    };
    const isReachable = delegate !== null || reachable;
    const there = delegate !== null || (reachable && !absence);
    const pacing = { pace: chosen ?? (isFollowing ? 'weekly' : pace), hasChosen: chosen !== undefined, isFollowing };
    return { name: contact, contact, ...replaced, ...pacing, isThere: there, isReachable, party };
  });
}

/** Of the instructors and of the managers, those who are not in charge of the pôle, while one of those who are is there. */
function followersAmong({ role }: Party, held: readonly Person[], state: DossierState): readonly Person[] {
  const followers = held.filter(({ account }) => !isInCharge(state, role, account));
  return followers.length === held.length ? [] : followers;
}

/** Who receives in the place of someone away: the delegate whom they named, while that one is there and can be reached. */
export function delegateOn({ delegate }: Absence, day: CivilDate): Delegate | null {
  return delegate !== null && isThere(delegate, day) && delegate.reachable ? delegate : null;
}

const hasNamed = (absence: Absence | undefined) => absence !== undefined && absence.delegate !== null;

const NOBODY = {
  account: null,
  isThere: false,
  isReachable: false,
  isDelegateGone: false,
  isFollowing: false,
} as const;

const isThere = ({ from, to }: Pick<Person, 'from' | 'to'>, day: CivilDate) =>
  from <= day && (to === null || day <= to);

function isFor({ bodies, pays }: Person, party: Party, state: DossierState): boolean {
  if (pays.length > 0 && !pays.some(code => state.initiative.paysCodes.includes(code))) return false;
  if (bodies.length === 0) return true;
  const named = party.body === undefined ? bodiesOf(state, 'project-owner') : [party.body];
  return named.some(siret => bodies.includes(siret));
}
