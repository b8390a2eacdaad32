import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { OidcClient } from '../../access/oidc-client.js';
import { PageSessions } from '../../api/page-sessions.js';
import { DONE, DoneMessages, toldIn } from './done.js';
import { withDone } from './done-note.js';
import { documentOf, partOf } from './document.js';
import { HOUSE, type House, type Page, type Reader } from './page.js';
import type { Part } from './part.js';
import { pagePolicy } from './policy.js';
import { Readers } from './readers.js';

/** Shows pages within their frame, to whoever reads. */
@Injectable()
export class PageShower {
  private readonly policy: string;

  constructor(
    @Inject(Readers) private readonly readers: Readers,
    @Inject(PageSessions) private readonly sessions: PageSessions,
    @Inject(DoneMessages) private readonly messages: DoneMessages,
    @Inject(HOUSE) private readonly house: House,
    @Inject(OidcClient) oidc: OidcClient,
  ) {
    this.policy = pagePolicy(new URL(oidc.issuer).origin);
  }

  /** Shows a page to whoever reads, under what they have just done. */
  async show(page: Page, request: Request, response: Response): Promise<void> {
    const reader = await this.readers.of(request);
    const done = await this.messages.of(await this.sessions.known(request), toldIn(request, DONE));
    const arrives = this.sessions.takeArrival(request, response);
    this.send(withDone(page, done), response, reader && { ...reader, arrives });
  }

  /** Sends a page, kept by nobody; as to whoever comes when there is no reader. Asks the database nothing. */
  send(page: Page, response: Response, reader?: Reader): void {
    this.keptByNobody(response.status(page.status ?? 200)).send(documentOf(page, this.house, reader));
  }

  /** Sends a part of a page that is shown; nothing, when it is to stay as it is. */
  sendPart({ content }: Part, response: Response): void {
    if (content === null) this.keptByNobody(response.status(204)).end();
    else this.keptByNobody(response).send(partOf(content));
  }

  private keptByNobody(response: Response): Response {
    return response
      .set({ 'Content-Security-Policy': this.policy, 'Cache-Control': 'no-store' })
      .type('text/html; charset=utf-8');
  }
}
