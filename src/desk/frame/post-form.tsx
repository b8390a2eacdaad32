import { createContext, type ComponentChildren, type JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { FORM_KEY } from '../../api/page-sessions.js';

/** What every form of the session that reads carries; empty where nobody is logged in. */
export const FormKey = createContext('');

type Props = Omit<JSX.IntrinsicElements['form'], 'method'> & {
  readonly action: string;
  /** What goes with it unseen: the version that was read, what was typed on the page before. */
  readonly carries?: Readonly<Record<string, string>> | undefined;
  readonly children: ComponentChildren;
};

/**
 * A form that changes something: it says for which session it was made, so that no other site sends it. The server
 * checks what it holds, and says what is wrong in its own words.
 */
export function PostForm({ carries = {}, children, ...props }: Props) {
  const key = useContext(FormKey);
  return (
    <form method="post" novalidate {...props}>
      {key !== '' && <input type="hidden" name={FORM_KEY} value={key} />}
      {Object.entries(carries).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
