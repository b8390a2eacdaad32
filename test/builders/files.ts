import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { PAPERS } from '../../src/simulation/papers.js';

/** A part of an archive: its name and what it holds. */
export interface ArchivePart {
  readonly name: string;
  readonly holds: Buffer | string;
  /** Folded, unless it is to be first and plain, as an OpenDocument says its format. */
  readonly isPlain?: boolean;
  readonly isLocked?: boolean;
}

/** A zip archive, as office software writes it. */
export function archive(...parts: readonly ArchivePart[]): Buffer {
  const [files, entries] = [[] as Buffer[], [] as Buffer[]];
  let offset = 0;
  for (const { name, holds, isPlain = false, isLocked = false } of parts) {
    const plain = Buffer.from(holds);
    const folded = isPlain ? plain : deflateRawSync(plain);
    const title = Buffer.from(name);
    const said = Buffer.alloc(26);
    said.writeUInt16LE(20, 0);
    said.writeUInt16LE(isLocked ? 1 : 0, 2);
    said.writeUInt16LE(isPlain ? 0 : 8, 4);
    said.writeUInt32LE(crc32(plain), 10);
    said.writeUInt32LE(folded.length, 14);
    said.writeUInt32LE(plain.length, 18);
    said.writeUInt16LE(title.length, 22);
    const file = Buffer.concat([Buffer.from('PK\u0003\u0004'), said, title, folded]);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(offset, 10);
    entries.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), said, where, title]));
    files.push(file);
    offset += file.length;
  }
  const listed = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, listed, Buffer.from('PK\u0005\u0006'), end]);
}

const OOXML = 'application/vnd.openxmlformats-officedocument';
const typed = (part: string, type: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${type}"/></Types>`;

/** A document of Word; with more parts when they are said. */
export const docx = (...more: readonly ArchivePart[]): Buffer =>
  archive(
    { name: '[Content_Types].xml', holds: typed('word/document.xml', `${OOXML}.wordprocessingml.document.main+xml`) },
    { name: 'word/document.xml', holds: '<w:document/>' },
    ...more,
  );

export const xlsx = (): Buffer =>
  archive(
    { name: '[Content_Types].xml', holds: typed('xl/workbook.xml', `${OOXML}.spreadsheetml.sheet.main+xml`) },
    { name: 'xl/workbook.xml', holds: '<workbook/>' },
  );

/** A document of LibreOffice, of text unless told otherwise. */
export const odf = (kind: 'text' | 'spreadsheet' = 'text', ...more: readonly ArchivePart[]): Buffer =>
  archive(
    { name: 'mimetype', holds: `application/vnd.oasis.opendocument.${kind}`, isPlain: true },
    { name: 'content.xml', holds: '<office:document-content/>' },
    ...more,
  );

/** A picture of one pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The PDF of the demonstration with one object more, before its last ones. */
export function pdfWith(object: string | Buffer): Buffer {
  const { bytes } = PAPERS.note;
  const end = bytes.lastIndexOf('xref\n0');
  return Buffer.concat([bytes.subarray(0, end), Buffer.from(object), Buffer.from('\n'), bytes.subarray(end)]);
}

/** An object of a PDF in which others are folded. */
export const foldedIn = (objects: string, more = ''): Buffer => {
  const folded = deflateSync(Buffer.from(objects));
  const head = `9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${folded.length}${more} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), folded, Buffer.from('\nendstream\nendobj')]);
};

/** The file by which antivirus software is tried: it harms nobody. */
export const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', '$H+H*'].join(''),
);
