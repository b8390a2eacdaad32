import type { ComponentChildren } from 'preact';
import { ErrorSummary } from './errors.js';
import { Card, Pair, Quote, Section } from './layout.js';
import { Tag } from './tags.js';

interface Decision {
  /** « Renvoyer pour correction ». */
  readonly act: string;
  /** Who decided, and when. */
  readonly who: ComponentChildren;
  /** What they wrote. */
  readonly text?: string | undefined;
  /** How the loser's text can serve again. */
  readonly reuse?: ComponentChildren;
}

interface ConflictProps {
  /** Who decided before, when, and that nothing is to be undone. */
  readonly why: ComponentChildren;
  readonly title: ComponentChildren;
  readonly lead: ComponentChildren;
  readonly recorded: Decision;
  /** The reader's, which is not. */
  readonly lost: Decision;
}

/** Two people decided at once: both decisions, and the text of the one that was not recorded. */
export function Conflict({ why, title, lead, recorded, lost }: ConflictProps) {
  return (
    <>
      <ErrorSummary title="Votre décision n’est pas enregistrée">
        <p>{why}</p>
      </ErrorSummary>
      <h1>{title}</h1>
      <p class="j-lead">{lead}</p>
      <Section id="deux" title="Les deux décisions">
        <Pair>
          <Side id="enregistree" decision={recorded} tag={<Tag state="ok">Enregistrée</Tag>} />
          <Side id="non-enregistree" decision={lost} tag={<Tag state="idle">Non enregistrée</Tag>} />
        </Pair>
      </Section>
    </>
  );
}

interface SideProps {
  readonly id: string;
  readonly decision: Decision;
  readonly tag: ComponentChildren;
}

function Side({ id, decision: { act, who, text, reuse }, tag }: SideProps) {
  return (
    <Card
      id={id}
      level={3}
      title={
        <>
          {tag} {act}
        </>
      }
    >
      <p>{who}</p>
      {text !== undefined && <Quote>{text}</Quote>}
      {reuse !== undefined && <p class="j-small">{reuse}</p>}
    </Card>
  );
}
