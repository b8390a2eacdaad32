import { PassThrough, type Readable } from 'node:stream';
import { callbackify } from 'node:util';
import type { Request, Response } from 'express';
import multer, { MulterError, type StorageEngine } from 'multer';
import { FileRefusedError } from '../files/file-refused.js';
import { LARGEST_FILE } from '../files/media.js';
import { problem, ProblemException } from './problem.js';

/** Whether a request brings files, or may. */
export const bringsFiles = (request: Request): boolean => request.is('multipart/form-data') === 'multipart/form-data';

/** A file of a form, as it comes. */
export interface FilePart {
  /** The field under which it is sent. */
  readonly field: string;
  /** As its author's machine names it. */
  readonly name: string;
  readonly bytes: Readable;
}

interface Taking {
  /** The most files that may come at once. */
  readonly most: number;
  /** What becomes of each. What it does not read of a file is thrown away. */
  readonly take: (file: FilePart) => Promise<void>;
}

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** Bytes of what is sent beside the files: the fields of a form, and what parts them. */
const BESIDE_FILES = 2 * 1024 * 1024;
const FIELDS = { fields: 2_000, fieldSize: 128 * 1024, fieldNameSize: 200, fieldNestingDepth: 0 };

/**
 * Reads the fields of a form, and hands its files over as they come; no more of them is held than what passes. Refuses at
 * once what is announced to be larger than the files that may come.
 */
export async function readParts(request: Request, response: Response, { most, take }: Taking): Promise<Fields> {
  refuseTooLong(request, response, most);
  const storage = handingOver(take);
  const reader = multer({
    storage,
    defParamCharset: 'utf8',
    limits: { ...FIELDS, files: most },
  });
  await new Promise<void>((resolve, reject) => {
    reader.any()(request, response, error => (error ? reject(refusalOf(error)) : resolve()));
  });
  return { ...(request.body as Fields) };
}

/** A client that announces too much is answered before it has sent it: its connection is not kept. */
function refuseTooLong(request: Request, response: Response, most: number): void {
  if (Number(request.get('content-length') ?? '0') <= most * LARGEST_FILE + BESIDE_FILES) return;
  response.setHeader('Connection', 'close');
  throw new FileRefusedError('too-large', 'Ce qui est envoyé dépasse 20 Mo par fichier : rien n’en est gardé.');
}

function handingOver(take: Taking['take']): StorageEngine {
  return {
    _handleFile: callbackify(async (_request: Request, file: Express.Multer.File) => handOver(file, take)),
    _removeFile: (_request, _file, done) => done(null),
  };
}

/** What is left of a file that is refused is read to its end, so that what comes after it is. */
async function handOver(file: Express.Multer.File, take: Taking['take']): Promise<undefined> {
  const { fieldname: field, originalname: name, stream } = file;
  const bytes = stream.pipe(new PassThrough());
  stream.once('close', () => stream.readableEnded || bytes.destroy());
  try {
    await take({ field, name, bytes });
  } finally {
    stream.unpipe(bytes);
    bytes.destroy();
    stream.resume();
  }
  return undefined;
}

function refusalOf(error: unknown): unknown {
  return error instanceof MulterError || isCutShort(error) ? ILL_FORMED : error;
}

/** What busboy says of a form that ends before its end, or has no boundary. */
const isCutShort = (error: unknown) =>
  error instanceof Error &&
  /^(?:Multipart: |Malformed |Unexpected end of |Request (?:aborted|closed))/.test(error.message);

const ILL_FORMED = new ProblemException(
  problem('bad-request', 400, 'Demande illisible', 'Le formulaire envoyé ne peut être lu : recommencez l’envoi.'),
);
