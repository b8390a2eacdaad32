import { createTransport, type MailMessage } from 'nodemailer';
import type { Readable } from 'node:stream';
import type { Letter } from './letter.js';
import type { Handing, Outgoing } from './outgoing.js';

export interface SmtpSettings {
  /**
   * `smtp://` or `smtps://`, perhaps with a name and a password, which then travel encrypted or not at all. `?tls=required`
   * asks as much without a password; `?tls=none` gives it up, for a server on this machine.
   */
  readonly url: string;
  readonly from: string;
  /** Milliseconds after which a server that says nothing has failed. */
  readonly patience?: number;
}

const LANES = 8;
const PATIENCE = 30_000;

/** A server of mail, through a pool of connections. */
export class SmtpOutgoing implements Outgoing {
  readonly lanes = LANES;
  private readonly transport;

  constructor({ url, from, patience = PATIENCE }: SmtpSettings) {
    const timeouts = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience };
    this.transport = createTransport(
      { ...connectionOf(url), ...timeouts, pool: true, maxConnections: LANES, maxMessages: Infinity, maxRequeues: 1 },
      { from, disableFileAccess: true, disableUrlAccess: true },
    );
    this.transport.use('stream', watchReading);
  }

  async hand(letter: Letter): Promise<Handing> {
    const reading: Reading = { begun: () => false };
    try {
      const { response } = await this.transport.sendMail({ ...messageOf(letter), reading } as Message);
      return { became: 'sent', answer: response };
    } catch (error) {
      return failed(error, reading.begun());
    }
  }

  close(): void {
    this.transport.close();
  }
}

/** Whether the server has begun to be given the text of a message. */
interface Reading {
  begun: () => boolean;
}

type Message = ReturnType<typeof messageOf> & { readonly reading: Reading };

function messageOf({ messageId, to, subject, text, html, thread, date }: Letter) {
  return {
    ...{ messageId, subject, text, html, to: { name: '', address: to }, date: new Date(date) },
    ...(thread === null ? {} : { inReplyTo: thread, references: thread }),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'fr' },
  };
}

function watchReading(mail: MailMessage, done: (error?: Error | null) => void): void {
  const { message } = mail;
  const { reading } = mail.data as unknown as Message;
  const create = message.createReadStream.bind(message);
  message.createReadStream = options => {
    const stream: Readable = create(options);
    reading.begun = () => stream.readableDidRead;
    return stream;
  };
  done();
}

function connectionOf(url: string) {
  const { protocol, hostname, port, username, password, searchParams } = new URL(url);
  const secure = protocol === 'smtps:';
  return {
    ...{ host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? (secure ? 465 : 587) : Number(port), secure },
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    ...encryption(searchParams.get('tls') ?? (username === '' ? null : 'required')),
  };
}

function encryption(wanted: string | null) {
  if (wanted === 'required') return { requireTLS: true };
  return wanted === 'none' ? { ignoreTLS: true } : {};
}

interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
  readonly message: string;
}

const GOING_AWAY = 421;

/** An answer of the server decides; its silence leaves a doubt once it was given the message, and none before. */
function failed(error: unknown, begun: boolean): Handing {
  const { code = '', command = '', response, responseCode, message } = error as SmtpError;
  const answer = response ?? `${code} ${message}`.trim();
  if (responseCode === undefined) {
    if (code === 'EENVELOPE' || code === 'EMESSAGE') return { became: 'refused', answer };
    return begun ? { became: 'doubtful', answer } : { became: 'later', answer, away: true };
  }
  const ofThisLetter = command === 'RCPT TO' || command === 'DATA';
  if (!ofThisLetter || responseCode === GOING_AWAY) return { became: 'later', answer, away: true };
  return responseCode >= 500 ? { became: 'refused', answer } : { became: 'later', answer, away: false };
}
