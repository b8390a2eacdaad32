import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** What was found in a file: nothing, or a virus by its name. */
export type Scan = { readonly verdict: 'safe' } | { readonly verdict: 'infected'; readonly virus: string };

/** What looks for viruses in files. Throws when it does not answer: the file then waits. */
export interface Antivirus {
  /** What is written with its verdict. */
  readonly name: string;
  scan(bytes: Readable): Promise<Scan>;
}

/** None is installed: the demonstration, and who says so. */
export const NO_ANTIVIRUS: Antivirus = {
  name: 'aucun',
  scan: async bytes => {
    bytes.destroy();
    return { verdict: 'safe' };
  },
};

/** Milliseconds without a word after which it is held to be away. */
const SILENCE = 30_000;

/** The daemon of ClamAV, by its own protocol (clamd(8), INSTREAM). */
export class ClamAv implements Antivirus {
  readonly name = 'clamav';

  constructor(
    private readonly host: string,
    private readonly port: number,
  ) {}

  async scan(bytes: Readable): Promise<Scan> {
    const socket = connect({ host: this.host, port: this.port });
    socket.setTimeout(SILENCE, () => socket.destroy(new Error('L’antivirus ne répond pas.')));
    try {
      const answer = text(socket);
      await Promise.race([sent(socket, bytes), answer]);
      return scanOf(await answer);
    } finally {
      bytes.destroy();
      socket.destroy();
    }
  }
}

/** Each part behind its length; a length of zero ends the stream. */
async function sent(socket: Socket, bytes: Readable): Promise<void> {
  await once(socket, 'connect');
  socket.write('zINSTREAM\0');
  for await (const part of bytes as AsyncIterable<Buffer>) {
    socket.write(lengthOf(part.length));
    if (!socket.write(part)) await once(socket, 'drain');
  }
  socket.write(lengthOf(0));
}

function lengthOf(size: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(size);
  return length;
}

/** « stream: OK », « stream: Eicar-Test-Signature FOUND »; anything else is no verdict. */
function scanOf(answer: string): Scan {
  const said = answer.replace(/\0$/, '').trim();
  if (said === 'stream: OK') return { verdict: 'safe' };
  const virus = /^stream: (.+) FOUND$/.exec(said)?.[1];
  if (virus === undefined) throw new Error(`Réponse de l’antivirus : ${said.slice(0, 200)}`);
  return { verdict: 'infected', virus };
}
