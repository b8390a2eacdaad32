import type { DepositedFile } from '../../database/document-reads.js';
import { mediaOf, type Extension } from '../../files/media.js';
import type { SentFile } from './files.js';

const STATES = { pending: 'pending', safe: 'safe', infected: 'refused' } as const;
const MEGABYTE = 1024 * 1024;

/** « 1,2 Mo », « 340 ko ». */
export function sizeSaid(bytes: number): string {
  const [value, unit] = bytes < MEGABYTE ? [bytes / 1024, 'ko'] : [bytes / MEGABYTE, 'Mo'];
  const digits = { maximumFractionDigits: value < 10 ? 1 : 0 };
  return `${value.toLocaleString('fr', digits)} ${unit}`;
}

/** « PDF, 1,2 Mo ». */
const aboutFile = ({ extension, size }: Pick<DepositedFile, 'extension' | 'size'>): string =>
  `${mediaOf(extension as Extension).label}, ${sizeSaid(size)}`;

/** A deposited file as a list of files shows it. */
export const sentFile = (file: DepositedFile): SentFile => ({
  ...{ name: file.name, about: aboutFile(file), state: STATES[file.verdict] },
});
