import type { DeliberationFacts } from '../../src/domain/award/deliberation.js';
import type { VoteSources } from '../../src/domain/award/vote-figures.js';
import { civilDate } from '../../src/domain/kernel/civil-date.js';

/** An assembly of 83 of whom nothing more is said. */
export const UNTOLD: DeliberationFacts = {
  number: '27_0628_01',
  organ: 'assembly',
  sessionOn: civilDate('2027-06-28'),
  ...{ members: null, present: null, represented: null, voters: null },
  ...{ votesFor: null, votesAgainst: null, abstentions: null },
  unanimous: false,
  ballot: 'ordinary',
  ...{ castingVote: null, firstMeetingOn: null, delegation: null, separateVote: false },
  ...{ aside: [], parts: [] },
};

/** Where the voice of the one who presides prevails. */
export const PREVAILS: VoteSources = { proxies: 'L4132-15', castingVote: 'L4132-14', prevails: true };

/** Members who stepped aside on one ground, and stayed in the room unless said otherwise. */
export const aside = (
  howMany: number,
  ground: DeliberationFacts['aside'][number]['ground'] = 'own-interest',
  absentFromRoom = false,
): DeliberationFacts['aside'] =>
  Array.from({ length: howMany }, (_, rank) => ({ member: rank + 1, ground, absentFromRoom }));
