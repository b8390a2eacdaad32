import { refuse, type Refusal } from '../kernel/refusal.js';
import { cited, type Citing } from '../reglement/references.js';

/** What a measure may be founded on, as it is said to the body. */
export const GROUND_LABELS = {
  'late-report': 'Compte rendu non remis',
  'no-activity': 'Action abandonnée ou interrompue',
  'vacant-post': 'Poste laissé vacant',
  unspent: 'Subvention non employée',
  'other-use': 'Subvention employée à un autre objet',
  'other-carrier': 'Action confiée à un autre organisme',
  'control-refused': 'Contrôle refusé ou entravé',
  'convention-clause': 'Clause de la convention non respectée',
  'illegal-grant': 'Attribution illégale',
  'condition-lapsed': 'Condition de maintien qui n’est plus remplie',
  'republican-commitment': 'Manquement au contrat d’engagement républicain',
  excess: 'Versements supérieurs au montant dû',
} as const;

export type GroundCode = keyof typeof GROUND_LABELS;

/** A ground: its code, and what tells this breach from another of its kind: an exercise, an article of the convention. */
export type Ground = GroundCode | `${GroundCode}:${string}`;

const WRITTEN = /^([a-z-]+)(?::([\dA-Za-z][\dA-Za-z.-]{0,19}))?$/;

/** The shape of a ground, for whoever writes one. */
export const GROUND_PATTERN = WRITTEN;

/** Those that mean nothing without what tells them apart. */
const TOLD_APART: readonly string[] = ['convention-clause', 'condition-lapsed'] satisfies readonly GroundCode[];

/** Refuses grounds that do not exist, that are said twice, or that do not say which article they are about. */
export function wrongGrounds(grounds: readonly string[], on: Citing): Refusal | undefined {
  const unknown = grounds.find(ground => {
    const [, code = '', detail] = WRITTEN.exec(ground) ?? [];
    return !(code in GROUND_LABELS) || (detail === undefined && TOLD_APART.includes(code));
  });
  if (grounds.length > 0 && unknown === undefined && new Set(grounds).size === grounds.length) return undefined;
  return refuse(
    'ground-unknown',
    grounds.length === 0
      ? 'La mesure dit les motifs sur lesquels elle se fonde.'
      : 'Chaque motif est dit une fois, par un code connu ; une clause ou une condition dit son article.',
    { source: cited(on, 'grounds'), pointer: '/grounds' },
  );
}
