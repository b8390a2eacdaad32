import { QuietButton } from './buttons.js';
import { Icon } from './icons.js';
import { Tag } from './tags.js';

const STATES = {
  safe: { state: 'ok', icon: undefined, word: 'Vérifié' },
  pending: { state: 'wait', icon: 'clock', word: 'Recherche de virus' },
  refused: { state: 'late', icon: 'cross', word: 'Refusé' },
} as const;

export interface SentFile {
  readonly name: string;
  /** Its address, once it may be read. */
  readonly href?: string | undefined;
  /** What it is, its type and its size: « Compte rendu signé · PDF, 1,2 Mo ». */
  readonly about: string;
  readonly state: keyof typeof STATES;
  /** Why it is refused and what to send instead. */
  readonly fault?: string | undefined;
  /** What the button « Retirer » posts; none when it is too late to remove it. */
  readonly removal?: { readonly name: string; readonly value: string } | undefined;
}

/** What was sent, each with its state in a word and the way to take it back. */
export function Files({ files }: { readonly files: readonly SentFile[] }) {
  return (
    <ul class="j-files">
      {files.map(({ name, href, about, state: known, fault, removal }) => {
        const { state, icon, word } = STATES[known];
        return (
          <li key={name}>
            <span>
              <Icon name="file" /> {href === undefined ? name : <a href={href}>{name}</a>}
              <span class="j-sub">{about}</span>
              {fault !== undefined && <span class="j-sub j-late">{fault}</span>}
            </span>
            <Tag state={state} icon={icon}>
              {word}
            </Tag>
            {removal && (
              <QuietButton {...removal}>
                Retirer<span class="govuk-visually-hidden"> {name}</span>
              </QuietButton>
            )}
          </li>
        );
      })}
    </ul>
  );
}
