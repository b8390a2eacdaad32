import { NotAuthenticatedError, type TokenVerifier } from '../access/people.js';
import { FailedTries } from './failed-tries.js';
import type { WatchedRequest } from './watched-request.js';

/** Who asks: the token of a request is checked once, at the door, for all who want to know. */
export class Accounts {
  private readonly failures = new FailedTries();
  private readonly answers = new WeakMap<WatchedRequest, Promise<string>>();

  constructor(private readonly tokens: Pick<TokenVerifier, 'verify'>) {}

  /**
   * The account behind a request, noted on it. Refuses as the verifier does; an address whose tokens fail time after time
   * gets 429 in place of 401, and its good tokens are still taken: others may share it.
   */
  accountOf(request: WatchedRequest): Promise<string> {
    const answer = this.answers.get(request) ?? this.verified(request);
    this.answers.set(request, answer);
    return answer;
  }

  /** The account behind a request; undefined when it gives no token, or none that can be taken. */
  async known(request: WatchedRequest): Promise<string | undefined> {
    if (request.headers.authorization === undefined) return undefined;
    try {
      return await this.accountOf(request);
    } catch {
      return undefined; // Told by the route, if it wants an account.
    }
  }

  /** Whether a secret that a request gives is right, as `isRight` says. Refuses to look after too many wrong ones. */
  async knowsSecret(request: WatchedRequest, isRight: () => boolean): Promise<boolean> {
    await this.failures.refuseBeyond(request);
    if (isRight()) return true;
    await this.failures.count(request);
    return false;
  }

  private async verified(request: WatchedRequest): Promise<string> {
    const { authorization } = request.headers;
    try {
      request.account = await this.tokens.verify(authorization);
      return request.account;
    } catch (error) {
      if (authorization !== undefined && error instanceof NotAuthenticatedError) await this.failures.count(request);
      throw error;
    }
  }
}
