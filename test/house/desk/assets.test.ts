import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dooredHouse, type DooredHouse } from '../../rig/doored-house.js';

let house: DooredHouse;

beforeAll(async () => {
  house = await dooredHouse();
});

afterAll(() => house.close());

describe('What a page of the house is made of', () => {
  it('comes from the house to whoever asks, is kept for ever, and is all that the page may load', async () => {
    const page = await fetch(`${house.url}/connexion`);
    const made = [...(await page.text()).matchAll(/ (?:href|src)="(\/desk\/[^"]+)"/g)].map(([, path]) => path);
    expect(made.map(path => path?.replace(/\.[0-9a-f]{12}\./, '.'))).toEqual([
      '/desk/desk.css',
      '/desk/favicon.svg',
      '/desk/desk.js',
    ]);
    const answers = await Promise.all(made.map(path => fetch(`${house.url}${path}`)));
    for (const { status, headers } of answers)
      expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self';/,
    );
  });

  it('is described by no API, and a former address leads nowhere', async () => {
    const description = await (await fetch(`${house.url}/api/openapi.json`)).text();
    expect(description).not.toContain('/desk/');
    expect((await fetch(`${house.url}/desk/desk.000000000000.css`)).status).toBe(404);
  });
});
