import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { NotAuthorisedError, People } from '../../access/people.js';
import type { AuthoredRequest } from '../../api/access-guard.js';
import { PageSessions } from '../../api/page-sessions.js';
import { roleLabel, type Actor } from '../../domain/dossier/roles.js';
import { footFor, menuFor } from './menu.js';
import type { Reader } from './page.js';

/** Who reads a page, as its frame shows them. */
@Injectable()
export class Readers {
  constructor(
    @Inject(PageSessions) private readonly sessions: PageSessions,
    @Inject(People) private readonly people: People,
  ) {}

  /** The reader of a request; undefined when nobody is logged in. */
  async of(request: Request): Promise<Reader | undefined> {
    const session = await this.sessions.open(request);
    if (session === undefined) return undefined;
    const actors = (request as Partial<AuthoredRequest>).actors ?? (await this.actorsOf(session.account));
    const roles = [...new Set(actors.map(({ role }) => role))];
    return {
      name: session.name,
      places: roles.map(roleLabel).join(', '),
      menu: menuFor(roles),
      foot: footFor(roles),
      csrf: this.sessions.formKey(request),
      ...{ search: '/poles', settings: '/moi' },
    };
  }

  /** Someone without a role may read what is open to all, and leave. */
  private async actorsOf(account: string): Promise<readonly Actor[]> {
    try {
      return await this.people.actors(account);
    } catch (error) {
      if (error instanceof NotAuthorisedError) return [];
      throw error;
    }
  }
}
