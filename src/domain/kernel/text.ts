import { DomainError } from './domain-error.js';

const LONGEST_NAME = 200;

/** A name on one line, spaces folded. Refuses an empty one, tags, control characters, and more than 200 characters. */
export function normaliseName(text: string): string {
  const name = text.normalize('NFC').trim().replace(/\s+/gu, ' ');
  if (name === '') throw new DomainError('name-empty', 'Le nom est requis.');
  if (name.length > LONGEST_NAME)
    throw new DomainError('name-too-long', `Un nom compte au plus ${LONGEST_NAME} caractères.`);
  if (/[<>\p{Cc}]/u.test(name)) throw new DomainError('name-markup', 'Un nom ne peut contenir de balises.');
  return name;
}
