import 'reflect-metadata';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Someone, or a shared mailbox, who is written to in a role: dated, personal. */
@Entity('contacts')
export class ContactRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') role!: string;
  /** SIRET of the bodies for which they hold the role; none for a role that is not a body's. */
  @Column('text', { array: true }) bodies!: string[];
  /** The pays for which they hold the role; none means all. */
  @Column('text', { array: true }) pays!: string[];
  @Column('text', { nullable: true }) account!: string | null;
  @Column('text') name!: string;
  @Column('text') email!: string;
  /** By which they can be called; null when it is not known. */
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('boolean') shared!: boolean;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null;
  @Column('timestamptz', { name: 'unreachable_since', nullable: true }) unreachableSince!: string | null;
}

abstract class AbsenceColumns {
  @Column('uuid', { name: 'contact_id' }) contactId!: string;
  @Column('uuid', { name: 'delegate_id', nullable: true }) delegateId!: string | null;
  @Column('date', { name: 'first_day' }) firstDay!: string;
  @Column('date', { name: 'last_day' }) lastDay!: string;
  /** Whether the delegate may act in their place, or only receives. */
  @Column('boolean') lends!: boolean;
  /** The account that said so; null where it was noted before its author was kept. */
  @Column('text', { name: 'noted_by', nullable: true }) notedBy!: string | null;
  @Column('timestamptz', { name: 'noted_at', nullable: true }) notedAt!: string | null;
}

@Entity('absences')
export class AbsenceRow extends AbsenceColumns {
  @PrimaryColumn('uuid') id!: string;
}

/** What an absence said before it was changed or taken back; one line for each time. */
@Entity('former_absences')
export class FormerAbsenceRow extends AbsenceColumns {
  @Column('uuid') id!: string;
  @PrimaryColumn('uuid') replacement!: string;
  @Column('text', { name: 'replaced_by' }) replacedBy!: string;
  @Column('timestamptz', { name: 'replaced_at' }) replacedAt!: string;
}

/** How someone wants to be told of a kind of obligation; `*` for all the others. */
@Entity('preferences')
export class PreferenceRow {
  @PrimaryColumn('uuid', { name: 'contact_id' }) contactId!: string;
  @PrimaryColumn('text') kind!: string;
  @Column('text') pace!: string;
}

/** An address that was lost, and of which someone said that it receives again. */
@Entity('address_restorations')
export class AddressRestorationRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'contact_id' }) contactId!: string;
  @Column('text') address!: string;
  @Column('timestamptz', { name: 'unreachable_since' }) unreachableSince!: string;
  /** The account that said so. */
  @Column('text', { name: 'restored_by' }) restoredBy!: string;
  @Column('timestamptz', { name: 'restored_at' }) restoredAt!: string;
}

/** What is planned to be said to one recipient, about one obligation or of one event, and what became of it. */
@Entity('notices')
export class NoticeRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'pole_id' }) poleId!: string;
  /** What is owed; null for an event that bears on nothing owed. */
  @Column('uuid', { name: 'obligation_id', nullable: true }) obligationId!: string | null;
  /** The event that is told at once; null for a rung and for what was asked by hand. */
  @Column('uuid', { name: 'event_id', nullable: true }) eventId!: string | null;
  @Column('int') round!: number;
  /** The identifier of the rung in its ladder; `by-hand-2` for the second that was asked by hand; null for an event. */
  @Column('text', { nullable: true }) rung!: string | null;
  @Column('text') recipient!: string;
  @Column('uuid', { name: 'contact_id', nullable: true }) contactId!: string | null;
  @Column('uuid', { name: 'on_behalf_of', nullable: true }) onBehalfOf!: string | null;
  /** The kind of what is owed, or the type of the event. */
  @Column('text') kind!: string;
  @Column('text') template!: string;
  @Column('date', { nullable: true }) due!: string | null;
  /** The day that the ladder set for it; null for what was asked by hand. */
  @Column('date', { name: 'rung_day', nullable: true }) rungDay!: string | null;
  /** How many missed rungs it stands for, beside its own. */
  @Column('int') merges!: number;
  @Column('text') pace!: string;
  @Column('timestamptz', { name: 'planned_for' }) plannedFor!: string;
  @Column('boolean') late!: boolean;
  @Column('text') state!: string;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { name: 'mail_id', nullable: true }) mailId!: string | null;
}

/** One mail: that of a notice, or a digest of several. */
@Entity('mails')
export class MailRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'message_id' }) messageId!: string;
  @Column('uuid', { name: 'contact_id' }) contactId!: string;
  @Column('text') address!: string;
  @Column('text') subject!: string;
  @Column('boolean') digest!: boolean;
  /** Whether it leaves as its short form, being too long for its server. */
  @Column('boolean') short!: boolean;
  @Column('text') state!: string;
  @Column('int') attempts!: number;
  @Column('timestamptz', { name: 'lease_until', nullable: true }) leaseUntil!: string | null;
  @Column('timestamptz', { name: 'next_try_at', nullable: true }) nextTryAt!: string | null;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: string | null;
  @Column('text', { nullable: true }) answer!: string | null;
}

/** What asks for a person: an address that bounces, a mail that may have left twice, a role without anyone. */
@Entity('tasks')
export class TaskRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: string;
  @Column('text') about!: string;
  @Column('uuid', { name: 'pole_id', nullable: true }) poleId!: string | null;
  @Column('uuid', { name: 'contact_id', nullable: true }) contactId!: string | null;
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: string;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: string | null;
  @Column('text') detail!: string;
}
