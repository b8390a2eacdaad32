import { SmtpTransport } from '../../dist/src/mail/smtp.js';

/** Hands one letter to a server of mail in a process with the authorities it trusts: node one-letter.mjs <smtp> */
const [url = ''] = process.argv.slice(2);
const transport = new SmtpTransport({ url, from: 'Jalon <jalon@region.example>', patience: 5000 });
const letter = {
  ...{ messageId: '<un@jalon.example>', to: 'conseil@pays.example', subject: 'Rappel', text: 'Texte' },
  ...{ html: '<p>Texte</p>', thread: null, date: '2026-04-20T06:00:00Z' },
};
process.stdout.write(JSON.stringify(await transport.send(letter)));
transport.close();
