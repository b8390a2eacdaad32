import type { ComponentChildren } from 'preact';

interface NoteProps {
  readonly kind?: 'held' | 'late' | 'ok' | undefined;
  readonly children: ComponentChildren;
}

/** One held payment, one consequence: what must be read before going on. Neither decoration nor tips. */
export function Note({ kind, children }: NoteProps) {
  return <div class={kind === undefined ? 'j-note' : `j-note j-note--${kind}`}>{children}</div>;
}

/** What an act has just done, on the page that follows it: the reader is led to it. */
export function Message({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="j-note j-note--ok" role="status" tabindex={-1}>
      <p>{children}</p>
    </div>
  );
}

interface HeldProps {
  /** The tag of its state. */
  readonly tag: ComponentChildren;
  /** What is held, and how much. */
  readonly title: ComponentChildren;
  /** Why, and what lifts it, as a link when the reader can. */
  readonly children: ComponentChildren;
  readonly kind?: NoteProps['kind'];
}

/** Something that cannot go on, with its way out. */
export function Held({ tag, title, children, kind = 'held' }: HeldProps) {
  return (
    <Note kind={kind}>
      <h3>
        {tag} {title}
      </h3>
      {children}
    </Note>
  );
}
