import { createContext, type ComponentChildren, type JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { FORM_KEY } from '../../api/page-sessions.js';

/** What every form of the session that reads carries; empty where nobody is logged in. */
export const FormKey = createContext('');

type Props = Omit<JSX.IntrinsicElements['form'], 'method'> & {
  readonly action: string;
  readonly children: ComponentChildren;
};

/** A form that changes something: it says for which session it was made, so that no other site sends it. */
export function PostForm({ children, ...props }: Props) {
  const key = useContext(FormKey);
  return (
    <form method="post" {...props}>
      {key !== '' && <input type="hidden" name={FORM_KEY} value={key} />}
      {children}
    </form>
  );
}
