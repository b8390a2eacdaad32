import { EVENT_TYPES } from '../domain/dossier/state.js';

/** What a kind of task is called, and what is to be done of it before it is closed. */
export interface TaskWords {
  readonly title: string;
  readonly asks: string;
  /** Whether a nightly control opens it again as long as what it found is not mended. */
  readonly returns?: true;
}

const MEND = 'Prévenez qui exploite Jalon : il regarde ce dossier, et le contrôle de la nuit dira si tout est rentré.';
const WRITE_OTHERWISE =
  'Vérifiez l’adresse de cette personne, corrigez-la, puis écrivez-lui autrement si c’est pressé.';
const NIGHTLY = { returns: true } as const;

const WORDS: Readonly<Record<string, TaskWords>> = {
  campaign: { title: 'Campagne de l’année', asks: 'Lisez la feuille de l’année et préparez ce qu’elle appelle.' },
  mandating: { title: 'Versement à mandater', asks: 'Mandatez-le avant l’arrêt des paiements de l’année.', ...NIGHTLY },
  nobody: {
    title: 'Personne à qui écrire',
    asks: 'Ajoutez un contact qui tient ce rôle : ce qui attendait lui sera dit.',
    ...NIGHTLY,
  },
  'address-bounced': { title: 'Courrier revenu', asks: WRITE_OTHERWISE },
  'mail-refused': { title: 'Courrier refusé', asks: WRITE_OTHERWISE },
  'mail-given-up': { title: 'Courrier abandonné', asks: WRITE_OTHERWISE },
  'mail-uncertain': {
    title: 'Courrier peut-être parti',
    asks: 'Demandez à cette personne si elle l’a reçu ; sinon, dites-lui ce qu’il disait.',
  },
  'mail-server-refuses': {
    title: 'Serveur de courrier en faute',
    asks: 'Prévenez qui exploite le serveur de courrier : les envois reprendront d’eux-mêmes.',
  },
  'notice-unwritable': {
    title: 'Rappel impossible à rédiger',
    asks: 'Prévenez cette personne, et qui exploite Jalon.',
  },
  'delegate-gone': {
    title: 'Remplaçant·e parti·e',
    asks: 'Nommez une autre personne qui reçoive pendant cette absence.',
  },
  chain: { title: 'Journal altéré', asks: MEND, ...NIGHTLY },
  settings: { title: 'Réglages altérés', asks: MEND, ...NIGHTLY },
  'chain-rewritten': { title: 'Journal qui ne passe plus par son ancre', asks: MEND, ...NIGHTLY },
  'anchor-unsent': { title: 'Ancre qui n’est pas partie', asks: 'Gardez son fichier hors de la base.', ...NIGHTLY },
};

const FAMILIES: readonly (readonly [string, TaskWords])[] = [
  ['dossier-', { title: 'Contrôle d’un dossier', asks: MEND, ...NIGHTLY }],
  ['reconciliation-', { title: 'Rappel en défaut', asks: MEND, ...NIGHTLY }],
];

const OTHER: TaskWords = {
  title: 'À regarder',
  asks: 'Lisez ce qui est dit, faites ce qu’il faut, puis fermez la tâche.',
};

/** The words for a kind of task. One that nobody named has those of any. */
export function taskWords(kind: string): TaskWords {
  if (Object.hasOwn(WORDS, kind)) return WORDS[kind] ?? OTHER;
  return FAMILIES.find(([prefix]) => kind.startsWith(prefix))?.[1] ?? OTHER;
}

const UUID = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;

/** What a task says, with the names of pôles and of facts in the place of their identifiers. */
export function taskDetail(detail: string, poles: ReadonlyMap<string, string>): string {
  const named = detail.replaceAll(UUID, id => poles.get(id) ?? 'un dossier');
  return named.replaceAll(/\(([a-z-]+)\)/g, (all, type: string) =>
    Object.hasOwn(EVENT_TYPES, type) ? `(${EVENT_TYPES[type as keyof typeof EVENT_TYPES].label})` : all,
  );
}
