import { Controller, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { AuthoredRequest } from '../../api/access-guard.js';
import { bringsFiles } from '../../api/file-parts.js';
import { PageSessions } from '../../api/page-sessions.js';
import { problem, ProblemException } from '../../api/problem.js';
import type { Act } from '../../domain/dossier/act.js';
import { actNamed } from '../../domain/dossier/acts.js';
import { TakesFiles } from '../../api/takes-files.js';
import type { Params } from '../../api/subject-of-address.js';
import type { Page } from '../frame/page.js';
import { ReadPage, SendForm } from '../frame/routes.js';
import type { SeeOther } from '../frame/see-other.js';
import { sentIn } from '../frame/typed.js';
import { ActForms } from './act-forms.js';
import { actOfSlug, paramsOf } from './addresses.js';
import { BroughtFiles, type Brought } from './brought-files.js';
import { DraftingFilter } from './drafting-filter.js';
import { asksFiles, formOf } from './model.js';
import { textsIn } from './posted.js';

const ACT = 'poles/:poleId/faire/:act{/*subject}';
const PEOPLE = { to: 'people' } as const;
const DECLARE = actNamed('declare-initiative');

/** Every act, as a form at its own address. */
@ApiExcludeController()
@Controller()
export class FormsController {
  constructor(
    @Inject(ActForms) private readonly forms: ActForms,
    @Inject(BroughtFiles) private readonly files: BroughtFiles,
    @Inject(PageSessions) private readonly sessions: PageSessions,
  ) {}

  @ReadPage('poles/nouveau', PEOPLE)
  declare(@Req() request: AuthoredRequest): Promise<Page> {
    return this.forms.show({ act: DECLARE, params: {}, ...this.askedBy(request) });
  }

  @SendForm('poles/nouveau', PEOPLE, DraftingFilter)
  sendDeclaration(@Req() request: AuthoredRequest): Promise<Page | SeeOther> {
    return this.forms.send({ act: DECLARE, params: {}, ...this.askedBy(request) }, typedIn(request));
  }

  @ReadPage(ACT, PEOPLE)
  show(@Req() request: AuthoredRequest): Promise<Page> {
    return this.forms.show({ ...addressed(request), ...this.askedBy(request) });
  }

  @TakesFiles()
  @SendForm(ACT, PEOPLE, DraftingFilter)
  async send(
    @Req() request: AuthoredRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Page | SeeOther> {
    const { act, params } = addressed(request);
    const isFile = (field: string) => fileFields(act).some(name => field === name || field.startsWith(`${name}.`));
    const brought = bringsFiles(request)
      ? await this.files.read(request, response, isFile, params['poleId'] ?? '')
      : typedIn(request);
    return this.forms.send({ act, params, ...this.askedBy(request) }, brought);
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

/** The form that was sent without files, as it was typed. */
const typedIn = ({ body }: AuthoredRequest): Brought => ({ posted: sentIn(body), faults: [] });

const fileFields = ({ name }: Act<never>) =>
  formOf(name)
    .fields.filter(asksFiles)
    .map(field => field.name);
