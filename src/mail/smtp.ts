import { createTransport, type MailMessage } from 'nodemailer';
import type { Readable } from 'node:stream';
import type { Letter } from './letter.js';
import { isLostAddress, isPolicy, isTooLong } from './mail-status.js';
import type { SendResult, MailTransport } from './outgoing.js';

export interface SmtpSettings {
  /**
   * `smtp://` or `smtps://`, perhaps with a name and a password, which then travel encrypted or not at all. `?tls=required`
   * asks as much without a password; `?tls=none` gives it up, for a server on this machine.
   */
  readonly url: string;
  readonly from: string;
  /** Milliseconds for a server to come to the text of a letter, from the connection on. */
  readonly patience?: number;
  /** Milliseconds for it to take the text and say so: ten minutes by default, as RFC 5321, 4.5.3.2.6, asks. */
  readonly patienceWithText?: number;
}

const LANES = 8;
const PATIENCE = 60_000;
const PATIENCE_WITH_TEXT = 600_000;

/** A server of mail, through a pool of connections. */
export class SmtpTransport implements MailTransport {
  readonly connections = LANES;
  private readonly transport;
  private readonly patience;

  constructor({ url, from, patience = PATIENCE, patienceWithText = PATIENCE_WITH_TEXT }: SmtpSettings) {
    this.patience = [patience, patienceWithText] as const;
    const timeouts = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patienceWithText };
    this.transport = createTransport(
      { ...connectionOf(url), ...timeouts, pool: true, maxConnections: LANES, maxMessages: Infinity, maxRequeues: 1 },
      { from, disableFileAccess: true, disableUrlAccess: true },
    );
    this.transport.use('stream', watchReading);
  }

  async send(letter: Letter): Promise<SendResult> {
    const reading = new Reading();
    const over = new AbortController();
    try {
      return await Promise.race([this.submit(letter, reading), this.outOfPatience(reading, over.signal)]);
    } finally {
      over.abort();
    }
  }

  private async submit(letter: Letter, reading: Reading): Promise<SendResult> {
    try {
      const { response } = await this.transport.sendMail({ ...messageOf(letter), reading } as Message);
      return { became: 'sent', answer: response };
    } catch (error) {
      return failed(error, reading.hasBegun);
    }
  }

  /** However slowly the server speaks, it has so long before the text, which it is then not given, and so long after. */
  private async outOfPatience(reading: Reading, over: AbortSignal): Promise<SendResult> {
    const [before, withText] = this.patience;
    await passed(before, over);
    const answer = 'ETIMEDOUT';
    if (reading.forbid()) return { became: 'later', answer, by: 'server' };
    await passed(withText, over);
    return { became: 'doubtful', answer };
  }

  close(): void {
    this.transport.close();
  }
}

/** The giving of the text of a message to the server. */
class Reading {
  private stream: Readable | undefined;
  private isForbidden = false;

  get hasBegun(): boolean {
    return this.stream?.readableDidRead === true;
  }

  of(stream: Readable): Readable {
    this.stream = stream;
    if (this.isForbidden) stream.destroy(OUT_OF_PATIENCE);
    return stream;
  }

  /** Gives nothing of it any more; false when it has begun. */
  forbid(): boolean {
    if (this.hasBegun) return false;
    this.isForbidden = true;
    this.stream?.destroy(OUT_OF_PATIENCE);
    return true;
  }
}

const OUT_OF_PATIENCE = new Error('Le serveur de courrier est trop lent.');

/** Settles after so many milliseconds, and never once it is over. */
function passed(milliseconds: number, over: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, milliseconds);
    over.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
}

type Message = ReturnType<typeof messageOf> & { readonly reading: Reading };

function messageOf({ messageId, to, subject, text, html, thread, date }: Letter) {
  return {
    ...{ messageId, subject, text, html, to: { name: '', address: to }, date: new Date(date) },
    ...(thread === null ? {} : { inReplyTo: thread, references: thread }),
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': 'fr' },
  };
}

function watchReading(mail: MailMessage, done: (error?: Error | null) => void): void {
  const { message } = mail;
  const { reading } = mail.data as unknown as Message;
  const create = message.createReadStream.bind(message);
  message.createReadStream = options => {
    return reading.of(create(options));
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
function failed(error: unknown, begun: boolean): SendResult {
  const { code = '', command = '', response, responseCode, message } = error as SmtpError;
  const answer = response ?? `${code} ${message}`.trim();
  if (responseCode === undefined) {
    if (code === 'EENVELOPE' || code === 'EMESSAGE') return { became: 'refused', answer, isLost: false };
    return begun ? { became: 'doubtful', answer } : { became: 'later', answer, by: 'server' };
  }
  const ofThisLetter = command === 'RCPT TO' || command === 'DATA';
  if (!ofThisLetter || responseCode === GOING_AWAY) return { became: 'later', answer, by: 'server' };
  if (responseCode < 500) return { became: 'later', answer, by: 'letter' };
  if (isTooLong(answer)) return { became: 'too-long', answer };
  if (isPolicy(answer)) return { became: 'later', answer, by: 'policy' };
  return { became: 'refused', answer, isLost: isLostAddress(answer) === true };
}
