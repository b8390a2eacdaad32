import type { Page } from '../frame/page.js';
import { PostForm } from '../frame/post-form.js';
import { Button, ButtonGroup } from '../kit/buttons.js';
import { Narrow } from '../kit/layout.js';
import { Summary } from '../kit/lists.js';
import { BackLink } from '../kit/navigation.js';
import { Note } from '../kit/notes.js';
import type { Asking } from './asking.js';
import { DraftSaid, SaveDraft } from './draft-part.js';
import { Fields, wasTyped, type Filling } from './fields.js';
import { knownLines } from './known.js';
import { asksFiles, type FormField } from './model.js';
import { backOf, Carriage, ErrorSummary, titleOf } from './parts.js';
import { trimmed } from './posted.js';

/** Whether a form may hold buttons before that which sends it: a list grows by one, a file is taken off by one. */
const hasButtons = (field: FormField): boolean => ['rows', 'grounds'].includes(field.control.kind) || asksFiles(field);

/** The button that Enter presses is the first of a form. */
const FirstButton = () => (
  <button class="govuk-visually-hidden" type="submit" tabIndex={-1} aria-hidden="true">
    Continuer
  </button>
);

/** The form of an act: what the engine knows as text, what is asked in empty fields, or as it was typed. */
export function formPage(asking: Asking, status = 200): Page {
  const { situation, form, posted, faults, options, action, facts } = asking;
  const { label, act } = situation;
  const { files } = asking;
  const poleId = situation.dossier.id;
  const filling: Filling = { posted, options, faults, files, poleId, more: trimmed(posted, '_more') };
  const bringsFiles = form.fields.some(asksFiles);
  const known = knownLines(situation, facts);
  const isCommonOpen =
    wasTyped(posted, form.common) || faults.some(({ name }) => form.common.some(field => field.name === name));
  return {
    ...{ status, title: titleOf(asking), refused: faults.length > 0 },
    enhanced: !bringsFiles || [...files.values()].some(({ verdict }) => verdict === 'pending'),
    content: (
      <Narrow>
        <BackLink href={backOf(asking)}>Revenir</BackLink>
        <ErrorSummary asking={asking} />
        <h1>{label}</h1>
        {asking.isResumed && (
          <Note>
            <p>Vous n’aviez pas terminé : ce que vous aviez écrit est repris ici. Rien n’est encore enregistré.</p>
          </Note>
        )}
        {known.length > 0 && <Summary facts={known} />}
        <PostForm action={action} novalidate {...(bringsFiles ? { encType: 'multipart/form-data' } : {})}>
          <Carriage asking={asking} />
          {form.fields.some(hasButtons) && <FirstButton />}
          <Fields fields={form.fields} filling={filling} />
          <details class="govuk-details" open={isCommonOpen}>
            <summary class="govuk-details__summary">
              {facts.represented.length > 1
                ? 'La date du fait, et au nom de qui'
                : 'La date du fait, si ce n’est pas aujourd’hui'}
            </summary>
            <div class="govuk-details__text">
              <Fields fields={form.common} filling={filling} />
            </div>
          </details>
          <ButtonGroup>
            <Button>{act.gravity === undefined ? act.label : 'Continuer'}</Button>
            <SaveDraft action={action} inPlace={!bringsFiles} />
            <a href={backOf(asking)}>Annuler</a>
          </ButtonGroup>
          <DraftSaid kept={asking.kept} form={form} />
          {act.gravity !== undefined && <p class="j-small j-quiet">Rien n’est décidé avant la page suivante.</p>}
        </PostForm>
      </Narrow>
    ),
  };
}
