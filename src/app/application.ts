import 'reflect-metadata';
import { UnsupportedMediaTypeException } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { Express, NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { described } from '../api/described.js';
import { bringsFiles } from '../api/file-parts.js';
import { limitPerMinute } from '../api/limits.js';
import { ProblemFilter } from '../api/problem-filter.js';
import { TAGS } from '../api/tags.js';
import type { WatchedRequest } from '../api/watched-request.js';
import { AppModule } from './app.module.js';
import { PageFilter } from '../desk/frame/page-filter.js';
import type { ApiParts } from './compose.js';
import { NowhereFilter } from './nowhere-filter.js';
import { operationsApart } from './operations.js';
import { OrderlyShutdown } from './orderly-shutdown.js';
import { routeFinder } from './routes.js';

const LARGEST_BODY = '512kb';

/** The API, ready to listen: limits, headers, documentation. */
export async function application(parts: ApiParts): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of(parts), {
    logger: false,
    bodyParser: false,
    abortOnError: false,
  });
  app.set('trust proxy', parts.door.trustedProxies);
  app.use(parts.traffic.watch(routeFinder(app)));
  app.use(helmet());
  app.use(operationsApart(parts.door));
  app.use('/api', keptByNobody);
  app.use(
    limitPerMinute(
      parts.door.requestsPerMinute,
      async request => (await parts.accounts.known(request)) ?? parts.sessions.known(request),
    ),
  );
  const filter = new ProblemFilter(parts.log);
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (isOfAnotherFormat(request) && !isForm(request) && !bringsFiles(request))
      filter.answer(new UnsupportedMediaTypeException(), request as WatchedRequest, response);
    else next();
  });
  app.useBodyParser('json', { limit: LARGEST_BODY });
  app.useBodyParser('urlencoded', { limit: LARGEST_BODY, extended: false });
  SwaggerModule.setup('docs', app, () => description(app), { jsonDocumentUrl: 'api/openapi.json' });
  const express = app.getHttpAdapter().getInstance() as Express;
  for (const name of IDENTIFIERS) express.param(name, inSmallLetters);
  app.useGlobalFilters(new NowhereFilter(app.get(PageFilter), filter));
  await app.init();
  return app;
}

/** Whether something is sent that is not said to be JSON; an empty body is of no format. */
function isOfAnotherFormat(request: Request): boolean {
  return request.headers['content-length'] !== '0' && request.is('application/json') === false;
}

/** What a page sends; the API takes JSON alone. */
function isForm(request: Request): boolean {
  return !request.path.startsWith('/api/') && request.is('application/x-www-form-urlencoded') !== false;
}

/** What addresses name by a UUID, which is the same in capitals (RFC 9562, 4). */
const IDENTIFIERS = ['poleId', 'awardId', 'obligationId', 'contactId', 'absenceId', 'taskId'];

function inSmallLetters({ params }: Request, _response: Response, next: NextFunction, value: string, name: string) {
  params[name] = value.toLowerCase();
  next();
}

/** No cache keeps what the API answers: it is for one person. An ETag still tells the version of a dossier. */
const keptByNobody: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};

/** Closes the application and all that it was made of, in order. Throws what kept a part from stopping. */
export async function closeApplication(app: NestExpressApplication): Promise<void> {
  const shutdown = app.get(OrderlyShutdown);
  await app.close();
  shutdown.requireDone();
}

/** The OpenAPI description of the whole API. */
export function description(app: NestExpressApplication): OpenAPIObject {
  const base = new DocumentBuilder()
    .setTitle('Jalon')
    .setDescription("Les pôles de développement de l'ESS de la Région Bretagne, de l'idée au dernier euro justifié.")
    .setVersion('1')
    .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/fr/')
    .addServer('/', 'La maison qui sert cette page')
    .addBearerAuth();
  for (const [tag, about] of Object.entries(TAGS)) base.addTag(tag, about);
  return described(SwaggerModule.createDocument(app, base.build()));
}
