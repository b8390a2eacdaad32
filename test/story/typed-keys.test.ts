import { describe, expect, it } from '@jest/globals';
import { owed, possible } from '../../workflows/story/dossier.js';

describe('what a story awaits', () => {
  it('is named by the parts of its kind, in any order', () => {
    expect(owed('vote', { round: 2, award: 'a' }).instance).toBe('a/2');
    expect(owed('closure').instance).toBe('1');
  });

  it('does not compile by any other part: the compiler sees each of these refused', () => {
    const refused = [
      // @ts-expect-error -- a part is forgotten
      () => owed('vote', { award: 'a' }),
      // @ts-expect-error -- a part is of another type
      () => owed('vote', { award: 'a', round: '1' }),
      // @ts-expect-error -- a part is foreign
      () => possible('settlement', { award: 'a', round: 1 }),
      // @ts-expect-error -- the text of an instance is nobody's to write
      () => owed('vote', 'a/1'),
      // @ts-expect-error -- it happens once
      () => owed('closure', { award: 'a' }),
    ];
    expect(refused).toHaveLength(5);
  });
});
