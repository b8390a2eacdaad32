import { dataSource } from '../../dist/src/database/data-source.js';
import { lettersOf, mailDispatcherOf } from '../../dist/src/mail/post-office.js';
import { Templates } from '../../dist/src/mail/templates.js';
import { RuleBook } from '../../dist/src/reglement/load.js';

/** A postman in a process of its own, to be killed while he works: node doomed-postman.mjs <database> <smtp> [seconds of his turn] */
const [database = '', smtpUrl = '', turnSeconds] = process.argv.slice(2);
const source = await dataSource(database, 3).initialize();
const settings = { smtpUrl, from: 'Jalon <jalon@region.example>', perSecond: null };
const mail = { ...settings, publicUrl: 'https://jalon.example', mailbox: undefined, bounceSecret: undefined };
const turn = turnSeconds === undefined ? {} : { turnSeconds: Number(turnSeconds) };
await mailDispatcherOf(source, mail, lettersOf(mail, Templates.load(), RuleBook.load()), turn)?.dispatch();
process.exit(0);
