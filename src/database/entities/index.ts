import 'reflect-metadata';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AccessLogRow } from './access-log.js';
import { DossierLine, JournalLine, PrivateLine } from './journal.js';
import { SettingLine, SettingPrivateLine } from './settings.js';
import {
  AbsenceRow,
  AddressRestorationRow,
  ContactRow,
  FormerAbsenceRow,
  MailRow,
  NoticeRow,
  PreferenceRow,
  TaskRow,
} from './reminders.js';

/** What a list shows of a pôle. */
@Entity('pole_cards')
export class PoleCard {
  @PrimaryColumn('uuid', { name: 'pole_id' }) poleId!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'pays_codes', array: true }) paysCodes!: string[];
  @Column('text') stage!: string;
  @Column('int', { name: 'budget_year', nullable: true }) budgetYear!: number | null;
  /** SIRET of every body of the dossier. */
  @Column('text', { array: true }) bodies!: string[];
  /** Of these, those that hold it today, and so read it whole. */
  @Column('text', { array: true }) holders!: string[];
  /** SIRET of the body that carries it, or is to. */
  @Column('text', { nullable: true }) carrier!: string | null;
  /** Numbers of its délibérations. */
  @Column('text', { array: true }) deliberations!: string[];
  /** Accounts of who is in charge of it. */
  @Column('text', { nullable: true }) referent!: string | null;
  @Column('text', { nullable: true }) second!: string | null;
  @Column('text', { nullable: true }) manager!: string | null;
  /** Cents: what was voted to it, what is due for its open years, what was paid to it. */
  @Column('bigint') voted!: number;
  @Column('bigint') due!: number;
  @Column('bigint') paid!: number;
  @Column('date', { name: 'declared_on' }) declaredOn!: string;
}

@Entity('awards')
export class AwardRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'pole_id' }) poleId!: string;
  @Column('text') kind!: string;
  @Column('int') cycle!: number;
  @Column('text') applicant!: string;
  @Column('text') status!: string;
  /** Cents. */
  @Column('bigint') requested!: number;
  /** Cents. */
  @Column('bigint', { nullable: true }) voted!: number | null;
  /** Cents: the vote, then each amendment in force. */
  @Column('bigint', { nullable: true }) granted!: number | null;
  /** The convention that an amendment or a yearly vote belongs to. */
  @Column('uuid', { nullable: true }) parent!: string | null;
  @Column('int') years!: number;
  @Column('date', { name: 'voted_on', nullable: true }) votedOn!: string | null;
  @Column('date', { name: 'period_from' }) periodFrom!: string;
  @Column('date', { name: 'period_to' }) periodTo!: string;
}

/** What was granted to a body for one funded year, as the threshold of the convention counts it. */
@Entity('year_grants')
export class YearGrantRow {
  @PrimaryColumn('uuid', { name: 'award_id' }) awardId!: string;
  /** The first day of the funded year. */
  @PrimaryColumn('date', { name: 'starts_on' }) startsOn!: string;
  @Column('uuid', { name: 'pole_id' }) poleId!: string;
  @Column('text') applicant!: string;
  /** Cents. */
  @Column('bigint') amount!: number;
  /** Cents a year, above which the law asked for a convention on the day of the vote; null before that law. */
  @Column('bigint', { nullable: true }) threshold!: number | null;
}

/** One instalment of a convention; amounts in cents. */
@Entity('ledger')
export class LedgerRow {
  @PrimaryColumn('uuid', { name: 'award_id' }) awardId!: string;
  @PrimaryColumn('int') year!: number;
  @PrimaryColumn('int') number!: number;
  @Column('text') kind!: string;
  @Column('text') status!: string;
  @Column('bigint') planned!: number;
  @Column('bigint') liquidated!: number;
  @Column('bigint') paid!: number;
  @Column('text', { name: 'prepared_by', nullable: true }) preparedBy!: string | null;
  @Column('text', { name: 'validated_by', nullable: true }) validatedBy!: string | null;
  @Column('text', { name: 'payment_order', nullable: true }) paymentOrder!: string | null;
  @Column('date', { name: 'paid_on', nullable: true }) paidOn!: string | null;
  /** What it waits for: a step of `INSTALMENT_STEPS`. */
  @Column('text') step!: string;
  /** Since which day it waits for that. */
  @Column('date', { nullable: true }) since!: string | null;
  /** The first day from which it is held if nothing happens; null when it never is. */
  @Column('date', { name: 'held_from', nullable: true }) heldFrom!: string | null;
  /** The last day on which the law or the convention wants it paid; null while its clock does not run. */
  @Column('date', { name: 'pay_by', nullable: true }) payBy!: string | null;
}

@Entity('obligations')
export class ObligationRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'pole_id' }) poleId!: string;
  @Column('text') kind!: string;
  @Column('text') instance!: string;
  @Column('int') opening!: number;
  @Column('text', { name: 'debtor_role' }) debtorRole!: string;
  @Column('text', { name: 'debtor_body', nullable: true }) debtorBody!: string | null;
  @Column('date', { nullable: true }) due!: string | null;
  @Column('text') source!: string;
  @Column('uuid', { nullable: true }) follows!: string | null;
  @Column('text') state!: string;
  @Column('boolean') escalated!: boolean;
  @Column('date', { name: 'opened_on' }) openedOn!: string;
  @Column('text', { name: 'creditor_role', nullable: true }) creditorRole!: string | null;
  @Column('text', { name: 'creditor_body', nullable: true }) creditorBody!: string | null;
  /** The fact that gave rise to it. */
  @Column('uuid', { nullable: true }) trigger!: string | null;
  @Column('date', { name: 'period_from', nullable: true }) periodFrom!: string | null;
  @Column('date', { name: 'period_to', nullable: true }) periodTo!: string | null;
  @Column('date', { name: 'extension_asked', nullable: true }) extensionAsked!: string | null;
  @Column('date', { name: 'extended_to', nullable: true }) extendedTo!: string | null;
  /** How many times its due date was moved. */
  @Column('int') round!: number;
  /** When what is said of it last changed. */
  @Column('timestamptz', { name: 'changed_at', nullable: true }) changedAt!: string | null;
}

/** The last name told of a body in a dossier: how it is named there when the register has none. */
@Entity('told_names')
export class ToldNameRow {
  @PrimaryColumn('uuid', { name: 'pole_id' }) poleId!: string;
  @PrimaryColumn('text') siret!: string;
  @Column('text') name!: string;
}

/** A body of the register that the Région keeps, by its official name. */
@Entity('bodies')
class BodyRow {
  @PrimaryColumn('text') siret!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) rna!: string | null;
  /** The day from which it bears that name. */
  @Column('date') since!: string;
}

/** A role that an account holds, and its perimeter. */
@Entity('mandates')
export class MandateRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') account!: string;
  @Column('text') role!: string;
  @Column('text', { array: true }) bodies!: string[];
  @Column('text', { array: true }) pays!: string[];
  /** The first day on which it counts. */
  @Column('date', { name: 'valid_from' }) validFrom!: string;
}

@Entity('pays')
export class PaysRow {
  @PrimaryColumn('text') code!: string;
  @Column('text') name!: string;
  @Column('text', { array: true }) departements!: string[];
  @Column('int') population!: number;
  @Column('jsonb') epci!: readonly { readonly siren: string; readonly name: string }[];
  @Column('jsonb') contour!: object;
}

export { AccessLogRow, DossierLine, JournalLine, PrivateLine, SettingLine, SettingPrivateLine };
export { AbsenceRow, AddressRestorationRow, ContactRow, FormerAbsenceRow, MailRow, NoticeRow, PreferenceRow, TaskRow };

const REMINDERS = [
  ContactRow,
  AbsenceRow,
  FormerAbsenceRow,
  PreferenceRow,
  NoticeRow,
  MailRow,
  TaskRow,
  AddressRestorationRow,
];

const RECORD = [JournalLine, PrivateLine, DossierLine, SettingLine, SettingPrivateLine, AccessLogRow];
const PROJECTED = [PoleCard, AwardRow, YearGrantRow, LedgerRow, ObligationRow, ToldNameRow];

export const ENTITIES = [...RECORD, ...PROJECTED, ...REMINDERS, BodyRow, MandateRow, PaysRow];
