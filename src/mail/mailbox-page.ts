import { escaped } from './layout.js';
import type { LocalMail } from './local-mailbox.js';

const STYLE = `
  body { font-family: sans-serif; line-height: 1.5; max-width: 60rem; margin: 0 auto; padding: 1rem; color: #1b1b1b; background: #fff }
  table { border-collapse: collapse; width: 100% }
  th, td { text-align: left; padding: 0.5rem; border-bottom: 1px solid #767676; vertical-align: top }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit }
  a { color: #00449e }
  a:focus { outline: 3px solid #1b1b1b; outline-offset: 2px }`;

/** The content policy under which the pages are shown: nothing is loaded, no script runs. */
export const MAILBOX_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none'";

export function mailboxPage(mails: readonly LocalMail[]): string {
  const table = `<table>
<caption>Messages (${mails.length}), le plus récent d’abord</caption>
<thead><tr><th scope="col">Date</th><th scope="col">À</th><th scope="col">Objet</th></tr></thead>
<tbody>${mails.map(row).join('\n')}</tbody>
</table>`;
  return page('Boîte locale', mails.length === 0 ? '<p>Aucun message.</p>' : table);
}

function row({ name, date, to, subject }: LocalMail): string {
  return `<tr><td>${dated(date)}</td><td>${escaped(to)}</td><td><a href="/boite/${escaped(name)}">${escaped(subject || '(sans objet)')}</a></td></tr>`;
}

export function messagePage({ subject, from, to, date, text }: LocalMail): string {
  return page(
    subject || '(sans objet)',
    `<p>De : ${escaped(from)}<br>À : ${escaped(to)}<br>Date : ${dated(date)}</p>
<pre>${linked(text)}</pre>
<p><a href="/boite">Tous les messages</a></p>`,
  );
}

export function absentPage(): string {
  return page(
    'Message introuvable',
    '<p>Ce message n’est pas dans la boîte.</p><p><a href="/boite">Tous les messages</a></p>',
  );
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} — Jalon, développement</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

const FRENCH = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' });
const dated = (date: Date | undefined) => (date === undefined ? 'sans date' : escaped(FRENCH.format(date)));

/** The text, escaped, its web addresses made links. */
function linked(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"']+)/)
    .map((part, index) => (index % 2 === 0 ? escaped(part) : `<a href="${escaped(part)}">${escaped(part)}</a>`))
    .join('');
}
