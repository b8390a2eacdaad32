import { describe, expect, it } from '@jest/globals';
import { cents } from '../../../src/domain/kernel/cents.js';
import { addDays, civilDate } from '../../../src/domain/kernel/civil-date.js';
import type { Decision } from '../../../src/domain/dossier/decide.js';
import { GRANT, instructed } from '../../builders/dossier.js';
import { casesOf } from './oracle.js';

interface Given {
  readonly organ: 'conseil-regional' | 'commission-permanente';
  readonly members: number;
  readonly present: number;
  readonly represented?: number;
  readonly secondMeeting?: boolean;
  readonly steppedAside?: number;
  readonly for?: number;
  readonly against?: number;
  readonly abstain?: number;
  readonly casting?: 'for' | 'against' | null;
  readonly secret?: boolean;
  readonly announced?: 'unanimous' | 'rejected';
  readonly announcedAdopted?: boolean;
  readonly sessionOn?: string;
  readonly votedOn?: string;
}

interface Expected {
  readonly valid: boolean;
  readonly why?: 'quorum' | 'figures' | 'result-contradicts';
  readonly adopted?: boolean;
  /** Votes, for, against, abstentions. */
  readonly figures?: readonly number[] | null;
}

const SESSION = '2027-06-28';

/** The members who stepped aside left the room: those of a case are present for the item. */
const asideOf = ({ steppedAside = 0 }: Given) =>
  Array.from({ length: steppedAside }, (_, rank) => ({
    name: `Conseillère fictive n° ${rank + 1}`,
    body: 'Association fictive',
    ground: 'own-interest',
    absentFromRoom: true,
  }));

function saidOf(given: Given, adopted: boolean): object {
  const { members, present, represented, secondMeeting, announced, casting, secret } = given;
  const figures = { votesFor: given.for, votesAgainst: given.against, abstentions: given.abstain };
  return {
    ...{ outcome: adopted ? 'adopted' : 'rejected', number: '27_0628_01', members, present, represented },
    ...(given.for === undefined ? {} : figures),
    ...(announced === 'unanimous' ? { unanimous: true } : {}),
    ...(secondMeeting ? { firstMeetingOn: addDays(civilDate(given.sessionOn ?? SESSION), -3) } : {}),
    ...(casting ? { castingVote: casting } : {}),
    ...(secret ? { ballot: 'secret' } : {}),
    ...{ aside: asideOf(given), ...(adopted ? { amount: cents(GRANT.amount) } : {}) },
  };
}

function decided(given: Given, adopted: boolean): Decision {
  const sessionOn = civilDate(given.sessionOn ?? SESSION);
  const organ = given.organ === 'conseil-regional' ? 'assembly' : 'permanent-commission';
  const dossier = instructed('2027-06-01').does('enter-agenda', { organ, sessionOn, text: 'Convention' });
  return dossier.on(given.votedOn ?? sessionOn).attempt('record-vote', saidOf(given, adopted));
}

const WHY = { quorum: ['quorum-not-met'], figures: ['vote-figures'], 'result-contradicts': ['vote-figures'] } as const;

const reasons = (decision: Decision) => ('refusals' in decision ? decision.refusals.map(({ code }) => code) : []);

const CASES = casesOf<Given, Expected>('vote');
const ALTERNATIVES = CASES.flatMap(({ id, given, settingAlternatives }) =>
  settingAlternatives.flatMap(({ setting, given: patch, expected }) =>
    patch ? [{ id, title: setting, given: { ...given, ...patch }, expected }] : [],
  ),
);
const named = [...CASES, ...ALTERNATIVES].map(worked => [worked.id, worked.title, worked] as const);
const isValid = ({ expected }: (typeof CASES)[number] | (typeof ALTERNATIVES)[number]) => expected.valid;

describe('a vote, as worked by hand from the texts, is recorded', () => {
  it.each(named.filter(([, , worked]) => isValid(worked)))('%s: %s', (_id, _title, { given, expected }) => {
    const decision = decided(given, expected.adopted === true);
    expect(reasons(decision)).toEqual([]);
    const [vote] = 'events' in decision ? decision.events : [];
    const figures = expected.figures ?? [null, null, null, null];
    const [voters, votesFor, votesAgainst, abstentions] = figures;
    expect(vote).toMatchObject({
      type: 'vote-recorded',
      data: { outcome: expected.adopted ? 'adopted' : 'rejected', voters, votesFor, votesAgainst, abstentions },
    });
  });

  const withFigures = named.filter(
    ([, , { given, expected }]) => isValid({ expected } as never) && given.for !== undefined,
  );
  it.each(withFigures)('%s: %s, and no other result of it', (_id, _title, { given, expected }) => {
    expect(reasons(decided(given, expected.adopted !== true))).toEqual(['vote-figures']);
  });
});

describe('a vote that is none, or whose result its figures contradict, is refused', () => {
  it.each(named.filter(([, , worked]) => !isValid(worked)))('%s: %s', (_id, _title, { given, expected }) => {
    expect(reasons(decided(given, given.announcedAdopted ?? true))).toEqual(WHY[expected.why ?? 'figures']);
  });
});
