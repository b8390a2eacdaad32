import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type FindOptionsWhere } from 'typeorm';
import { AbsenceRow, ContactRow, FormerAbsenceRow, PreferenceRow } from './entities/index.js';
import { LIKES } from './mandate-reads.js';

/** Who may be named to receive in someone’s place. */
export type Receiver = Pick<ContactRow, 'id' | 'name' | 'role'>;

/** Who is written to: people and mailboxes with their absences and preferences. */
@Injectable()
export class ContactReads {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  async contact(id: string): Promise<ContactRow | null> {
    return this.source.getRepository(ContactRow).findOneBy({ id });
  }

  /** An absence of someone. */
  async absence(contactId: string, id: string): Promise<AbsenceRow | null> {
    return this.source.getRepository(AbsenceRow).findOneBy({ id, contactId });
  }

  async all() {
    return this.where({});
  }

  /** As what an account is written to. */
  async of(account: string) {
    return this.where({ account });
  }

  /** To whom a contact could lend its role. */
  async likesOf(id: string): Promise<readonly Receiver[]> {
    return this.source.query(LIKES, [id]);
  }

  /** One contact alone. */
  async alone(id: string) {
    return this.where({ id });
  }

  private async where(who: FindOptionsWhere<ContactRow>) {
    const contacts = await this.source
      .getRepository(ContactRow)
      .find({ where: who, order: { role: 'ASC', name: 'ASC' } });
    const absences = await this.source.getRepository(AbsenceRow).find({ order: { firstDay: 'ASC' } });
    const former = await this.source.getRepository(FormerAbsenceRow).find({ order: { replacement: 'ASC' } });
    const preferences = await this.source.getRepository(PreferenceRow).find();
    return contacts.map(contact => ({
      ...contact,
      absences: absences.filter(({ contactId }) => contactId === contact.id),
      formerAbsences: former.filter(({ contactId }) => contactId === contact.id),
      preferences: preferences.filter(({ contactId }) => contactId === contact.id),
    }));
  }
}
