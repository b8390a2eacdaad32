import type { CivilDate } from '../../domain/kernel/civil-date.js';
import type { TaskToDo } from '../../reminders/tasks.js';
import type { Page } from '../frame/page.js';
import { PostForm } from '../frame/post-form.js';
import { Button, ButtonGroup } from '../kit/buttons.js';
import { Narrow, PageTitle, Section } from '../kit/layout.js';
import { Empty, Rows, Summary } from '../kit/lists.js';
import { Message } from '../kit/notes.js';
import { Moment, Under, Unseen } from '../kit/words.js';

const PATH = '/taches';

interface Reading {
  readonly today: CivilDate;
  /** Whether the reader may open dossiers: who keeps the settings knows pôles by their names alone. */
  readonly opensPoles: boolean;
}

/** What asks for a person, the oldest first. */
export function tasksPage(tasks: readonly TaskToDo[], reading: Reading, justClosed: boolean): Page {
  return {
    title: tasks.length === 0 ? 'À traiter' : `À traiter : ${tasks.length}`,
    under: PATH,
    content: (
      <>
        {justClosed && <Message>C’est fait : la tâche est fermée.</Message>}
        <PageTitle title="À traiter" lead="Ce que Jalon ne peut pas régler seul et que personne d’autre ne verra." />
        <Section id="taches" title="Tâches ouvertes" count={tasks.length}>
          {tasks.length === 0 ? (
            <Empty>Rien n’attend personne. Les contrôles de la nuit diront ici ce qu’ils trouvent.</Empty>
          ) : (
            <Rows>{tasks.map(task => taskLine(task, reading))}</Rows>
          )}
        </Section>
      </>
    ),
  };
}

const taskLine = (task: TaskToDo, reading: Reading) => (
  <div key={task.id}>
    <a href={`${PATH}/${task.id}`}>
      {task.title}
      <Unseen> : {task.detail}</Unseen>
    </a>
    <Under>
      depuis le <Moment at={task.openedAt} today={reading.today} />
      {task.contactName !== null && ` · ${task.contactName}`}
      {task.pole !== null && (
        <>
          {' · '}
          <PoleName pole={task.pole} reading={reading} />
        </>
      )}
    </Under>
    <p aria-hidden="true">{task.detail}</p>
  </div>
);

function PoleName({ pole, reading }: { readonly pole: { id: string; name: string }; readonly reading: Reading }) {
  return reading.opensPoles ? <a href={`/poles/${pole.id}`}>{pole.name}</a> : <>{pole.name}</>;
}

/** A task, what it asks and the form by which it is closed. */
export function taskPage(task: TaskToDo, reading: Reading): Page {
  const { id, title, detail, asks, returns, openedAt, contactName, pole } = task;
  return {
    title: `${title} : à traiter`,
    under: PATH,
    trail: [{ label: 'À traiter', href: PATH }, { label: title }],
    content: (
      <Narrow>
        <PageTitle title={title} lead={detail} />
        <Summary
          facts={[
            { label: 'Depuis le', value: <Moment at={openedAt} today={reading.today} /> },
            ...(contactName === null ? [] : [{ label: 'Qui', value: contactName }]),
            ...(pole === null ? [] : [{ label: 'Pôle', value: <PoleName pole={pole} reading={reading} /> }]),
            { label: 'Ce qu’il faut faire', value: asks },
          ]}
        />
        <PostForm action={`${PATH}/${id}`}>
          <p>
            Fermez-la quand c’est fait : elle disparaît pour tout le monde.
            {returns && ' Le contrôle suivant la rouvrira si rien n’a changé.'}
          </p>
          <ButtonGroup>
            <Button>Fermer la tâche</Button>
            <a href={PATH}>Revenir à la liste</a>
          </ButtonGroup>
        </PostForm>
      </Narrow>
    ),
  };
}
