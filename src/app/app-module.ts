import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, Reflector } from '@nestjs/core';
import type { People, TokenVerifier } from '../access/people.js';
import { AwardController } from '../award/controller.js';
import { AmendmentPreviewController } from '../award/preview-controller.js';
import { CofundingController } from '../cofunding/controller.js';
import { RecruitmentController } from '../recruitment/controller.js';
import { ClockController } from './clock-controller.js';
import { CouncilOpinionController } from '../council-opinion/controller.js';
import { CampaignsController } from '../funded-year/campaigns-controller.js';
import { FundedYearController } from '../funded-year/controller.js';
import { HealthController } from '../health/controller.js';
import { InitiativeController } from '../initiative/controller.js';
import { LegitimationController } from '../legitimation/controller.js';
import { LifecycleController } from '../lifecycle/controller.js';
import { BouncesController } from '../reminders/bounces-controller.js';
import { CalendarsController, MyCalendarController } from '../calendar/calendar-controller.js';
import { FollowedPolesController } from '../calendar/followed-controller.js';
import { AbsencesController } from '../contacts/absences-controller.js';
import { ContactsController } from '../contacts/contacts-controller.js';
import { ForecastController } from '../reminders/forecast-controller.js';
import { LaddersController } from '../reminders/ladders-controller.js';
import { ObligationsController } from '../obligations/controller.js';
import { LandingController } from '../obligations/landing-controller.js';
import { ObligationReadController } from '../obligations/obligation-controller.js';
import { MyContactsController } from '../contacts/my-contacts-controller.js';
import { MyObligationsController } from '../obligations/mine-controller.js';
import { RemindersController } from '../reminders/reminders-controller.js';
import { MailboxController } from './mailbox-controller.js';
import { LocalMailbox } from '../mail/local-mailbox.js';
import { TasksController } from '../reminders/tasks-controller.js';
import { TemplatesController } from '../reminders/templates-controller.js';
import { PolesController } from '../poles/controller.js';
import { PrefigurationStudyController } from '../prefiguration-study/controller.js';
import { TerritoriesController } from '../territories/controller.js';
import { AccessGuard } from '../api/access-guard.js';
import { ActsService } from '../api/acts-service.js';
import { House } from '../api/house.js';

export const CONTROLLERS = [
  PolesController,
  InitiativeController,
  PrefigurationStudyController,
  CouncilOpinionController,
  LegitimationController,
  AwardController,
  AmendmentPreviewController,
  RecruitmentController,
  CofundingController,
  FundedYearController,
  CampaignsController,
  LifecycleController,
  ObligationsController,
  MyObligationsController,
  ObligationReadController,
  LandingController,
  MyCalendarController,
  CalendarsController,
  FollowedPolesController,
  ContactsController,
  AbsencesController,
  MyContactsController,
  LaddersController,
  ForecastController,
  RemindersController,
  TemplatesController,
  BouncesController,
  TasksController,
  TerritoriesController,
  ClockController,
  HealthController,
];

export interface AuthenticationSettings {
  readonly tokens: TokenVerifier;
  readonly people: People;
  /** The mailbox of development, shown at /boite. */
  readonly mailbox?: LocalMailbox;
}

/** What Nest calls the application's root. */
@Module({})
class AppModule {}

/** The API of a house: its routes, each with its access rule. */
export function appModule(house: House, { tokens, people, mailbox }: AuthenticationSettings): DynamicModule {
  return {
    module: AppModule,
    controllers: mailbox === undefined ? CONTROLLERS : [...CONTROLLERS, MailboxController],
    providers: [
      { provide: House, useValue: house },
      ...(mailbox === undefined ? [] : [{ provide: LocalMailbox, useValue: mailbox }]),
      { provide: ActsService, useFactory: () => new ActsService(house) },
      {
        provide: APP_GUARD,
        inject: [Reflector],
        useFactory: (reflector: Reflector) => new AccessGuard(reflector, tokens, people, house.post.bounceSecret),
      },
    ],
  };
}
