/** A French noun, with what agrees with it. Its text begins in lower case, or with a figure or a name. */
export interface Noun {
  readonly text: string;
  readonly gender: 'm' | 'f';
  readonly number: 's' | 'p';
}

/** The genders and numbers, told in two letters: « fs » for « la convention ». */
export type Agreement = `${Noun['gender']}${Noun['number']}`;

export function noun(agreement: Agreement, text: string): Noun {
  return { text, gender: agreement.startsWith('m') ? 'm' : 'f', number: agreement.endsWith('s') ? 's' : 'p' };
}

const ARTICLES = {
  le: { elided: 'l’', ms: 'le ', fs: 'la ', p: 'les ' },
  du: { elided: 'de l’', ms: 'du ', fs: 'de la ', p: 'des ' },
  au: { elided: 'à l’', ms: 'au ', fs: 'à la ', p: 'aux ' },
} as const;

const VOWEL = /^[aeiouyàâéèêëîïôûœ]/i;

function withArticle(name: keyof typeof ARTICLES, { text, gender, number }: Noun): string {
  const article = ARTICLES[name];
  if (number === 'p') return `${article.p}${text}`;
  return `${VOWEL.test(text) ? article.elided : article[`${gender}s`]}${text}`;
}

/** « le rapport », « l’avis », « les comptes ». */
export const le = (of: Noun): string => withArticle('le', of);
/** « du rapport », « de l’avis », « des comptes ». */
export const du = (of: Noun): string => withArticle('du', of);
/** « au rapport », « à l’avis », « aux comptes ». */
export const au = (of: Noun): string => withArticle('au', of);
/** A participle or an adjective in é, i or u, as it agrees: « attendu », « attendue », « attendus », « attendues ». */
export function agreed(word: string, { gender, number }: Noun): string {
  return `${word}${gender === 'f' ? 'e' : ''}${number === 'p' ? 's' : ''}`;
}

/** « 1er », « 1re », « 2e ». */
export function ordinal(rank: number, gender: Noun['gender'] = 'm'): string {
  if (rank !== 1) return `${rank}e`;
  return gender === 'm' ? '1er' : '1re';
}

/** « 3 échéances », « 1 échéance », « 0 échéance »: French has no plural below two. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count.toLocaleString('fr')} ${Math.abs(count) < 2 ? singular : plural}`;
}

/** With a capital first. */
export function capitalised(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase('fr')}${text.slice(1)}`;
}

/** With no capital first: as a label stands within a sentence. */
export function uncapitalised(text: string): string {
  return `${text.charAt(0).toLocaleLowerCase('fr')}${text.slice(1)}`;
}

/** With the typographic apostrophe, whichever was typed. */
export function typographic(text: string): string {
  return text.replaceAll(/(?<=\p{L})'(?=\p{L})/gu, '’');
}

/** Without accents, ligatures nor capitals: as words are compared in a search. */
export function unaccented(text: string): string {
  const bare = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('fr');
  return bare.replaceAll('œ', 'oe').replaceAll('æ', 'ae').replaceAll('’', "'");
}
