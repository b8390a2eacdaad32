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
}

export interface Step {
  readonly label: string;
  readonly href?: string;
}

/** Who reads a page, as its frame shows them. */
export interface Reader {
  readonly name: string;
  /** Their places, in French: « Instructrice, Région Bretagne ». */
  readonly places: string;
  readonly menu: readonly MenuEntry[];
  /** What every form of theirs carries, so that no other site can post in their place. */
  readonly csrf: string;
}

export interface MenuEntry {
  readonly label: string;
  readonly href: string;
  /** How much waits behind it; not shown when undefined. */
  readonly count?: number;
}

/** What the frame says of the house: whether everything is fictitious, and whom to ask. */
export interface House {
  readonly demonstration: boolean;
}

/** What the frame says of the house, for Nest. */
export const HOUSE = Symbol('house');
