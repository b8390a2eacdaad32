import { EventEmitter, once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { DEMO_ACCOUNTS } from '../../src/access/demo-accounts.js';
import { application, closeApplication } from '../../src/app/application.js';
import { composeApi } from '../../src/app/compose.js';
import { listenToOperators } from '../../src/app/operations.js';
import { registerMandates } from '../../src/record/people/mandates.js';
import { Templates } from '../../src/mail/templates.js';
import { OPEN_DOOR, type DoorSettings } from '../../src/startup/door.js';
import { providerDouble } from '../unit/access/provider-double.js';
import { bareHouse, type BareHouse } from './bare-house.js';

/** A secret of the server of mail, as production wants it. */
export const BOUNCE_SECRET = 'un-secret-fictif-de-quarante-caracteres-';

/** A line of the log, as it is written. */
export type LogLine = Readonly<Record<string, unknown>> & { readonly msg: string; readonly level: number };

/** An API on a real database, whose engine is away: to try its door, its log and its measures. */
export interface DooredHouse {
  readonly url: string;
  readonly house: BareHouse;
  /** What it has logged of requests, once it has of that many. */
  told(requests: number): Promise<readonly LogLine[]>;
  bearer: Awaited<ReturnType<typeof providerDouble>>['bearer'];
  close(): Promise<void>;
}

/** Starts one, its door set in some ways. */
export async function dooredHouse(door: Partial<DoorSettings> = {}): Promise<DooredHouse> {
  const [house, provider] = await Promise.all([bareHouse(), providerDouble()]);
  await registerMandates(house.source.manager, DEMO_ACCOUNTS);
  const lines: LogLine[] = [];
  const written = new EventEmitter();
  const kept = new Writable({
    write(chunk: Buffer, _encoding, done) {
      const line = JSON.parse(chunk.toString()) as LogLine;
      if ('route' in line) lines.push(line);
      written.emit('line');
      done();
    },
  });
  const settings = { ...OPEN_DOOR, ...door };
  const documents = await mkdtemp(join(tmpdir(), 'jalon-documents-'));
  const parts = composeApi(
    {
      ...{ source: house.source, book: house.book, templates: Templates.load(), spreadSeconds: 0 },
      temporal: { address: '127.0.0.1:1', namespace: 'none', taskQueue: 'none' },
      mail: {
        ...{ smtpUrl: undefined, from: 'none', perSecond: null, publicUrl: 'http://127.0.0.1:1' },
        ...{ mailbox: undefined, bounceSecret: BOUNCE_SECRET },
      },
      documents: { folder: documents, antivirus: undefined },
      log: pino({ level: 'debug' }, kept),
    },
    { issuer: provider.issuer, audience: 'jalon', door: settings },
  );
  const app = await application(parts);
  await app.listen(0, '127.0.0.1');
  const stopOperations = await listenToOperators(app, { door: settings, host: '127.0.0.1' });
  return {
    house,
    told: async requests => {
      while (lines.length < requests) await once(written, 'line');
      return lines;
    },
    url: `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`,
    bearer: provider.bearer,
    close: async () => {
      await stopOperations();
      await closeApplication(app);
      await provider.close();
      await house.close();
      await rm(documents, { recursive: true });
    },
  };
}
