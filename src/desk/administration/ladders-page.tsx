import { counted } from '../../domain/kernel/french.js';
import type { ActingRole } from '../../domain/dossier/roles.js';
import type { LadderSetAnswer } from '../../settings/rule-answers.js';
import type { NamedChange } from '../../reminders/ladder-previews.js';
import type { RungToCome } from '../../reminders/ladder-preview.js';
import { messageWords } from '../../reglement/ladder-words.js';
import type { Page } from '../frame/page.js';
import { Select } from '../kit/choices.js';
import { Details } from '../kit/folds.js';
import { Filter } from '../kit/form.js';
import { PageTitle, Section } from '../kit/layout.js';
import { Empty, Rows } from '../kit/lists.js';
import { Table } from '../kit/table.js';
import { ShortDay } from '../kit/words.js';
import { ADMINISTRATION, administrationPage, placeOf } from './places.js';
import { PoleNamed } from './pole-named.js';

const PLACE = placeOf('Échelles de relance');

const addressOf = (id: string) => `${PLACE.href}/${id}`;

/** Every set of ladders, with how many pôles follow it. */
export function laddersPage(sets: readonly LadderSetAnswer[], roles: readonly ActingRole[]): Page {
  return administrationPage('Échelles de relance', {
    lead: 'Quand et à qui Jalon rappelle ce qui est attendu. Un pôle suit les échelles de son règlement, ou celles qu’on lui a données.',
    roles,
    children: (
      <Table
        caption="Les échelles de relance"
        rows={sets}
        keyOf={({ id }) => id}
        columns={[
          { head: 'Échelles', cell: ({ id, label }) => <a href={addressOf(id)}>{label}</a> },
          { head: 'D’où', label: 'D’où', cell: set => (set.of === 'reglement' ? 'Le règlement' : 'Données à un pôle') },
          { head: 'Pôles', label: 'Pôles', numeric: true, cell: ({ poles }) => poles.length },
        ]}
      />
    ),
  });
}

/** What a set would change for one pôle. */
export interface PreviewShown {
  readonly pole: { readonly id: string; readonly name: string };
  readonly changes: readonly NamedChange[];
  /** The form by which it is applied, for who may. */
  readonly form: string | undefined;
}

interface Shown {
  readonly set: LadderSetAnswer;
  /** The pôles that do not follow it; none of them for those of a règlement, which are not applied. */
  readonly others: readonly { readonly id: string; readonly name: string }[];
  readonly preview: PreviewShown | undefined;
  readonly opensPoles: boolean;
}

/** The ladders of a set, rung by rung, and who follows them. */
export function laddersOfSetPage({ set, others, preview, opensPoles }: Shown): Page {
  const { label, poles } = set;
  return {
    title: `${label} – Échelles de relance`,
    under: ADMINISTRATION,
    trail: [PLACE, { label }],
    content: (
      <>
        <PageTitle
          title={label}
          lead={`${counted(poles.length, 'pôle')} ${poles.length < 2 ? 'suit' : 'suivent'} ces échelles.`}
        />
        {others.length > 0 && <Preview set={set} others={others} preview={preview} />}
        <Ladders set={set} />
        <Section id="poles" title="Pôles qui les suivent" count={poles.length}>
          {poles.length === 0 ? (
            <Empty>Aucun pôle ne suit ces échelles.</Empty>
          ) : (
            <Rows>
              {poles.map(pole => (
                <PoleNamed pole={pole} opensPoles={opensPoles} />
              ))}
            </Rows>
          )}
        </Section>
      </>
    ),
  };
}

const Ladders = ({ set: { ladders } }: Pick<Shown, 'set'>) => (
  <>
    {ladders.map(({ name, says, recalls }, rank) => (
      <Section key={name} id={`echelle-${rank + 1}`} title={name}>
        <Rows>{says}</Rows>
        {recalls.length > 0 && (
          <Details summary={counted(recalls.length, 'échéance la suit', 'échéances la suivent')}>
            <Rows>{recalls}</Rows>
          </Details>
        )}
      </Section>
    ))}
  </>
);

/** A pôle is chosen, then what would change for it is shown. */
function Preview({ set, others, preview }: Pick<Shown, 'set' | 'others' | 'preview'>) {
  return (
    <Section id="apercu" title="Ce qu’elles changeraient pour un pôle" screenOnly>
      <Filter action={addressOf(set.id)} label="Choisir un pôle">
        <Select
          id="pole"
          label="Pôle"
          none="Choisir un pôle"
          value={preview?.pole.id}
          choices={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Filter>
      {preview !== undefined && <Changes preview={preview} />}
    </Section>
  );
}

function Changes({ preview: { pole, changes, form } }: { readonly preview: PreviewShown }) {
  return (
    <>
      {changes.length === 0 ? (
        <Empty>Rien ne changerait aux rappels à venir de ce pôle.</Empty>
      ) : (
        <Table
          caption={`Les rappels à venir de ${pole.name}`}
          rows={changes}
          keyOf={({ obligation }) => obligation}
          columns={[
            { head: 'Échéance', cell: ({ label, due }) => <Owed label={label} due={due} /> },
            { head: 'Avant', label: 'Avant', cell: ({ before }) => <ToCome rungs={before} /> },
            { head: 'Après', label: 'Après', cell: ({ after }) => <ToCome rungs={after} /> },
          ]}
        />
      )}
      {form !== undefined && (
        <p>
          <a href={form}>Changer les échelles de ce pôle</a>
        </p>
      )}
    </>
  );
}

const Owed = ({ label, due }: Pick<NamedChange, 'label' | 'due'>) => (
  <>
    {label}
    {due !== null && (
      <>
        , le <ShortDay date={due} />
      </>
    )}
  </>
);

function ToCome({ rungs }: { readonly rungs: readonly RungToCome[] }) {
  if (rungs.length === 0) return <>Aucun rappel</>;
  const lines = rungs.map(rung => (
    <>
      <ShortDay date={rung.day} /> : {messageWords(rung)}
    </>
  ));
  return <Rows>{lines}</Rows>;
}
