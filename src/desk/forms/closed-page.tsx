import type { Fault } from '../../api/problem.js';
import { actNamed } from '../../domain/dossier/acts.js';
import { toRole } from '../../domain/dossier/roles.js';
import type { Page } from '../frame/page.js';
import { Narrow } from '../kit/layout.js';
import { Summary } from '../kit/lists.js';
import { BackLink } from '../kit/navigation.js';
import type { Asking } from './asking.js';
import { knownLines } from './known.js';
import { backOf, Refusal, titleOf } from './parts.js';

const rolesOf = (act: string): string => actNamed(act).roles.map(toRole).join(', ');

/** Why an act is closed, by which text, what lifts it, and who can. */
export function closedPage(asking: Asking, faults: readonly Fault[]): Page {
  const { situation, facts } = asking;
  const known = knownLines(situation, facts);
  const lifting = [...new Set(faults.flatMap(({ liftedBy }) => liftedBy?.act ?? []))];
  return {
    status: situation.barred ? 403 : 200,
    title: titleOf(asking),
    content: (
      <Narrow>
        <BackLink href={backOf(asking)}>Revenir</BackLink>
        <h1>{situation.label}</h1>
        <p class="j-lead">{situation.barred ? 'Cet acte ne vous revient pas.' : 'Cet acte n’est pas ouvert.'}</p>
        <ul class="j-part">
          {faults.map(({ detail, source, liftedBy }) => (
            <li>
              <Refusal
                asking={asking}
                fault={{ detail, ...(source === undefined ? {} : { source }), lifts: liftedBy?.act }}
              />
            </li>
          ))}
        </ul>
        <p>
          {lifting.length === 0
            ? `Il revient ${rolesOf(situation.act.name)}.`
            : `Qui peut le lever : il revient ${lifting.map(rolesOf).join(' ; ')}.`}
        </p>
        {known.length > 0 && <Summary facts={known} />}
      </Narrow>
    ),
  };
}
