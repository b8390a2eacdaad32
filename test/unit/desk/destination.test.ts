import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { destinationIn, localAddress } from '../../../src/desk/frame/destination.js';

const ORIGIN = 'https://jalon.example';

/** Pieces of addresses, those above all by which one reads another host than the other does. */
const pieces = fc.constantFrom(
  ...['/', '//', '\\', '.', '..', '%2e', '%2f', '%5c', '\t', '\n', ' ', '@', ':', '?', '#', 'http:', 'https:'],
  ...['ailleurs.example', 'house', 'poles', 'javascript:', '80'],
);
const addresses = fc.oneof(
  fc.array(pieces, { maxLength: 8 }).map(found => `/${found.join('')}`),
  fc.array(pieces, { maxLength: 8 }).map(found => found.join('')),
  fc.string(),
);

const ELSEWHERE = [
  ...['https://ailleurs.example/', '//ailleurs.example', '/\\ailleurs.example', '/\t/ailleurs.example'],
  ...['/.//ailleurs.example', '/..//ailleurs.example', '/%2e//ailleurs.example', '/poles/..//ailleurs.example'],
  'javascript:alert(1)',
];

describe('Where one is led', () => {
  it('is a page of the house, as it was asked for', () => {
    expect(destinationIn('/poles?q=amarres#liste')).toBe('/poles?q=amarres#liste');
    expect(localAddress('/api/poles')).toBe('/api/poles');
  });

  it.each(ELSEWHERE)('is nowhere by %j', asked => {
    expect([localAddress(asked), destinationIn(asked)]).toEqual([undefined, '/']);
  });

  it('is in the house whatever is asked, as a browser understands it', () => {
    fc.assert(
      fc.property(addresses, asked => {
        expect(new URL(destinationIn(asked), ORIGIN).origin).toBe(ORIGIN);
        expect(new URL(localAddress(asked) ?? '/', ORIGIN).origin).toBe(ORIGIN);
      }),
      { numRuns: 2000 },
    );
  });
});
