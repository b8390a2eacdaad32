import type { Page } from '../frame/page.js';
import { PostForm } from '../frame/post-form.js';
import { LINK_MINUTES } from '../../record/people/entry-links.js';
import { loginTo } from '../frame/destination.js';

const HOUR = new Intl.DateTimeFormat('fr-FR', { hour: 'numeric', minute: '2-digit', timeZone: 'Europe/Paris' });

/** The same for an address that is known and for one that is not: it says nothing of who is written to. */
export function linkSentPage(address: string, destination: string): Page {
  return {
    title: 'Regardez vos courriels',
    content: (
      <div class="j-narrow">
        <h1>Regardez vos courriels</h1>
        <p class="j-lead">
          Si cette adresse est connue de Jalon, un lien vient de partir vers <strong>{address}</strong>.
        </p>
        <ul class="j-part">
          <li>Il sert une fois, pendant {LINK_MINUTES} minutes.</li>
          <li>
            Rien au bout de deux minutes ? Regardez les indésirables, puis{' '}
            <a href={loginTo(destination)}>demandez-en un autre</a>.
          </li>
          <li>Vous avez changé d’adresse ? Dites-le à qui instruit votre dossier.</li>
        </ul>
      </div>
    ),
  };
}

/** Whose a link is, and the button that uses it. */
export function linkPage(secret: string, name: string, expiresAt: string): Page {
  return {
    title: 'Entrer dans Jalon',
    content: (
      <div class="j-narrow">
        <h1>Entrer dans Jalon</h1>
        <p class="j-lead">
          Ce lien est celui de <strong>{name}</strong>. Il reste valable jusqu’à {HOUR.format(new Date(expiresAt))}.
        </p>
        <PostForm action={`/connexion/lien/${secret}`} class="govuk-button-group">
          <button class="govuk-button" type="submit">
            Entrer
          </button>
        </PostForm>
        <PostForm action={`/connexion/lien/${secret}`} class="j-small">
          <input type="hidden" name="refuser" value="1" />
          <button class="j-link" type="submit">
            Ce n’est pas vous ? Rendre ce lien inutilisable
          </button>
        </PostForm>
      </div>
    ),
  };
}

export function uselessLinkPage(): Page {
  return {
    status: 410,
    title: 'Ce lien ne sert plus',
    content: (
      <div class="j-narrow">
        <h1>Ce lien ne sert plus</h1>
        <p class="j-lead">
          Il a déjà servi, ou plus de {LINK_MINUTES} minutes ont passé. Rien n’est perdu : vos brouillons sont gardés.
        </p>
        <p>
          <a class="govuk-button" href="/connexion">
            Demander un nouveau lien
          </a>
        </p>
      </div>
    ),
  };
}

export function refusedLinkPage(): Page {
  return {
    title: 'Ce lien n’ouvre plus rien',
    content: (
      <div class="j-narrow">
        <h1>Ce lien n’ouvre plus rien</h1>
        <p class="j-lead">Merci. Personne n’est entré.</p>
      </div>
    ),
  };
}
