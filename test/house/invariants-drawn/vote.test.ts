import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../../src/domain/kernel/civil-date.js';
import { onABareHouse, seldom, type DrawnInvariant } from '../../builders/drawn-invariant.js';
import { SESSION, asked, entered, rawGrant, votedOn } from '../../builders/raw-grant.js';

const isHeldByTheDatabase = onABareHouse();

const grant = rawGrant();

interface Aside {
  readonly ground: 'own-interest' | 'mandate-by-law' | 'mandate-other';
  readonly absentFromRoom: boolean;
}

interface Vote {
  readonly organ: 'assembly' | 'permanent-commission';
  readonly members: number;
  readonly present: number;
  readonly represented: number;
  readonly aside: readonly Aside[];
  /** Numbers of those who reported, spoke, voted, gave or held a proxy. */
  readonly parts: readonly number[];
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly abstentions: number;
  readonly voters: number;
  readonly outcome: 'adopted' | 'rejected';
  readonly castingVote: 'for' | 'against' | null;
  readonly unanimous: boolean;
  readonly isSecondMeeting: boolean;
}

const asides = fc.array(
  fc.record<Aside>({
    ground: fc.constantFrom('own-interest', 'mandate-by-law', 'mandate-other'),
    absentFromRoom: fc.boolean(),
  }),
  { maxLength: 4 },
);

const inRoom = (aside: readonly Aside[]) => aside.filter(({ absentFromRoom }) => !absentFromRoom).length;

const votes: fc.Arbitrary<Vote> = fc
  .record({
    organ: fc.constantFrom('assembly' as const, 'permanent-commission' as const),
    members: fc.constantFrom(83, 82, 27),
    aside: asides,
    spare: fc.integer({ min: -2, max: 6 }),
    represented: fc.nat(4),
    parts: fc.array(seldom(20, 9, 1, 2), { maxLength: 3 }),
    lacking: seldom(20, 0, -1, 1),
    uncounted: seldom(20, 0, 1),
    against: fc.nat(12),
    abstentions: fc.nat(2),
    isTied: fc.boolean(),
    isWrong: seldom(20, false, true),
    castingVote: fc.constantFrom('for' as const, 'against' as const, null),
    ...{ unanimous: fc.boolean(), isSecondMeeting: seldom(20, false, true) },
  })
  .map(drawn => {
    const { organ, members, aside, represented, parts, isSecondMeeting } = drawn;
    const present = Math.floor(members / 2) + drawn.spare;
    const voters = present + represented - inRoom(aside) - drawn.lacking;
    const abstentions = drawn.isTied ? voters % 2 : drawn.abstentions;
    const votesAgainst = drawn.isTied ? (voters - abstentions) / 2 : drawn.against;
    const votesFor = voters - abstentions - votesAgainst - drawn.uncounted;
    const castingVote = votesFor === votesAgainst ? drawn.castingVote : null;
    const isAdopted = votesFor === votesAgainst ? castingVote === 'for' : votesFor > votesAgainst;
    const outcome = isAdopted === drawn.isWrong ? 'rejected' : 'adopted';
    const unanimous = drawn.unanimous && (drawn.isWrong || (votesAgainst === 0 && isAdopted));
    const figures = { votesFor, votesAgainst, abstentions, voters, outcome, castingVote, unanimous } as const;
    return { organ, members, present, represented, aside, parts, isSecondMeeting, ...figures };
  });

const byLaw = ({ aside }: Vote) => aside.filter(({ ground }) => ground === 'mandate-by-law');

/** More than half of the members in exercise, present; of the commission, represented too. Those whom a text seats are none of them. */
function hasQuorum(vote: Vote): boolean {
  const seats = vote.members - byLaw(vote).length;
  const here = vote.present - inRoom(byLaw(vote));
  const counted = vote.organ === 'assembly' ? here : Math.min(seats, here + vote.represented);
  return counted >= Math.floor(seats / 2) + 1;
}

const isRightlyAnnounced = ({ votesFor, votesAgainst, outcome, castingVote, unanimous }: Vote) =>
  (votesFor === votesAgainst ? castingVote === 'for' : votesFor > votesAgainst) === (outcome === 'adopted') &&
  !(unanimous && (votesAgainst > 0 || outcome === 'rejected'));

/** REEL = POUR + CONTRE + ABSTENTION ≤ EFFECTIF: those present and represented, less those who stepped aside in the room. */
const addsUp = ({ votesFor, votesAgainst, abstentions, voters, present, represented, members, aside }: Vote) =>
  voters === votesFor + votesAgainst + abstentions &&
  Math.min(votesFor, votesAgainst, abstentions) >= 0 &&
  voters <= present + represented - inRoom(aside) &&
  represented <= present &&
  present + represented <= members;

/** Those who stepped aside are numbered from one. */
const isApart = ({ aside, parts }: Vote) => parts.every(member => member > aside.length);

const isLawfulVote: DrawnInvariant<Vote> = {
  controls: ['10.1', '10.2', '11', '11.2'],
  draws: votes,
  lawful: vote =>
    addsUp(vote) && isApart(vote) && isRightlyAnnounced(vote) && (vote.isSecondMeeting || hasQuorum(vote)),
  write: ({ organ, isSecondMeeting, aside, parts, ...figures }, journal) =>
    journal.writes(
      asked(grant, addDays(SESSION, -20)),
      entered(grant, SESSION, { organ }),
      votedOn(grant, SESSION, {
        ...{ organ, ...figures, firstMeetingOn: isSecondMeeting ? addDays(SESSION, -3) : null },
        aside: aside.map((each, rank) => ({ ...each, member: rank + 1 })),
        parts: parts.map(member => ({ member, part: 'voter' })),
      }),
    ),
  refusal: /votes_add_up|journal_quorum|votes_announced|interested_apart/,
};

interface Named {
  readonly interested: string;
  readonly reporter: string;
}

const NAMES = ['Élue Fictive', 'élue fictive', 'Élu Fictif', 'Autre Élue'] as const;

/** Two numbers may be one person: only the names beside the journal tell. */
const isApartByName: DrawnInvariant<Named> = {
  controls: ['10.1'],
  draws: fc.record({ interested: fc.constantFrom(...NAMES), reporter: fc.constantFrom(...NAMES) }),
  lawful: ({ interested, reporter }) => interested.toLowerCase() !== reporter.toLowerCase(),
  write: ({ interested, reporter }, journal) =>
    journal.writes(...[asked(grant, addDays(SESSION, -20)), entered(grant, SESSION)], {
      ...votedOn(grant, SESSION, {
        aside: [{ member: 1, ground: 'own-interest', absentFromRoom: true }],
        parts: [{ member: 2, part: 'reporter' }],
      }),
      privately: { 'member-1': interested, 'member-2': reporter },
    }),
  refusal: /interested_apart/,
  orControl: true,
};

describe('whoever writes by raw SQL, of a vote', () => {
  it('records figures that add up, with the quorum of its organ, no interested member taking part', () =>
    isHeldByTheDatabase(isLawfulVote));

  it('names nobody both interested and taking part', () => isHeldByTheDatabase(isApartByName));
});
