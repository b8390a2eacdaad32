import { DomainError } from './domain-error.js';

const LONGEST_NAME = 200;

/** What nobody sees and which turns, splits or empties what is read: zero-width marks, marks and overrides of direction. */
const UNSEEN = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu;
const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** What Unicode lets a reader leave out, and the letters that are drawn blank (Hangul fillers, the empty Braille cell). */
const BLANK = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;
const CONTROLS = /[^\P{Cc}\r\n\t]/u;

/** Whether a text is whole (no half of a pair of surrogates) and shows at least one character to who reads it. */
export function isVisible(text: string): boolean {
  return text.isWellFormed() && SEEN.test(text.replace(BLANK, ''));
}

/** Whether a text holds control characters other than the end of a line and the tabulation. */
export function hasControls(text: string): boolean {
  return CONTROLS.test(text);
}

/** A text without what nobody sees, composed (NFC), its lines ended by `\n`, without blanks at its ends. */
export function tidied(text: string): string {
  return text
    .replace(UNSEEN, '')
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .normalize('NFC')
    .trim();
}

/** A text on one line, its blanks folded. */
export function onOneLine(text: string): string {
  return tidied(text).replace(/\s+/gu, ' ');
}

/** A name on one line. Refuses one that shows nothing, tags, control characters, and more than 200 characters. */
export function normaliseName(text: string): string {
  const name = onOneLine(text);
  if (!isVisible(name)) throw new DomainError('name-empty', 'Le nom est requis.');
  if (name.length > LONGEST_NAME)
    throw new DomainError('name-too-long', `Un nom compte au plus ${LONGEST_NAME} caractères.`);
  if (/[<>\p{Cc}]/u.test(name)) throw new DomainError('name-markup', 'Un nom ne peut contenir de balises.');
  return name;
}

/** An identifier without the blanks that group its characters, or that came with it: a SIRET, an IBAN. */
export function compact(text: string): string {
  return tidied(text).replace(/\s/gu, '');
}
