import type { DepositedFile } from '../../database/document-reads.js';
import { mediaOf, type Extension } from '../../files/media.js';
import type { SentFile } from './files.js';

const MEGABYTE = 1024 * 1024;

/** « 1,2 Mo », « 340 ko ». */
export function sizeSaid(bytes: number): string {
  const [value, unit] = bytes < MEGABYTE ? [bytes / 1024, 'ko'] : [bytes / MEGABYTE, 'Mo'];
  const digits = { maximumFractionDigits: value < 10 ? 1 : 0 };
  return `${value.toLocaleString('fr', digits)}\u00a0${unit}`;
}

/** « PDF, 1,2 Mo ». */
const aboutFile = ({ extension, size }: Pick<DepositedFile, 'extension' | 'size'>): string =>
  `${mediaOf(extension as Extension).label}, ${sizeSaid(size)}`;

/** The address at which a document of a pôle is downloaded. */
export const documentAddress = (poleId: string, hash: string): string => `/poles/${poleId}/documents/${hash}`;

/** The address at which the state of a file of a pôle is asked for. */
export const stateAddress = (poleId: string, hash: string): string => `${documentAddress(poleId, hash)}/etat`;

/** A file deposited in a pôle as a list of files shows it. */
export const sentFile = (file: DepositedFile, poleId: string): SentFile => ({
  ...{ name: file.name, about: aboutFile(file), state: file.verdict, watch: stateAddress(poleId, file.hash) },
});
