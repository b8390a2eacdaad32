import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import { Registry } from 'prom-client';
import type { DataSource } from 'typeorm';
import type { ScheduledWork } from '../../activities/scheduled-activities.js';
import { OidcClient } from '../access/oidc-client.js';
import { People, TokenVerifier } from '../access/people.js';
import { Accounts } from '../api/accounts.js';
import { PageSessions } from '../api/page-sessions.js';
import { Traffic } from '../api/traffic.js';
import { ClamAv, NO_ANTIVIRUS } from '../files/antivirus.js';
import { Deposits } from '../files/deposits.js';
import { FolderStorage } from '../files/storage.js';
import { housePost } from '../mail/house-post.js';
import type { Letters } from '../mail/letter.js';
import { LocalMailbox } from '../mail/local-mailbox.js';
import type { MailDispatcher } from '../mail/mail-dispatcher.js';
import type { DeliveryTrace } from '../mail/outgoing.js';
import { lettersOf, mailDispatcherOf } from '../mail/post-office.js';
import type { Templates } from '../mail/templates.js';
import { SessionReads } from '../database/session-reads.js';
import type { RecordContext } from '../record/context.js';
import { dossiersHeard } from '../record/dossiers.js';
import { lookAtGrantsMoved } from '../record/grants-moved.js';
import type { RuleBook } from '../reglement/load.js';
import { STAGES } from '../rehearsal/stages.js';
import type { AnchorFile } from '../scheduled/anchor-file.js';
import { JobsRunner } from '../scheduled/jobs-runner.js';
import type { MailSettings } from '../startup/configuration.js';
import type { DocumentSettings } from '../startup/documents.js';
import { OPEN_DOOR, type DoorSettings } from '../startup/door.js';
import { DEMO_LOGIN, type LoginSettings } from '../startup/login.js';
import { lazyClient, type TemporalSettings } from '../temporal/connection.js';
import { HouseClock } from '../temporal/house-clock.js';
import { Nudger } from '../temporal/nudger.js';
import { Stories } from '../temporal/stories.js';
import { StoryMemory } from '../temporal/story-memory.js';
import { Sweep, type Swept } from '../temporal/sweep.js';

/** What a process is built from: its database and its rules, which its caller opened, and its settings. */
export interface Foundations {
  readonly source: DataSource;
  readonly book: RuleBook;
  readonly templates: Templates;
  readonly temporal: TemporalSettings;
  readonly mail: MailSettings;
  /** How to ask a server of mail what it was given; the local mailbox when there is one. */
  readonly trace?: DeliveryTrace;
  readonly spreadSeconds: number;
  readonly documents: DocumentSettings;
  /** Where the anchors of the journals are kept, if anywhere. */
  readonly anchors?: AnchorFile;
  readonly log: Logger;
}

/** What the worker and the API are both made of. */
export interface SharedParts extends Foundations {
  readonly record: RecordContext;
  readonly letters: Letters;
  /** The postman; none where there is no server of mail. */
  readonly dispatcher: MailDispatcher | undefined;
  readonly client: Client;
  readonly stories: Stories;
  readonly sweep: Sweep;
  readonly jobs: JobsRunner;
  /** The files of the dossiers. */
  readonly deposits: Deposits;
  /** Whether the engine remembers the stories. */
  readonly memory: StoryMemory;
  /** Lets go of the server of mail, of Temporal and of the database. */
  close(): Promise<void>;
}

/** What the API is made of beside them. */
export interface ApiParts extends SharedParts {
  readonly nudger: Nudger;
  readonly clock: HouseClock;
  readonly accounts: Accounts;
  readonly people: People;
  readonly sessions: PageSessions;
  /** The provider, as the pages use it. */
  readonly oidc: OidcClient;
  readonly door: DoorSettings;
  readonly traffic: Traffic;
  readonly demonstration: boolean;
  /** The numbers of this process. */
  readonly registry: Registry;
  /** The mailbox of development, shown at /boite. */
  readonly mailbox: LocalMailbox | undefined;
}

/** The parts of a process, each made once. Nothing is asked of a server before its first use. */
export function compose(foundations: Foundations): SharedParts {
  const { source, book, templates, temporal, mail, trace, spreadSeconds, anchors, documents, log } = foundations;
  const letters = lettersOf(mail, templates, book);
  const dispatcher = mailDispatcherOf(source, mail, letters, trace === undefined ? {} : { trace });
  const client = lazyClient(temporal);
  const stories = new Stories(client, temporal);
  const sweep = new Sweep(source, stories, log);
  const deposits = depositsIn(documents, source, log);
  const record = { source, book, stages: STAGES, spreadSeconds, log };
  return {
    ...foundations,
    ...{ letters, dispatcher, client, stories, sweep, record, deposits },
    memory: new StoryMemory(source, client),
    jobs: new JobsRunner(
      record,
      deposits,
      (id: string) => letters.messageId(id),
      () => sweep.ringPast(),
      anchors && { file: anchors, post: housePost(mail, letters) },
    ),
    close: async () => {
      dispatcher?.close();
      await client.connection.close();
      if (source.isInitialized) await source.destroy();
    },
  };
}

function depositsIn({ folder, antivirus }: DocumentSettings, source: DataSource, log: Logger): Deposits {
  const scanner = antivirus === undefined ? NO_ANTIVIRUS : new ClamAv(antivirus.host, antivirus.port);
  return new Deposits(source, new FolderStorage(folder), scanner, log);
}

/**
 * Asks the antivirus about the files that wait for it, looks at the dossiers whose body was granted something else, then
 * touches every one that waits.
 */
export async function sweepAll({
  sweep,
  record,
  deposits,
}: Pick<SharedParts, 'sweep' | 'record' | 'deposits'>): Promise<Swept> {
  await deposits.settle();
  await lookAtGrantsMoved(record);
  return sweep.run();
}

/** What Temporal's schedules start in the worker. */
export function scheduledWork({ sweep, record, deposits, jobs, dispatcher }: SharedParts): ScheduledWork {
  return {
    sweep: () => sweepAll({ sweep, record, deposits }),
    runJob: name => jobs.runByTheCalendar(name),
    deliver: async stop => dispatcher?.dispatch(stop),
  };
}

/** Whose tokens the API takes, for which audience, and how it lets requests in. */
export interface Entrance {
  readonly issuer: string;
  readonly audience: string;
  readonly door?: DoorSettings;
  readonly login?: LoginSettings;
  /** Where browsers reach the pages; the address of the links of mails when nothing is said. */
  readonly pagesUrl?: string;
  /** Whether everything is fictitious. */
  readonly demonstration?: boolean;
}

/** The parts of the API. */
export function composeApi(foundations: Foundations, entrance: Entrance): ApiParts {
  const { issuer, audience, door = OPEN_DOOR, login = DEMO_LOGIN, demonstration = true } = entrance;
  const parts = compose(foundations);
  const { source, stories, sweep, jobs, dispatcher, mail, log } = parts;
  const { pagesUrl = mail.publicUrl } = entrance;
  const heard = (words: ReadonlyMap<string, number>) => dossiersHeard(source.manager, words);
  const nudger = new Nudger(stories, heard, log, () => sweep.run());
  const registry = new Registry();
  return {
    ...parts,
    ...{ nudger, door, registry },
    traffic: new Traffic(log, registry),
    clock: new HouseClock(source, sweep, jobs, dispatcher, nudger),
    accounts: new Accounts(new TokenVerifier(issuer, audience)),
    people: new People(source),
    sessions: new PageSessions(new SessionReads(source), source.manager, pagesUrl),
    oidc: new OidcClient(issuer, login, pagesUrl),
    demonstration,
    mailbox: mail.mailbox === undefined ? undefined : new LocalMailbox(mail.mailbox),
  };
}
