import type { ComponentChildren } from 'preact';
import { PostForm } from '../frame/post-form.js';
import { Button, ButtonGroup } from './buttons.js';

import { Narrow, Section } from './layout.js';
import { BackLink } from './navigation.js';
import { Note } from './notes.js';

interface ConfirmationProps {
  /** « Vous allez valider 7 815,07 € ». */
  readonly title: string;
  /** Of which object. */
  readonly lead: ComponentChildren;
  /** What will be recorded, as it was typed. */
  readonly children?: ComponentChildren;
  /** What follows, each in a sentence: who can do what next, who is told. */
  readonly follows: readonly ComponentChildren[];
  /** What cannot be undone, and what can. */
  readonly undone: ComponentChildren;
  readonly action: string;
  /** What was typed, and the version that was read. */
  readonly carries: Readonly<Record<string, string>>;
  /** The verb and the amount again: « Valider 7 815,07 € ». */
  readonly button: string;
  /** Whether it ends something. */
  readonly ends?: boolean | undefined;
  /** The form, as it was filled in. */
  readonly back: string;
}

/** « Vous allez… »: before money, votes, endings and deposits. Not before a note, a filter, a draft. */
export function Confirmation(props: ConfirmationProps) {
  const { title, lead, children, follows, undone, action, carries, button, ends = false, back } = props;
  return (
    <>
      <BackLink href={back}>Revenir au formulaire, rien n’est perdu</BackLink>
      <Narrow>
        <h1>{title}</h1>
        <p class="j-lead">{lead}</p>
        {children}
        <Section id="ensuite" title="Ce qui suivra">
          <ul>
            {follows.map((sentence, rank) => (
              <li key={rank}>{sentence}</li>
            ))}
          </ul>
        </Section>
        <Note>
          <p>{undone}</p>
        </Note>
        <PostForm action={action} carries={carries}>
          <ButtonGroup>
            <Button kind={ends ? 'warning' : 'primary'}>{button}</Button>
            <a href={back}>Revenir au formulaire</a>
          </ButtonGroup>
        </PostForm>
      </Narrow>
    </>
  );
}
