import { counted } from '../../domain/kernel/french.js';
import type { ActingRole } from '../../domain/dossier/roles.js';
import type { Page } from '../frame/page.js';
import { PageTitle, Section } from '../kit/layout.js';
import { Empty, Rows, Summary } from '../kit/lists.js';
import { SubNavigation } from '../kit/navigation.js';
import { howTos, type HowTo, type HowTosOf } from './how-to.js';

const PATH = '/aide';

/** How each act is done: those of the reader's roles, or all of them. */
export function helpPage(roles: readonly ActingRole[], all: boolean): Page {
  const isTheirs = ({ roles: open }: HowTo) => all || open.some(role => roles.includes(role));
  const themes = howTos()
    .map(({ theme, acts }) => ({ theme, acts: acts.filter(isTheirs) }))
    .filter(({ acts }) => acts.length > 0);
  return {
    title: 'Aide',
    under: PATH,
    content: (
      <>
        <PageTitle title="Aide" lead="Comment faire : chaque acte en quelques lignes." />
        <SubNavigation
          label="Actes"
          places={[
            { label: 'Vos actes', href: PATH, current: !all },
            { label: 'Tous les actes', href: `${PATH}?tous=1`, current: all },
          ]}
        />
        {themes.length === 0 ? (
          <Empty>Vos rôles lisent et ne font aucun acte dans les dossiers.</Empty>
        ) : (
          <Themes themes={themes} />
        )}
      </>
    ),
  };
}

const themeId = (rank: number) => `theme-${rank + 1}`;

function Themes({ themes }: { readonly themes: readonly HowTosOf[] }) {
  return (
    <>
      <Contents themes={themes} />
      {themes.map(({ theme, acts }, rank) => (
        <Section key={theme} id={themeId(rank)} title={theme} count={acts.length}>
          {acts.map(act => (
            <HowToDo key={act.id} act={act} />
          ))}
        </Section>
      ))}
    </>
  );
}

/** Every act by its name: where one searches the page. */
function Contents({ themes }: { readonly themes: readonly HowTosOf[] }) {
  return (
    <nav class="j-part" aria-label="Sommaire">
      <p>
        <strong>
          {counted(
            themes.reduce((sum, { acts }) => sum + acts.length, 0),
            'acte',
          )}
        </strong>{' '}
        : cherchez le vôtre dans cette liste.
      </p>
      <ul>
        {themes.map(({ theme, acts }, rank) => (
          <li key={theme}>
            <a href={`#${themeId(rank)}`}>{theme}</a>
            <ul>
              {acts.map(({ id, label }) => (
                <li key={id}>
                  <a href={`#${id}`}>{label}</a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function HowToDo({ act: { id, label, who, when, asks, writes, follows } }: { readonly act: HowTo }) {
  return (
    <section class="j-part" aria-labelledby={id}>
      <h3 id={id}>{label}</h3>
      <Summary
        facts={[
          { label: 'Qui', value: who },
          { label: 'Quand', value: when },
          { label: 'Ce qui est demandé', value: asks },
          { label: 'Ce qu’il inscrit', value: writes },
          { label: 'Ce qui suit', value: <Rows>{follows}</Rows> },
        ]}
      />
    </section>
  );
}
