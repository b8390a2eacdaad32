import { isRole, roleLabel } from '../../domain/dossier/roles.js';
import { formatFrench } from '../../domain/kernel/civil-date.js';
import { instant, parisDate } from '../../domain/kernel/paris.js';
import type { StaleVersionError } from '../../record/refused.js';
import type { Page } from '../frame/page.js';
import { PostForm } from '../frame/post-form.js';
import { answersOf } from './answers.js';
import type { Asking } from './asking.js';
import { Carried } from './fields.js';
import { backOf, ButtonGroup, Carriage, SummaryList, titleOf } from './parts.js';

/** Someone decided while the form was open: both decisions, and what was typed kept. Nothing was written. */
export function conflictPage(asking: Asking, stale: StaleVersionError, people: ReadonlyMap<string, string>): Page {
  const { situation, action, posted, key, from } = asking;
  return {
    status: 412,
    title: titleOf(asking),
    refused: true,
    content: (
      <>
        <div
          class="govuk-error-summary"
          data-module="govuk-error-summary"
          tabIndex={-1}
          role="alert"
          aria-labelledby="erreurs"
        >
          <h2 class="govuk-error-summary__title" id="erreurs">
            Votre décision n’est pas enregistrée
          </h2>
          <p>
            Le dossier a changé pendant que cette page était ouverte. Rien n’a été fait deux fois, rien n’est à défaire.
          </p>
        </div>
        <h1>{situation.label}</h1>
        <section class="j-part" aria-labelledby="deux">
          <h2 id="deux">Les deux décisions</h2>
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
              <SummaryList lines={answersOf(asking)} />
            </div>
          </div>
        </section>
        <PostForm action={action}>
          <Carriage asking={{ key, version: String(stale.version), from }} />
          <Carried posted={posted} />
          <ButtonGroup>
            <button class="govuk-button" type="submit" name="_step" value="edit">
              Reprendre ce que j’ai écrit sur le dossier à jour
            </button>
            <a href={backOf(asking)}>Voir le dossier à jour</a>
          </ButtonGroup>
        </PostForm>
      </>
    ),
  };
}
