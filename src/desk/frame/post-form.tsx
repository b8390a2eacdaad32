import type { ComponentChildren, JSX } from 'preact';

type Props = Omit<JSX.IntrinsicElements['form'], 'method'> & {
  readonly action: string;
  readonly children: ComponentChildren;
};

/** A form that changes something. */
export function PostForm({ children, ...props }: Props) {
  return (
    <form method="post" {...props}>
      {children}
    </form>
  );
}
