import 'reflect-metadata';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AbsenceRow, ContactRow, FormerAbsenceRow, MailRow, NoticeRow, PreferenceRow, TaskRow } from './reminders.js';

/** What a list shows of a pôle. */
@Entity('pole_cards')
export class PoleCard {
  @PrimaryColumn('uuid', { name: 'pole_id' }) poleId!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'pays_codes', array: true }) paysCodes!: string[];
  @Column('text') stage!: string;
  @Column('int', { name: 'budget_year', nullable: true }) budgetYear!: number | null;
  @Column('boolean') held!: boolean;
  /** SIRET of every body of the dossier. */
  @Column('text', { array: true }) bodies!: string[];
  @Column('date', { name: 'declared_on' }) declaredOn!: string;
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

@Entity('bodies')
export class BodyRow {
  @PrimaryColumn('text') siret!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) rna!: string | null;
}

/** A role that an account holds, and its perimeter. */
@Entity('mandates')
export class MandateRow {
  @PrimaryColumn('text') account!: string;
  @PrimaryColumn('text') role!: string;
  @Column('text', { array: true }) bodies!: string[];
  @Column('text', { array: true }) pays!: string[];
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

export { AbsenceRow, ContactRow, FormerAbsenceRow, MailRow, NoticeRow, PreferenceRow, TaskRow };

const REMINDERS = [ContactRow, AbsenceRow, FormerAbsenceRow, PreferenceRow, NoticeRow, MailRow, TaskRow];

export const ENTITIES = [PoleCard, ObligationRow, ...REMINDERS, BodyRow, MandateRow, PaysRow];
