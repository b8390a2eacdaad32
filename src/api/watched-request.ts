import type { Request, Response } from 'express';
import type { Problem } from './problem.js';

/** A request as the house follows it from the door: its trace, and its account once it is known. */
export interface WatchedRequest extends Request {
  traceId: string;
  account?: string;
}

/** Answers a problem under the trace of its request. */
export function answerProblem(
  request: WatchedRequest,
  response: Response,
  problem: Problem,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.locals['problem'] = problem.type.split(':').at(-1);
  response.status(problem.status).set(headers).type('application/problem+json');
  response.send(JSON.stringify({ ...problem, instance: request.path, traceId: request.traceId }));
}

/** The code of the problem that was answered; undefined when none was. */
export function answeredProblem(response: Response): string | undefined {
  return response.locals['problem'] as string | undefined;
}
