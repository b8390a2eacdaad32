import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inspect } from '../../../src/files/inspection.js';
import { PAPERS } from '../../../src/simulation/papers.js';
import { archive, docx, foldedIn, odf, pdfWith, PNG, xlsx } from '../../builders/files.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jalon-inspection-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What is said of a file that is brought under a name. */
async function looked(name: string, bytes: Buffer | string) {
  const path = join(folder, 'file');
  await writeFile(path, bytes);
  return inspect(path, name);
}

const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
const { bytes: PDF } = PAPERS.report;

describe('A file that is brought', () => {
  it.each([
    ['compte-rendu.pdf', PDF, 'pdf'],
    ['Compte-Rendu.PDF', PDF, 'pdf'],
    ['lettre.docx', docx(), 'docx'],
    ['budget.xlsx', xlsx(), 'xlsx'],
    ['lettre.odt', odf('text'), 'odt'],
    ['budget.ods', odf('spreadsheet'), 'ods'],
    ['signature.png', PNG, 'png'],
    ['signature.jpeg', JPEG, 'jpg'],
    ['dossier.pdf', pdfWith(foldedIn('1 0 << /Type /Catalog >>')), 'pdf'],
  ])('is taken by its bytes: %s', async (name, bytes, extension) => {
    await expect(looked(name, bytes)).resolves.toBe(extension);
  });

  it.each([
    ['installe.exe', 'MZ\u0090\u0000'],
    ['compte-rendu.html', '<script>alert(1)</script>'],
    ['image.svg', '<svg onload="alert(1)"/>'],
    ['sans-extension', PDF],
    ['budget.xlsm', xlsx()],
    ['compte-rendu.pdf.exe', PDF],
  ])('of another format is not: %s', async (name, bytes) => {
    await expect(looked(name, bytes)).rejects.toMatchObject({
      fault: 'wrong-type',
      message: expect.stringContaining('PDF, ODT'),
    });
  });

  it.each([
    ['compte-rendu.pdf', 'MZ\u0090\u0000'],
    ['compte-rendu.pdf', '<html><script>alert(1)</script></html>'],
    ['lettre.docx', PDF],
    ['budget.xlsx', docx()],
    ['lettre.odt', archive({ name: 'virus.exe', holds: 'MZ' })],
    ['lettre.docx', 'PK\u0003\u0004 et puis rien'],
    ['signature.png', JPEG],
  ])('that is not what its name says is not: %s', async (name, bytes) => {
    await expect(looked(name, bytes)).rejects.toMatchObject({ fault: 'wrong-type' });
  });

  it.each([
    ['its macros', docx({ name: 'word/vbaProject.bin', holds: 'Sub AutoOpen()' })],
    ['its Basic', odf('text', { name: 'Basic/Standard/Module1.xml', holds: '<script:module/>' })],
    ['a part that unfolds a thousand times', docx({ name: 'word/media/a.bin', holds: Buffer.alloc(4 * 1024 * 1024) })],
    ['parts by the thousands', docx(...Array.from({ length: 6000 }, (_, rank) => ({ name: `a/${rank}`, holds: '' })))],
    ['a lock', docx({ name: 'word/secret.xml', holds: '<w:secret/>', isLocked: true })],
  ])('that would harm who opens it is not, for %s', async (_why, bytes) => {
    await expect(looked(bytes.includes('opendocument') ? 'lettre.odt' : 'lettre.docx', bytes)).rejects.toMatchObject({
      fault: 'unsafe',
    });
  });
});

const SCRIPT = '7 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj';

describe('A PDF that runs something when it is read is not taken', () => {
  it.each([
    ['a script', SCRIPT],
    ['a script whose name is written by its codes', SCRIPT.replace('/JavaScript', '/J#61vaScrip#74')],
    ['a program that is launched', '7 0 obj\n<< /S /Launch /F (calc.exe) >>\nendobj'],
    ['a player', '7 0 obj\n<< /Subtype /RichMedia >>\nendobj'],
    ['a form that programs itself', '7 0 obj\n<< /XFA [ (template) 8 0 R ] >>\nendobj'],
    ['a script folded among other objects', foldedIn(`7 0 ${SCRIPT}`)],
    ['objects folded as no office software folds them', foldedIn('1 0 null', ' /DecodeParms << /Predictor 12 >>')],
    ['objects that cannot be unfolded', '9 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\nxx\nendstream'],
    ['a lock', '7 0 obj\nnull\nendobj\ntrailer\n<< /Encrypt 8 0 R >>'],
  ])('%s', async (_what, object) => {
    await expect(looked('compte-rendu.pdf', pdfWith(object))).rejects.toMatchObject({ fault: 'unsafe' });
  });

  it('and one that unfolds beyond measure neither', async () => {
    const bomb = foldedIn(' '.repeat(40 * 1024 * 1024));
    await expect(looked('compte-rendu.pdf', pdfWith(bomb))).rejects.toMatchObject({ fault: 'unsafe' });
  });
});
