import type { ComponentChildren } from 'preact';
import type { CivilDate } from '../../domain/kernel/civil-date.js';
import { Quote } from './layout.js';
import { ShortDay } from './words.js';

export interface Happened {
  readonly key: string;
  readonly date: CivilDate;
  /** Who did what, as a sentence. */
  readonly sentence: ComponentChildren;
  /** What was written with it, when the reader may read it. */
  readonly text?: string | undefined;
  /** What the engine did by itself: quieter. */
  readonly machine?: boolean | undefined;
}

interface TimelineProps {
  readonly facts: readonly Happened[];
  readonly today?: CivilDate | undefined;
}

/** What happened, the latest first or last as it is given. */
export function Timeline({ facts, today }: TimelineProps) {
  return (
    <ol class="moj-timeline">
      {facts.map(({ key, date, sentence, text, machine = false }) => (
        <li key={key} class={machine ? 'j-quiet' : undefined}>
          <ShortDay date={date} today={today} />
          <div>
            <p>{sentence}</p>
            {text !== undefined && <Quote>{text}</Quote>}
          </div>
        </li>
      ))}
    </ol>
  );
}
