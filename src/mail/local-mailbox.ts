import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { readIfPresent } from '../embedded/home-folder.js';

/** A message of the mailbox, as its page shows it. */
export interface LocalMail {
  readonly name: string;
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  /** As its sender dated it: by the clock of the house. */
  readonly date: Date | undefined;
  readonly text: string;
}

const NAME = /^[0-9a-f]{64}$/;
const MOST_SHOWN = 200;

/** The mailbox of development: one file for each message, in a folder, named after its Message-ID. */
export class LocalMailbox {
  constructor(private readonly folder: string) {}

  /** Keeps a message as it came. The same one again takes its place. */
  async keep(source: Buffer): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const draft = join(this.folder, `${randomUUID()}.draft`);
    await writeFile(draft, source, { mode: 0o600 });
    await rename(draft, this.file(nameOf(messageIdOf(source))));
  }

  /** Whether a message came, by its Message-ID. */
  async find(messageId: string): Promise<boolean> {
    return (await readIfPresent(this.file(nameOf(messageId)))) !== undefined;
  }

  /** The last messages that came, the newest first. */
  async list(): Promise<readonly LocalMail[]> {
    const names = (await this.names()).filter(name => NAME.test(name));
    const dated = await Promise.all(names.map(async name => ({ name, at: (await stat(this.file(name))).mtimeMs })));
    const last = dated.sort((a, b) => b.at - a.at).slice(0, MOST_SHOWN);
    return Promise.all(last.map(async ({ name }) => parsed(name, await readFile(this.file(name)))));
  }

  /** A message by the name that the list gives it; undefined when there is none. */
  async read(name: string): Promise<LocalMail | undefined> {
    if (!NAME.test(name)) return undefined;
    const source = await readIfPresent(this.file(name));
    return source === undefined ? undefined : parsed(name, Buffer.from(source));
  }

  private file(name: string): string {
    return join(this.folder, `${name}.eml`);
  }

  private async names(): Promise<readonly string[]> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    return (await readdir(this.folder))
      .filter(file => file.endsWith('.eml'))
      .map(file => file.slice(0, -'.eml'.length));
  }
}

const nameOf = (messageId: string) => createHash('sha256').update(messageId).digest('hex');

function messageIdOf(source: Buffer): string {
  const text = source.toString('latin1');
  const head = text.slice(0, text.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ');
  return /^Message-ID:\s*(\S+)/im.exec(head)?.[1] ?? randomUUID();
}

async function parsed(name: string, source: Buffer): Promise<LocalMail> {
  const { subject = '', from, to, date, text = '' } = await simpleParser(source);
  const recipients = [to ?? []].flat().map(address => address.text);
  return { name, subject, from: from?.text ?? '', to: recipients.join(', '), date, text };
}
