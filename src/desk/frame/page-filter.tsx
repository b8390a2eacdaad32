import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { FreshLoginRequiredError, LoginRequiredError } from '../../api/page-sessions.js';
import type { Fault, Problem } from '../../api/problem.js';
import { answerTo } from '../../api/problem-filter.js';
import { LOGGER } from '../../api/tokens.js';
import type { WatchedRequest } from '../../api/watched-request.js';
import { destinationIn, loginTo, pageOf } from './destination.js';
import { leadTo, replacingAll } from './in-place.js';
import { PageShower } from './page-shower.js';
import type { Page } from './page.js';

/** What goes wrong behind a page is told on a page, with a way back; who must log in is led there, and back. */
@Catch()
export class PageFilter implements ExceptionFilter {
  constructor(
    @Inject(LOGGER) private readonly log: Logger,
    @Inject(PageShower) private readonly shower: PageShower,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    await this.answer(error, http.getRequest<WatchedRequest>(), http.getResponse<Response>());
  }

  /** Answers an error, wherever it was thrown; throws none, which nothing would catch. */
  async answer(error: unknown, request: WatchedRequest, response: Response): Promise<void> {
    if (error instanceof LoginRequiredError) {
      await this.leadToLogin(error, request, response);
    } else if (error instanceof FreshLoginRequiredError) {
      const search = new URLSearchParams({ vers: destinationIn(pageOf(request)) });
      leadTo(`/confirmer-identite?${search}`, request, response);
    } else {
      await this.tell(error, request, response);
    }
  }

  private async leadToLogin({ expired }: LoginRequiredError, request: WatchedRequest, response: Response) {
    try {
      const isKept = expired !== undefined && (await this.keepTyped(request, response, expired.account));
      leadTo(loginTo(destinationIn(pageOf(request))) + (isKept ? '&garde=1' : ''), request, response);
    } catch (error) {
      await this.tell(error, request, response);
    }
  }

  /** Tells an error on a page for its reader; on one for whoever comes, when what is wrong keeps them from being known. */
  private async tell(error: unknown, request: WatchedRequest, response: Response): Promise<void> {
    const { problem, headers = {} } = answerTo(error, request, this.log);
    if (response.headersSent) return;
    response.set(headers);
    replacingAll(request, response);
    const page = problemPage(problem, request.traceId);
    try {
      await this.shower.show(page, request, response);
    } catch (why) {
      this.log.warn({ err: why, traceId: request.traceId }, 'page d’erreur montrée sans savoir à qui');
      this.shower.send(page, response);
    }
  }

  /** Keeps what was typed in a form whose session ended, for its account; answers whether the form will show it again. */
  protected keepTyped(_request: WatchedRequest, _response: Response, _account: string): Promise<boolean> {
    return Promise.resolve(false);
  }
}

const TITLES: Readonly<Record<number, string>> = { 404: 'Cette page n’existe pas' };

/** A problem as a page tells it: what, why by which text, and how to go on. */
function problemPage({ status, title, detail, errors = [] }: Problem, traceId: string): Page {
  const heading = TITLES[status] ?? title;
  return {
    status,
    title: heading,
    content: (
      <div class="j-narrow">
        <h1>{heading}</h1>
        <p class="j-lead">
          {status === 404 ? 'L’adresse est fausse, ou la page est celle d’un dossier qui n’est pas le vôtre.' : detail}
        </p>
        {errors.length > 0 && <ul class="j-part">{errors.map(faultLine)}</ul>}
        <ul class="j-part">
          <li>
            <a href="/">Revenir à mon bureau</a>
          </li>
        </ul>
        {status >= 500 && <p class="j-small j-quiet">Numéro à donner si vous appelez : {traceId}</p>}
      </div>
    ),
  };
}

const faultLine = ({ detail, source, liftedBy }: Fault) => (
  <li>
    {detail}
    {source !== undefined && <span class="j-sub">{source}</span>}
    {liftedBy !== undefined && <span class="j-sub">Ce qui le lève : {liftedBy.label}</span>}
  </li>
);
