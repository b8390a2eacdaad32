import { gunzipSync, brotliDecompressSync, gzipSync } from 'node:zlib';
import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { pino } from 'pino';
import { ProblemFilter } from '../../../src/api/problem-filter.js';
import { AssetsController } from '../../../src/desk/assets/assets-controller.js';
import { assetHref, assetOf, type AssetName } from '../../../src/desk/assets/assets.js';
import { minified } from '../../../src/desk/assets/minified.js';
import { projectFile } from '../../../src/startup/project-file.js';

const TYPES: Readonly<Record<AssetName, string>> = {
  'desk.css': 'text/css; charset=utf-8',
  'desk.js': 'text/javascript; charset=utf-8',
  'favicon.svg': 'image/svg+xml',
  'htmx.js': 'text/javascript; charset=utf-8',
};
const NAMES = Object.keys(TYPES) as AssetName[];

@Module({ controllers: [AssetsController] })
class AssetsModule {}

let app: NestExpressApplication;
let port: number;

beforeAll(async () => {
  app = await NestFactory.create<NestExpressApplication>(AssetsModule, { logger: false });
  app.useGlobalFilters(new ProblemFilter(pino({ level: 'silent' })));
  await app.listen(0, '127.0.0.1');
  port = (app.getHttpServer().address() as { readonly port: number }).port;
});

afterAll(() => app.close());

/** What is answered to the byte: `fetch` would ask for a coding of its own, and undo it. */
function asked(
  path: string,
  coding?: string,
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const headers = coding === undefined ? {} : { 'accept-encoding': coding };
    const sent = request({ host: '127.0.0.1', port, path, headers }, answer => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    });
    sent.on('error', reject).end();
  });
}

const contentOf = (name: AssetName) => assetOf(assetHref(name).split('/').at(-1) ?? '')?.body ?? Buffer.of();

describe('The assets of the pages', () => {
  it.each(NAMES)('are each kept for ever under an address that changes with what it holds: %s', async name => {
    const { status, headers, body } = await asked(assetHref(name));
    expect(assetHref(name)).toMatch(/^\/desk\/[a-z]+\.[0-9a-f]{12}\.[a-z]+$/);
    expect([status, headers['content-type']]).toEqual([200, TYPES[name]]);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-encoding']).toBeUndefined();
    expect(body).toEqual(contentOf(name));
  });

  it('come compressed as the browser takes it, the best first', async () => {
    const name = 'htmx.js';
    const [brotli, gzip, refused] = await Promise.all(
      ['gzip, deflate, br', 'gzip', 'br;q=0, gzip;q=0'].map(coding => asked(assetHref(name), coding)),
    );
    expect([brotli, gzip, refused].map(answer => answer?.headers['content-encoding'])).toEqual([
      'br',
      'gzip',
      undefined,
    ]);
    expect(brotli?.headers['vary']).toBe('Accept-Encoding');
    expect(brotliDecompressSync(brotli?.body ?? '')).toEqual(contentOf(name));
    expect(gunzipSync(gzip?.body ?? '')).toEqual(contentOf(name));
  });

  it.each(['/desk/desk.css', '/desk/desk.000000000000.css', '/desk/..%2fpackage.json', '/desk/constructor'])(
    'are not found at %s',
    async path => {
      const { status, headers } = await asked(path);
      expect([status, headers['cache-control']]).toEqual([404, undefined]);
      expect(headers['content-type']).toMatch('application/problem+json');
    },
  );

  it('weigh no more than 10 kB of style, and 60 kB in all on the heaviest page', () => {
    const weigh = (name: AssetName) => gzipSync(contentOf(name), { level: 9 }).length;
    expect(weigh('desk.css')).toBeLessThanOrEqual(10_000);
    expect(NAMES.map(weigh).reduce((sum, weight) => sum + weight)).toBeLessThanOrEqual(60_000);
  });

  it('hold every part of the style sheet', () => {
    const style = contentOf('desk.css').toString();
    const parts = readdirSync(projectFile('assets', 'css'));
    expect(parts).toContain('tokens.css');
    for (const part of parts) {
      const rules = minified(partOf(part));
      expect([part, style.includes(rules), rules.includes('{')]).toEqual([part, true, true]);
    }
  });
});

const partOf = (part: string) => readFileSync(projectFile('assets', 'css', part), 'utf8');

describe('A style sheet without what nobody reads', () => {
  it.each([
    ['a  { b : c ; }', 'a{b : c;}'],
    ['a /* one: "two" */ b, c { d: e } /* f */\n', 'a b,c{d: e}'],
    [`a::before { content: ' ; {  ' attr(x) "  /* */ "; }`, `a::before{content: ' ; {  ' attr(x) "  /* */ ";}`],
    [
      '@media (min-width: 4rem) and (color) { main :is(a, b) { c: calc(1px + 2px); } }',
      '@media (min-width: 4rem) and (color){main :is(a,b){c: calc(1px + 2px);}}',
    ],
  ])('means the same: %j', (css, small) => {
    expect(minified(css)).toBe(small);
  });
});
