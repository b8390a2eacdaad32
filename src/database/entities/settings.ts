import 'reflect-metadata';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A line of the stream of the settings, chained to the one before it. */
@Entity('settings_journal')
export class SettingLine {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') sequence!: number;
  @Column('text') type!: string;
  @Column('int', { name: 'schema_version' }) schemaVersion!: number;
  @Column('text') actor!: string;
  @Column('text') role!: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: string;
  /** The key under which it was asked; null for what the house notes by itself. */
  @Column('uuid', { nullable: true }) key!: string | null;
  /** The digest of what was asked under that key. */
  @Column('text', { nullable: true }) request!: string | null;
  @Column('jsonb') data!: object;
  @Column('text', { name: 'private_digest', nullable: true }) privateDigest!: string | null;
  @Column('text') hash!: string;
}

/** What is told beside the stream, which holds its digest only: it can be erased one day. */
@Entity('settings_private')
export class SettingPrivateLine {
  @PrimaryColumn('uuid', { name: 'event_id' }) eventId!: string;
  @Column('text') salt!: string;
  @Column('jsonb') data!: object;
}
