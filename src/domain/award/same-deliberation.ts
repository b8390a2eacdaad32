import { formatFrench, yearOf } from '../kernel/civil-date.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import { ofOrgan, type DeliberationFacts } from './deliberation.js';

/** A vote of the same number, of this dossier or of another. */
export type KnownDeliberation = Pick<
  DeliberationFacts,
  | 'number'
  | 'organ'
  | 'sessionOn'
  | 'members'
  | 'present'
  | 'represented'
  | 'votesFor'
  | 'votesAgainst'
  | 'abstentions'
  | 'separateVote'
>;

const SHARED = ['members', 'present', 'represented', 'votesFor', 'votesAgainst', 'abstentions'] as const;
const NAMES: Readonly<Record<(typeof SHARED)[number], string>> = {
  members: 'de membres en exercice',
  present: 'de présents',
  represented: 'de représentés',
  votesFor: 'de voix pour',
  votesAgainst: 'de voix contre',
  abstentions: 'd’abstentions',
};

function otherFigures(vote: KnownDeliberation, known: KnownDeliberation, source?: string): Refusal | undefined {
  if (vote.separateVote || known.separateVote) return undefined;
  const figure = SHARED.find(name => vote[name] !== null && known[name] !== null && vote[name] !== known[name]);
  if (!figure) return undefined;
  return refuse(
    'deliberation-figures',
    `La délibération ${vote.number} accorde déjà une autre subvention, avec un autre nombre ${NAMES[figure]} : ${known[figure]}, et non ${vote[figure]}. Si cette subvention a été votée à part, dites le vote séparé.`,
    { source, pointer: `/${figure}`, liftedBy: 'retract-fact' },
  );
}

/**
 * One délibération grants to several bodies, at one session and by one vote, unless a member asked that one be voted apart.
 * Numbers may begin again each year. Refuses what contradicts a vote known under the same
 * number; `source` is the text that lets one vote grant to several.
 */
export function otherDeliberation(
  vote: KnownDeliberation,
  knownVotes: readonly KnownDeliberation[],
  source?: string,
): Refusal | undefined {
  const { organ, sessionOn, number } = vote;
  if (organ === null || sessionOn === null) return undefined;
  const sameYear = knownVotes.filter(
    known => known.organ === organ && known.sessionOn !== null && yearOf(known.sessionOn) === yearOf(sessionOn),
  );
  for (const known of sameYear) {
    if (known.sessionOn !== sessionOn)
      return refuse(
        'deliberation-number',
        `La délibération ${number} ${ofOrgan(organ)} est déjà celle de la session du ${formatFrench(known.sessionOn ?? sessionOn)} : un numéro n’est donné qu’à une session.`,
        { pointer: '/number', liftedBy: 'retract-fact' },
      );
    const contradiction = otherFigures(vote, known, source);
    if (contradiction) return contradiction;
  }
  return undefined;
}
