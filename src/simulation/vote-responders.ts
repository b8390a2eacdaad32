import { addDays, civilDate, daysBetween, type CivilDate } from '../domain/kernel/civil-date.js';
import { award, doing, rounds, type ActToDo, type ResponderContext } from './responder-context.js';

/** How the délibération of a session was taken, and by whom: all the votes of one session are told alike. */
interface SessionForm {
  readonly organ: 'assembly' | 'permanent-commission';
  readonly adopted: (sessionOn: CivilDate) => object;
}

const ASSEMBLY = { members: 83, present: 55, represented: 6 };
const COMMISSION = {
  ...{ members: 55, present: 22, represented: 10 },
  delegation: { number: '21_DAJCP_SA_06', on: '2021-07-02' },
};
const MOSTLY_FOR = { votesFor: 50, votesAgainst: 5, abstentions: 5 };
const INTERESTED = { name: 'Conseillère fictive', body: 'Association fictive (simulation)', ground: 'own-interest' };

const FORMS: readonly SessionForm[] = [
  { organ: 'assembly', adopted: () => ({ ...ASSEMBLY, ...MOSTLY_FOR }) },
  { organ: 'permanent-commission', adopted: () => ({ ...COMMISSION, unanimous: true }) },
  { organ: 'permanent-commission', adopted: () => ({ ...COMMISSION, votesFor: 30, votesAgainst: 1, abstentions: 1 }) },
  {
    organ: 'assembly',
    adopted: () => ({ ...ASSEMBLY, votesFor: 30, votesAgainst: 30, abstentions: 1, castingVote: 'for' }),
  },
  {
    organ: 'assembly',
    adopted: sessionOn => ({ members: 83, present: 19, unanimous: true, firstMeetingOn: addDays(sessionOn, -3) }),
  },
  { organ: 'permanent-commission', adopted: () => ({ unanimous: true }) },
  {
    organ: 'assembly',
    adopted: () => ({
      ...{ ...ASSEMBLY, ...MOSTLY_FOR, aside: [INTERESTED] },
      participants: [
        { name: 'Rapporteur fictif', part: 'reporter' },
        { name: 'Élu fictif', part: 'proxy-holder' },
      ],
    }),
  },
];

const EPOCH = civilDate('2020-01-06');
/** Which form the session of a day takes: one after the other, from day to day. */
const formIndex = (sessionOn: CivilDate): number => daysBetween(EPOCH, sessionOn) % FORMS.length;
const formOf = (sessionOn: CivilDate): SessionForm => {
  const form = FORMS[formIndex(sessionOn)];
  if (!form) throw new Error(`Aucune forme de vote le ${sessionOn}`);
  return form;
};

/** Sits the request at the session of a fortnight later. */
export function enterAgenda(at: ResponderContext): ActToDo {
  const sessionOn = addDays(at.today, 14);
  const { organ } = formOf(sessionOn);
  return doing('instructrice', 'enter-agenda', at, { organ, sessionOn, text: `Convention fictive ${at.instance}` });
}

type Outcome = 'adopted' | 'amended' | 'adjourned' | 'rejected';

function outcomeOf(at: ResponderContext): Outcome {
  const { persona, pole } = at;
  const of = award(at);
  if (of?.kind === 'amendment' || of?.kind === 'year' || pole.awards.some(({ status }) => status === 'in-force'))
    return 'adopted';
  if (of?.kind === 'study') return persona.studyRefusedOnce && pole.awards[0]?.id === of.id ? 'rejected' : 'adopted';
  return persona.vote === 'adjourned' && rounds(at) > 1 ? 'adopted' : persona.vote;
}

/** The grants of one session that are decided alike are those of one délibération. */
const numbered = (sessionOn: string, outcome: Outcome) => `S_${sessionOn}_${outcome === 'rejected' ? 2 : 1}`;

/** Records the vote of the session entered, on its day. */
export function recordVote(at: ResponderContext): ActToDo | undefined {
  const of = award(at);
  const session = of?.agenda?.sessionOn;
  if (session === undefined) return undefined;
  const sessionOn = civilDate(session);
  const outcome = outcomeOf(at);
  const figures =
    outcome === 'rejected'
      ? { members: 83, present: 60, votesFor: 10, votesAgainst: 45, abstentions: 5 }
      : formOf(sessionOn).adopted(sessionOn);
  return doing('instructrice', 'record-vote', at, {
    ...{ date: sessionOn, outcome, number: numbered(sessionOn, outcome) },
    ...(outcome === 'adjourned' ? {} : figures),
    ...(outcome === 'adopted' || outcome === 'amended' ? { amount: of?.requested } : {}),
    ...(outcome === 'amended' ? { text: `Convention amendée ${at.instance}` } : {}),
  });
}
