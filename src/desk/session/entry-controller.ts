import { Controller, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { isEmail } from 'class-validator';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { PageSessions } from '../../api/page-sessions.js';
import { endSession } from '../../record/people/sessions.js';
import { destinationIn } from '../frame/destination.js';
import type { Page } from '../frame/page.js';
import { ReadPage, SendForm } from '../frame/routes.js';
import { SeeOther } from '../frame/see-other.js';
import { Typed, type Sent } from '../frame/typed.js';
import { EntryLinks } from './entry-links.js';
import { linkPage, linkSentPage, refusedLinkPage, uselessLinkPage } from './entry-pages.js';
import { loginPage } from './login-page.js';

const EVERYONE = { to: 'everyone' } as const;

/** The door of people without an account: a link to their address, opened by a button, so that no scanner uses it up. */
@ApiExcludeController()
@Controller('connexion')
export class EntryController {
  constructor(
    @Inject(EntryLinks) private readonly links: EntryLinks,
    @Inject(PageSessions) private readonly sessions: PageSessions,
    @Inject(DataSource) private readonly source: DataSource,
  ) {}

  @SendForm('courriel', EVERYONE)
  async ask(@Typed() { adresse, vers }: Sent): Promise<Page> {
    const [address, destination] = [typeof adresse === 'string' ? adresse.trim() : '', destinationIn(vers)];
    if (!isEmail(address))
      return loginPage({
        ...{ destination, isKept: false, byMail: this.links.canSend },
        refused: { address, why: 'Écrivez votre adresse électronique, par exemple prenom.nom@structure.fr' },
      });
    await this.links.send(address, destination);
    return linkSentPage(address, destination);
  }

  @ReadPage('lien/:secret', EVERYONE)
  async read(@Param('secret') secret: string): Promise<Page> {
    const found = await this.links.read(secret);
    return found ? linkPage(secret, found.entrant.name, found.link.expiresAt) : uselessLinkPage();
  }

  @SendForm('lien/:secret', EVERYONE)
  async enter(
    @Param('secret') secret: string,
    @Typed() { refuser }: Sent,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Page | SeeOther> {
    if (refuser === '1') {
      await this.links.refuse(secret);
      return refusedLinkPage();
    }
    const entered = await this.links.enter(secret);
    if (entered === undefined) return uselessLinkPage();
    const before = await this.sessions.of(request);
    if (before) await endSession(this.source.manager, before.digest);
    this.sessions.give(response, entered.session);
    return new SeeOther(entered.destination);
  }
}
