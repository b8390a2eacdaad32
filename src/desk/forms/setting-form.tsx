import type { ComponentChildren } from 'preact';
import type { ChoiceSource, DescriptionClass } from '../../api/field-shape.js';
import type { Page, Step } from '../frame/page.js';
import { PostForm } from '../frame/post-form.js';
import { Button, ButtonGroup } from '../kit/buttons.js';
import { ErrorSummary } from '../kit/errors.js';
import { Narrow, Section } from '../kit/layout.js';
import { Summary } from '../kit/lists.js';
import { BackLink } from '../kit/navigation.js';
import { Note } from '../kit/notes.js';
import { answersOf } from './answers.js';
import type { Option } from './choices.js';
import type { ToldFault } from './faults.js';
import { Carried, Fields } from './fields.js';
import { KEY } from './form-key.js';
import { Hidden } from './inputs.js';
import type { KnownLine } from './known.js';
import type { AskedFields } from './model.js';
import type { Posted } from './posted.js';
import type { Filled } from './reading.js';

/** A form by which something is set, and which is no act on a dossier. */
export interface SettingForm {
  readonly title: string;
  readonly lead?: ComponentChildren;
  /** What the engine knows, shown as text above what is asked. */
  readonly known?: readonly KnownLine[];
  /** The description of what it sends; undefined when it asks nothing. */
  readonly asks?: DescriptionClass;
  /** The fields that it asks, of those of its description; all of them when undefined. */
  readonly only?: readonly string[];
  /** The fields that its description lets be absent, and without which it would say nothing. */
  readonly needs?: readonly string[];
  readonly options?: (source: ChoiceSource) => readonly Option[];
  /** A verb and its object. */
  readonly button: string;
  /** The address to which it is sent, its own. */
  readonly action: string;
  readonly back: Step & { readonly href: string };
  readonly under?: string;
  /** What is read twice before it is done; what is not grave is done at once. */
  readonly check?: (answers: Filled['body']) => SettingCheck;
}

/** « Vous allez… ». */
export interface SettingCheck {
  readonly title: string;
  readonly follows: readonly string[];
  readonly undone: string;
  readonly ends: boolean;
}

/** A form of a setting as it was filled in. */
export interface FilledSetting {
  readonly form: SettingForm;
  readonly fields: AskedFields;
  readonly posted: Posted;
  readonly filled: Filled;
  /** UUID of this form: sent twice, it is done once. */
  readonly key: string;
  readonly faults: readonly ToldFault[];
}

const NOTHING = () => [];
/** A setting asks for no file. */
const NO_FILES = new Map<string, never>();

const framing = ({ under, back, title }: SettingForm): Pick<Page, 'trail' | 'under'> => ({
  ...(under === undefined ? {} : { under }),
  trail: [back, { label: title }],
});

/** The form of a setting, empty but for what was typed. */
export function settingPage({ form, fields, posted, key, faults }: FilledSetting, status = 200): Page {
  const { title, lead, known = [], action, button, back, check, options = NOTHING } = form;
  return {
    ...{ status, title, refused: faults.length > 0, ...framing(form) },
    content: (
      <>
        <BackLink href={back.href}>Revenir</BackLink>
        <Narrow>
          <Faults faults={faults} />
          <h1>{title}</h1>
          {lead !== undefined && <p class="j-lead">{lead}</p>}
          {known.length > 0 && <Summary facts={known} />}
          <PostForm action={action} class="j-part">
            <Hidden name={KEY} value={key} />
            <Fields fields={fields.fields} filling={{ posted, options, faults, files: NO_FILES }} />
            <ButtonGroup>
              <Button>{check === undefined ? button : 'Continuer'}</Button>
              <a href={back.href}>Annuler</a>
            </ButtonGroup>
            {check !== undefined && <p class="j-small j-quiet">Rien n’est décidé avant la page suivante.</p>}
          </PostForm>
        </Narrow>
      </>
    ),
  };
}

function Faults({ faults }: { readonly faults: readonly ToldFault[] }) {
  if (faults.length === 0) return null;
  const title = faults.length === 1 ? 'Une chose est à corriger' : `${faults.length} choses sont à corriger`;
  const lines = faults.map(({ id, label, message }) => ({
    field: id,
    message: label === undefined ? message : `${label} : ${message}`,
  }));
  return <ErrorSummary title={title} faults={lines} />;
}

/** « Vous allez… »: what was answered, what follows, what cannot be undone. */
export function settingCheckPage(setting: FilledSetting, check: SettingCheck): Page {
  const { form, fields, posted, key, filled } = setting;
  const { known = [], action, button, options = NOTHING } = form;
  return {
    ...framing({ ...form, title: check.title }),
    title: check.title,
    content: (
      <Narrow>
        <h1>{check.title}</h1>
        <Summary facts={[...known, ...answersOf({ form: fields, filled, options, files: NO_FILES })]} />
        <Section id="ensuite" title="Ce qui suivra">
          <ul>
            {check.follows.map(sentence => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Section>
        <Note>
          <p>{check.undone}</p>
        </Note>
        <PostForm action={action}>
          <Hidden name={KEY} value={key} />
          <Carried posted={posted} />
          <ButtonGroup>
            <Button kind={check.ends ? 'warning' : 'primary'} name="_step" value="do">
              {button}
            </Button>
            <Button kind="secondary" name="_step" value="edit" twice>
              Revenir au formulaire
            </Button>
          </ButtonGroup>
        </PostForm>
      </Narrow>
    ),
  };
}
