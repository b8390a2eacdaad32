import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { RouterModule } from '@nestjs/core';
import { AwardModule } from '../award/award.module.js';
import { CalendarModule } from '../calendar/calendar.module.js';
import { CofundingModule } from '../cofunding/cofunding.module.js';
import { ContactsModule } from '../contacts/contacts.module.js';
import { CouncilOpinionModule } from '../council-opinion/council-opinion.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { FundedYearModule } from '../funded-year/funded-year.module.js';
import { HealthModule } from '../health/health.module.js';
import { InitiativeModule } from '../initiative/initiative.module.js';
import { LegitimationModule } from '../legitimation/legitimation.module.js';
import { LifecycleModule } from '../lifecycle/lifecycle.module.js';
import { ObligationsModule } from '../obligations/obligations.module.js';
import { PolesModule } from '../poles/poles.module.js';
import { PrefigurationStudyModule } from '../prefiguration-study/prefiguration-study.module.js';
import { RecruitmentModule } from '../recruitment/recruitment.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { TerritoriesModule } from '../territories/territories.module.js';
import { ClockModule } from './clock.module.js';
import { FeedsModule } from '../calendar/feeds.module.js';
import { DeskModule } from '../desk/desk.module.js';
import type { ApiParts } from './compose.js';
import { CoreModule } from './core.module.js';
import { MailboxModule } from './mailbox.module.js';

/** The modules whose routes stand under `/api`, in the order of its description. */
const UNDER_API: readonly Type[] = [
  PolesModule,
  InitiativeModule,
  PrefigurationStudyModule,
  CouncilOpinionModule,
  LegitimationModule,
  AwardModule,
  RecruitmentModule,
  CofundingModule,
  FundedYearModule,
  LifecycleModule,
  ObligationsModule,
  DocumentsModule,
  CalendarModule,
  ContactsModule,
  RemindersModule,
  TerritoriesModule,
  SettingsModule,
  ClockModule,
];

/** Those whose routes stand beside it: agendas, pages, and what watches the house. */
const BESIDE_API: readonly Type[] = [FeedsModule, HealthModule];

/** The modules whose routes are described. */
export const FEATURES: readonly Type[] = [...UNDER_API, ...BESIDE_API];

/** The API: its features on what they share. */
@Module({})
export class AppModule {
  static of(parts: ApiParts): DynamicModule {
    const mailbox = parts.mailbox === undefined ? [] : [MailboxModule.of(parts.mailbox)];
    return {
      module: AppModule,
      imports: [
        CoreModule.of(parts),
        RouterModule.register(UNDER_API.map(module => ({ path: 'api', module }))),
        ...FEATURES,
        DeskModule.of({ demonstration: parts.demonstration }),
        ...mailbox,
      ],
    };
  }
}
