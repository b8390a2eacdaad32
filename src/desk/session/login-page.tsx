import { ErrorSummary } from '../kit/errors.js';
import { TextField } from '../kit/fields.js';
import type { Page } from '../frame/page.js';
import { PostForm } from '../frame/post-form.js';

interface Login {
  /** Where one goes after it. */
  readonly destination: string;
  /** Whether what was typed before the session ended is kept. */
  readonly isKept: boolean;
  /** Whether a link may be asked for by mail. */
  readonly byMail: boolean;
  /** What was typed as an address, and what is wrong with it. */
  readonly refused?: { readonly address: string; readonly why: string };
}

/** The two doors: an account of one's service, or a link to the address at which one is written to. */
export function loginPage({ destination, isKept, byMail, refused }: Login): Page {
  const heading = isKept ? 'Votre session a pris fin' : 'Se connecter';
  return {
    title: heading,
    ...(refused ? { status: 422, refused: true } : {}),
    content: (
      <>
        {refused && (
          <ErrorSummary title="Cette adresse ne peut servir" faults={[{ field: 'adresse', message: refused.why }]} />
        )}
        <h1>{heading}</h1>
        {isKept && (
          <p class="j-lead">
            Rien n’est perdu : ce que vous veniez d’écrire est gardé, hors coordonnées bancaires. Reconnectez-vous, vous
            le retrouverez dans le formulaire.
          </p>
        )}
        <div class="j-two j-part">
          <section class="j-card" aria-labelledby="agent">
            <h2 id="agent">Vous avez un compte professionnel</h2>
            <p>Région, CRESS, département, intercommunalité ou conseil de développement.</p>
            <PostForm action="/connexion" class="govuk-button-group">
              <input type="hidden" name="vers" value={destination} />
              <button class="govuk-button" type="submit">
                Continuer avec mon compte
              </button>
            </PostForm>
          </section>
          {byMail && mailDoor(destination, refused)}
        </div>
        <p class="j-part j-small j-quiet">
          Jalon suit les pôles de développement de l’économie sociale et solidaire, de la première idée au dernier euro
          justifié. Un compte professionnel vous est ouvert par la Région.
        </p>
      </>
    ),
  };
}

function mailDoor(destination: string, refused: Login['refused']) {
  return (
    <section class="j-card" aria-labelledby="courriel">
      <h2 id="courriel">Vous êtes membre d’une structure</h2>
      <PostForm action="/connexion/courriel">
        <input type="hidden" name="vers" value={destination} />
        <TextField
          id="adresse"
          type="email"
          autocomplete="email"
          label="Votre adresse électronique"
          hint="Celle à laquelle vous recevez les courriels de Jalon. Aucun mot de passe à retenir."
          error={refused?.why}
          value={refused?.address}
        />
        <button class="govuk-button govuk-button--secondary" type="submit">
          Recevoir un lien pour entrer
        </button>
      </PostForm>
    </section>
  );
}

/** Why someone who is logged in identifies themself again. */
export function confirmPage(destination: string): Page {
  return {
    title: 'Confirmer que c’est vous',
    content: (
      <div class="j-narrow">
        <h1>Confirmer que c’est vous</h1>
        <p class="j-lead">
          Valider de l’argent, signer et lire un IBAN demandent que vous vous soyez identifié par votre compte depuis
          moins de quinze minutes. Un lien reçu par courriel n’y suffit pas.
        </p>
        <PostForm action="/connexion" class="govuk-button-group">
          <input type="hidden" name="vers" value={destination} />
          <input type="hidden" name="confirmer" value="1" />
          <button class="govuk-button" type="submit">
            M’identifier de nouveau
          </button>
        </PostForm>
        <p>
          <a href="/">Revenir à mon bureau</a>
        </p>
      </div>
    ),
  };
}
