import 'reflect-metadata';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What someone read whole that is shown shortened; only added to. */
@Entity('access_log')
export class AccessLogRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('timestamptz', { name: 'read_at' }) readAt!: string;
  @Column('text') account!: string;
  @Column('text') role!: string;
  @Column('text', { name: 'instead_of', nullable: true }) insteadOf!: string | null;
  @Column('uuid', { name: 'pole_id' }) poleId!: string;
  @Column('uuid', { name: 'event_id' }) eventId!: string;
  @Column('text') purpose!: string;
}
