import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { described } from '../api/described.js';
import { TAGS } from '../api/tags.js';
import { limitPerMinute } from '../api/limits.js';
import { AppModule } from './app.module.js';
import type { ApiParts } from './compose.js';
import { operationsApart } from './operations.js';
import { OrderlyShutdown } from './orderly-shutdown.js';
import { routeFinder } from './routes.js';

const LARGEST_BODY = '512kb';
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
  app.set('trust proxy', parts.door.trustedProxies);
  app.use(parts.traffic.watch(routeFinder(app)));
  app.use(helmet());
  app.use(operationsApart(parts.door));
  app.use('/api', keptByNobody);
  app.use(limitPerMinute(parts.door.requestsPerMinute, parts.accounts));
  app.useBodyParser('json', { limit: LARGEST_BODY });
  app.setGlobalPrefix('api', { exclude: WITHOUT_PREFIX });
  SwaggerModule.setup('docs', app, () => description(app), { jsonDocumentUrl: 'api/openapi.json' });
  return app;
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
