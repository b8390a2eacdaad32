import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { MINUTE, originOf, tooMany } from './failed-tries.js';
import { answerProblem, type WatchedRequest } from './watched-request.js';

/** What watches the house is never turned away: a crowd must not make it look dead. */
const UNLIMITED = /^\/health\//;

/** So many requests in a minute for each account; for each address where no account is known. Health is not counted. */
export function limitPerMinute(
  limit: number,
  accountOf: (request: WatchedRequest) => Promise<string | undefined>,
): RequestHandler {
  return rateLimit({
    windowMs: MINUTE,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // Which proxies are believed is a setting of the house: what others say of an address is not looked at.
    validate: { xForwardedForHeader: false, forwardedHeader: false, keyGeneratorIpFallback: false },
    skip: ({ path }) => UNLIMITED.test(path),
    keyGenerator: async request => {
      const account = await accountOf(request as WatchedRequest);
      return account === undefined ? `address ${originOf(request)}` : `account ${account}`;
    },
    handler: (request, response) =>
      answerProblem(request as WatchedRequest, response, tooMany('Réessayez dans un instant.')),
  });
}
