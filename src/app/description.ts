import { tmpdir } from 'node:os';
import { pino } from 'pino';
import { dataSource } from '../database/data-source.js';
import { Templates } from '../mail/templates.js';
import { RuleBook } from '../reglement/load.js';
import { application, closeApplication, description } from './application.js';
import { composeApi } from './compose.js';

const NOWHERE = 'http://127.0.0.1:1';

/** The API of a house that is connected to nothing: to describe it, never to use it. */
async function disconnectedApplication() {
  const foundations = {
    source: dataSource('postgres://127.0.0.1:1/nulle-part', 1),
    book: RuleBook.load(),
    templates: Templates.load(),
    temporal: { address: '127.0.0.1:1', namespace: 'none', taskQueue: 'none' },
    mail: {
      ...{ smtpUrl: undefined, from: 'none', perSecond: null, publicUrl: NOWHERE },
      ...{ mailbox: undefined, bounceSecret: undefined },
    },
    ...{ spreadSeconds: 0, documents: { folder: tmpdir(), antivirus: undefined } },
    log: pino({ level: 'silent' }),
  };
  return application(composeApi(foundations, { issuer: NOWHERE, audience: 'jalon' }));
}

/** The OpenAPI description, as it is committed: two-space JSON. */
export async function openApiText(): Promise<string> {
  const app = await disconnectedApplication();
  try {
    return `${JSON.stringify(description(app), null, 2)}\n`;
  } finally {
    await closeApplication(app);
  }
}
