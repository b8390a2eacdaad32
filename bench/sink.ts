import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { machineMilliseconds } from '../src/clock/clock.js';

/** When each mail was whole, in milliseconds of the machine, since it was last asked. */
let instants: number[] = [];

/** A server of mail that takes everything and keeps nothing, in a process of its own. It says when asked what it took. */
const server = new SMTPServer({
  ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false, disableReverseLookup: true },
  onData: (stream, _session, done) => {
    stream.resume().once('end', () => {
      instants.push(machineMilliseconds());
      done(null);
    });
  },
});
await once(server.listen(0, '127.0.0.1'), 'listening');
process.send?.({ port: (server.server.address() as AddressInfo).port });
process.on('message', () => {
  process.send?.({ instants });
  instants = [];
});
process.once('disconnect', () => process.exit());
