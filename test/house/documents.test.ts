import { createHash, randomUUID } from 'node:crypto';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '../../src/domain/kernel/civil-date.js';
import type { Schema } from '../../src/simulation/api-routes.js';
import { PAPERS } from '../../src/simulation/papers.js';
import { docx, PNG } from '../builders/files.js';
import { adviser, carrier, note, opening, request, toTheConvention } from '../builders/http-walks.js';
import { Walker } from '../builders/walker.js';
import { startHouse, type TestHouse } from '../rig/house.js';

type Listed = Schema<'DocumentAnswer'>;

let house: TestHouse;
let walker: Walker;
let pole: string;

beforeAll(async () => {
  house = await startHouse();
  walker = new Walker(house.client);
  await walker.walk(toTheConvention);
  pole = walker.poleId;
});
afterAll(() => house.close());

const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const brought = (account: string, bytes: Buffer, name = 'document.pdf', where = pole) =>
  house.client.deposit(account, where, { name, bytes });
const listFor = async (account: string, where = pole): Promise<readonly Listed[]> =>
  (await house.client.read(account, `/api/poles/${where}/documents`)).body.items ?? [];
const opened = async (account: string, hash: string, where = pole) =>
  fetch(`${house.url}/api/poles/${where}/documents/${hash}/content`, {
    headers: { authorization: await house.client.authorization(account) },
  });
const statusOf = async (account: string, hash: string) => {
  const answer = await opened(account, hash);
  await answer.arrayBuffer();
  return answer.status;
};
/** A PDF that no other is. */
const paper = (title: string) => Buffer.concat([PAPERS.note.bytes, Buffer.from(`% ${title}\n`)]);

describe('A file that is deposited', () => {
  it('is known by the digest of its bytes, which the house computes, and taken up by an act', async () => {
    const bytes = paper('une lettre');
    const { status, body } = await brought('porteur-demo', bytes, 'Lettre à la mairie.pdf');
    expect([status, body]).toEqual([
      201,
      {
        ...{ hash: digestOf(bytes), name: 'Lettre à la mairie.pdf', mediaType: 'application/pdf', size: bytes.length },
        ...{ by: 'porteur-demo', depositedAt: expect.stringMatching(/Z$/), verdict: 'safe' },
      },
    ]);
    expect(await listFor('porteur-demo')).toMatchObject([{ hash: body.hash, kind: null, event: null, open: true }]);
    expect(await listFor('instructrice')).toEqual([]);
    const done = await walker.do(carrier('attach-document', { title: 'Lettre à la mairie', hash: body.hash }));
    expect(done.body.events).toMatchObject([{ type: 'document-attached', data: { hash: body.hash, kind: 'other' } }]);
    for (const account of ['porteur-demo', 'instructrice', 'conseiller-cress', 'conseil-brest']) {
      expect(await listFor(account)).toMatchObject([
        { hash: body.hash, kind: 'other', label: 'Lettre à la mairie', fact: 'Document versé au dossier', open: true },
      ]);
      const answer = await opened(account, body.hash);
      expect(digestOf(Buffer.from(await answer.arrayBuffer()))).toBe(body.hash);
    }
  });

  it('leaves as it came, to be kept and never shown, under its name', async () => {
    const { body } = await brought('porteur-demo', PNG, 'Œuvre "signée"\r\n; l’été.png');
    const answer = await opened('porteur-demo', body.hash);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(PNG.length),
      'content-disposition': expect.stringMatching(/^attachment; filename="[ -~]*"; filename\*=UTF-8''%C5%92uvre/),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(PNG);
  });

  it('brought twice is the same document, under its first name', async () => {
    const bytes = paper('deux fois');
    const first = await brought('porteur-demo', bytes, 'premier.pdf');
    expect((await brought('instructrice', bytes, 'second.pdf')).body).toEqual(first.body);
    const files = (await listFor('porteur-demo')).filter(({ hash }) => hash === first.body.hash);
    expect(files.map(({ file }) => file?.name)).toEqual(['premier.pdf']);
  });

  it('is of its dossier alone', async () => {
    const { hash } = (await brought('porteur-demo', paper('d’ici'))).body;
    const other = new Walker(house.client);
    await other.walk(opening);
    expect((await opened('porteur-demo', hash, other.poleId)).status).toBe(404);
    const done = await other.do(carrier('attach-document', { title: 'D’ailleurs', hash }));
    expect([done.status, done.body.errors?.[0]]).toMatchObject([422, { code: 'document-unknown', pointer: '/hash' }]);
  });
});

describe('A document is read by those whom it is for', () => {
  it('a note by all those of the dossier, and by nobody of another', async () => {
    const other = new Walker(house.client);
    await other.walk(opening);
    const { bytes, hash } = PAPERS.note;
    expect((await brought('conseiller-cress', bytes, 'note.pdf', other.poleId)).status).toBe(201);
    const done = await other.do(adviser('write-legitimation-note', { ...note('legitimate'), attachment: hash }));
    expect(done.status).toBe(201);
    const seen = async (account: string) => (await opened(account, hash, other.poleId)).status;
    for (const account of ['conseiller-cress', 'porteur-demo', 'instructrice', 'conseil-brest', 'cheffe-de-service'])
      expect([account, await seen(account)]).toEqual([account, 200]);
    for (const account of ['porteur-autre', 'auditrice', 'administratrice'])
      expect([account, await seen(account)]).toEqual([account, 404]);
    expect(await listFor('auditrice', other.poleId)).toMatchObject([{ kind: 'note', open: false, file: null }]);
    expect((await house.client.read('porteur-autre', `/api/poles/${other.poleId}/documents`)).status).toBe(404);
  });

  it('the pieces of a request are joined by their files, and are not for the Conseil', async () => {
    const other = new Walker(house.client);
    await other.walk(opening);
    await other.walk([adviser('write-legitimation-note', note('legitimate'))]);
    const [statutes, budget] = [paper('statuts'), docx()];
    await brought('porteur-demo', statutes, 'statuts.pdf', other.poleId);
    await brought('porteur-demo', budget, 'budget.docx', other.poleId);
    const files = [
      { piece: 'statutes', hash: digestOf(statutes) },
      { piece: 'action-budget', hash: digestOf(budget) },
    ];
    const pieces = request.pieces.filter(piece => !files.some(file => file.piece === piece));
    const done = await other.do(carrier('request-grant', { ...request, pieces, attachments: files }));
    expect(done.body.events.map(({ type }) => type)).toEqual([
      ...['grant-requested', 'award-document-attached', 'award-document-attached'],
    ]);
    expect(new Set(done.body.events[0]?.data['pieces'] as string[])).toEqual(new Set(request.pieces));
    expect((await listFor('instructrice', other.poleId)).map(({ piece }) => piece)).toEqual([
      'budget prévisionnel de l’action'.replace('’', "'"),
      'statuts à jour',
    ]);
    expect(await listFor('conseil-brest', other.poleId)).toEqual([]);
  });
});

describe('A fact names no document that nobody has', () => {
  it('an act that names one is refused at its field, and leaves nothing', async () => {
    const before = await walker.look();
    const done = await walker.do(carrier('attach-document', { title: 'Rien', hash: 'a'.repeat(64) }));
    expect([done.status, done.body.errors]).toEqual([
      422,
      [
        {
          code: 'document-unknown',
          pointer: '/hash',
          detail: 'Ce document n’a pas été déposé dans le dossier : déposez d’abord le fichier.',
        },
      ],
    ]);
    expect((await walker.look()).version).toBe(before.version);
  });
});

describe('What is not taken', () => {
  const nothingKept = async (hash: string) =>
    house.source.query('SELECT FROM documents WHERE hash = $1', [hash]) as Promise<object[]>;

  it.each([
    ['a program', 'installe.exe', Buffer.from('MZ\u0090'), 415, 'file-wrong-type'],
    [
      'what is not what its name says',
      'compte-rendu.pdf',
      docx({ name: 'autre', holds: 'autre' }),
      415,
      'file-wrong-type',
    ],
    ['macros', 'lettre.docx', docx({ name: 'word/vbaProject.bin', holds: 'Sub' }), 422, 'file-unsafe'],
    ['nothing', 'vide.pdf', Buffer.alloc(0), 422, 'file-empty'],
    [
      'more than 20 MB',
      'gros.pdf',
      Buffer.concat([PAPERS.note.bytes, Buffer.alloc(20 * 1024 * 1024)]),
      413,
      'file-too-large',
    ],
  ])('%s', async (_what, name, bytes, status, code) => {
    const answer = await brought('porteur-demo', bytes, name);
    expect([answer.status, answer.body.type, answer.body.errors]).toEqual([
      status,
      `urn:jalon:probleme:${code}`,
      [{ code, detail: expect.any(String), pointer: '/file' }],
    ]);
    expect(await nothingKept(digestOf(bytes))).toEqual([]);
    expect(await readdir(join(house.documents, 'incoming'))).toEqual([]);
  });

  it('what comes from who only looks, or from a stranger', async () => {
    expect((await brought('auditrice', PNG, 'a.png')).status).toBe(403);
    expect((await brought('porteur-autre', PNG, 'a.png')).status).toBe(404);
    expect((await brought('porteur-demo', PNG, 'a.png', randomUUID())).status).toBe(404);
  });

  it('a form without a file, or that ends before its end', async () => {
    const authorization = await house.client.authorization('porteur-demo');
    const sent = async (body: BodyInit, type?: string) => {
      const headers = { authorization, ...(type === undefined ? {} : { 'content-type': type }) };
      const answer = await fetch(`${house.url}/api/poles/${pole}/documents`, { method: 'POST', body, headers });
      return [answer.status, ((await answer.json()) as { type: string }).type.split(':').at(-1)];
    };
    const empty = new FormData();
    empty.append('autre', 'rien');
    expect(await sent(empty)).toEqual([422, 'file-empty']);
    expect(
      await sent(
        '--a\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF',
        'multipart/form-data; boundary=a',
      ),
    ).toEqual([400, 'bad-request']);
    expect(await sent('rien', 'multipart/form-data')).toEqual([400, 'bad-request']);
    expect(await sent('{}', 'application/json')).toEqual([422, 'file-empty']);
  });

  it('a form with files, where none is taken', async () => {
    const form = new FormData();
    form.append('file', new Blob(['a']), 'a.pdf');
    const headers = {
      authorization: await house.client.authorization('porteur-demo'),
      'idempotency-key': randomUUID(),
    };
    const address = `${house.url}/api/poles/${pole}/local-groups`;
    expect((await fetch(address, { method: 'POST', body: form, headers })).status).toBe(415);
  });

  it('a gigabyte that is announced, before it is sent', async () => {
    const { hostname, port } = new URL(house.url);
    const socket = connect({ host: hostname, port: Number(port) });
    const head = [
      `POST /api/poles/${pole}/documents HTTP/1.1`,
      ...[`Host: ${hostname}`, `Authorization: ${await house.client.authorization('porteur-demo')}`],
      ...['Content-Type: multipart/form-data; boundary=a', 'Content-Length: 1073741824', '', ''],
    ];
    socket.write(head.join('\r\n'));
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 413 [\s\S]*"type":"urn:jalon:probleme:file-too-large"/);
  });

  it('three hundred megabytes of which the end is not announced, of which no more than passes is held', async () => {
    const authorization = await house.client.authorization('porteur-demo');
    const megabyte = Buffer.alloc(1024 * 1024, 'a');
    const before = process.memoryUsage().rss;
    let most = 0;
    async function* parts() {
      yield Buffer.from('--a\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4\n');
      for (let sent = 0; sent < 300; sent++) {
        yield megabyte;
        most = Math.max(most, process.memoryUsage().rss - before);
      }
      yield Buffer.from('\r\n--a--\r\n');
    }
    const answer = await fetch(`${house.url}/api/poles/${pole}/documents`, {
      ...{ method: 'POST', duplex: 'half', body: Readable.toWeb(Readable.from(parts())) as BodyInit },
      headers: { authorization, 'content-type': 'multipart/form-data; boundary=a' },
    });
    expect([answer.status, ((await answer.json()) as { type: string }).type]).toEqual([
      413,
      'urn:jalon:probleme:file-too-large',
    ]);
    expect(most).toBeLessThan(150 * 1024 * 1024);
    expect(await readdir(join(house.documents, 'incoming'))).toEqual([]);
  });
});

describe('The night', () => {
  it('forgets what no act took up in thirty days, and keeps what a fact names', async () => {
    const [kept, left] = [paper('gardé'), paper('oublié')];
    for (const bytes of [kept, left]) await brought('porteur-demo', bytes);
    await walker.do(carrier('attach-document', { title: 'Gardé', hash: digestOf(kept) }));
    await house.jobs.run('documents');
    expect(await statusOf('porteur-demo', digestOf(left))).toBe(200);
    await house.client.step(addDays(await house.client.today(), 32));
    await house.owner.query(`DELETE FROM job_runs WHERE job = 'documents'`);
    expect(await house.jobs.run('documents')).toMatchObject({ faults: 0 });
    expect(await statusOf('porteur-demo', digestOf(left))).toBe(404);
    expect(await statusOf('porteur-demo', digestOf(kept))).toBe(200);
    expect(await readdir(join(house.documents, pole))).not.toContain(digestOf(left));
  });

  it('counts the thirty days from the last time that it was brought', async () => {
    const again = paper('rapporté');
    const night = async (days: number) => {
      await house.client.step(addDays(await house.client.today(), days));
      await house.owner.query(`DELETE FROM job_runs WHERE job = 'documents'`);
      await house.jobs.run('documents');
    };
    await brought('porteur-demo', again);
    await night(20);
    await brought('porteur-demo', again);
    await night(20);
    expect(await statusOf('porteur-demo', digestOf(again))).toBe(200);
    await night(11);
    expect(await statusOf('porteur-demo', digestOf(again))).toBe(404);
  });

  it('opens a task for a document of a fact that is no more, and closes it once it is back', async () => {
    const bytes = paper('perdu');
    await brought('porteur-demo', bytes);
    await walker.do(carrier('attach-document', { title: 'Perdu', hash: digestOf(bytes) }));
    const tasks = async () => {
      await house.owner.query(`DELETE FROM job_runs WHERE job = 'documents'`);
      await house.jobs.run('documents');
      return house.source.query(`SELECT kind, pole_id FROM tasks WHERE kind LIKE 'document-%' AND closed_at IS NULL`);
    };
    const path = join(house.documents, pole, digestOf(bytes));
    await rm(path);
    expect(await tasks()).toEqual([{ kind: 'document-lost', pole_id: pole }]);
    await writeFile(path, bytes);
    expect(await tasks()).toEqual([]);
  });
});
