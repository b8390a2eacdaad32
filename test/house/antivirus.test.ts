import { createHash, randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { Antivirus, Scan } from '../../src/files/antivirus.js';
import { Deposits } from '../../src/files/deposits.js';
import { FolderStorage } from '../../src/files/storage.js';
import { PAPERS } from '../../src/simulation/papers.js';
import { carrier, opening } from '../builders/http-walks.js';
import { Walker } from '../builders/walker.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;
let walker: Walker;

beforeAll(async () => {
  house = await startHouse();
  walker = new Walker(house.client);
  await walker.walk(opening);
});
afterAll(() => house.close());

/** A PDF that no other is. */
const paper = () => Buffer.concat([PAPERS.note.bytes, Buffer.from(`% ${randomUUID()}\n`)]);
const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** The files of the house, looked at by an antivirus that answers what is said. */
const lookedAt = (answer: () => Scan) => {
  const antivirus: Antivirus = {
    name: 'essai',
    scan: async bytes => {
      bytes.destroy();
      return answer();
    },
  };
  return new Deposits(house.source, new FolderStorage(house.documents), antivirus, pino({ level: 'silent' }));
};
const SAFE = () => lookedAt(() => ({ verdict: 'safe' }));
const SICK = () => lookedAt(() => ({ verdict: 'infected', virus: 'Trial' }));
const AWAY = () =>
  lookedAt(() => {
    throw new Error('L’antivirus ne répond pas.');
  });

const brought = (deposits: Deposits, bytes: Buffer) =>
  deposits.deposit({
    poleId: walker.poleId,
    account: 'porteur-demo',
    name: 'lettre.pdf',
    bytes: Readable.from([bytes]),
  });
const attached = (hash: string) => walker.do(carrier('attach-document', { title: 'Lettre', hash }));
const verdictOf = async (hash: string) => {
  const [file] = await house.source.query<{ verdict: string; by: string | null }[]>(
    'SELECT verdict, scanned_by AS by FROM documents WHERE hash = $1',
    [hash],
  );
  return file;
};
const opened = async (account: string, hash: string) => {
  const answer = await fetch(`${house.url}/api/poles/${walker.poleId}/documents/${hash}/content`, {
    headers: { authorization: await house.client.authorization(account) },
  });
  if (answer.status === 200) return [200, digestOf(Buffer.from(await answer.arrayBuffer()))];
  return [answer.status, ((await answer.json()) as { type: string }).type.split(':').at(-1)];
};

describe('A virus', () => {
  it('that the antivirus finds in a file that is brought leaves nothing of it', async () => {
    const bytes = paper();
    await expect(brought(SICK(), bytes)).rejects.toMatchObject({ fault: 'infected' });
    expect(await verdictOf(digestOf(bytes))).toBeUndefined();
    expect(await readdir(join(house.documents, 'incoming'))).toEqual([]);
    expect(await readdir(join(house.documents, walker.poleId)).catch(() => [])).not.toContain(digestOf(bytes));
  });

  it('that it finds later closes the document, and asks for another', async () => {
    const { hash } = await brought(AWAY(), paper());
    expect((await attached(hash)).status).toBe(201);
    await SICK().settle();
    expect(await verdictOf(hash)).toEqual({ verdict: 'infected', by: 'essai' });
    expect(await opened('instructrice', hash)).toEqual([409, 'document-infected']);
    expect((await attached(hash)).body.errors).toMatchObject([{ code: 'document-infected', pointer: '/hash' }]);
  });
});

describe('While the antivirus is away', () => {
  it('a file is kept and an act takes it up, but nobody opens it before it was looked at', async () => {
    const { hash, verdict } = await brought(AWAY(), paper());
    expect(verdict).toBe('pending');
    expect((await attached(hash)).status).toBe(201);
    await AWAY().settle();
    for (const account of ['porteur-demo', 'instructrice'])
      expect(await opened(account, hash)).toEqual([409, 'document-pending']);
    await SAFE().settle();
    expect(await opened('instructrice', hash)).toEqual([200, hash]);
  });

  it('a file whose bytes were lost keeps no other waiting once it is back', async () => {
    const [lost, next] = [await brought(AWAY(), paper()), await brought(AWAY(), paper())];
    await rm(join(house.documents, walker.poleId, lost.hash));
    await SAFE().settle();
    expect(await verdictOf(lost.hash)).toMatchObject({ verdict: 'pending' });
    expect(await verdictOf(next.hash)).toMatchObject({ verdict: 'safe' });
  });
});
