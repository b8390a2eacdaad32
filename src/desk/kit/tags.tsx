import { counted } from '../../domain/kernel/french.js';
import type { ComponentChildren } from 'preact';
import type { CivilDate } from '../../domain/kernel/civil-date.js';
import { Icon, type IconName } from './icons.js';
import { ShortDay, Unseen } from './words.js';

/** What a state asks for, with the shape that says it without colour. */
const SHAPES = {
  /** After its day: « 12 jours de retard ». */
  late: 'alert',
  /** By the reader, now: « Aujourd’hui », « À examiner ». */
  soon: 'clock',
  /** Money that cannot leave: « Retenu », « Blocage ». */
  held: 'held',
  /** « Accepté », « Payé », « Vérifié ». */
  ok: 'tick',
  /** By someone else: « Attendu », « En examen ». */
  wait: 'circle',
  /** Asks nothing of anyone: « Écarté », « Suspendu ». */
  idle: 'aside',
} as const satisfies Readonly<Record<string, IconName>>;

export type TagState = keyof typeof SHAPES;

interface TagProps {
  readonly state: TagState;
  /** Another shape than that of the state: an arrow back for « À corriger ». */
  readonly icon?: IconName | undefined;
  readonly children: ComponentChildren;
}

/** A state, as a shape, a word and a colour. Not a category, nor a count. */
export function Tag({ state, icon, children }: TagProps) {
  return (
    <strong class={state === 'idle' ? 'govuk-tag' : `govuk-tag j-tag--${state}`}>
      <Icon name={icon ?? SHAPES[state]} />
      {children}
    </strong>
  );
}

interface LateProps {
  /** Whole days since the day after it was due. */
  readonly days: number;
  /** Whether its column already says that it is a delay. */
  readonly short?: boolean | undefined;
}

/** « 12 jours de retard », or « 12 jours » to the eye. */
export function Late({ days, short = false }: LateProps) {
  return (
    <Tag state="late">
      {counted(days, 'jour')}
      {short ? <Unseen> de retard</Unseen> : ' de retard'}
    </Tag>
  );
}

interface DoneProps {
  /** What was done, for those who do not see the tick: « Accepté le ». */
  readonly what: string;
  readonly date: CivilDate;
  readonly today?: CivilDate | undefined;
}

/** What is finished, quietly: a tick and a day. */
export function Done({ what, date, today }: DoneProps) {
  return (
    <span class="j-done">
      <Icon name="tick" />
      <Unseen>{what} </Unseen> <ShortDay date={date} today={today} />
    </span>
  );
}
