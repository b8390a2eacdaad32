import type { CivilDate } from '../kernel/civil-date.js';

export const ORGANS = ['assembly', 'permanent-commission'] as const;
/** Who may grant: the council in assembly, or its commission permanente by delegation (CGCT art. L4221-5). */
export type Organ = (typeof ORGANS)[number];
/** Who is asked for by mistake: an arrêté of the president grants nothing. */
export type AskedOrgan = Organ | 'president';

const ORGAN_NAMES: Readonly<Record<Organ, string>> = {
  assembly: 'de l’assemblée',
  'permanent-commission': 'de la commission permanente',
};

/** « de l’assemblée », « de la commission permanente ». */
export const ofOrgan = (organ: Organ): string => ORGAN_NAMES[organ];

export const BALLOTS = ['ordinary', 'public', 'secret'] as const;
export type Ballot = (typeof BALLOTS)[number];

export const CASTING_VOTES = ['for', 'against'] as const;
/** What the one who presides chose, whose vote prevails when the others are equal. */
export type CastingVote = (typeof CASTING_VOTES)[number];

export const ASIDE_GROUNDS = ['own-interest', 'mandate-by-law', 'mandate-other'] as const;
/** Why a member steps aside: an interest of their own, a seat that a text gives them, another seat. */
export type AsideGround = (typeof ASIDE_GROUNDS)[number];

export const PARTS_TAKEN = ['reporter', 'speaker', 'voter', 'proxy-giver', 'proxy-holder'] as const;
/** A way of taking part in a délibération (CGCT art. L4142-5): being in the room is none. */
export type PartTaken = (typeof PARTS_TAKEN)[number];

/** The figures of a vote, null where none was published. */
export type VoteFigures = {
  /** Members in exercise. */
  readonly members: number | null;
  /** Members in the room. */
  readonly present: number | null;
  /** Absent members whose proxy is held by one who is there. */
  readonly represented: number | null;
  /** Those who voted, abstentions included (VOTE_REEL of the SCDL). */
  readonly voters: number | null;
  readonly votesFor: number | null;
  readonly votesAgainst: number | null;
  readonly abstentions: number | null;
};

/** A member who stepped aside. Their name is beside the journal, under the number that the vote gives them. */
export type MemberAside = {
  readonly member: number;
  readonly ground: AsideGround;
  readonly absentFromRoom: boolean;
};
/** What a member named in the minutes did of the item. */
export type MemberPart = { readonly member: number; readonly part: PartTaken };

/** By which délibération the council let its commission decide. */
export type CouncilDelegation = { readonly number: string; readonly on: CivilDate };

/** What is known of how a délibération was taken; null or empty where nothing was said of it. */
export type DeliberationFacts = VoteFigures & {
  /** Number of the délibération. */
  readonly number: string;
  readonly organ: Organ | null;
  readonly sessionOn: CivilDate | null;
  /** Whether it was published as adopted « à l’unanimité ». */
  readonly unanimous: boolean;
  readonly ballot: Ballot;
  readonly castingVote: CastingVote | null;
  /** The meeting that lacked its quorum, when this one is the second. */
  readonly firstMeetingOn: CivilDate | null;
  readonly delegation: CouncilDelegation | null;
  /** Whether a member asked that this grant be voted apart from the others of the délibération. */
  readonly separateVote: boolean;
  readonly aside: readonly MemberAside[];
  readonly parts: readonly MemberPart[];
};
