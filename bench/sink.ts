import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A server of mail that takes everything and keeps nothing, in a process of its own. */
const server = new SMTPServer({
  ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false, disableReverseLookup: true },
  onData: (stream, _session, done) => {
    stream.resume().once('end', () => done(null));
  },
});
await once(server.listen(0, '127.0.0.1'), 'listening');
process.send?.({ port: (server.server.address() as AddressInfo).port });
process.once('disconnect', () => process.exit());
