import { describe, expect, it } from '@jest/globals';
import { accepts } from '../../src/embedded/postgres-access.js';
import { freePort } from '../../src/embedded/ports.js';
import { freshDatabase } from '../rig/database.js';

describe('a local PostgreSQL that starts', () => {
  it('is waited for while nothing answers', async () => {
    await expect(accepts(`postgres://postgres:x@127.0.0.1:${await freePort()}/postgres`)).resolves.toBe(false);
  });

  it('is not waited for when it refuses the password, which is said at once', async () => {
    const database = await freshDatabase();
    const stranger = new URL(database.ownerUrl);
    stranger.password = 'chut';
    await expect(accepts(stranger.href)).rejects.toThrow(
      /^PostgreSQL refuse le mot de passe : postgres-passwords\.json/,
    );
    await database.drop();
  });
});
