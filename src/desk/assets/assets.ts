import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { projectFile } from '../../startup/project-file.js';
import { minified } from './minified.js';

/** The parts of the style sheet, in the order in which they override each other. */
const STYLE =
  'tokens base frame layout states lists cards navigation forms blocks path pages narrow print preferences'.split(' ');

const SOURCES = {
  'desk.css': () => minified(STYLE.map(part => assetText('css', `${part}.css`)).join('\n')),
  'desk.js': () => assetText('desk.js'),
  'favicon.svg': () => assetText('favicon.svg'),
  'htmx.js': () => readFileSync(createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js'), 'utf8'),
} as const;

/** A file that pages name. */
export type AssetName = keyof typeof SOURCES;
/** How an asset may be compressed, the best first. */
export const CODINGS = ['br', 'gzip'] as const;
export type Coding = (typeof CODINGS)[number];

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

const COMPRESS: Readonly<Record<Coding, (body: Buffer) => Buffer>> = {
  br: body => brotliCompressSync(body),
  gzip: body => gzipSync(body, { level: 9 }),
};

/** What is served under one address for ever: other content has another address. */
export class Asset {
  readonly file: string;
  readonly type: string;
  readonly #compressed = new Map<Coding, Buffer>();

  constructor(
    name: AssetName,
    readonly body: Buffer,
  ) {
    const [stem = '', extension = ''] = name.split('.');
    this.file = `${stem}.${createHash('sha256').update(body).digest('hex').slice(0, 12)}.${extension}`;
    this.type = TYPES[extension] ?? 'application/octet-stream';
  }

  /** Compressed once, when it is first asked for so. */
  compressed(coding: Coding): Buffer {
    const body = this.#compressed.get(coding) ?? COMPRESS[coding](this.body);
    this.#compressed.set(coding, body);
    return body;
  }
}

const names = Object.keys(SOURCES) as AssetName[];
/** Read when the house starts: one that misses a file does not. */
const assets = new Map(names.map(name => [name, new Asset(name, Buffer.from(SOURCES[name]()))]));
const byFile = new Map([...assets.values()].map(asset => [asset.file, asset]));

/** The address of an asset, which changes with its content. */
export function assetHref(name: AssetName): string {
  return `/desk/${assets.get(name)?.file}`;
}

/** The asset of a file's name with its hash; undefined under any other, a former hash among them. */
export function assetOf(file: string): Asset | undefined {
  return byFile.get(file);
}

function assetText(...path: readonly string[]): string {
  return readFileSync(projectFile('assets', ...path), 'utf8');
}
