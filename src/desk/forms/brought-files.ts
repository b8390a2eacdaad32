import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { AuthoredRequest } from '../../api/access-guard.js';
import { readParts } from '../../api/file-parts.js';
import { PageSessions } from '../../api/page-sessions.js';
import { DocumentShelf } from '../../documents/document-shelf.js';
import { FileRefusedError } from '../../files/file-refused.js';
import { poleIdentifier } from '../../poles/pole-identifier.js';
import { sentIn } from '../frame/typed.js';
import type { ToldFault } from './faults.js';
import { partId } from './ids.js';
import type { Posted } from './posted.js';

/** A form that was sent with files: each field of a file holds the digest of what was deposited, or says why it was not. */
export interface Brought {
  readonly posted: Posted;
  readonly faults: readonly ToldFault[];
}

/** The most files of one form: the pieces of a request, and some more. */
const MOST_FILES = 12;

/** Takes the files of a form as they come, before what the form asks is looked at. */
@Injectable()
export class BroughtFiles {
  constructor(
    @Inject(DocumentShelf) private readonly shelf: DocumentShelf,
    @Inject(PageSessions) private readonly sessions: PageSessions,
  ) {}

  /** Deposits in a pôle the files of some fields; those of others are thrown away. Refuses a form that is not of this session. */
  async read(
    request: AuthoredRequest,
    response: Response,
    isTaken: (field: string) => boolean,
    poleId: string,
  ): Promise<Brought> {
    const [order, brought, refused] = [[] as string[], new Map<string, string>(), new Map<string, string>()];
    const fields = await readParts(request, response, {
      most: MOST_FILES,
      take: async ({ field, ...file }) => {
        order.push(field);
        await this.sessions.requireOwnForm(request);
        if (!isTaken(field)) return;
        try {
          brought.set(field, (await this.shelf.take(poleIdentifier(poleId), request, file)).hash);
        } catch (error) {
          if (!(error instanceof FileRefusedError)) throw error;
          refused.set(field, error.message);
        }
      },
    });
    await this.sessions.requireOwnForm(request);
    return {
      posted: sentIn({ ...fields, ...Object.fromEntries(placed(order, brought)) }),
      faults: placed(order, refused).map(([name, message]) => ({ name, id: partId(name), message })),
    };
  }
}

/** What became of the files of some fields, in the order in which they came: a small one is kept before a large one. */
const placed = (order: readonly string[], found: ReadonlyMap<string, string>) =>
  order.flatMap(field => {
    const known = found.get(field);
    return known === undefined ? [] : [[field, known] as const];
  });

/** The fields of a form whose session is over: what was typed is kept, its files are not. */
export async function fieldsAlone(request: Request, response: Response): Promise<Posted> {
  return sentIn(await readParts(request, response, { most: MOST_FILES, take: async () => undefined }));
}
