import { problem, ProblemException } from '../api/problem.js';
import { isUuid } from '../domain/kernel/ids.js';

/** The identifier of a pôle in an address. Refuses what is none. */
export function poleIdentifier(text: string): string {
  if (isUuid(text)) return text;
  throw new ProblemException(
    problem('id-malformed', 400, 'Identifiant mal formé', "Ce n'est pas un identifiant de pôle."),
  );
}
