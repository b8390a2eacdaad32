import { isRole, roleLabel } from '../../domain/dossier/roles.js';
import { formatFrench } from '../../domain/kernel/civil-date.js';
import { instant, parisDate } from '../../domain/kernel/paris.js';
import type { StaleVersionError } from '../../record/refused.js';
import type { Page } from '../frame/page.js';
import { PostForm } from '../frame/post-form.js';
import { Button, ButtonGroup } from '../kit/buttons.js';
import { ErrorSummary } from '../kit/errors.js';
import { Section } from '../kit/layout.js';
import { Summary } from '../kit/lists.js';
import { answersOf } from './answers.js';
import type { Asking } from './asking.js';
import { Carried } from './fields.js';
import { backOf, Carriage, titleOf } from './parts.js';

/** Someone decided while the form was open: both decisions, and what was typed kept. Nothing was written. */
export function conflictPage(asking: Asking, stale: StaleVersionError, people: ReadonlyMap<string, string>): Page {
  const { situation, action, posted, key, from } = asking;
  return {
    status: 412,
    title: titleOf(asking),
    refused: true,
    content: (
      <>
        <ErrorSummary title="Votre décision n’est pas enregistrée">
          <p>
            Le dossier a changé pendant que cette page était ouverte. Rien n’a été fait deux fois, rien n’est à défaire.
          </p>
        </ErrorSummary>
        <h1>{situation.label}</h1>
        <Section id="deux" title="Les deux décisions">
          <div class="j-two">
            <div class="j-card">
              <h3>Enregistrée</h3>
              <ul>
                {stale.meanwhile.map(({ label, by, role, recordedAt }) => (
                  <li>
                    {label}
                    <span class="j-sub">
                      {[
                        people.get(by),
                        isRole(role) ? roleLabel(role) : 'Calendrier',
                        formatFrench(parisDate(instant(recordedAt))),
                      ]
                        .filter(Boolean)
                        .join(', ')}
                    </span>
                  </li>
                ))}
              </ul>
            </div>
            <div class="j-card">
              <h3>Non enregistrée : la vôtre</h3>
              <Summary facts={answersOf(asking)} />
            </div>
          </div>
        </Section>
        <PostForm action={action}>
          <Carriage asking={{ key, version: String(stale.version), from }} />
          <Carried posted={posted} />
          <ButtonGroup>
            <Button name="_step" value="edit" twice>
              Reprendre ce que j’ai écrit sur le dossier à jour
            </Button>
            <a href={backOf(asking)}>Voir le dossier à jour</a>
          </ButtonGroup>
        </PostForm>
      </>
    ),
  };
}
