import { Controller, Inject, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { AuthoredRequest } from '../../api/access-guard.js';
import { PageSessions } from '../../api/page-sessions.js';
import { problem, ProblemException } from '../../api/problem.js';
import type { Act } from '../../domain/dossier/act.js';
import { actNamed } from '../../domain/dossier/acts.js';
import type { Params } from '../../api/subject-of-address.js';
import type { Page } from '../frame/page.js';
import { ReadPage, SendForm } from '../frame/routes.js';
import type { SeeOther } from '../frame/see-other.js';
import { sentIn } from '../frame/typed.js';
import { ActForms } from './act-forms.js';
import { actOfSlug, paramsOf } from './addresses.js';
import { DraftingFilter } from './drafting-filter.js';
import { textsIn, type Posted } from './posted.js';

const ACT = 'poles/:poleId/faire/:act{/*subject}';
const PEOPLE = { to: 'people' } as const;
const DECLARE = actNamed('declare-initiative');

/** Every act, as a form at its own address. */
@ApiExcludeController()
@Controller()
export class FormsController {
  constructor(
    @Inject(ActForms) private readonly forms: ActForms,
    @Inject(PageSessions) private readonly sessions: PageSessions,
  ) {}

  @ReadPage('poles/nouveau', PEOPLE)
  declare(@Req() request: AuthoredRequest): Promise<Page> {
    return this.forms.show({ act: DECLARE, params: {}, ...this.askedBy(request) });
  }

  @SendForm('poles/nouveau', PEOPLE, DraftingFilter)
  sendDeclaration(@Req() request: AuthoredRequest): Promise<Page | SeeOther> {
    return this.forms.send({ act: DECLARE, params: {}, ...this.askedBy(request) }, postedIn(request));
  }

  @ReadPage(ACT, PEOPLE)
  show(@Req() request: AuthoredRequest): Promise<Page> {
    return this.forms.show({ ...addressed(request), ...this.askedBy(request) });
  }

  @SendForm(ACT, PEOPLE, DraftingFilter)
  send(@Req() request: AuthoredRequest): Promise<Page | SeeOther> {
    return this.forms.send({ ...addressed(request), ...this.askedBy(request) }, postedIn(request));
  }

  private askedBy(request: AuthoredRequest) {
    const { account, actors, path: action, query } = request;
    const requireFresh = () => this.sessions.requireFresh(request);
    return { account, actors, action, requireFresh, from: textsIn(sentIn(query), 'depuis')[0] };
  }
}

function addressed({ params }: AuthoredRequest): { readonly act: Act<never>; readonly params: Params } {
  const { poleId = '', act: name = '', subject = [] } = params as Readonly<Record<string, string | string[]>>;
  const act = actOfSlug(String(name));
  if (!act || act === DECLARE)
    throw new ProblemException(problem('not-found', 404, 'Introuvable', 'Cette page n’existe pas.'));
  return { act, params: paramsOf(String(poleId), [subject].flat()) };
}

/** The fields of the form that was sent, as they were typed. */
const postedIn = ({ body }: AuthoredRequest): Posted => sentIn(body);
