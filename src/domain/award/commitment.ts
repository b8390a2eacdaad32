import { refuse, type Refusal } from '../kernel/refusal.js';
import type { ActContext } from '../dossier/act.js';
import { notBefore } from '../dossier/gates.js';
import { referenceOn } from '../reglement/references.js';
import type { Commitment } from './commitment-kinds.js';

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
  const source = referenceOn(rules.law, 'republican-commitment', date);
  if (source === undefined) return undefined;
  const { commitment } = payload;
  const given = { source, absolute: true };
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
