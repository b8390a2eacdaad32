import { Controller, Inject, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { AuthoredRequest } from '../../api/access-guard.js';
import { problem, ProblemException } from '../../api/problem.js';
import type { Act } from '../../domain/dossier/act.js';
import { actNamed } from '../../domain/dossier/acts.js';
import type { Params } from '../../api/subject-of-address.js';
import type { Page } from '../frame/page.js';
import { ReadPage, SendForm } from '../frame/routes.js';
import type { SeeOther } from '../frame/see-other.js';
import { ActForms } from './act-forms.js';
import { actOfSlug, paramsOf } from './addresses.js';
import { textsIn, type Posted } from './posted.js';

const ACT = 'poles/:poleId/faire/:act{/*subject}';
const PEOPLE = { to: 'people' } as const;
const DECLARE = actNamed('declare-initiative');

/** Every act, as a form at its own address. */
@ApiExcludeController()
@Controller()
export class FormsController {
  constructor(@Inject(ActForms) private readonly forms: ActForms) {}

  @ReadPage('poles/nouveau', PEOPLE)
  declare(@Req() request: AuthoredRequest): Promise<Page> {
    return this.forms.show({ act: DECLARE, params: {}, ...askedBy(request) });
  }

  @SendForm('poles/nouveau', PEOPLE)
  sendDeclaration(@Req() request: AuthoredRequest): Promise<Page | SeeOther> {
    return this.forms.send({ act: DECLARE, params: {}, ...askedBy(request) }, postedIn(request));
  }

  @ReadPage(ACT, PEOPLE)
  show(@Req() request: AuthoredRequest): Promise<Page> {
    return this.forms.show({ ...addressed(request), ...askedBy(request) });
  }

  @SendForm(ACT, PEOPLE)
  send(@Req() request: AuthoredRequest): Promise<Page | SeeOther> {
    return this.forms.send({ ...addressed(request), ...askedBy(request) }, postedIn(request));
  }
}

const askedBy = (request: AuthoredRequest) => {
  const { account, actors, path, query } = request;
  return { account, actors, action: path, from: textsIn(query as Posted, 'depuis')[0] };
};

function addressed({ params }: AuthoredRequest): { readonly act: Act<never>; readonly params: Params } {
  const { poleId = '', act: name = '', subject = [] } = params as Readonly<Record<string, string | string[]>>;
  const act = actOfSlug(String(name));
  if (!act || act === DECLARE)
    throw new ProblemException(problem('not-found', 404, 'Introuvable', 'Cette page n’existe pas.'));
  return { act, params: paramsOf(String(poleId), [subject].flat()) };
}

/** The fields of the form that was sent, as they were typed. */
const postedIn = ({ body }: AuthoredRequest): Posted => (body as Posted | undefined) ?? {};
