import { counted } from '../../domain/kernel/french.js';
import type { CivilDate } from '../../domain/kernel/civil-date.js';
import { parisDate } from '../../domain/kernel/paris.js';
import { LETTER_STATES, type Letter, type LetterPage, type LetterQuery } from '../../reminders/letters.js';
import type { Page } from '../frame/page.js';
import { Select } from '../kit/choices.js';
import { TextField } from '../kit/fields.js';
import { Filter } from '../kit/form.js';
import { ListInPlace, NextPage } from '../kit/in-place.js';
import { PageTitle } from '../kit/layout.js';
import { Empty } from '../kit/lists.js';
import { Table } from '../kit/table.js';
import { Done, Tag } from '../kit/tags.js';
import { Moment, Under } from '../kit/words.js';
import { addressOf } from '../lists/query.js';

const PATH = '/courriers';

interface Shown {
  readonly asked: LetterQuery;
  readonly page: LetterPage;
  readonly poles: readonly { readonly id: string; readonly name: string }[];
  readonly today: CivilDate;
  /** Whether the reader may open dossiers, and read what is written of them. */
  readonly opensPoles: boolean;
}

/** Who was told what, when, and what became of it. */
export function lettersPage({ asked, page: { items, next }, poles, today, opensPoles }: Shown): Page {
  const pole = poles.find(({ id }) => id === asked.pole);
  const columns = { today, opensPoles };
  return {
    title: pole === undefined ? 'Courriers' : `Courriers – ${pole.name}`,
    under: PATH,
    enhanced: true,
    content: (
      <>
        <PageTitle title="Courriers" lead="Qui a été prévenu de quoi, quand, et ce qu’il en est advenu." />
        <ListInPlace
          said={items.length === 0 ? 'Aucun courrier' : `${counted(items.length, 'courrier')} sur cette page`}
        >
          <Filter action={PATH} label="Filtrer les courriers">
            <Select
              id="pole"
              label="Pôle"
              value={asked.pole}
              none="Tous"
              choices={poles.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <TextField id="person" label="Personne" type="search" value={asked.person} />
            <Select
              id="state"
              label="Ce qu’il en est"
              value={asked.state}
              none="Tous"
              choices={Object.entries(LETTER_STATES).map(([value, { label }]) => ({ value, label }))}
            />
          </Filter>
          {items.length === 0 ? <None /> : <Found items={items} {...columns} />}
          {next !== null && <NextPage href={addressOf(PATH, asked, { after: next })}>Les courriers d’avant</NextPage>}
        </ListInPlace>
      </>
    ),
  };
}

const None = () => (
  <Empty>
    <p>
      <strong>Aucun courrier ne répond à ces filtres.</strong>
    </p>
    <p>
      <a href={PATH}>Voir tous les courriers</a>
    </p>
  </Empty>
);

type FoundProps = Pick<Shown, 'today' | 'opensPoles'> & { readonly items: readonly Letter[] };

function Found({ items, today, opensPoles }: FoundProps) {
  return (
    <Table
      caption="Les courriers, le dernier d’abord"
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        { head: 'À qui', cell: letter => <Recipient letter={letter} /> },
        { head: 'De quoi', label: 'De quoi', cell: letter => <About letter={letter} opensPoles={opensPoles} /> },
        { head: 'Quand', label: 'Quand', cell: ({ at }) => <Moment at={at} today={today} /> },
        { head: 'Ce qu’il en est', cell: letter => <Became letter={letter} today={today} /> },
      ]}
    />
  );
}

const Recipient = ({ letter: { to, insteadOf } }: { readonly letter: Letter }) => (
  <>
    {to ?? 'Personne'}
    {insteadOf !== null && <Under>à la place de {insteadOf}</Under>}
  </>
);

function About({ letter, opensPoles }: { readonly letter: Letter; readonly opensPoles: boolean }) {
  const { pole, about, obligation, byHand, subject } = letter;
  const what = opensPoles && subject !== null ? subject : about;
  return (
    <>
      {opensPoles && obligation !== null ? <a href={`/poles/${pole.id}/echeances/${obligation}`}>{what}</a> : what}
      <Under>
        {pole.name}
        {byHand && ' · relance faite à la main'}
      </Under>
    </>
  );
}

function Became({ letter: { state, became, at }, today }: { readonly letter: Letter; readonly today: CivilDate }) {
  switch (state) {
    case 'sent':
      return <Done what="Envoyé le" date={parisDate(at)} today={today} />;
    case 'failed':
      return <Tag state="late">{became}</Tag>;
    case 'held':
      return <Tag state="idle">{became}</Tag>;
    case 'waiting':
      return <Tag state="wait">{became}</Tag>;
  }
}
