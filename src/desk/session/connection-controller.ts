import { Controller, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { LoginRefusedError, OidcClient } from '../../access/oidc-client.js';
import { cookieIn, PageSessions } from '../../api/page-sessions.js';
import { problem, ProblemException } from '../../api/problem.js';
import { endSession, keepPendingLogin, openSession, takePendingLogin } from '../../record/people/sessions.js';
import { destinationIn } from '../frame/destination.js';
import type { Page } from '../frame/page.js';
import { ReadPage, SendForm } from '../frame/routes.js';
import { SeeOther } from '../frame/see-other.js';
import { Asked, Typed, type Sent } from '../frame/typed.js';
import { EntryLinks } from './entry-links.js';
import { confirmPage, loginPage } from './login-page.js';

const EVERYONE = { to: 'everyone' } as const;

/** The doors of the house: in by one's account, and out of it. */
@ApiExcludeController()
@Controller()
export class ConnectionController {
  constructor(
    @Inject(PageSessions) private readonly sessions: PageSessions,
    @Inject(OidcClient) private readonly oidc: OidcClient,
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(EntryLinks) private readonly links: EntryLinks,
  ) {}

  @ReadPage('connexion', EVERYONE)
  async doors(@Asked() { vers, garde }: Sent, @Req() request: Request): Promise<Page | SeeOther> {
    const destination = destinationIn(vers);
    if (await this.sessions.open(request)) return new SeeOther(destination);
    return loginPage({ destination, isKept: garde === '1', byMail: this.links.canSend });
  }

  @ReadPage('confirmer-identite', { to: 'people' })
  confirm(@Asked() { vers }: Sent): Page {
    return confirmPage(destinationIn(vers));
  }

  @SendForm('connexion', EVERYONE)
  async begin(@Typed() { vers, confirmer }: Sent, @Res({ passthrough: true }) response: Response): Promise<SeeOther> {
    const { url, pending } = await this.oidc.begin(confirmer === '1');
    const secret = await keepPendingLogin(this.source.manager, pending, destinationIn(vers));
    response.cookie(this.pendingCookie, secret, this.sessions.cookie);
    return new SeeOther(url.href);
  }

  @ReadPage('login/callback', EVERYONE)
  async finish(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<SeeOther> {
    const secret = cookieIn(request, this.pendingCookie);
    const pending = secret === undefined ? undefined : await takePendingLogin(this.source.manager, secret);
    response.clearCookie(this.pendingCookie, this.sessions.cookie);
    if (pending === undefined) throw refused('Cette connexion est trop ancienne, ou a déjà servi. Recommencez.');
    const identity = await this.oidc.finish(new URL(request.originalUrl, 'http://house').search, pending).catch(said);
    await this.leaveBehind(request);
    this.sessions.give(response, await openSession(this.source.manager, identity, 'provider'));
    return new SeeOther(pending.destination);
  }

  @SendForm('deconnexion', EVERYONE)
  async leave(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<SeeOther> {
    const session = await this.leaveBehind(request);
    this.sessions.takeBack(response);
    const farewell = session?.idToken ? await this.oidc.leaving(session.idToken) : undefined;
    return new SeeOther(farewell?.href ?? '/connexion');
  }

  /** Ends the session that a browser came with: the next one has a secret of its own. */
  private async leaveBehind(request: Request) {
    const session = await this.sessions.of(request);
    if (session) await endSession(this.source.manager, session.digest);
    return session;
  }

  private get pendingCookie(): string {
    return this.sessions.cookieNamed('jalon-connexion');
  }
}

const refused = (detail: string) =>
  new ProblemException(problem('login-refused', 400, 'La connexion n’a pas abouti', detail));

function said(error: unknown): never {
  throw error instanceof LoginRefusedError ? refused(error.message) : error;
}
