import { isOfOneBody } from '../../domain/dossier/private-purposes.js';
import { parisDate } from '../../domain/kernel/paris.js';
import type { KeptDraft } from '../../record/people/sessions.js';
import { QuietButton } from '../kit/buttons.js';
import { DraftKept } from '../kit/form.js';
import { Day, Moment } from '../kit/words.js';
import { allFields, type AskedFields } from './model.js';

/** What the button that keeps a draft posts as the step of its form. */
export const SAVE = 'save';
const SAID = 'brouillon';

interface SaveProps {
  /** Where its form is sent. */
  readonly action: string;
  /** Whether the page stays as it is: not where a file goes with it, which it then shows as deposited. */
  readonly inPlace: boolean;
}

/** Keeps what is typed, and does nothing of it. */
export function SaveDraft({ action, inPlace }: SaveProps) {
  const swapped = { 'data-hx-post': action, 'data-hx-target': `#${SAID}`, 'data-hx-select': `#${SAID} > *` };
  return (
    <QuietButton name="_step" value={SAVE} at={`${action}#${SAID}`} inPlace={inPlace ? swapped : undefined}>
      Enregistrer le brouillon
    </QuietButton>
  );
}

interface SaidProps {
  readonly kept: KeptDraft | undefined;
  readonly form: AskedFields;
}

/** Since when what is typed is kept, until when, and what of it is not. */
export function DraftSaid({ kept, form }: SaidProps) {
  if (kept === undefined) return <DraftKept id={SAID} />;
  const paysSomeone = allFields(form).some(({ name }) => isOfOneBody(name));
  return (
    <DraftKept id={SAID}>
      Brouillon enregistré le <Moment at={kept.at} />, gardé jusqu’au <Day date={parisDate(kept.until)} />.
      {paysSomeone && ' Les coordonnées bancaires n’y sont pas gardées : vous les saisirez de nouveau.'}
    </DraftKept>
  );
}
