import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { machineMilliseconds } from '../clock/clock.js';
import type { LocalMailbox } from '../mail/local-mailbox.js';
import type { DeliveryTrace } from '../mail/outgoing.js';

export const PUBLIC_URL = 'https://jalon.example';

export interface Received {
  readonly to: string;
  readonly messageId: string;
  readonly subject: string;
  readonly source: string;
  /** When, in milliseconds of the machine. */
  readonly at: number;
}

type Done = (error: Error | null) => void;

/** What a server does once it was given a message. */
export type OnMessage = 'accepts' | 'accepts-and-hangs' | 'hangs' | 'accepts-and-drops' | 'drops' | 'says-no';

/** A real server of mail in this process, which keeps what it receives and fails as it is told. */
export class MailServer {
  readonly received: Received[] = [];
  /** Answers the code by which an address is refused. */
  refuses: (address: string) => number | undefined = () => undefined;
  /** What it says with it. */
  refusal = 'Adresse refusée';
  onMessage: OnMessage = 'accepts';
  /** The most bytes of a message that it takes. */
  longest = Infinity;
  /** How many messages it was given the text of. */
  given = 0;
  private server: SMTPServer | Server | undefined;
  /** The same each time it is started again. */
  port = 0;

  private constructor(
    /** Where what it accepts is kept too, before it says so. */
    private readonly mailbox?: Pick<LocalMailbox, 'keep'>,
  ) {}

  static async start(mailbox?: Pick<LocalMailbox, 'keep'>): Promise<MailServer> {
    const server = new MailServer(mailbox);
    await server.start();
    return server;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Whether it has accepted a message. */
  get trace(): DeliveryTrace {
    return { find: async messageId => this.received.some(mail => mail.messageId === messageId) };
  }

  async start(): Promise<void> {
    const server = new SMTPServer({
      ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false, closeTimeout: 10 },
      onRcptTo: ({ address }, _session, done) => {
        const code = this.refuses(address);
        done(code === undefined ? null : Object.assign(new Error(this.refusal), { responseCode: code }));
      },
      onData: (stream, session, done) => {
        // A connection that drops before the end gave no message.
        this.take(stream, session, done).catch(() => undefined);
      },
    });
    server.on('error', () => undefined);
    this.server = server;
    await once(server.listen(this.port, '127.0.0.1'), 'listening');
    this.port = (server.server.address() as AddressInfo).port;
  }

  /** Takes its place by one that accepts connections and never says a word. */
  async muted(): Promise<void> {
    await this.stop();
    const server = createServer(socket => this.silent.add(socket.on('error', () => undefined)));
    server.listen(this.port, '127.0.0.1');
    await once(server, 'listening');
    this.server = server;
  }

  async stop(): Promise<void> {
    const { server } = this;
    if (!server) return;
    this.server = undefined;
    this.dropAll(server);
    for (const socket of this.silent) socket.destroy();
    await new Promise<void>(resolve => server.close(() => resolve()));
  }

  /** Settles once it was given the text of so many messages. */
  async untilGiven(count: number): Promise<void> {
    while (this.given < count) await new Promise<void>(resolve => this.awaited.push(resolve));
  }

  private readonly awaited: (() => void)[] = [];

  private async take(stream: Readable, { envelope }: SMTPServerSession, done: Done): Promise<void> {
    const at = machineMilliseconds();
    const source = await text(stream);
    const to = envelope.rcptTo[0]?.address ?? '';
    if (source.length > this.longest) return done(Object.assign(new Error('5.3.4 Trop long'), { responseCode: 552 }));
    if (this.onMessage.startsWith('accepts')) {
      await this.mailbox?.keep(Buffer.from(source));
      this.received.push({ to, source, at, ...headersOf(source) });
    }
    this.given++;
    this.awaited.splice(0).forEach(look => look());
    if (this.onMessage === 'accepts') done(null);
    else if (this.onMessage === 'says-no') done(Object.assign(new Error('Non'), { responseCode: 554 }));
    else if (this.onMessage.endsWith('drops')) this.dropAll();
  }

  private readonly silent = new Set<{ destroy(): unknown }>();

  /** Breaks every connection. */
  dropAll(server = this.server): void {
    if (server instanceof SMTPServer) for (const { _socket } of server.connections) _socket.destroy();
  }
}

function headersOf(source: string): Pick<Received, 'messageId' | 'subject'> {
  const head = source.split('\r\n\r\n')[0]?.replaceAll(/\r\n[ \t]+/g, ' ') ?? '';
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '';
  return { messageId: header('Message-ID'), subject: header('Subject') };
}
