import type { Fault } from '../../api/problem.js';
import type { Act, Capability } from '../../domain/dossier/act.js';
import { standingOfClosed } from '../../domain/dossier/act-standing.js';
import { actNamed } from '../../domain/dossier/acts.js';
import type { Subject } from '../../domain/dossier/subject.js';
import { offersOf, type SeenPole } from '../../poles/pole-reader.js';
import { actAddress } from '../forms/addresses.js';
import type { RoomPath } from './rooms.js';

/** An act as a page offers it, with the page on which it is done. */
export interface Offer {
  readonly act: string;
  readonly subject: Subject;
  /** With its object. */
  readonly label: string;
  readonly href: string;
  /** Its route of the API, by which an échéance names it. */
  readonly route: string;
  readonly open: boolean;
  /** Why it is closed. */
  readonly reasons: readonly Fault[];
  readonly theme: string;
  /** The room of the pôle in which it is listed; undefined of what is owed, which has a page of its own. */
  readonly room: RoomPath | undefined;
}

/** Under which title acts are listed, in the order of the life of a pôle. */
const THEMES: Readonly<Record<Capability, string>> = {
  initiative: 'Préparation',
  'prefiguration-study': 'Préparation',
  'council-opinion': 'Préparation',
  legitimation: 'Préparation',
  award: 'Attributions et conventions',
  recruitment: 'Poste',
  cofunding: 'Cofinancements',
  'funded-year': 'Exercices et versements',
  lifecycle: 'Vie du dossier',
  obligations: 'Échéances',
  documents: 'Documents',
};

/** In which room acts are listed that bear on the pôle, or on what only this capability knows. */
const ROOMS: Readonly<Record<Capability, RoomPath>> = {
  initiative: '/preparation',
  'prefiguration-study': '/preparation',
  'council-opinion': '/preparation',
  legitimation: '/preparation',
  award: '/attributions',
  recruitment: '/poste',
  cofunding: '/cofinancements',
  'funded-year': '/exercices',
  lifecycle: '/vie',
  obligations: '/echeances',
  documents: '/documents',
};

/** Who is in charge is named where the people are. */
const OF_PEOPLE: readonly string[] = ['assign-referent'];

/** An act is listed with what it bears on; one that asks a co-funder, with the co-funders. */
function roomOf({ name, capability }: Act<never>, { kind }: Subject): RoomPath | undefined {
  if (OF_PEOPLE.includes(name)) return '/personnes';
  switch (kind) {
    case 'obligation':
      return undefined;
    case 'award':
      return capability === 'cofunding' ? ROOMS.cofunding : '/attributions';
    case 'report':
      return '/exercices';
    case 'instalment':
      return '/versements';
    case 'pole':
    case 'post':
    case 'contribution':
      return ROOMS[capability];
  }
}

/** The acts of a pôle for its reader, those of two of their places once. */
export function offersOn(pole: SeenPole): readonly Offer[] {
  const offers = offersOf(pole).map(({ act, label, subject, href, open, reasons }) => {
    const definition = actNamed(act);
    const { capability } = definition;
    return {
      ...{ act, subject, label, open, reasons, route: href, theme: THEMES[capability] },
      ...{ href: actAddress(definition, pole.dossier.id, subject), room: roomOf(definition, subject) },
    };
  });
  return offers.filter(({ href, open }, rank) => isShownFirst(offers, href, open, rank));
}

/** Those that a room lists. */
export const offersIn = (pole: SeenPole, wanted: RoomPath): readonly Offer[] =>
  offersOn(pole).filter(({ room }) => room === wanted);

/** Of the same act for several places, the open one, else the first. */
function isShownFirst(offers: readonly Offer[], href: string, open: boolean, rank: number): boolean {
  const same = offers.findIndex(offer => offer.href === href && (offer.open || !open));
  return same === rank;
}

/** What only says that it is not its time: it answers nobody who wonders why. */
const NOT_ITS_TIME: readonly string[] = ['wrong-state', 'already-done'];

/** What is closed and may open one day, with why; what is owed has its acts at each échéance. */
export const closedFor = (pole: SeenPole, offers: readonly Offer[]): readonly Offer[] =>
  offers
    .filter(({ open, theme }) => !open && theme !== THEMES.obligations)
    .filter(({ reasons }) => !reasons.some(({ code }) => NOT_ITS_TIME.includes(code)))
    .filter(offer => !isOver(pole, offer));

/** Whether a closed act may not open any more, but for a rectification. */
const isOver = ({ dossier: { state } }: SeenPole, { act, subject }: Offer) =>
  standingOfClosed(actNamed(act), { state, subject }) === 'over';

/** The open acts by theme. */
export function byTheme(
  offers: readonly Offer[],
): readonly { readonly theme: string; readonly acts: readonly Offer[] }[] {
  const themes = [...new Set(Object.values(THEMES))];
  return themes
    .map(theme => ({ theme, acts: offers.filter(offer => offer.open && offer.theme === theme) }))
    .filter(({ acts }) => acts.length > 0);
}
