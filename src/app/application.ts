import 'reflect-metadata';
import { NotFoundException, UnsupportedMediaTypeException } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { Express, NextFunction, Request, Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { described } from '../api/described.js';
import { TAGS } from '../api/tags.js';
import { problem } from '../api/problem.js';
import { ProblemFilter } from '../api/problem-filter.js';
import { AppModule } from './app.module.js';
import type { ApiParts } from './compose.js';
import { OrderlyShutdown } from './orderly-shutdown.js';

const LARGEST_BODY = '512kb';
const REQUESTS_PER_MINUTE = 6000;
const HEALTH = ['health/live', 'health/ready', 'health/stories', 'health/metrics'];
/** The pages on which the links of mails land, and their scripts. */
const LANDING = ['/', 'poles/:poleId/echeances/:obligationId', 'pages/:file'];
const WITHOUT_PREFIX = [...HEALTH, 'boite', 'boite/:message', 'calendars/:file', ...LANDING];

/** The API, ready to listen: limits, headers, documentation. */
export async function application(parts: ApiParts): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of(parts), {
    logger: false,
    bodyParser: false,
    abortOnError: false,
  });
  app.use(helmet());
  app.use(
    rateLimit({
      windowMs: 60_000,
      limit: REQUESTS_PER_MINUTE,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      handler: (_request, response) => {
        response.status(429).type('application/problem+json');
        response.send(
          JSON.stringify(problem('too-many-requests', 429, 'Trop de demandes', 'Réessayez dans un instant.')),
        );
      },
    }),
  );
  const filter = new ProblemFilter(parts.log);
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (isOfAnotherFormat(request)) filter.answer(new UnsupportedMediaTypeException(), request, response);
    else next();
  });
  app.useBodyParser('json', { limit: LARGEST_BODY });
  app.setGlobalPrefix('api', { exclude: WITHOUT_PREFIX });
  SwaggerModule.setup('docs', app, () => description(app), { jsonDocumentUrl: 'api/openapi.json' });
  const express = app.getHttpAdapter().getInstance() as Express;
  for (const name of IDENTIFIERS) express.param(name, inSmallLetters);
  await app.init();
  express.use((request, response) => filter.answer(new NotFoundException(), request, response));
  return app;
}

/** Whether something is sent that is not said to be JSON; an empty body is of no format. */
function isOfAnotherFormat(request: Request): boolean {
  return request.headers['content-length'] !== '0' && request.is('application/json') === false;
}

/** What addresses name by a UUID, which is the same in capitals (RFC 9562, 4). */
const IDENTIFIERS = ['poleId', 'awardId', 'obligationId', 'contactId', 'absenceId', 'taskId'];

function inSmallLetters({ params }: Request, _response: Response, next: NextFunction, value: string, name: string) {
  params[name] = value.toLowerCase();
  next();
}

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
