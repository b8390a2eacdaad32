import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RequestHandler } from 'express';
import { problem } from '../api/problem.js';
import { answerProblem, type WatchedRequest } from '../api/watched-request.js';
import type { DoorSettings } from '../startup/door.js';

/** What is for operators: the measures, the state of the stories, the description of the API. */
const FOR_OPERATORS = /^\/(?:health\/(?:metrics|stories)|docs(?:[/-].*)?|api\/openapi\.json)$/i;
/** What is served to whoever starts, stops or balances the API, on every port. */
const PROBES = /^\/health\/(?:live|ready)$/i;

/**
 * Keeps what is for operators on their port, where the house has one or is in production, and everything else off it.
 * What is not served there is not found.
 */
export function operationsApart({ operationsApart: isApart, operationsPort }: DoorSettings): RequestHandler {
  return (request, response, next) => {
    const path = request.path.replace(/\/+$/, '');
    const isServed =
      request.socket.localPort === operationsPort
        ? FOR_OPERATORS.test(path) || PROBES.test(path)
        : !(isApart && FOR_OPERATORS.test(path));
    if (isServed) return next();
    const absent = problem('not-found', 404, 'Introuvable', "Cette adresse n'existe pas.");
    answerProblem(request as WatchedRequest, response, absent);
  };
}

/** Serves what is for operators on their port, where the house has one; answers what stops it. */
export async function listenToOperators(
  app: NestExpressApplication,
  { door, host }: { readonly door: DoorSettings; readonly host: string },
): Promise<() => Promise<void>> {
  if (door.operationsPort === undefined) return async () => undefined;
  const server = createServer(app.getHttpAdapter().getInstance() as RequestListener);
  server.listen(door.operationsPort, host);
  await once(server, 'listening');
  return async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
}
