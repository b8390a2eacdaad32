import { createHash } from 'node:crypto';
import { documentsNamed } from '../domain/documents/deposits.js';
import type { HouseClient } from './house-client.js';

/** A document of the demonstration: a real PDF of one page. */
export interface Paper {
  readonly name: string;
  readonly bytes: Buffer;
  /** SHA-256 of its bytes. */
  readonly hash: string;
}

/** A PDF of one page that says its title, in letters without accents. */
function paper(title: string): Paper {
  const says = `BT /F1 18 Tf 72 720 Td (${title}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${says.length} >>\nstream\n${says}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  const parts = objects.map((object, rank) => `${rank + 1} 0 obj\n${object}\nendobj\n`);
  const head = '%PDF-1.4\n';
  const offsets = parts.map((_, rank) => head.length + parts.slice(0, rank).join('').length);
  const body = head + parts.join('');
  const lines = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const tail = `xref\n0 ${size}\n0000000000 65535 f \n${lines}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  const bytes = Buffer.from(body + tail, 'latin1');
  return { name: `${title.toLowerCase().replaceAll(/\W+/g, '-')}.pdf`, bytes, hash: digestOf(bytes) };
}

const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** What the people of the demonstration deposit. */
export const PAPERS = {
  study: paper('Rapport de prefiguration'),
  completedStudy: paper('Rapport de prefiguration complete'),
  report: paper('Compte rendu'),
  activity: paper('Rapport activite'),
  indicators: paper('Indicateurs'),
  financial: paper('Compte rendu financier'),
  accounts: paper('Comptes approuves'),
  statutes: paper('Statuts'),
  budget: paper('Budget previsionnel'),
  evaluation: paper('Evaluation finale'),
  note: paper('Note signee'),
} as const;

/** Deposits in a pôle the documents of the demonstration that someone names in what they say. Throws when one is refused. */
export async function depositNamed(client: HouseClient, account: string, poleId: string, said: object): Promise<void> {
  for (const { hash } of documentsNamed(said)) {
    const named = Object.values(PAPERS).find(candidate => candidate.hash === hash);
    if (!named) continue;
    const { status, body } = await client.deposit(account, poleId, named);
    if (status !== 201) throw new Error(`${named.name} : ${status} ${JSON.stringify(body)}`);
  }
}
