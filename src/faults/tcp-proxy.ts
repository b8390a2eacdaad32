import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** What a wire waits for: words of a client, caught before they pass or once the server has answered them. */
export interface InterceptedWords {
  readonly says: string;
  readonly catches: 'words' | 'answer';
}

interface Trap {
  readonly interceptWhen: InterceptedWords;
  readonly caught: () => Promise<void>;
}

/** A way to a server that can be cut, slowed, or held at a given word. */
export class TcpProxy {
  private readonly ends = new Set<Socket>();
  private isCut = false;
  private milliseconds = 0;
  private trap: Trap | undefined;

  private constructor(
    private readonly server: Server,
    private readonly target: number,
  ) {
    server.on('connection', client => this.join(client));
  }

  /** Opens a way to a port of this machine. */
  static async to(target: number): Promise<TcpProxy> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new TcpProxy(server, target);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Whether anyone speaks over it now. */
  get isUsed(): boolean {
    return this.ends.size > 0;
  }

  /** Every connection is broken, and none is made until it is restored. */
  cut(): void {
    this.isCut = true;
    for (const end of this.ends) end.destroy();
  }

  restore(): void {
    this.isCut = false;
    this.milliseconds = 0;
  }

  /** Every word is late by some milliseconds, each way. */
  slow(milliseconds: number): void {
    this.milliseconds = milliseconds;
  }

  /**
   * Does something when a client says certain words: they are held, or their answer is, until it is done. Once. Answers
   * whether they were said in time.
   */
  async interceptWhen(interceptWhen: InterceptedWords, withinMs: number, then: () => Promise<void>): Promise<boolean> {
    const never = new AbortController();
    const capture = new Promise<boolean>((resolve, reject) => {
      const caught = async () => {
        this.trap = undefined;
        never.abort();
        await then().then(() => resolve(true), reject);
      };
      this.trap = { interceptWhen, caught };
    });
    const late = delay(withinMs, false, { signal: never.signal }).then(
      () => this.giveUp(),
      () => capture,
    );
    return Promise.race([capture, late]);
  }

  private giveUp(): boolean {
    this.trap = undefined;
    return false;
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(client: Socket): void {
    if (this.isCut) {
      client.destroy();
      return;
    }
    const server = connect(this.target, '127.0.0.1');
    const link: Link = { armed: undefined };
    this.pipe(client, server, words => this.heardClient(link, words));
    this.pipe(server, client, () => this.heardServer(link));
  }

  private pipe(from: Socket, to: Socket, before: (words: Buffer) => Promise<void> | undefined): void {
    this.ends.add(from);
    let passing: Promise<void> = Promise.resolve();
    from.setNoDelay(true);
    from.on('data', words => {
      const late = this.milliseconds;
      passing = passing.then(async () => {
        if (late > 0) await delay(late);
        await before(words);
        if (to.writable) to.write(words);
      });
    });
    from.on('error', () => to.destroy());
    from.on('close', () => {
      this.ends.delete(from);
      void passing.finally(() => to.destroy());
    });
  }

  private heardClient(link: Link, words: Buffer): Promise<void> | undefined {
    const { trap } = this;
    if (!trap || !words.includes(trap.interceptWhen.says)) return undefined;
    if (trap.interceptWhen.catches === 'words') return trap.caught();
    link.armed = trap;
    return undefined;
  }

  private heardServer(link: Link): Promise<void> | undefined {
    const { armed } = link;
    link.armed = undefined;
    return armed && armed === this.trap ? armed.caught() : undefined;
  }
}

interface Link {
  armed: Trap | undefined;
}
