import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { contactOf } from '../access/contact-accounts.js';
import { holdsOneOf } from '../api/access-guard.js';
import { readClock } from '../clock/clock.js';
import { ContactReads, type Receiver } from '../database/contact-reads.js';
import type { Actor } from '../domain/dossier/roles.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import { refuse } from '../domain/kernel/refusal.js';
import { tellUnheard } from '../record/mails/unheard.js';
import { addContact, changeContact, restoreAddress, setPreference } from '../record/people/contacts.js';
import { RefusedError } from '../record/refused.js';
import { RuleBook } from '../reglement/load.js';
import { KEEPERS, knownContact } from './contact-access.js';
import type { ContactBody, ContactChangeBody, PreferenceBody } from './contact-bodies.js';

/** Who is written to: read, added and changed, by the API or on pages. */
@Injectable()
export class ContactBook {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(RuleBook) private readonly book: RuleBook,
    @Inject(ContactReads) private readonly reads: ContactReads,
  ) {}

  all() {
    return this.reads.all();
  }

  /** As what an account is written to. */
  async of(account: string) {
    const id = contactOf(account);
    return id === undefined ? this.reads.of(account) : this.reads.alone(id);
  }

  /** A contact by its identifier. Refuses one that does not exist. */
  known(id: string) {
    return knownContact(this.reads, id);
  }

  /** Who may be named to receive in the place of a contact: anyone for who keeps the contacts, else those like them. */
  async receivers(id: string, actors: readonly Actor[]): Promise<readonly Receiver[]> {
    if (!holdsOneOf(actors, KEEPERS)) return this.reads.likesOf(id);
    return (await this.reads.all()).filter(other => other.id !== id && !other.shared);
  }

  /** Adds someone, who is told what nobody had heard; answers their identifier. Refuses a last day before the first. */
  async add(fields: ContactBody): Promise<string> {
    inOrder(fields.validFrom, fields.validTo);
    const contact = {
      ...{ role: fields.role, name: fields.name, email: fields.email, shared: fields.shared ?? false },
      phone: fields.phone ?? null,
      ...{ bodies: fields.bodies ?? [], pays: fields.pays ?? [], account: fields.account ?? null },
      ...{ valid_from: fields.validFrom, valid_to: fields.validTo ?? null },
    };
    return this.source.transaction(async manager => {
      const id = await addContact(manager, contact);
      await this.tellUnheard(manager);
      return id;
    });
  }

  /** Changes an address, a telephone or a last day. Refuses the address that does not receive any more, as a new one. */
  async change(id: string, changes: ContactChangeBody): Promise<void> {
    const contact = await this.known(id);
    inOrder(contact.validFrom as CivilDate, changes.validTo);
    if (contact.unreachableSince !== null && changes.email === contact.email) throw new RefusedError([UNCHANGED]);
    await this.source.transaction(async manager => {
      await changeContact(manager, id, changes);
      await this.tellUnheard(manager);
    });
  }

  /** Says that an address receives again; how many notices that nobody heard leave then. */
  async restore(id: string, account: string): Promise<{ readonly restored: boolean; readonly notices: number }> {
    return this.source.transaction(async manager => {
      const restored = await restoreAddress(manager, id, account);
      return { restored, notices: await this.tellUnheard(manager) };
    });
  }

  async prefer(id: string, { kind, pace }: PreferenceBody): Promise<void> {
    await setPreference(this.source.manager, id, kind, pace);
  }

  private async tellUnheard(manager: EntityManager): Promise<number> {
    return tellUnheard(manager, this.book, await readClock(manager));
  }
}

const UNCHANGED = refuse(
  'address-unchanged',
  'Cette adresse est déjà la sienne, et ne recevait plus : si elle reçoit de nouveau, dites-le, sans la changer.',
  { pointer: '/email' },
);

function inOrder(from: CivilDate, to: CivilDate | undefined): void {
  if (to === undefined || to >= from) return;
  const reversed = refuse('period-reversed', 'Une période ne finit pas avant de commencer.', { pointer: '/validTo' });
  throw new RefusedError([reversed]);
}
