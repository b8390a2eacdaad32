import type { ActingRole } from '../../domain/dossier/roles.js';
import { capitalised } from '../../domain/kernel/french.js';
import { messageName } from '../../reglement/ladder-words.js';
import type { Page } from '../frame/page.js';
import { Pair, Section } from '../kit/layout.js';
import { administrationPage } from './places.js';

/** A template on fictitious facts, as one reader receives it. */
export interface Example {
  /** Who reads it: « Pour qui doit le faire ». */
  readonly reader: string;
  readonly subject: string;
  readonly text: string;
}

export interface TemplateShown {
  readonly name: string;
  readonly examples: readonly Example[];
}

/** What the templates are written for, in the order in which they come. */
const KINDS = [
  { id: 'echelles', title: 'Rappels des échelles', names: ['before', 'late', 'escalation', 'alert'] },
  { id: 'ensemble', title: 'Plusieurs choses à la fois, ou chaque mois', names: ['digest', 'point'] },
  { id: 'main', title: 'Relance à la main', names: ['by-hand'] },
] as const;

type Kind = { readonly id: string; readonly title: string; readonly shown: readonly TemplateShown[] };

function kindsOf(templates: readonly TemplateShown[]): readonly Kind[] {
  const known: readonly string[] = KINDS.flatMap(({ names }) => names);
  const kinds = KINDS.map(({ id, title, names }) => ({
    ...{ id, title },
    shown: names.flatMap(name => templates.filter(template => template.name === name)),
  }));
  const others = templates.filter(({ name }) => !known.includes(name));
  return [...kinds, { id: 'autres', title: 'Autres', shown: others }].filter(({ shown }) => shown.length > 0);
}

/** Each template by its kind, with what it gives. */
export function templatesPage(templates: readonly TemplateShown[], roles: readonly ActingRole[]): Page {
  const kinds = kindsOf(templates);
  return administrationPage('Modèles de courrier', {
    lead: 'Ce que Jalon écrit, sur un exemple fictif dont les liens ne mènent nulle part.',
    roles,
    children: (
      <>
        <Contents kinds={kinds} />
        {kinds.map(({ id, title, shown }) => (
          <Section key={id} id={id} title={title} count={shown.length}>
            {shown.map(template => (
              <TemplateOf key={template.name} template={template} />
            ))}
          </Section>
        ))}
      </>
    ),
  });
}

const idOf = ({ name }: TemplateShown) => `modele-${name}`;
const labelOf = ({ name }: TemplateShown) => capitalised(messageName(name));

const Contents = ({ kinds }: { readonly kinds: readonly Kind[] }) => (
  <nav class="j-part" aria-label="Sommaire">
    <ul>
      {kinds.map(({ id, title, shown }) => (
        <li key={id}>
          <a href={`#${id}`}>{title}</a>
          <ul>
            {shown.map(template => (
              <li key={template.name}>
                <a href={`#${idOf(template)}`}>{labelOf(template)}</a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  </nav>
);

const TemplateOf = ({ template }: { readonly template: TemplateShown }) => (
  <section class="j-part" aria-labelledby={idOf(template)}>
    <h3 id={idOf(template)}>{labelOf(template)}</h3>
    <Pair>
      {template.examples.map(({ reader, subject, text }) => (
        <figure key={reader} class="j-letter">
          <figcaption>
            {reader} : <strong>{subject}</strong>
          </figcaption>
          <pre>{text}</pre>
        </figure>
      ))}
    </Pair>
  </section>
);
