import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { mergeMap, type Observable } from 'rxjs';
import type { AuthoredRequest } from '../../api/access-guard.js';
import { DONE, DoneMessages } from './done.js';
import { withDone } from './done-note.js';
import { documentOf } from './document.js';
import type { Page } from './page.js';
import { SeeOther } from './see-other.js';

/** Turns what the handler of a page answers into HTML, or into a redirection. */
@Injectable()
export class PageInterceptor implements NestInterceptor<Page | SeeOther, void> {
  constructor(@Inject(DoneMessages) private readonly messages: DoneMessages) {}

  intercept(context: ExecutionContext, next: CallHandler<Page | SeeOther>): Observable<void> {
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<AuthoredRequest>(), http.getResponse<Response>()];
    return next.handle().pipe(mergeMap(answer => this.send(answer, request, response)));
  }

  private async send(answer: Page | SeeOther, request: AuthoredRequest, response: Response): Promise<void> {
    if (answer instanceof SeeOther) return response.redirect(303, answer.href);
    const done = await this.messages.of(request.account, request.query[DONE]);
    response.status(answer.status ?? 200).setHeader('Cache-Control', 'no-store');
    response.type('text/html; charset=utf-8').send(documentOf(withDone(answer, done), { demonstration: false }));
  }
}
