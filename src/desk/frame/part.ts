import type { ComponentChildren } from 'preact';

/** A part of a page that replaces its former self in the page shown; nothing, when it says what it said. */
export class Part {
  constructor(readonly content: ComponentChildren = null) {}
}
