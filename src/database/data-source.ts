import pg from 'pg';
import { DataSource } from 'typeorm';
import { Bones1764000000000 } from '../../migrations/1764000000000-bones.js';
import { WholePath1764200000000 } from '../../migrations/1764200000000-whole-path.js';
import { SetAside1764300000000 } from '../../migrations/1764300000000-set-aside.js';
import { Invariants1764400000000 } from '../../migrations/1764400000000-invariants.js';
import { StatesAsJson1764450000000 } from '../../migrations/1764450000000-states-as-json.js';
import { Reminders1764500000000 } from '../../migrations/1764500000000-reminders.js';
import { AbsencesNoted1764610000000 } from '../../migrations/1764610000000-absences-noted.js';
import { MailServer1764620000000 } from '../../migrations/1764620000000-mail-server.js';
import { FollowedPoles1764660000000 } from '../../migrations/1764660000000-followed-poles.js';
import { OneTransaction1764690000000 } from '../../migrations/1764690000000-one-transaction.js';
import { BoundedControls1764700000000 } from '../../migrations/1764700000000-bounded-controls.js';
import { HousePool } from './away.js';
import { RungsById1764720000000 } from '../../migrations/1764720000000-rungs-by-id.js';
import { AccessLog1764740000000 } from '../../migrations/1764740000000-access-log.js';
import { SettingsStream1764760000000 } from '../../migrations/1764760000000-settings-stream.js';
import { AfterATrouble1764800000000 } from '../../migrations/1764800000000-after-a-trouble.js';
import { PointsApart1764810000000 } from '../../migrations/1764810000000-points-apart.js';
import { Votes1764921000000 } from '../../migrations/1764921000000-votes.js';
import { Executory1764931000000 } from '../../migrations/1764931000000-executory.js';
import { ToldAtOnce1764770000000 } from '../../migrations/1764770000000-told-at-once.js';
import { Points1764780000000 } from '../../migrations/1764780000000-points.js';
import { YearGrants1764911000000 } from '../../migrations/1764911000000-year-grants.js';
import { Hearings1764941000000 } from '../../migrations/1764941000000-hearings.js';
import { Sessions1765000000000 } from '../../migrations/1765000000000-sessions.js';
import { WhatActsRestOn1765060000000 } from '../../migrations/1765060000000-what-acts-rest-on.js';
import { GrantsMoved1765010000000 } from '../../migrations/1765010000000-grants-moved.js';
import { DeskLists1765070000000 } from '../../migrations/1765070000000-desk-lists.js';
import { ToldIndex1765080000000 } from '../../migrations/1765080000000-told-index.js';
import { Documents1765090000000 } from '../../migrations/1765090000000-documents.js';
import { ENTITIES } from './entities/index.js';

const MIGRATIONS = [
  ...[Bones1764000000000, WholePath1764200000000, SetAside1764300000000, Invariants1764400000000],
  ...[StatesAsJson1764450000000, Reminders1764500000000, AbsencesNoted1764610000000, MailServer1764620000000],
  ...[FollowedPoles1764660000000, OneTransaction1764690000000, BoundedControls1764700000000],
  ...[RungsById1764720000000, AccessLog1764740000000, SettingsStream1764760000000, ToldAtOnce1764770000000],
  ...[Points1764780000000, AfterATrouble1764800000000, PointsApart1764810000000, Votes1764921000000],
  ...[YearGrants1764911000000, Executory1764931000000, Hearings1764941000000, Sessions1765000000000],
  ...[
    GrantsMoved1765010000000,
    WhatActsRestOn1765060000000,
    DeskLists1765070000000,
    ToldIndex1765080000000,
    Documents1765090000000,
  ],
];

/** A pool on the house's database. `public` dates stay civil texts: no driver turns a day into an instant. */
export function dataSource(url: string, poolSize = 12): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    driver: { Pool: HousePool },
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTableName: 'migrations',
    synchronize: false,
    poolSize,
    connectTimeoutMS: 5000,
    extra: { types: CIVIL_TYPES, application_name: 'jalon', ...PATIENCE },
  });
}

/**
 * No statement and no transaction waits for ever. A process that is frozen with a dossier locked loses its lock, so that
 * the others go on; what it thaws to is a connection that was closed, and its transaction was never made.
 */
const PATIENCE = {
  statement_timeout: 20_000,
  query_timeout: 25_000,
  idle_in_transaction_session_timeout: 8000,
  keepAlive: true,
};

const DATE = 1082;
const TIMESTAMPTZ = 1184;
const BIGINT = 20;

/** pg parsers: a civil day stays text, an instant is UTC text with whole seconds, a bigint of cents is an exact number. */
const CIVIL_TYPES = {
  getTypeParser: (oid: number, format?: string): ((value: string) => unknown) => {
    if (oid === DATE) return value => value;
    if (oid === TIMESTAMPTZ) return value => `${new Date(value).toISOString().slice(0, 19)}Z`;
    if (oid === BIGINT) return exactNumber;
    return pg.types.getTypeParser(oid, format as 'text') as (value: string) => unknown;
  },
};

function exactNumber(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new Error(`Nombre trop grand pour être exact : ${value}`);
  return number;
}
