import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Registry } from 'prom-client';
import { People } from '../access/people.js';
import { AccessGuard } from '../api/access-guard.js';
import { Accounts } from '../api/accounts.js';
import { ActsService } from '../api/acts-service.js';
import { InputPipe } from '../api/input-pipe.js';
import { ProblemFilter } from '../api/problem-filter.js';
import { BOUNCE_SECRET, HOUSE_POST, LOGGER, RECORD_CONTEXT } from '../api/tokens.js';
import { readClock } from '../clock/clock.js';
import { NoticeReads } from '../database/notice-reads.js';
import { PoleReads } from '../database/pole-reads.js';
import { Deposits } from '../files/deposits.js';
import { housePost } from '../mail/house-post.js';
import { Letters } from '../mail/letter.js';
import { Templates } from '../mail/templates.js';
import { PoleReader } from '../poles/pole-reader.js';
import { RuleBook } from '../reglement/load.js';
import { HouseClock } from '../temporal/house-clock.js';
import { Nudger } from '../temporal/nudger.js';
import { StoryMemory } from '../temporal/story-memory.js';
import type { ApiParts } from './compose.js';
import { OidcClient } from '../access/oidc-client.js';
import { PageSessions } from '../api/page-sessions.js';
import { OrderlyShutdown } from './orderly-shutdown.js';

const EVERY_REQUEST = [
  { provide: APP_GUARD, useClass: AccessGuard },
  { provide: APP_PIPE, useExisting: InputPipe },
  { provide: APP_FILTER, useClass: ProblemFilter },
];
/** The check of what is sent, for the routes of the API and for what pages read. */
const INPUT_PIPE = {
  provide: InputPipe,
  inject: [DataSource],
  useFactory: ({ manager }: DataSource) => new InputPipe(async () => (await readClock(manager)).today),
};
const SERVICES = [ActsService, NoticeReads, PoleReads, PoleReader];

/** What every feature may have injected, and what every request goes through. */
@Module({})
export class CoreModule {
  static of(parts: ApiParts): DynamicModule {
    const composed = [
      { provide: DataSource, useValue: parts.source },
      { provide: RuleBook, useValue: parts.book },
      { provide: RECORD_CONTEXT, useValue: parts.record },
      { provide: LOGGER, useValue: parts.log },
      { provide: Templates, useValue: parts.templates },
      { provide: Letters, useValue: parts.letters },
      { provide: BOUNCE_SECRET, useValue: parts.mail.bounceSecret ?? null },
      { provide: HOUSE_POST, useValue: housePost(parts.mail, parts.letters) ?? null },
      { provide: Nudger, useValue: parts.nudger },
      { provide: HouseClock, useValue: parts.clock },
      { provide: Accounts, useValue: parts.accounts },
      { provide: Registry, useValue: parts.registry },
      { provide: StoryMemory, useValue: parts.memory },
      { provide: People, useValue: parts.people },
      { provide: PageSessions, useValue: parts.sessions },
      { provide: OidcClient, useValue: parts.oidc },
      { provide: Deposits, useValue: parts.deposits },
    ];
    return {
      module: CoreModule,
      global: true,
      providers: [
        ...composed,
        ...SERVICES,
        INPUT_PIPE,
        ...EVERY_REQUEST,
        { provide: OrderlyShutdown, useFactory: () => new OrderlyShutdown(parts) },
      ],
      exports: [...composed.map(({ provide }) => provide), ...SERVICES, InputPipe],
    };
  }
}
