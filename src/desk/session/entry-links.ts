import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { contactAccount } from '../../access/contact-accounts.js';
import { HOUSE_POST, LOGGER } from '../../api/tokens.js';
import { machineMilliseconds, readClock } from '../../clock/clock.js';
import { EntryReads, type Entrant } from '../../database/entry-reads.js';
import type { HousePost } from '../../mail/house-post.js';
import { Letters } from '../../mail/letter.js';
import { entryLink, LINK_MINUTES, makeEntryLink, takeEntryLink } from '../../record/people/entry-links.js';
import { openSession } from '../../record/people/sessions.js';

/** The links by which people without an account enter: sent to the address at which they are written to, good once. */
@Injectable()
export class EntryLinks {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(EntryReads) private readonly reads: EntryReads,
    @Inject(Letters) private readonly letters: Letters,
    @Inject(HOUSE_POST) private readonly post: HousePost | null,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** Whether the house has a server of mail. */
  get canSend(): boolean {
    return this.post !== null;
  }

  /** Sends a link to an address, if someone is written to there. What is answered to who asks is the same either way. */
  async send(address: string, destination: string): Promise<void> {
    const entrant = await this.reads.at(address);
    if (entrant === undefined || this.post === null) return;
    const secret = await makeEntryLink(this.source.manager, entrant.id, destination);
    if (secret === undefined) return;
    const trouble = await this.post({
      ...{ id: randomUUID(), to: entrant.email, subject: 'Votre lien pour entrer dans Jalon' },
      lines: linesOf(`${this.letters.publicUrl}/connexion/lien/${secret}`),
      date: (await readClock(this.source.manager)).now,
    });
    if (trouble !== undefined) this.log.warn({ contact: entrant.id, trouble }, 'un lien pour entrer n’est pas parti');
  }

  /** Whose a link is, where it leads and until when; undefined when it no longer opens. Reading it uses nothing up. */
  async read(secret: string) {
    const link = await entryLink(this.source.manager, secret);
    const entrant = link && (await this.reads.of(link.contactId));
    return link && entrant ? { link, entrant } : undefined;
  }

  /** Uses a link up, and opens a session for whose it is; undefined when it no longer opens. */
  async enter(secret: string): Promise<{ readonly session: string; readonly destination: string } | undefined> {
    const link = await takeEntryLink(this.source.manager, secret);
    const entrant = link && (await this.reads.of(link.contactId));
    if (link === undefined || entrant === undefined) return undefined;
    return { session: await this.sessionOf(entrant), destination: link.destination };
  }

  /** Makes a link of no use: whoever received it did not ask for it. */
  async refuse(secret: string): Promise<void> {
    await takeEntryLink(this.source.manager, secret);
  }

  private sessionOf({ id, name, account }: Entrant): Promise<string> {
    const identity = { account: account ?? contactAccount(id), name, idToken: null };
    return openSession(this.source.manager, { ...identity, authenticatedAt: machineMilliseconds() / 1000 }, 'mail');
  }
}

const linesOf = (address: string) => [
  'Bonjour,',
  `Voici votre lien pour entrer dans Jalon. Il sert une fois, pendant ${LINK_MINUTES} minutes :`,
  address,
  'Vous ne l’avez pas demandé ? Ne l’ouvrez pas : sans vous, il n’ouvre rien.',
];
