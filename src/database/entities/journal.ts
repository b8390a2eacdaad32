import 'reflect-metadata';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FulfilledExpectation } from '../../domain/dossier/expectations.js';
import type { StoryStanding } from '../../domain/dossier/news.js';
import type { DossierState } from '../../domain/dossier/state.js';

/** A line of the journal, chained to the one before it. */
@Entity('journal')
export class JournalLine {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'pole_id' }) poleId!: string;
  @Column('int') sequence!: number;
  /** Null for what the engine notes without a new fact. */
  @Column('int', { name: 'fact_version', nullable: true }) factVersion!: number | null;
  @Column('text') type!: string;
  @Column('int', { name: 'schema_version' }) schemaVersion!: number;
  @Column('text') act!: string;
  @Column('text') actor!: string;
  @Column('text') role!: string;
  @Column('text', { name: 'on_behalf_of', nullable: true }) onBehalfOf!: string | null;
  @Column('text', { name: 'instead_of', nullable: true }) insteadOf!: string | null;
  @Column('text') reglement!: string;
  @Column('date') date!: string;
  @Column('text', { name: 'date_precision', default: 'day' }) datePrecision!: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: string;
  @Column('uuid', { nullable: true }) retracts!: string | null;
  @Column('jsonb') data!: object;
  @Column('text', { name: 'private_digest', nullable: true }) privateDigest!: string | null;
  @Column('text') hash!: string;
}

/** What is told beside the journal, which holds its digest only: it can be erased one day. */
@Entity('journal_private')
export class PrivateLine {
  @PrimaryColumn('uuid', { name: 'event_id' }) eventId!: string;
  @Column('text') salt!: string;
  @Column('jsonb') data!: object;
}

/** A dossier: the head of its journal, what that comes to, and how far its story has heard. */
@Entity('dossiers')
export class DossierLine {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') reglement!: string;
  @Column('int') version!: number;
  @Column('int') sequence!: number;
  @Column('text', { name: 'head_hash' }) headHash!: string;
  @Column('json') state!: DossierState;
  @Column('json') facts!: readonly FulfilledExpectation[];
  /** The shape of the states when this one was folded. */
  @Column('int', { default: 1 }) shape!: number;
  @Column('text', { name: 'open_digest', nullable: true }) openDigest!: string | null;
  @Column('int', { name: 'seen_version', default: 0 }) seenVersion!: number;
  @Column('timestamptz', { name: 'next_alarm', nullable: true }) nextAlarm!: string | null;
  @Column('timestamptz', { name: 'next_point', nullable: true }) nextPoint!: string | null;
  /** What the operator is shown of it. */
  @Column('json', { nullable: true }) standing!: StoryStanding | null;
  @Column('text', { nullable: true }) stages!: string | null;
  @Column('text', { name: 'set_aside', nullable: true }) setAside!: string | null;
}
