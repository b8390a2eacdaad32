import {
  Catch,
  HttpException,
  Inject,
  NotFoundException,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { IdentityProviderAwayError, NotAuthenticatedError, NotAuthorisedError } from '../access/people.js';
import { isDatabaseAway } from '../database/away.js';
import { actNamed } from '../domain/dossier/acts.js';
import { DomainError } from '../domain/kernel/domain-error.js';
import { FileRefusedError, type FileFault } from '../files/file-refused.js';
import type { Refusal } from '../domain/kernel/refusal.js';
import {
  KeyReusedError,
  RefusedError,
  QuarantinedError,
  StaleVersionError,
  UnknownDossierError,
  UnknownSubjectError,
} from '../record/refused.js';
import { ClockRefusedError, EngineAwayError } from '../temporal/house-clock.js';
import { allowedMethods } from './allowed-methods.js';
import { problem, ProblemException, type Fault, type Problem } from './problem.js';
import { LOGGER } from './tokens.js';
import { answerProblem, type WatchedRequest } from './watched-request.js';

const FORBIDDEN = new Set([
  ...['forbidden-role', 'out-of-perimeter', 'same-person', 'wrong-party', 'reminds-oneself', 'extends-oneself'],
]);

/** A refusal of the domain as a person reads it. */
export function faultOf({ code, message, source, liftedBy, pointer }: Refusal): Fault {
  return {
    code,
    detail: message,
    ...(pointer === undefined ? {} : { pointer }),
    ...(source === undefined ? {} : { source }),
    ...(liftedBy === undefined ? {} : { liftedBy: { act: liftedBy, label: actNamed(liftedBy).label } }),
  };
}

function refused({ refusals }: RefusedError): Problem {
  const [first] = refusals;
  if (!first) throw new Error('Un refus sans raison.');
  const status = FORBIDDEN.has(first.code) ? 403 : first.pointer === undefined ? 409 : 422;
  return problem(first.code, status, "L'acte est refusé", first.message, { errors: refusals.map(faultOf) });
}

function stale({ version, meanwhile }: StaleVersionError): Problem {
  const detail =
    meanwhile.length === 0
      ? `Le dossier est à la version ${version}.`
      : `Depuis votre lecture : ${meanwhile.map(event => `${event.label} (${event.by}, ${event.recordedAt})`).join(' ; ')}.`;
  return problem('stale-version', 412, 'Le dossier a changé', detail, { version, decidedMeanwhile: meanwhile });
}

const FILE_STATUS: Readonly<Record<FileFault, number>> = {
  ...{ 'too-large': 413, 'wrong-type': 415, unsafe: 422, infected: 422, empty: 422 },
};

function fileRefused({ fault: why, message }: FileRefusedError): Problem {
  const [code, pointer] = [`file-${why}`, '/file'];
  return problem(code, FILE_STATUS[why], 'Fichier refusé', message, { errors: [{ code, detail: message, pointer }] });
}

type Said = readonly [code: string, title: string, detail: string];

const ILL_FORMED: Said = [
  ...(['bad-request', 'Demande illisible'] as const),
  'La demande ne peut être lue : son contenu doit être du JSON bien formé.',
];
const HTTP_TITLES: Readonly<Record<number, Said>> = {
  404: ['not-found', 'Introuvable', "Cette adresse n'existe pas."],
  413: ['too-large', 'Demande trop grande', 'Le contenu envoyé dépasse la taille admise.'],
  415: ['unsupported-media-type', 'Format non admis', 'Le contenu doit être du JSON.'],
  429: ['too-many-requests', 'Trop de demandes', 'Trop de demandes en peu de temps : réessayez dans un instant.'],
};

function httpStatus(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof Error && 'status' in error && typeof error.status === 'number') return error.status;
  return undefined;
}

/** What HTTP itself refuses: an address, a method, a body that cannot be read. */
function ofHttp(status: number | undefined): Problem | undefined {
  if (status === undefined || status < 400 || status >= 500) return undefined;
  const [code, title, detail] = HTTP_TITLES[status] ?? ILL_FORMED;
  return problem(code, status, title, detail);
}

/** An address that exists, asked in a way that it does not take. */
function notAllowed(methods: readonly string[]): Answered {
  const detail = `Cette adresse ne se demande que par : ${methods.join(', ')}.`;
  return {
    problem: problem('method-not-allowed', 405, 'Méthode non admise', detail),
    headers: { Allow: methods.join(', ') },
  };
}

/** What is wrong, one by one; the problem itself when it names no part of it. */
export const faultsOf = ({ errors, detail, type }: Problem): readonly Fault[] =>
  errors ?? [{ code: type.slice(type.lastIndexOf(':') + 1), detail }];

interface Answered {
  readonly problem: Problem;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is said of an error, and the headers that go with it; undefined for a fault of the house. */
export function problemOf(error: unknown): Answered | undefined {
  if (error instanceof ProblemException) return { problem: error.body, headers: error.headers };
  if (error instanceof RefusedError) return { problem: refused(error) };
  if (error instanceof FileRefusedError) return { problem: fileRefused(error) };
  if (error instanceof StaleVersionError) return { problem: stale(error), headers: { ETag: `"${error.version}"` } };
  if (error instanceof UnknownDossierError) return { problem: problem('not-found', 404, 'Introuvable', error.message) };
  if (error instanceof UnknownSubjectError) return { problem: problem(error.code, 404, 'Introuvable', error.message) };
  if (error instanceof QuarantinedError)
    return { problem: problem('dossier-set-aside', 409, 'Dossier mis de côté', error.message) };
  if (error instanceof KeyReusedError)
    return { problem: problem('key-reused', 422, 'Clé déjà utilisée', error.message) };
  if (error instanceof ClockRefusedError)
    return { problem: problem(error.code, 409, "L'horloge ne bouge pas", error.message) };
  if (error instanceof DomainError) return { problem: problem(error.code, 422, 'Valeur refusée', error.message) };
  if (error instanceof NotAuthenticatedError)
    return {
      problem: problem('not-authenticated', 401, 'Identification requise', error.message),
      headers: { 'WWW-Authenticate': 'Bearer' },
    };
  if (error instanceof NotAuthorisedError) return { problem: problem('forbidden', 403, 'Accès refusé', error.message) };
  if (error instanceof IdentityProviderAwayError)
    return {
      problem: problem('identity-away', 503, 'Identification indisponible', error.message),
      headers: { 'Retry-After': '5' },
    };
  if (error instanceof EngineAwayError)
    return {
      problem: problem('engine-away', 503, 'Moteur indisponible', error.message),
      headers: { 'Retry-After': '5' },
    };
  const http = ofHttp(httpStatus(error));
  if (http) return { problem: http };
  if (isDatabaseAway(error))
    return {
      problem: problem(
        'database-away',
        503,
        'Service indisponible',
        "La base de données ne répond pas ; rien n'a été enregistré. Réessayez dans un instant.",
      ),
      headers: { 'Retry-After': '5' },
    };
  return undefined;
}

/** What an error is answered with; a fault of the house is logged whole and told without its inside. */
export function answerTo(error: unknown, request: WatchedRequest, log: Logger): Answered {
  const methods = error instanceof NotFoundException ? allowedMethods(request) : [];
  const answer = (methods.length > 0 ? notAllowed(methods) : problemOf(error)) ?? fault(error, request, log);
  if (answer.problem.status === 503)
    log.warn({ err: error, traceId: request.traceId }, 'demande sans réponse : une partie de la maison manque');
  return answer;
}

function fault(error: unknown, request: WatchedRequest, log: Logger): Answered {
  const { traceId } = request;
  log.error({ err: error, method: request.method, path: loggedPath(request), traceId }, 'erreur de la maison');
  return {
    problem: problem(
      'internal',
      500,
      'Erreur interne',
      'Une erreur est survenue ; elle est notée sous ce numéro de trace.',
    ),
  };
}

/** The path without the secret that opens a calendar, or the house. */
const loggedPath = ({ path }: Request) => path.replace(/^(\/calendars|\/connexion\/lien)\/.*/, '$1/…');

/** Every error leaves as problem+json. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<WatchedRequest>(), http.getResponse<Response>());
  }

  /** Answers an error, wherever it was thrown. */
  answer(error: unknown, request: WatchedRequest, response: Response): void {
    const { problem: answered, headers } = answerTo(error, request, this.log);
    if (!response.headersSent) answerProblem(request, response, answered, headers);
  }
}
