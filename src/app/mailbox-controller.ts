import { Controller, Get, Header, Inject, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access } from '../api/access.js';
import { LocalMailbox } from '../mail/local-mailbox.js';
import { absentPage, MAILBOX_POLICY, mailboxPage, messagePage } from '../mail/mailbox-page.js';

const HTML = 'text/html; charset=utf-8';

/** The mailbox of development, open to whoever reaches this machine. */
@ApiExcludeController()
@Controller('boite')
export class MailboxController {
  constructor(@Inject(LocalMailbox) private readonly mailbox: LocalMailbox) {}

  @Get()
  @Access({ to: 'everyone' })
  @Header('Content-Type', HTML)
  @Header('Content-Security-Policy', MAILBOX_POLICY)
  async list(): Promise<string> {
    return mailboxPage(await this.mailbox.list());
  }

  @Get(':message')
  @Access({ to: 'everyone' })
  @Header('Content-Type', HTML)
  @Header('Content-Security-Policy', MAILBOX_POLICY)
  async read(@Param('message') name: string, @Res({ passthrough: true }) response: Response): Promise<string> {
    const mail = await this.mailbox.read(name);
    if (mail) return messagePage(mail);
    response.status(404);
    return absentPage();
  }
}
