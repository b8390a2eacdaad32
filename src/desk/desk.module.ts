import { Module, type DynamicModule } from '@nestjs/common';
import { EntryReads } from '../database/entry-reads.js';
import { AboutController, FOOT } from './about/about-controller.js';
import { AbsenceFormsController } from './administration/absence-forms-controller.js';
import { BodyPagesController } from './administration/bodies-controller.js';
import { PeoplePagesController } from './administration/people-controller.js';
import { Perimeters } from './administration/perimeters.js';
import { RightPagesController } from './administration/rights-controller.js';
import { ReminderRulePagesController } from './administration/reminder-rules-controller.js';
import { RulePagesController } from './administration/rules-controller.js';
import { AssetsController } from './assets/assets-controller.js';
import { SessionReads } from '../database/session-reads.js';
import { ActForms } from './forms/act-forms.js';
import { BroughtFiles } from './forms/brought-files.js';
import { Drafts } from './forms/drafts.js';
import { FormsController } from './forms/controller.js';
import { HouseFactsReader } from './forms/house-facts.js';
import { SettingForms } from './forms/setting-forms.js';
import { Situations } from './forms/situation.js';
import { DoneMessages } from './frame/done.js';
import { HOUSE, type House } from './frame/page.js';
import { PageFilter } from './frame/page-filter.js';
import { PageShower } from './frame/page-shower.js';
import { Readers } from './frame/readers.js';
import { ObligationsModule } from '../obligations/obligations.module.js';
import { FundedYearModule } from '../funded-year/funded-year.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { CalendarModule } from '../calendar/calendar.module.js';
import { ContactsModule } from '../contacts/contacts.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { HealthModule } from '../health/health.module.js';
import { PolesModule } from '../poles/poles.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { HelpController } from './help/help-controller.js';
import { KeepingController } from './keeping/keeping-controller.js';
import { FollowUpController } from './lists/follow-up-controller.js';
import { ListsController } from './lists/lists-controller.js';
import { BankAccounts } from './pole/bank-accounts.js';
import { DocumentPagesController } from './pole/document-pages-controller.js';
import { FiledReports } from './pole/filed-reports.js';
import { PoleController } from './pole/pole-controller.js';
import { MyPagesController } from './me/me-controller.js';
import { ConnectionController } from './session/connection-controller.js';
import { EntryController } from './session/entry-controller.js';
import { EntryLinks } from './session/entry-links.js';

/** Those whose addresses are named before those that take any name. */
const CONTROLLERS = [
  ...[AboutController, AssetsController, ConnectionController, EntryController],
  ...[FormsController, ListsController, FollowUpController, KeepingController, HelpController],
  ...[RightPagesController, PeoplePagesController, BodyPagesController, AbsenceFormsController, MyPagesController],
  ...[RulePagesController, ReminderRulePagesController],
  ...[DocumentPagesController, PoleController],
];

/** The pages by which people do their week. */
@Module({})
export class DeskModule {
  static of(house: House): DynamicModule {
    return {
      module: DeskModule,
      imports: [
        ...[ObligationsModule, PolesModule, FundedYearModule, RemindersModule, HealthModule],
        ...[SettingsModule, ContactsModule, CalendarModule, DocumentsModule],
      ],
      controllers: CONTROLLERS,
      providers: [
        { provide: HOUSE, useValue: { foot: FOOT, ...house } },
        ...[PageShower, PageFilter, Readers, DoneMessages, EntryLinks, EntryReads],
        ...[ActForms, BroughtFiles, Situations, HouseFactsReader, Drafts, SessionReads],
        ...[SettingForms, Perimeters, BankAccounts, FiledReports],
      ],
    };
  }
}
