import type { ComponentChildren } from 'preact';

/** A page of the desk, before the frame that all of them share. */
export interface Page {
  /** What its title says before « – Jalon »; it tells pages of the same kind apart. */
  readonly title: string;
  readonly content: ComponentChildren;
  /** The address of the entry of the menu under which it stands. */
  readonly under?: string;
  /** The pages above it, from the top; the last line is the page itself and leads nowhere. */
  readonly trail?: readonly Step[];
  /** The HTTP status; 200 when it says nothing. */
  readonly status?: number;
  /** Whether it shows a form that was refused: its title says so first. */
  readonly refused?: boolean;
  /** Whether something of it is filtered, shown or saved in place by htmx, which it then loads. */
  readonly enhanced?: boolean;
  /** The address at which what it answers to a form is found again, filled in as it was: one goes back there, sending nothing. */
  readonly resumedAt?: string;
}

export interface Step {
  readonly label: string;
  readonly href?: string;
}

/** Who reads a page, as its frame shows them. What leads to a page that is not built is left out, and not shown. */
export interface Reader {
  readonly name: string;
  /** Their places, in French: « Instructrice, Région Bretagne ». */
  readonly places: string;
  readonly menu: readonly MenuEntry[];
  /** The pages of their roles that stand at the foot, being opened less often. */
  readonly foot?: readonly FootLink[];
  /** What every form of theirs carries, so that no other site can post in their place. */
  readonly csrf: string;
  /** Whether it is their first page since they logged in. */
  readonly arrives?: boolean;
  /** The address of « Mes réglages ». */
  readonly settings?: string;
  /** The address of the list of pôles, which takes what is looked for as `q`. */
  readonly search?: string;
}

export interface MenuEntry {
  readonly label: string;
  readonly href: string;
}

/** What the frame says of the house: whether everything is fictitious. */
export interface House {
  readonly demonstration: boolean;
  /** The pages at its foot, of those that exist: « Aide », « Accessibilité », « Données personnelles ». */
  readonly foot?: readonly FootLink[];
}

export interface FootLink {
  readonly label: string;
  readonly href: string;
}

/** What the frame says of the house, for Nest. */
export const HOUSE = Symbol('house');
