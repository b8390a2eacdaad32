import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { mergeMap, type Observable } from 'rxjs';
import { DONE, SAID } from './done.js';
import type { Page } from './page.js';
import { PageShower } from './page-shower.js';
import { Part } from './part.js';
import { SeeOther } from './see-other.js';

/** Turns what the handler of a page answers into HTML, or into a redirection. */
@Injectable()
export class PageInterceptor implements NestInterceptor<Page | Part | SeeOther, void> {
  constructor(@Inject(PageShower) private readonly shower: PageShower) {}

  intercept(context: ExecutionContext, next: CallHandler<Page | Part | SeeOther>): Observable<void> {
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    forgetUnasked(request);
    return next.handle().pipe(mergeMap(answer => this.send(answer, request, response)));
  }

  private async send(answer: Page | Part | SeeOther, request: Request, response: Response): Promise<void> {
    if (answer instanceof SeeOther) response.redirect(303, answer.href);
    else if (answer instanceof Part) this.shower.sendPart(answer, response);
    else await this.shower.show(answer, request, response);
  }
}

/** What a filter leaves empty asks nothing, though browsers send it; nor does what the address says that was just done. */
function forgetUnasked(request: Request): void {
  const asked = Object.entries(request.query).filter(([name, value]) => value !== '' && name !== DONE && name !== SAID);
  Object.defineProperty(request, 'query', { value: Object.fromEntries(asked) });
}
