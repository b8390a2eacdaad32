import type { CivilDate } from '../kernel/civil-date.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import type { ActContext } from '../dossier/act.js';
import { notBefore } from '../dossier/gates.js';
import { legalRequirement } from '../reglement/reglement.js';

export const COMMITMENT_KINDS = ['signed', 'deemed', 'not-applicable'] as const;
export const COMMITMENT_GROUNDS = ['agreement', 'public-interest'] as const;
export const UNCONCERNED = ['epci', 'gip', 'public-body', 'cooperative', 'company'] as const;

/**
 * How a body stands to the contrat d'engagement républicain (loi 2000-321 art. 10-1): associations and foundations sign
 * it; those that hold an agrément (art. 25-1) or are reconnues d'utilité publique are deemed to; no other body is asked.
 */
export interface Commitment {
  readonly kind: (typeof COMMITMENT_KINDS)[number];
  /** When it was signed, and by whom: kept beside the journal. */
  readonly signedOn?: CivilDate;
  readonly signatory?: string;
  /** By what it is deemed met: the agrément or the decree, and its number. */
  readonly ground?: (typeof COMMITMENT_GROUNDS)[number];
  readonly reference?: string;
  /** What the body is, where it is neither an association nor a foundation. */
  readonly nature?: (typeof UNCONCERNED)[number];
}

/** What the journal keeps of it: all but the name of who signed. */
export type RecordedCommitment = Omit<Commitment, 'signatory'>;

const FIELDS: Readonly<Record<Commitment['kind'], readonly (keyof Commitment)[]>> = {
  signed: ['signedOn', 'signatory'],
  deemed: ['ground', 'reference'],
  'not-applicable': ['nature'],
};

type Asking = Pick<ActContext<{ readonly commitment?: Commitment }>, 'payload' | 'date' | 'rules'>;

/**
 * Refuses a request without the contrat d'engagement républicain, from the day on which the law asks for it, or one that
 * does not say how it is met: of each body that asks, and of one that takes a convention over.
 */
export function commitmentMissing({ payload, date, rules }: Asking): Refusal | undefined {
  const law = legalRequirement(rules.law, 'republican-commitment', date);
  if (!law) return undefined;
  const { commitment } = payload;
  const given = { source: law.source, absolute: true };
  if (commitment === undefined)
    return refuse(
      'republican-commitment-missing',
      "Une association ou une fondation souscrit le contrat d'engagement républicain ; agréée ou reconnue d'utilité publique, elle y est réputée tenue ; un autre organisme dit sa nature.",
      { ...given, pointer: '/commitment' },
    );
  const lacking = FIELDS[commitment.kind].find(name => commitment[name] === undefined);
  if (lacking !== undefined)
    return refuse('republican-commitment-incomplete', LACKING[commitment.kind], {
      ...given,
      pointer: `/commitment/${lacking}`,
    });
  return commitment.signedOn === undefined
    ? undefined
    : notBefore(date, commitment.signedOn, 'la signature du contrat d’engagement républicain', {
        pointer: '/commitment/signedOn',
      });
}

const LACKING: Readonly<Record<Commitment['kind'], string>> = {
  signed: 'Le contrat souscrit dit le jour de sa signature et qui l’a signé.',
  deemed: "L'agrément ou le décret qui reconnaît l'utilité publique est nommé par son numéro.",
  'not-applicable': 'Un organisme qui n’est ni une association ni une fondation dit sa nature.',
};

/** What the journal keeps, and what stays beside it. */
export function commitmentOf({ commitment }: { readonly commitment?: Commitment }) {
  if (commitment === undefined) return { data: {}, private: {} };
  const { signatory, ...recorded } = commitment;
  return { data: { commitment: recorded }, private: signatory === undefined ? {} : { signatory } };
}
