import { errors, type Provider } from 'oidc-provider';
import { DEMO_ACCOUNTS } from './demo-accounts.js';

const STYLE = 'body{font:1rem/1.5 sans-serif;max-width:36rem;margin:2rem auto;padding:0 1rem}button{font:inherit}';

const escaped = (text: string) => text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);

/** A page of the embedded provider; `body` is HTML. */
function page(title: string, body: string): string {
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><title>${title} — Jalon</title><style>${STYLE}</style>
<main><h1>${title}</h1>${body}</main></html>`;
}

/** The page that says why a connection failed; `reason` is text. */
export function errorPage(reason: string): string {
  return page('La connexion a échoué', `<p>${escaped(reason)}</p><p>Recommencez depuis Jalon.</p>`);
}

/** The page by which one leaves the provider; `form` is its form, in HTML. */
export function leavingPage(form: string): string {
  const button = '<p><button form="op.logoutForm" name="logout" value="yes">Se déconnecter</button></p>';
  return page('Démonstration : se déconnecter', `${form}${button}`);
}

function loginPage(interaction: string): string {
  const choices = DEMO_ACCOUNTS.map(
    ({ account, label }) =>
      `<li><form method="post" action="/interaction/${interaction}/${account}"><button>${escaped(label)}</button> <code>${account}</code></form></li>`,
  );
  const explained = '<p>Ces personnes sont fictives : aucun mot de passe. Au nom de qui agissez-vous ?</p>';
  return page('Démonstration : se connecter', `${explained}<ul>${choices.join('')}</ul>`);
}

/** Serves the login page: one button per demo account. A connection that is unknown or too old is refused in French. */
export function serveLogin(provider: Provider): void {
  provider.use(async (context, next) => {
    const [, interaction, account] = /^\/interaction\/([\w-]+)(?:\/([\w-]+))?$/.exec(context.path) ?? [];
    if (interaction === undefined) return next();
    context.set({ 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'" });
    context.set({ 'Cache-Control': 'no-store' });
    const pending = await provider.interactionDetails(context.req, context.res).catch((error: unknown) => {
      if (error instanceof errors.SessionNotFound) return undefined;
      throw error;
    });
    context.type = 'html';
    if (pending?.uid !== interaction) {
      context.status = 400;
      context.body = errorPage('Cette connexion est inconnue ou trop ancienne.');
      return;
    }
    if (account === undefined) {
      context.body = loginPage(interaction);
    } else if (context.method === 'POST' && DEMO_ACCOUNTS.some(person => person.account === account)) {
      const login = { login: { accountId: account } };
      context.redirect(await provider.interactionResult(context.req, context.res, login));
      context.status = 303;
    } else {
      context.status = 404;
      context.body = errorPage('Ce compte de démonstration n’existe pas.');
    }
  });
}
