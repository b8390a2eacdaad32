import type { ContactAnswer } from '../../contacts/answers.js';
import { PACE_LABELS } from '../../contacts/contact-bodies.js';
import type { NamedPole } from '../../database/feed-reads.js';
import { expectationOf } from '../../domain/dossier/expectations.js';
import { roleLabel, sightOf, type Actor, type ActingRole } from '../../domain/dossier/roles.js';
import { civilDate, type CivilDate } from '../../domain/kernel/civil-date.js';
import type { Instant } from '../../domain/kernel/paris.js';
import type { Pace } from '../../domain/reminders/recipients.js';
import type { Perimeter } from '../administration/perimeters.js';
import type { Page } from '../frame/page.js';
import { PageTitle, Section } from '../kit/layout.js';
import { Empty, Rows, Summary } from '../kit/lists.js';
import { Message } from '../kit/notes.js';
import { Followed, MINE, MyAgenda } from './agenda-part.js';
import { Day, Under, Unseen } from '../kit/words.js';

type Contact = Omit<ContactAnswer, 'role'> & { readonly role: string };

/** What someone reads of themself. */
export interface MyPage {
  readonly name: string;
  readonly actors: readonly Actor[];
  readonly contacts: readonly Contact[];
  /** What people are called, by their accounts. */
  readonly nameOf: (account: string) => string | undefined;
  /** What those who receive in someone's place are called, by their identifiers. */
  readonly receivers: ReadonlyMap<string, string>;
  readonly tell: (perimeter: Perimeter) => string;
  readonly today: CivilDate;
  readonly agendaSince: Instant | undefined;
  readonly followed: readonly NamedPole[];
  /** The pôles that they read and do not follow. */
  readonly others: readonly NamedPole[];
  /** A new private address, which is told once. */
  readonly address?: string | undefined;
  readonly done: string | undefined;
}

/** Who one is in Jalon, how one is told, who stands in, and one's agenda. */
export function settingsPage(mine: MyPage): Page {
  return {
    title: 'Mes réglages',
    under: MINE,
    content: (
      <>
        {mine.done !== undefined && <Message>{mine.done}</Message>}
        <PageTitle title="Mes réglages" lead={mine.name} />
        <MyRights mine={mine} />
        <MyMails mine={mine} />
        <MyAbsences mine={mine} />
        <MyAgenda since={mine.agendaSince} address={mine.address} />
        <Followed followed={mine.followed} others={mine.others} />
      </>
    ),
  };
}

interface Props {
  readonly mine: MyPage;
}

function MyRights({ mine: { actors, tell, nameOf } }: Props) {
  return (
    <Section id="droits" title="Mes droits" count={actors.length}>
      <Summary
        facts={actors.map(actor => ({
          label: roleLabel(actor.role),
          value: (
            <>
              {sightOf(actor.role) === 'settings' ? 'Les réglages de Jalon' : tell(actor)}
              {actor.insteadOf !== undefined && (
                <Under>À la place de {nameOf(actor.insteadOf) ?? actor.insteadOf}, pendant son absence</Under>
              )}
            </>
          ),
        }))}
      />
      <p class="j-small j-quiet">Un droit se demande à qui administre Jalon. Nul ne s’en donne.</p>
    </Section>
  );
}

/** What a pace comes to, told on one example. */
const EXAMPLES: Readonly<Record<Pace, string>> = {
  instant: 'un rappel qui part un mercredi vous arrive ce mercredi, seul dans son courriel.',
  daily: 'un rappel qui part un mercredi vous arrive dans le courrier du matin, avec les autres de la journée.',
  weekly: 'un rappel qui part un mercredi vous arrive le lundi suivant, avec les autres de la semaine.',
};

/** For all that is owed, unless it is said of a kind. */
const ALL = '*';

function MyMails({ mine: { contacts, tell } }: Props) {
  return (
    <Section id="courriels" title="Mes courriels">
      {contacts.length === 0 ? (
        <Empty>Aucune adresse n’est notée pour vous : Jalon ne vous écrit pas.</Empty>
      ) : (
        <Rows>
          {contacts.map(contact => (
            <>
              <strong>{roleLabel(contact.role as ActingRole)}</strong> : {tell(contact)}
              <Under>
                {contact.email}
                {contact.phone !== null && ` · ${contact.phone}`}
              </Under>
              <Paces contact={contact} />
              <a href={`${MINE}/rythme/${contact.id}`}>
                Changer le rythme<Unseen>{` des courriels : ${roleLabel(contact.role as ActingRole)}`}</Unseen>
              </a>
            </>
          ))}
        </Rows>
      )}
    </Section>
  );
}

function Paces({ contact: { preferences } }: { readonly contact: Contact }) {
  if (preferences.length === 0)
    return (
      <p>
        Vous n’avez rien choisi : ce que vous devez vous arrive dans le courrier du matin, ce que d’autres doivent dans
        celui du lundi.
      </p>
    );
  return (
    <>
      {preferences.map(({ kind, pace }) => (
        <p key={kind}>
          {kind === ALL ? 'Toutes les échéances' : expectationOf(kind).label} :{' '}
          {PACE_LABELS[pace as Pace].toLocaleLowerCase('fr')}.<Under>Par exemple : {EXAMPLES[pace as Pace]}</Under>
        </p>
      ))}
    </>
  );
}

function MyAbsences({ mine: { contacts, receivers, today } }: Props) {
  if (contacts.length === 0) return null;
  const noted = contacts.flatMap(contact =>
    contact.absences
      .filter(({ lastDay }) => lastDay >= today)
      .map(absence => ({ ...absence, role: contact.role as ActingRole })),
  );
  return (
    <Section id="absences" title="Mes absences" count={noted.length}>
      {noted.length > 0 && (
        <Rows>
          {noted.map(({ id, contactId, firstDay, lastDay, delegateId, lends, role }) => (
            <>
              Du <Day date={civilDate(firstDay)} /> au <Day date={civilDate(lastDay)} />
              <Under>
                {roleLabel(role)}.{' '}
                {delegateId === null
                  ? 'Personne ne reçoit à votre place.'
                  : `${receivers.get(delegateId) ?? 'Une autre personne'} reçoit${lends ? ' et agit' : ''} à votre place.`}
              </Under>
              <a href={`/absences/${contactId}/${id}/changer`}>
                Changer<Unseen>{` l’absence : ${roleLabel(role)}`}</Unseen>
              </a>{' '}
              ·{' '}
              <a href={`/absences/${contactId}/${id}/retour`}>
                Dire mon retour<Unseen>{` : ${roleLabel(role)}`}</Unseen>
              </a>
            </>
          ))}
        </Rows>
      )}
      <ul class="j-part">
        {contacts.map(({ id, role }) => (
          <li key={id}>
            <a href={`/absences/${id}/noter`}>Noter une absence : {roleLabel(role as ActingRole)}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
