import { describe, expect, it } from '@jest/globals';
import { expectationOf } from '../../src/domain/dossier/expectations.js';

describe('a step of a story that was put back', () => {
  it('is still read under its name, with no ladder to recall it and no act to meet it', () => {
    expect(expectationOf('site-visit')).toMatchObject({
      capability: 'obligations',
      label: 'Étape d’un autre récit (site-visit)',
      nature: 'possible',
      whenDue: 'remind',
      acts: [],
      metBy: {},
    });
  });
});
