import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icons.js';

const STATES = {
  done: { icon: 'done', word: 'fait', style: undefined },
  current: { icon: 'now', word: 'en cours', style: 'j-now' },
  late: { icon: 'alert', word: 'en retard', style: 'j-latestep' },
  awaited: { icon: 'circle', word: 'à venir', style: 'j-todo-step' },
  skipped: { icon: 'aside', word: 'écarté', style: 'j-skip' },
} as const satisfies Readonly<Record<string, { icon: IconName; word: string; style: string | undefined }>>;

export interface PathStep {
  readonly name: string;
  readonly state: keyof typeof STATES;
  /** What came of it, or when it is to come: « réserves, févr. 2024 ». */
  readonly detail?: ComponentChildren;
  /** The word of its state when it agrees otherwise: « faite », « écartée ». */
  readonly word?: string | undefined;
}

/** The life of a pôle, each step with its state in a word. Not the progress of a form: see {@link FormSteps}. */
export function Path({ steps }: { readonly steps: readonly PathStep[] }) {
  return (
    <ol class="j-path">
      {steps.map(({ name, state, detail, word }) => {
        const { icon, word: usual, style } = STATES[state];
        return (
          <li key={name} class={style} aria-current={state === 'current' ? 'step' : undefined}>
            <Icon name={icon} />
            <b>{name}</b>
            {word ?? usual}
            {detail !== undefined && <>, {detail}</>}
          </li>
        );
      })}
    </ol>
  );
}

interface FormStep {
  readonly label: string;
  /** The page of a step that is done, to change it. */
  readonly href?: string | undefined;
}

interface FormStepsProps {
  readonly steps: readonly FormStep[];
  /** The rank of the step at hand, from 0. */
  readonly at: number;
}

/** Where one is in a form of several pages. */
export function FormSteps({ steps, at }: FormStepsProps) {
  return (
    <ol class="j-stepnav">
      {steps.map(({ label, href }, rank) => (
        <li key={label} aria-current={rank === at ? 'step' : undefined}>
          <Icon name={rank < at ? 'done' : rank === at ? 'now' : 'circle'} />
          <span>
            {rank + 1}. {rank < at && href !== undefined ? <a href={href}>{label}</a> : label}
            {rank < at && <span class="govuk-visually-hidden"> (fait)</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
