import { SAID } from '../frame/done.js';

/** What was just done, by the word that the address of the next page bears. */
const DONE_WORDS = {
  'droit-donne': 'Le droit est donné : il vaut dès son premier jour, à la prochaine page que la personne demande.',
  'droit-retire': 'Le droit est retiré : il ne vaut plus.',
  'personne-ajoutee': 'La personne est ajoutée : elle sera prévenue à ce titre.',
  'personne-changee': 'Ce qui était à changer l’est.',
  'adresse-retablie': 'L’adresse est dite recevoir de nouveau.',
  'absence-notee': 'L’absence est notée.',
  'absence-changee': 'L’absence est changée.',
  'absence-finie': 'L’absence est finie : la personne est de retour.',
  'organisme-nomme': 'L’organisme porte ce nom dans tous les dossiers.',
  'rythme-change': 'Le rythme de vos courriels est changé.',
  'agenda-ferme': 'L’adresse de votre agenda est fermée : elle ne s’ouvre plus.',
  'pole-suivi': 'Vous suivez ce pôle : ses échéances sont à votre agenda.',
  'pole-quitte': 'Vous ne suivez plus ce pôle.',
} as const;

export type DoneWord = keyof typeof DONE_WORDS;

/** The page that tells what was done. */
export const toldAt = (address: string, word: DoneWord) => `${address}?${SAID}=${word}`;

/** What an address says that was done; undefined when it says nothing of the kind. */
export const doneWords = (word: unknown): string | undefined =>
  typeof word === 'string' && Object.hasOwn(DONE_WORDS, word) ? DONE_WORDS[word as DoneWord] : undefined;
