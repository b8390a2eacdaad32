import type { ComponentChildren } from 'preact';

interface TitleProps {
  readonly title: ComponentChildren;
  /** What it is about, in a line. */
  readonly lead?: ComponentChildren;
  /** Its states, as tags. */
  readonly states?: ComponentChildren;
  /** Who else has it open. */
  readonly presence?: ComponentChildren;
  /** The acts that the reader owes there: at most one primary button, last. */
  readonly acts?: ComponentChildren;
}

/** The head of a page: its one `h1`, what it is about, and what the reader is to do. */
export function PageTitle({ title, lead, states, presence, acts }: TitleProps) {
  return (
    <div class="j-top">
      <div>
        <h1 tabindex={-1}>{title}</h1>
        {lead !== undefined && <p class="j-lead">{lead}</p>}
        {states !== undefined && <p class="j-states">{states}</p>}
        {presence !== undefined && <p class="j-small j-quiet j-noprint">{presence}</p>}
      </div>
      {acts !== undefined && <p class="j-acts">{acts}</p>}
    </div>
  );
}

interface SectionProps {
  readonly id: string;
  readonly title: ComponentChildren;
  /** How many it lists: « 3 », « 3 sur 6 ». */
  readonly count?: number | string | undefined;
  readonly children: ComponentChildren;
  /** Whether paper does without it. */
  readonly screenOnly?: boolean | undefined;
}

/** A part of a page, named by its title. */
export function Section({ id, title, count, children, screenOnly = false }: SectionProps) {
  return (
    <section class={screenOnly ? 'j-part j-noprint' : 'j-part'} aria-labelledby={id}>
      <h2 id={id}>
        {title} {count !== undefined && <span class="j-n">{count}</span>}
      </h2>
      {children}
    </section>
  );
}

interface ColumnsProps {
  readonly children: ComponentChildren;
  /** Two columns of the same width; a third part then comes under the first, and after both on a phone. */
  readonly halves?: boolean | undefined;
}

/** What one reads on the left, what one does or whom one asks on the right; one column below 60 rem. */
export function Columns({ children, halves = false }: ColumnsProps) {
  return <div class={halves ? 'j-cols j-cols--half' : 'j-cols'}>{children}</div>;
}

/** One column of fields or text, with white around it. */
export function Narrow({ children }: { readonly children: ComponentChildren }) {
  return <div class="j-narrow">{children}</div>;
}

/** Two doors or two decisions, of the same weight. */
export function Pair({ children }: { readonly children: ComponentChildren }) {
  return <div class="j-two">{children}</div>;
}

interface CardProps {
  readonly id: string;
  readonly title: ComponentChildren;
  readonly children: ComponentChildren;
  readonly level?: 2 | 3 | undefined;
}

/** One of a {@link Pair}. */
export function Card({ id, title, children, level = 2 }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section class="j-card" aria-labelledby={id}>
      <Heading id={id}>{title}</Heading>
      {children}
    </section>
  );
}

/** What someone wrote, as they wrote it. */
export function Quote({ children }: { readonly children: ComponentChildren }) {
  return <p class="j-quote">« {children} »</p>;
}

/** How many a list shows and in which order on its left, what to take of it on its right. */
export function Bar({ children, acts }: { readonly children: ComponentChildren; readonly acts?: ComponentChildren }) {
  return (
    <div class="j-bar">
      <p>{children}</p>
      {acts !== undefined && <p class="j-acts">{acts}</p>}
    </div>
  );
}
