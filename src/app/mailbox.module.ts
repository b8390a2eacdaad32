import { Module, type DynamicModule } from '@nestjs/common';
import { LocalMailbox } from '../mail/local-mailbox.js';
import { MailboxController } from './mailbox-controller.js';

/** The pages of development's mailbox. */
@Module({ controllers: [MailboxController] })
export class MailboxModule {
  static of(mailbox: LocalMailbox): DynamicModule {
    return { module: MailboxModule, providers: [{ provide: LocalMailbox, useValue: mailbox }] };
  }
}
