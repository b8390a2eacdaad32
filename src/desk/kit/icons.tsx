import type { JSX } from 'preact';

const clock = (
  <>
    <circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" stroke-width="1.8" />
    <path fill="none" stroke="currentColor" stroke-width="1.8" d="M8 4v4.3l3 1.8" />
  </>
);
const ring = (width: string) => <circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width={width} />;

/** Drawn on 16 × 16 with the colour of the words that they stand beside. */
const DRAWINGS = {
  /** A full triangle: late, or wrong. */
  alert: (
    <>
      <path fill="currentColor" d="M8 1 15.5 14.5H.5z" />
      <path fill="none" stroke="#fff" stroke-width="1.6" d="M8 5.5v4.3M8 11.2v1.6" />
    </>
  ),
  clock,
  /** A square with two bars: money that is held. */
  held: (
    <>
      <rect x="1" y="1" width="14" height="14" rx="2" fill="currentColor" />
      <path stroke="#fff" stroke-width="2" d="M6 4.5v7M10 4.5v7" />
    </>
  ),
  tick: <path fill="none" stroke="currentColor" stroke-width="2.6" d="m2 8.6 4 4L14 4" />,
  /** An empty circle: awaited, to come. */
  circle: ring('2'),
  /** A dashed circle, barred: set aside. */
  aside: (
    <>
      <circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="2.4 1.6" />
      <path stroke="currentColor" stroke-width="1.8" d="M4.8 8h6.4" />
    </>
  ),
  back: <path fill="none" stroke="currentColor" stroke-width="2" d="M6.5 3 2.5 7l4 4M3 7h6.5a3.5 3.5 0 0 1 0 7H8" />,
  cross: <path stroke="currentColor" stroke-width="2.4" d="m3 3 10 10M13 3 3 13" />,
  /** A full disc with a tick: a step that is done. */
  done: (
    <>
      <circle cx="8" cy="8" r="7.4" fill="currentColor" />
      <path fill="none" stroke="#fff" stroke-width="1.8" d="m4.4 8.3 2.5 2.5 4.7-5" />
    </>
  ),
  /** A circle with a full centre: the step at hand. */
  now: (
    <>
      {ring('2.2')}
      <circle cx="8" cy="8" r="3" fill="currentColor" />
    </>
  ),
  person: (
    <>
      <circle cx="8" cy="5" r="3" fill="currentColor" />
      <path fill="currentColor" d="M2 14.5c0-3.3 2.7-5 6-5s6 1.7 6 5z" />
    </>
  ),
  file: <path fill="none" stroke="currentColor" stroke-width="1.5" d="M3.5 1.5h6l3 3v10h-9zM9 1.5V5h3.5" />,
  eye: (
    <>
      <path
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        d="M1 8s2.6-4.5 7-4.5S15 8 15 8s-2.6 4.5-7 4.5S1 8 1 8z"
      />
      <circle cx="8" cy="8" r="2.2" fill="currentColor" />
    </>
  ),
} as const satisfies Readonly<Record<string, JSX.Element>>;

export type IconName = keyof typeof DRAWINGS;

/** A mark beside the word that says the same: assistive technology does not hear it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="i" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {DRAWINGS[name]}
    </svg>
  );
}
