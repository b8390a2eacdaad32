import { describe, expect, it } from '@jest/globals';
import { OrderlyShutdown } from '../../src/app/orderly-shutdown.js';

/** The parts of an API that note when they are stopped. */
function noting(stops: string[], close: () => Promise<void> = async () => undefined) {
  return {
    clock: { stop: () => void stops.push('clock') },
    nudger: {
      drained: async () => stops.push('last words') > 0,
      stop: () => void stops.push('nudger'),
    },
    close: async () => {
      stops.push('connections');
      await close();
    },
  };
}

describe('the parts of the API', () => {
  it('stop in order: the clock before the last requests, the connections after the last words', async () => {
    const stops: string[] = [];
    const shutdown = new OrderlyShutdown(noting(stops));
    shutdown.onModuleDestroy();
    stops.push('last requests');
    await shutdown.onApplicationShutdown();
    expect(stops).toEqual(['clock', 'last requests', 'last words', 'nudger', 'connections']);
    expect(() => shutdown.requireDone()).not.toThrow();
  });

  it('tell what kept one of them from stopping, which Nest keeps to itself', async () => {
    const shutdown = new OrderlyShutdown(noting([], () => Promise.reject(new Error('le courrier ne lâche pas'))));
    await shutdown.onApplicationShutdown();
    expect(() => shutdown.requireDone()).toThrow('le courrier ne lâche pas');
  });
});
