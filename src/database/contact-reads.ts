import type { DataSource } from 'typeorm';
import { AbsenceRow, ContactRow, PreferenceRow } from './entities/index.js';

/** Who is written to: people and mailboxes with their absences and preferences. */
export class ContactReads {
  constructor(private readonly source: DataSource) {}

  async one(id: string): Promise<ContactRow | null> {
    return this.source.getRepository(ContactRow).findOneBy({ id });
  }

  async all() {
    const contacts = await this.source.getRepository(ContactRow).find({ order: { role: 'ASC', name: 'ASC' } });
    const absences = await this.source.getRepository(AbsenceRow).find({ order: { firstDay: 'ASC' } });
    const preferences = await this.source.getRepository(PreferenceRow).find();
    return contacts.map(one => ({
      ...one,
      absences: absences.filter(({ contactId }) => contactId === one.id),
      preferences: preferences.filter(({ contactId }) => contactId === one.id),
    }));
  }
}
