import type { ActingRole } from '../../domain/dossier/roles.js';
import { civilDate, yearOf } from '../../domain/kernel/civil-date.js';
import { counted, capitalised } from '../../domain/kernel/french.js';
import { inForceWords } from '../../reglement/reglement-in-words.js';
import { STATUS_WORDS } from '../../reglement/setting-words.js';
import type { ChangedLine, ChangedPart } from '../../reglement/written.js';
import type {
  ReglementChangesAnswer,
  ReglementTextAnswer,
  ReglementVersionAnswer,
} from '../../settings/rule-answers.js';
import type { Page } from '../frame/page.js';
import { PageTitle, Section } from '../kit/layout.js';
import { Empty } from '../kit/lists.js';
import { SubNavigation } from '../kit/navigation.js';
import { Table } from '../kit/table.js';
import { ADMINISTRATION, administrationPage, placeOf } from './places.js';
import { Said, WrittenLines } from './written-lines.js';

const PLACE = placeOf('Règlements');

export const addressOfReglement = (id: string): string => `${PLACE.href}/${id}`;

/** « depuis le 1er janvier 2019 ». */
export const appliesWords = ({ from, to }: Pick<ReglementVersionAnswer, 'from' | 'to'>): string =>
  inForceWords({ inForce: { from: civilDate(from), to: to === null ? null : civilDate(to) } });

/** Every version of the règlement, with what is under each. */
export function reglementsPage(versions: readonly ReglementVersionAnswer[], roles: readonly ActingRole[]): Page {
  return administrationPage('Règlements', {
    lead: 'Chaque version du règlement, avec les dates où elle s’applique. Un dossier garde la sienne.',
    roles,
    children: (
      <Table
        caption="Les versions du règlement, la dernière d’abord"
        rows={versions.toReversed()}
        keyOf={({ id }) => id}
        columns={[
          { head: 'Version', cell: ({ id, label }) => <a href={addressOfReglement(id)}>{label}</a> },
          { head: 'S’applique', label: 'S’applique', cell: version => capitalised(appliesWords(version)) },
          { head: 'État', label: 'État', cell: ({ status }) => capitalised(STATUS_WORDS[status]) },
          { head: 'Pôles', label: 'Pôles', numeric: true, cell: ({ poles }) => poles },
          { head: 'Conventions votées', label: 'Conventions votées', numeric: true, cell: of => of.conventions },
        ]}
      />
    ),
  });
}

/** « depuis 2019 », « en 2018 », « de 2007 à 2017 ». */
function yearsWords({ from, to }: Pick<ReglementVersionAnswer, 'from' | 'to'>): string {
  const first = yearOf(civilDate(from));
  if (to === null) return `depuis ${first}`;
  const last = yearOf(civilDate(to));
  return first === last ? `en ${first}` : `de ${first} à ${last}`;
}

interface Shown {
  readonly reglement: ReglementTextAnswer;
  readonly versions: readonly ReglementVersionAnswer[];
}

/** The views of a version: what it says, or what it changes against another. */
function Views({ id, against, versions }: { id: string; against?: string; versions: Shown['versions'] }) {
  const others = versions.filter(version => version.id !== id).toReversed();
  return (
    <SubNavigation
      label="Vues"
      places={[
        { label: 'Ce qu’elle dit', href: addressOfReglement(id), current: against === undefined },
        ...others.map(other => ({
          label: `Comparée à celle appliquée ${yearsWords(other)}`,
          href: `${addressOfReglement(id)}?avec=${other.id}`,
          current: against === other.id,
        })),
      ]}
    />
  );
}

/** Everything that a version says. */
export function reglementPage({ reglement, versions }: Shown): Page {
  const { id, label, parts, poles, conventions } = reglement;
  return {
    title: `${label} – Règlements`,
    under: ADMINISTRATION,
    trail: [PLACE, { label }],
    content: (
      <>
        <PageTitle
          title={label}
          lead={`${capitalised(appliesWords(reglement))} : ${counted(poles, 'pôle')}, ${counted(conventions, 'convention votée', 'conventions votées')}.`}
        />
        <Views id={id} versions={versions} />
        <nav class="j-part" aria-label="Sommaire">
          <ul>
            {parts.map(part => (
              <li key={part.id}>
                <a href={`#${part.id}`}>{part.title}</a>
              </li>
            ))}
          </ul>
        </nav>
        {parts.map(part => (
          <Section key={part.id} id={part.id} title={part.title}>
            <WrittenLines lines={part.lines} />
          </Section>
        ))}
      </>
    ),
  };
}

interface Compared {
  /** The version whose page it is, and the one that it is held against. */
  readonly id: string;
  readonly against: string;
  readonly changes: ReglementChangesAnswer;
  readonly versions: readonly ReglementVersionAnswer[];
}

/** Two versions side by side: only what they do not say alike. */
export function changesPage({ id, against, changes: { before, after, parts }, versions }: Compared): Page {
  const { label } = id === before.id ? before : after;
  const count = parts.reduce((sum, { lines }) => sum + lines.length, 0);
  return {
    title: `${label}, comparée – Règlements`,
    under: ADMINISTRATION,
    trail: [PLACE, { label, href: addressOfReglement(id) }, { label: 'Ce qui change' }],
    content: (
      <>
        <PageTitle
          title="Ce qui change d’une version à l’autre"
          lead={`${counted(count, 'ligne')} : avant, la version qui s’applique ${appliesWords(before)} ; après, celle qui s’applique ${appliesWords(after)}.`}
        />
        <Views id={id} against={against} versions={versions} />
        {count === 0 ? (
          <Empty>
            Ces deux versions disent la même chose. <a href={PLACE.href}>Voir toutes les versions</a>
          </Empty>
        ) : (
          parts.map(part => <Changes key={part.id} part={part} />)
        )}
      </>
    ),
  };
}

const said = (line: ChangedLine['before']) => (line === null ? 'Rien' : <Said line={line} />);

function Changes({ part: { id, title, lines } }: { readonly part: ChangedPart }) {
  return (
    <Section id={id} title={title} count={lines.length}>
      <Table
        caption={`${title} : ce qui change`}
        rows={lines}
        keyOf={({ name }) => name}
        columns={[
          { head: 'Ligne', cell: ({ name }) => name },
          { head: 'Avant', label: 'Avant', cell: ({ before }) => said(before) },
          { head: 'Après', label: 'Après', cell: ({ after }) => said(after) },
        ]}
      />
    </Section>
  );
}
