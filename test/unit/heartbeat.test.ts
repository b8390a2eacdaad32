import { describe, expect, it } from '@jest/globals';
import { inspect } from 'node:util';
import { QueryFailedError } from 'typeorm';
import { withHeartbeat } from '../../activities/scheduled-activities.js';

describe('a round that fails in the database', () => {
  it('says what happened, and never the addresses and subjects of the query', async () => {
    const refused = Object.assign(new Error('deadlock detected'), { parameters: ['membre@conseil.example'] });
    const failing = withHeartbeat(() =>
      Promise.reject(new QueryFailedError('UPDATE mails', ['membre@conseil.example'], refused)),
    );
    const failure: unknown = await failing.catch((error: unknown) => error);
    expect(inspect(failure, { depth: 5 })).toContain('deadlock detected');
    expect(inspect(failure, { depth: 5 })).not.toContain('membre@conseil.example');
  });
});
