import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { expect, it } from '@jest/globals';
import { BroughtFiles } from '../../../src/desk/forms/brought-files.js';

const POLE = '0190a0aa-0000-7000-8000-000000000001';

/** A form of several files, as it comes. */
async function sentForm(files: Readonly<Record<string, string>>) {
  const form = new FormData();
  for (const [field, holds] of Object.entries(files)) form.append(field, new Blob([holds]), `${field}.pdf`);
  const { headers, body } = new Response(form);
  if (body === null) throw new Error('Nothing is sent.');
  const stream = Readable.from(await buffer(body));
  const type = headers.get('content-type') ?? '';
  return Object.assign(stream, {
    headers: { 'content-type': type, 'transfer-encoding': 'chunked' },
    get: () => undefined,
  });
}

it('The files of a form are in the order of its fields, whichever is kept first', async () => {
  const kept: string[] = [];
  let release: () => void;
  const second = new Promise<void>(resolve => (release = resolve));
  const shelf = {
    take: async (_pole: string, _asker: object, { bytes }: { readonly bytes: Readable }) => {
      const holds = await text(bytes);
      if (holds === 'first') await second;
      kept.push(holds);
      if (holds === 'second') release();
      return { hash: `hash of the ${holds}` };
    },
  };
  const files = new BroughtFiles(shelf as never, { requireOwnForm: async () => undefined } as never);
  const request = await sentForm({ 'attachments.statutes': 'first', 'attachments.bank-details': 'second' });
  const { posted } = await files.read(request as never, {} as never, () => true, POLE);
  expect(kept).toEqual(['second', 'first']);
  expect(Object.entries(posted)).toEqual([
    ['attachments.statutes', 'hash of the first'],
    ['attachments.bank-details', 'hash of the second'],
  ]);
});
