import { timingSafeEqual } from 'node:crypto';
import type { CookieOptions, Request, Response } from 'express';
import type { EntityManager } from 'typeorm';
import { NotAuthenticatedError, NotAuthorisedError } from '../access/people.js';
import { digestOf, formKeyOf } from '../access/secrets.js';
import type { Session, SessionReads } from '../database/session-reads.js';
import { noteSeen } from '../record/people/sessions.js';

/** Nobody is logged in behind the request of a page; `expired` is the session that was, if there was one. */
export class LoginRequiredError extends NotAuthenticatedError {
  constructor(readonly expired: Session | undefined) {
    super('Connectez-vous pour lire cette page.');
    this.name = 'LoginRequiredError';
  }
}

/** What is asked wants a person who identified themself a short while ago. */
export class FreshLoginRequiredError extends NotAuthenticatedError {
  constructor() {
    super('Identifiez-vous de nouveau pour aller plus loin.');
    this.name = 'FreshLoginRequiredError';
  }
}

/** A form that was not made for the session that sends it, or that another site sends. */
class ForeignFormError extends NotAuthorisedError {
  constructor() {
    super('Ce formulaire ne vient pas de votre session. Rechargez la page et recommencez : rien n’a été enregistré.');
    this.name = 'ForeignFormError';
  }
}

/** The field by which a form says for which session it was made. */
export const FORM_KEY = '_cle';
/** Seconds after which an identification is no longer fresh. */
const FRESH_SECONDS = 15 * 60;
/** Seconds during which a session that was just seen is not noted again. */
const NOTED_EVERY = 60;

/** Who is logged in to the pages, by the cookie of their browser. */
export class PageSessions {
  private readonly found = new WeakMap<Request, Promise<Session | undefined>>();
  private readonly isSecure: boolean;

  constructor(
    private readonly reads: SessionReads,
    private readonly manager: EntityManager,
    private readonly publicUrl: string,
  ) {
    this.isSecure = publicUrl.startsWith('https:');
  }

  /** The session of a request, open or expired; undefined when its browser carries none. */
  of(request: Request): Promise<Session | undefined> {
    const found = this.found.get(request) ?? this.read(request);
    this.found.set(request, found);
    return found;
  }

  /** The open session of a request; undefined when there is none. */
  async open(request: Request): Promise<Session | undefined> {
    const session = await this.of(request);
    return session?.isOpen === true ? session : undefined;
  }

  /** The account behind a request; undefined when nobody is logged in, or it cannot be known now. */
  async known(request: Request): Promise<string | undefined> {
    try {
      return (await this.open(request))?.account;
    } catch {
      return undefined; // Told by the route, if it wants an account.
    }
  }

  /** The account that is logged in. Refuses a request without an open session. */
  async accountOf(request: Request): Promise<string> {
    const session = await this.of(request);
    if (session?.isOpen !== true) throw new LoginRequiredError(session);
    if (session.unseenFor > NOTED_EVERY) await noteSeen(this.manager, session.digest);
    return session.account;
  }

  /** Refuses someone who identified themself too long ago, or entered by a link of a mail. */
  async requireFresh(request: Request): Promise<void> {
    const session = await this.open(request);
    if (session === undefined || session.enteredBy !== 'provider' || session.age > FRESH_SECONDS)
      throw new FreshLoginRequiredError();
  }

  /** Refuses a form that another site sends, or that was made for another session (CSRF). */
  async requireOwnForm(request: Request): Promise<void> {
    if (!this.isFromHere(request)) throw new ForeignFormError();
    const secret = this.secretIn(request);
    if ((await this.open(request)) === undefined || secret === undefined) return;
    const given: unknown = (request.body as Readonly<Record<string, unknown>> | undefined)?.[FORM_KEY];
    if (typeof given !== 'string' || !isSame(given, formKeyOf(secret))) throw new ForeignFormError();
  }

  /** What the forms of a request's session carry; empty without a session. */
  formKey(request: Request): string {
    const secret = this.secretIn(request);
    return secret === undefined ? '' : formKeyOf(secret);
  }

  /** Gives a browser the secret of a session, and remembers that its person is on their way to a page. */
  give(response: Response, secret: string): void {
    response.cookie(this.cookieName, secret, this.cookie);
    response.cookie(this.arrivalCookie, '1', this.cookie);
  }

  /** Whether someone reads their first page since they logged in; it is told once. */
  takeArrival(request: Request, response: Response): boolean {
    const arrives = cookieIn(request, this.arrivalCookie) !== undefined;
    if (arrives) response.clearCookie(this.arrivalCookie, this.cookie);
    return arrives;
  }

  /** Takes the secret of its session back from a browser. */
  takeBack(response: Response): void {
    response.clearCookie(this.cookieName, this.cookie);
  }

  /** Where the secret of a login on its way is: apart, and sent back by the provider's redirection. */
  get cookie(): CookieOptions {
    return { httpOnly: true, sameSite: 'lax', secure: this.isSecure, path: '/' };
  }

  /** The prefix by which a browser holds a cookie to this host alone, over https. */
  cookieNamed(name: string): string {
    return this.isSecure ? `__Host-${name}` : name;
  }

  private get cookieName(): string {
    return this.cookieNamed('jalon');
  }

  private get arrivalCookie(): string {
    return this.cookieNamed('jalon-arrivee');
  }

  private secretIn(request: Request): string | undefined {
    return cookieIn(request, this.cookieName);
  }

  private async read(request: Request): Promise<Session | undefined> {
    const secret = this.secretIn(request);
    return secret === undefined ? undefined : this.reads.of(digestOf(secret));
  }

  /** What a browser says of where a form comes from; one that says nothing is held to the form's key. */
  private isFromHere(request: Request): boolean {
    const site = request.get('sec-fetch-site');
    if (site !== undefined) return site === 'same-origin' || site === 'none';
    const origin = request.get('origin');
    return origin === undefined || origin === new URL(this.publicUrl).origin;
  }
}

/** A cookie of a request, by its name. */
export function cookieIn(request: Request, name: string): string | undefined {
  const pairs = (request.get('cookie') ?? '').split(/; */);
  const pair = pairs.find(text => text.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}

function isSame(given: string, wanted: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(wanted)];
  return left.length === right.length && timingSafeEqual(left, right);
}
