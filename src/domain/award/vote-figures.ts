import { refuse, type Refusal } from '../kernel/refusal.js';
import { firstRefusal } from '../dossier/gates.js';
import type { DeliberationFacts } from './deliberation.js';
import type { VoteOutcome } from './events.js';

const SCHEMA = 'Schéma national SCDL délibérations 2.1.5';

/** A vote, with the result that was announced. */
export type AnnouncedVote = DeliberationFacts & { readonly outcome: VoteOutcome };

/** Where the law or the rules of the assembly say that a voice prevails, and the texts that say so. */
export interface VoteSources {
  readonly proxies?: string | undefined;
  readonly castingVote?: string | undefined;
  /** Whether the voice of the one who presides prevails in the organ. */
  readonly prevails: boolean;
}

const contradicts = (message: string, pointer: string, source = SCHEMA) =>
  refuse('vote-figures', message, { source, pointer });

function incomplete({ votesFor, votesAgainst, abstentions }: AnnouncedVote): Refusal | undefined {
  const parts = Object.entries({ votesFor, votesAgainst, abstentions });
  const lacking = parts.find(([, figure]) => figure === null)?.[0];
  if (lacking === undefined || parts.every(([, figure]) => figure === null)) return undefined;
  return contradicts('Les voix pour, contre et les abstentions se disent ensemble, ou pas du tout.', `/${lacking}`);
}

/** The votes that a vote counts, abstentions included; null when its figures were not published. */
export function votersOf({
  votesFor,
  votesAgainst,
  abstentions,
}: Pick<AnnouncedVote, 'votesFor' | 'votesAgainst' | 'abstentions'>): number | null {
  if (votesFor === null || votesAgainst === null || abstentions === null) return null;
  return votesFor + votesAgainst + abstentions;
}

function miscounted(vote: AnnouncedVote): Refusal | undefined {
  const counted = votersOf(vote);
  if (vote.voters === null || vote.voters === counted) return undefined;
  if (counted === null) return contradicts('Un nombre de votants se donne avec les voix.', '/voters');
  return contradicts(
    `Les voix et les abstentions (${counted}) doivent égaler le nombre de votants (${vote.voters}).`,
    '/voters',
  );
}

/** How many may vote on the item: those who are there or represented, but those who stepped aside in the room. */
function mayVote({ members, present, represented, aside }: AnnouncedVote): number | null {
  if (present === null) return members;
  const inRoom = aside.filter(({ absentFromRoom }) => !absentFromRoom).length;
  return present + (represented ?? 0) - inRoom;
}

function tooMany(vote: AnnouncedVote, { proxies }: VoteSources): Refusal | undefined {
  const { members, present, represented, aside } = vote;
  const [counted, most] = [votersOf(vote), mayVote(vote)];
  if (members !== null && present !== null && present + (represented ?? 0) > members)
    return contradicts('Il y a plus de présents et de représentés que de membres en exercice.', '/members');
  if (represented !== null && present !== null && represented > present)
    return contradicts(
      `Un élu ne porte qu’un pouvoir : ${represented} représentés pour ${present} présents.`,
      '/represented',
      proxies,
    );
  if (counted === null || most === null || counted <= most) return undefined;
  if (present === null) return contradicts('Il y a plus de votants que de membres en exercice.', '/members');
  const without = aside.some(({ absentFromRoom }) => !absentFromRoom)
    ? ', hors ceux qui se sont retirés sans quitter la salle : s’ils l’ont quittée, dites-le'
    : '';
  return contradicts(`${counted} votants pour ${most} membres présents ou représentés${without}.`, '/present');
}

/** What the figures make of a vote: carried, not carried, or equal voices of which one prevails. Null without figures. */
function carriedBy(vote: AnnouncedVote, prevails: boolean): boolean | null {
  const { votesFor, votesAgainst, ballot, castingVote } = vote;
  if (votesFor === null || votesAgainst === null) return null;
  if (votesFor !== votesAgainst) return votesFor > votesAgainst;
  return castingVote === 'for' && prevails && ballot !== 'secret';
}

const adopts = (outcome: VoteOutcome) => outcome === 'adopted' || outcome === 'amended';

function equalVoices(vote: AnnouncedVote, { castingVote, prevails }: VoteSources): Refusal | undefined {
  const { votesFor, votesAgainst } = vote;
  if (vote.castingVote === null) return undefined;
  if (votesFor !== votesAgainst)
    return contradicts('Une voix n’est prépondérante qu’à égalité des voix.', '/castingVote', castingVote);
  if (prevails || vote.ballot === 'secret') return undefined;
  return contradicts(
    'Le règlement intérieur ne donne pas de voix prépondérante à qui préside la commission permanente.',
    '/castingVote',
    castingVote,
  );
}

function wrongResult(vote: AnnouncedVote, { castingVote, prevails }: VoteSources): Refusal | undefined {
  const carried = carriedBy(vote, prevails);
  if (carried === null || vote.outcome === 'adjourned' || carried === adopts(vote.outcome)) return undefined;
  if (vote.votesFor !== vote.votesAgainst) return contradicts('Le résultat annoncé contredit les votes.', '/outcome');
  const equal = `${vote.votesFor} voix pour, ${vote.votesAgainst} contre`;
  const why =
    vote.ballot === 'secret'
      ? 'au scrutin secret, aucune voix ne prévaut : à égalité, la délibération est rejetée.'
      : 'dites la voix prépondérante de qui présidait, sinon la délibération est rejetée.';
  return contradicts(`Le résultat annoncé contredit les votes (${equal}) : ${why}`, '/outcome', castingVote);
}

function notUnanimous({ unanimous, outcome, votesAgainst }: AnnouncedVote): Refusal | undefined {
  if (!unanimous || (adopts(outcome) && (votesAgainst ?? 0) === 0)) return undefined;
  return contradicts(
    adopts(outcome)
      ? 'Une délibération adoptée « à l’unanimité » n’a pas de voix contre.'
      : '« À l’unanimité » se dit d’une délibération adoptée.',
    '/unanimous',
  );
}

/**
 * Figures that do not add up, or that contradict the result that was announced (SCDL; CGCT art. L4132-13 to L4132-15). The
 * result is what was announced: without figures nothing contradicts it.
 */
export function voteFigures(vote: AnnouncedVote, sources: VoteSources): Refusal | undefined {
  return firstRefusal(
    incomplete(vote),
    miscounted(vote),
    tooMany(vote, sources),
    notUnanimous(vote),
    equalVoices(vote, sources),
    wrongResult(vote, sources),
  );
}
