import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import type { Logger } from 'pino';
import { Counter, Histogram, type Registry } from 'prom-client';
import { answeredProblem, type WatchedRequest } from './watched-request.js';

/** Milliseconds beyond which a request is told as slow. */
const SLOW = 1000;
const REFUSALS: readonly number[] = [401, 403, 429];
/** What nginx calls a caller that left before the answer. */
const LEFT = 499;
/** Probes come every few seconds: they are told at the level `debug`. */
const PROBE = /^\/health\//;
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Finds the template of the route that a request asks for; undefined when there is none. */
export type RouteFinder = (request: WatchedRequest) => string | undefined;

/**
 * Follows each request from the door: one structured line at its end, and the numbers of all. Told are its trace, its
 * account, the template of its route, its status and its milliseconds; of a refusal also the network it came from, never
 * an address whole, a query, a body, nor the secret of a path.
 */
export class Traffic {
  private readonly durations: Histogram<'method' | 'route' | 'status'>;
  private readonly refusals: Counter<'status' | 'route'>;

  constructor(
    private readonly log: Logger,
    registry: Registry,
  ) {
    this.durations = new Histogram({
      name: 'jalon_http_request_duration_seconds',
      help: 'Requests by method, route and class of status',
      labelNames: ['method', 'route', 'status'],
      buckets: BUCKETS,
      registers: [registry],
    });
    this.refusals = new Counter({
      name: 'jalon_http_refusals_total',
      help: 'Requests refused: not identified (401), not allowed (403), too many (429)',
      labelNames: ['status', 'route'],
      registers: [registry],
    });
  }

  /** The middleware by which a request gets its trace, and is told once it has been answered or its caller has left. */
  watch(routeOf: RouteFinder): RequestHandler {
    return (asked, response, next) => {
      const request = asked as WatchedRequest;
      request.traceId = randomUUID();
      const since = performance.now();
      response.once('close', () => this.tell(request, response, performance.now() - since, routeOf(request)));
      next();
    };
  }

  private tell(request: WatchedRequest, response: Response, duration: number, route?: string): void {
    const status = response.writableFinished ? response.statusCode : LEFT;
    const { method, traceId, account } = request;
    this.durations.observe(
      { method, route: route ?? 'none', status: `${Math.floor(status / 100)}xx` },
      duration / 1000,
    );
    const line = { traceId, account, method, route: route ?? null, status, ms: Math.round(duration) };
    if (REFUSALS.includes(status)) {
      this.refusals.inc({ status, route: route ?? 'none' });
      const network = request.ip === undefined ? undefined : networkOf(request.ip);
      this.log.warn({ ...line, code: answeredProblem(response), network }, 'demande refusée');
    } else if (duration > SLOW) this.log.warn(line, 'demande lente');
    else this.log[PROBE.test(request.path) ? 'debug' : 'info'](line, 'demande');
  }
}

/** The network of an address, which names nobody: its first 24 bits, or 48 of an IPv6 one. */
function networkOf(ip: string): string {
  const address = ip.replace(/^::ffff:/, '');
  return address.includes(':') ? ipKeyGenerator(address, 48) : address.replace(/\.\d+$/, '.0/24');
}
