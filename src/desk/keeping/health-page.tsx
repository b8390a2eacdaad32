import { counted, capitalised } from '../../domain/kernel/french.js';
import type { ComponentChildren } from 'preact';
import type { HouseHealth, JobStanding } from '../../health/house-health.js';
import type { Page } from '../frame/page.js';
import { PageTitle, Section } from '../kit/layout.js';
import { Summary } from '../kit/lists.js';
import { Strip } from '../kit/strip.js';
import { Table } from '../kit/table.js';
import { Tag } from '../kit/tags.js';
import { Moment } from '../kit/words.js';

const PATH = '/sante';
const MINUTE = 60;
/** Seconds from which a letter that may leave at once is said to wait too long. */
const LONG = 30 * MINUTE;

/** How the house is: its stories, its jobs, its letters and its chains, in names and words. */
export function healthPage(health: HouseHealth): Page {
  const { stories, tasks, chain } = health;
  const unwell = stories.behind.length + stories.unrung.length + (stories.lost?.length ?? 0);
  const altered = chain.breaches + chain.settings;
  return {
    title: 'Santé',
    under: PATH,
    content: (
      <>
        <PageTitle title="Santé" lead="Ce que Jalon dit de lui-même, maintenant et à ses derniers contrôles." />
        <Strip
          counts={[
            {
              count: unwell,
              label: unwell < 2 ? 'récit en souffrance' : 'récits en souffrance',
              href: '#recits',
              late: true,
            },
            {
              count: altered,
              label: altered < 2 ? 'altération des journaux' : 'altérations des journaux',
              href: '#journaux',
              late: true,
            },
            { count: tasks, label: 'à traiter', href: '/taches', late: true },
          ]}
        />
        <Stories {...stories} />
        <Jobs health={health} />
        <Letters {...health.letters} />
        <Chain health={health} />
      </>
    ),
  };
}

const well = (words: string) => <Tag state="ok">{words}</Tag>;
const wrong = (words: ComponentChildren) => <Tag state="late">{words}</Tag>;
const listed = (names: readonly string[], none: string) =>
  names.length === 0 ? (
    well(none)
  ) : (
    <>
      {wrong(counted(names.length, 'pôle'))} {names.join(', ')}
    </>
  );

const Stories = ({ behind, unrung, lost }: HouseHealth['stories']) => (
  <Section id="recits" title="Les récits des pôles">
    <Summary
      facts={[
        {
          label: 'Le moteur des récits',
          value: lost === null ? wrong('Ne répond pas ; les actes s’enregistrent quand même') : well('Répond'),
        },
        { label: 'Ont un fait à entendre', value: listed(behind, 'Aucun') },
        { label: 'Ont une alarme passée', value: listed(unrung, 'Aucun') },
        ...(lost === null ? [] : [{ label: 'Oubliés du moteur', value: listed(lost, 'Aucun') }]),
      ]}
    />
  </Section>
);

function Jobs({ health: { jobs, today } }: { readonly health: HouseHealth }) {
  return (
    <Section id="travaux" title="Les travaux du calendrier">
      <Table
        caption="Les travaux, avec leur dernier passage"
        rows={jobs}
        keyOf={({ label }) => label}
        columns={[
          { head: 'Travail', cell: ({ label }) => label },
          { head: 'Quand', label: 'Quand', cell: ({ when }: JobStanding) => when },
          {
            head: 'Dernier passage',
            label: 'Dernier passage',
            cell: ({ last }: JobStanding) => (last === null ? 'pas encore' : <Moment at={last.at} today={today} />),
          },
        ]}
      />
    </Section>
  );
}

const Letters = ({ byState, oldest }: HouseHealth['letters']) => (
  <Section id="courriers" title="Les courriers">
    <Summary
      facts={[
        {
          label: 'À envoyer tout de suite',
          value:
            oldest === 0
              ? well('Rien n’attend')
              : oldest < LONG
                ? `attend depuis ${counted(Math.ceil(oldest / MINUTE), 'minute')}`
                : wrong(`Attend depuis ${counted(Math.ceil(oldest / MINUTE), 'minute')}`),
        },
        ...byState.map(({ label, count }) => ({
          ...{ label: capitalised(label), value: count.toLocaleString('fr-FR') },
        })),
      ]}
    />
    <p>
      <a href="/courriers">Lire les courriers un à un</a>
    </p>
  </Section>
);

function Chain({ health: { chain, today } }: { readonly health: HouseHealth }) {
  const { at, dossiers, breaches, settings, setAside } = chain;
  return (
    <Section id="journaux" title="Les journaux">
      <Summary
        facts={[
          { label: 'Dernier contrôle', value: at === null ? 'pas encore' : <Moment at={at} today={today} /> },
          ...(at === null ? [] : [{ label: 'Dossiers contrôlés', value: dossiers.toLocaleString('fr-FR') }]),
          ...(at === null
            ? []
            : [
                { label: 'Ruptures de la chaîne', value: breaches === 0 ? well('Aucune') : wrong(String(breaches)) },
                { label: 'Fautes des réglages', value: settings === 0 ? well('Aucune') : wrong(String(settings)) },
              ]),
          { label: 'Pôles mis de côté', value: listed(setAside, 'Aucun') },
        ]}
      />
    </Section>
  );
}
