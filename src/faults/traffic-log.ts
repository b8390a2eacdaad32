import { setTimeout as delay } from 'node:timers/promises';
import type { Courier } from '../simulation/house-client.js';

/** What was asked of the house, and what came back. */
export interface Exchange {
  readonly rank: number;
  readonly method: string;
  readonly path: string;
  readonly account: string;
  /** The idempotency key of an act; undefined for a reading. */
  readonly key: string | undefined;
  readonly sentAt: number;
  answeredAt: number;
  /** Null when nothing came back. */
  status: number | null;
  retryAfter: string | null;
  body: unknown;
}

/** Keeps every exchange with the house, those too that were never answered. */
export class TrafficLog {
  readonly exchanges: Exchange[] = [];
  private readonly expected: { matches: (exchange: Exchange) => boolean; came: () => void }[] = [];

  /** A courier that is watched. */
  watch(courier: Courier): Courier {
    return async (url, init, account) => {
      const exchange = this.note(url, init, account);
      const answer = await courier(url, init, account);
      const text = await answer.text();
      exchange.status = answer.status;
      exchange.retryAfter = answer.headers.get('retry-after');
      exchange.answeredAt = performance.now();
      exchange.body = parsed(text);
      return new Response(text, { status: answer.status, headers: answer.headers });
    };
  }

  /** Resolves when something of that kind is asked next, or when it is late to come. */
  async next(matches: (exchange: Exchange) => boolean, withinMs: number): Promise<void> {
    const over = new AbortController();
    const asked = new Promise<void>(resolve => this.expected.push({ matches, came: resolve }));
    const late = delay(withinMs, undefined, { signal: over.signal }).catch(() => undefined);
    await Promise.race([asked, late]);
    over.abort();
  }

  private note(url: string, init: RequestInit, account: string): Exchange {
    const headers = new Headers(init.headers);
    const exchange: Exchange = {
      rank: this.exchanges.length,
      method: init.method ?? 'GET',
      path: new URL(url).pathname,
      account,
      key: headers.get('idempotency-key') ?? undefined,
      sentAt: performance.now(),
      answeredAt: Infinity,
      status: null,
      retryAfter: null,
      body: undefined,
    };
    this.exchanges.push(exchange);
    for (const listener of this.expected.filter(({ matches }) => matches(exchange))) {
      this.expected.splice(this.expected.indexOf(listener), 1);
      listener.came();
    }
    return exchange;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text; // Not JSON: the checker says so.
  }
}
