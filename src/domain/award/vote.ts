import { formatFrench, type CivilDate } from '../kernel/civil-date.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import type { ActContext } from '../dossier/act.js';
import { firstRefusal } from '../dossier/gates.js';
import { referenceOn } from '../reglement/references.js';
import type { Rules } from '../reglement/reglement.js';
import {
  ofOrgan,
  type Ballot,
  type CastingVote,
  type CouncilDelegation,
  type DeliberationFacts,
} from './deliberation.js';
import type { VoteOutcome } from './events.js';
import { membersFault, numbered, type MembersNamed } from './members-named.js';
import { quorumFault, quorumOf } from './quorum.js';
import { otherDeliberation } from './same-deliberation.js';
import type { Award, Vote } from './slice.js';
import { voteFigures, votersOf, type VoteSources } from './vote-figures.js';

/** How a délibération was taken, as its minutes say it: what they do not say is left out. */
export interface DeliberationEntry extends MembersNamed {
  /** Number of the délibération. */
  readonly number: string;
  readonly members?: number;
  readonly present?: number;
  readonly represented?: number;
  readonly voters?: number;
  readonly votesFor?: number;
  readonly votesAgainst?: number;
  readonly abstentions?: number;
  readonly unanimous?: boolean;
  readonly ballot?: Ballot;
  readonly castingVote?: CastingVote;
  readonly firstMeetingOn?: CivilDate;
  readonly delegation?: CouncilDelegation;
  readonly separateVote?: boolean;
}

type Recording = ActContext<DeliberationEntry & { readonly outcome: VoteOutcome }, 'award'>;

/** What the journal holds of a délibération: the organ and the session are those of the agenda. */
export function deliberationFacts(entry: DeliberationEntry, { agenda }: Pick<Award, 'agenda'>): DeliberationFacts {
  const { aside, parts } = numbered(entry);
  const figures = {
    votesFor: entry.votesFor ?? null,
    votesAgainst: entry.votesAgainst ?? null,
    abstentions: entry.abstentions ?? null,
  };
  return {
    number: entry.number,
    organ: agenda?.organ ?? null,
    sessionOn: agenda?.sessionOn ?? null,
    members: entry.members ?? null,
    present: entry.present ?? null,
    represented: entry.represented ?? null,
    voters: entry.voters ?? votersOf(figures),
    ...figures,
    unanimous: entry.unanimous ?? false,
    ballot: entry.ballot ?? 'ordinary',
    castingVote: entry.castingVote ?? null,
    firstMeetingOn: entry.firstMeetingOn ?? null,
    delegation: entry.delegation ?? null,
    separateVote: entry.separateVote ?? false,
    ...{ aside, parts },
  };
}

function sourcesOf({ organ }: DeliberationFacts, { rules, date }: Recording): VoteSources {
  const { prevails, source } = rules.reglement.commissionCastingVote;
  const proxies = referenceOn(rules.law, 'vote-proxies', date);
  if (organ === 'permanent-commission') return { proxies, castingVote: source, prevails };
  return { proxies, castingVote: referenceOn(rules.law, 'assembly-casting-vote', date), prevails: true };
}

/** The session entered is the session voted in: another one is entered first. */
function otherSession({ date }: Recording, { organ, sessionOn }: DeliberationFacts): Refusal | undefined {
  if (organ === null || sessionOn === null)
    return refuse('organ-unknown', 'L’ordre du jour ne dit pas qui décide : inscrivez la demande à nouveau.', {
      liftedBy: 'enter-agenda',
    });
  if (date === sessionOn) return undefined;
  return refuse(
    'other-session',
    `La demande est à l’ordre du jour de la session ${ofOrgan(organ)} du ${formatFrench(sessionOn)} : son vote en porte la date. Votée à une autre session, inscrivez-la d’abord à l’ordre du jour de celle-ci.`,
    { source: 'Ordre du jour de la session', pointer: '/date', liftedBy: 'enter-agenda' },
  );
}

function wrongDelegation({ organ, delegation }: DeliberationFacts, { rules, date }: Recording): Refusal | undefined {
  if (delegation === null) return undefined;
  const source = referenceOn(rules.law, 'council-delegation', date);
  if (organ === 'assembly')
    return refuse('delegation-of-assembly', 'L’assemblée décide par elle-même, sans délégation.', {
      ...{ source, pointer: '/delegation' },
    });
  if (delegation.on <= date) return undefined;
  return refuse('delegation-after-vote', 'La délégation du conseil précède le vote de la commission permanente.', {
    ...{ source, pointer: '/delegation/on' },
  });
}

/**
 * Why a vote cannot be recorded as it was said: dated otherwise than its session, without its quorum, with figures that
 * contradict each other or the result, with an interested member who took part, or against another vote of the same
 * délibération. An adjournment decides nothing: it needs no quorum and shares no délibération.
 */
export function voteFault(doing: Recording, vote: DeliberationFacts): Refusal | undefined {
  const { payload, rules, date, deliberations } = doing;
  const { outcome } = payload;
  const decides = outcome !== 'adjourned';
  const sources = sourcesOf(vote, doing);
  const interested = referenceOn(rules.law, 'interested-members', date);
  return firstRefusal(
    otherSession(doing, vote),
    decides ? quorumFault(vote, date, rules.law) : undefined,
    voteFigures({ ...vote, outcome }, sources),
    wrongDelegation(vote, doing),
    membersFault(payload, { interested, proxies: sources.proxies }),
    decides ? otherDeliberation(vote, deliberations, referenceOn(rules.law, 'common-vote', date)) : undefined,
  );
}

/** What is to be known of how a grant was voted: alerts, which hold nothing. */
export function voteAlerts(vote: Vote | null, rules: Rules): readonly Refusal[] {
  if (!vote || vote.organ === null) return [];
  return [withoutDelegation(vote, rules), quorumUnknown(vote, rules)].flatMap(alert => alert ?? []);
}

function withoutDelegation({ organ, delegation, on }: Vote, rules: Rules): Refusal | undefined {
  if (organ !== 'permanent-commission' || delegation !== null) return undefined;
  return refuse(
    'delegation-unknown',
    'La délégation du conseil à sa commission permanente n’est pas dite : son numéro et sa date manquent au vote.',
    { source: referenceOn(rules.law, 'council-delegation', on) },
  );
}

function quorumUnknown(vote: Vote, rules: Rules): Refusal | undefined {
  if (vote.firstMeetingOn !== null || quorumOf(vote)) return undefined;
  const text = vote.organ === 'assembly' ? 'assembly-quorum' : 'commission-quorum';
  return refuse(
    'quorum-unknown',
    'Les membres en exercice et présents ne sont pas dits : le quorum n’est pas vérifié.',
    {
      source: referenceOn(rules.law, text, vote.on),
    },
  );
}
