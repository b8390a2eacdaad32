import { QuietButton } from './buttons.js';
import { Icon } from './icons.js';
import { Tag } from './tags.js';

const STATES = {
  safe: { state: 'ok', icon: undefined, word: 'Vérifié' },
  pending: { state: 'wait', icon: 'clock', word: 'Recherche de virus' },
  infected: { state: 'late', icon: 'cross', word: 'Virus reconnu' },
  refused: { state: 'late', icon: 'cross', word: 'Refusé' },
} as const;

export interface SentFile {
  readonly name: string;
  /** Its address, once it may be read. */
  readonly href?: string | undefined;
  /** What it is, its type and its size: « Compte rendu signé · PDF, 1,2 Mo ». */
  readonly about: string;
  readonly state: keyof typeof STATES;
  /** The address at which its state is asked for, while it is not known. */
  readonly watch?: string | undefined;
  /** Why it is refused and what to send instead. */
  readonly fault?: string | undefined;
  /** What the button « Retirer » posts; none when it is too late to remove it. */
  readonly removal?: { readonly name: string; readonly value: string } | undefined;
}

/** The state of a file, in a word. */
export function FileTag({ state: known }: Pick<SentFile, 'state'>) {
  const { state, icon, word } = STATES[known];
  return (
    <Tag state={state} icon={icon}>
      {word}
    </Tag>
  );
}

/** How the state of a file is asked for, until it is another; a colon has no place in the name of an attribute of TSX. */
const ASKED_AGAIN = {
  'data-hx-trigger': 'every 2s',
  'data-hx-swap': 'outerHTML',
  'data-hx-status:4xx': 'swap:none',
  'data-hx-status:5xx': 'swap:none',
};

/** The state of a file, which changes by itself where scripts run, and is then said. */
export function FileState({ state, watch }: Pick<SentFile, 'state' | 'watch'>) {
  if (state !== 'pending' || watch === undefined) return <FileTag state={state} />;
  return (
    <span role="status">
      <span data-hx-get={watch} {...ASKED_AGAIN}>
        <FileTag state={state} />
      </span>
    </span>
  );
}

/** What was sent, each with its state in a word and the way to take it back. */
export function Files({ files }: { readonly files: readonly SentFile[] }) {
  return (
    <ul class="j-files">
      {files.map(({ name, href, about, state, watch, fault, removal }) => (
        <li key={name}>
          <span>
            <Icon name="file" /> {href === undefined ? name : <a href={href}>{name}</a>}
            <span class="j-sub">{about}</span>
            {fault !== undefined && <span class="j-sub j-late">{fault}</span>}
          </span>
          <FileState state={state} watch={watch} />
          {removal && (
            <QuietButton {...removal}>
              Retirer<span class="govuk-visually-hidden"> {name}</span>
            </QuietButton>
          )}
        </li>
      ))}
    </ul>
  );
}
