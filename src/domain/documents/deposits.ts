import { refuse, type Refusal } from '../kernel/refusal.js';

/** What the antivirus says of a file; `pending` until it has answered. */
export const VERDICTS = ['pending', 'safe', 'infected'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A file that was deposited in a dossier, of which the house computed the SHA-256. */
export interface Deposit {
  readonly hash: string;
  readonly verdict: Verdict;
}

/** A document that someone names in what they say: its SHA-256, where it stands, the piece that it is. */
export interface NamedDocument {
  readonly hash: string;
  readonly pointer: string;
  readonly piece: string | null;
}

interface Naming {
  readonly hash?: string;
  readonly reportHash?: string;
  readonly attachment?: string;
  readonly attachments?: readonly { readonly piece: string; readonly hash: string }[];
}

/** The documents that are named in what someone says to do an act. */
export function documentsNamed(payload: object): readonly NamedDocument[] {
  const { attachments = [], ...single } = payload as Naming;
  const alone = (['hash', 'reportHash', 'attachment'] as const).flatMap(name => {
    const hash = single[name];
    return hash === undefined ? [] : [{ hash, pointer: `/${name}`, piece: null }];
  });
  return [
    ...alone,
    ...attachments.map(({ piece, hash }, rank) => ({ hash, piece, pointer: `/attachments/${rank}/hash` })),
  ];
}

/** Refuses a document that was not deposited in the dossier, or that bears a virus. */
export function undeposited(payload: object, deposits: readonly Deposit[]): Refusal | undefined {
  for (const { hash, pointer } of documentsNamed(payload)) {
    const deposit = deposits.find(candidate => candidate.hash === hash);
    if (deposit === undefined)
      return refuse(
        'document-unknown',
        'Ce document n’a pas été déposé dans le dossier : déposez d’abord le fichier.',
        {
          pointer,
        },
      );
    if (deposit.verdict === 'infected')
      return refuse('document-infected', 'L’antivirus a reconnu un virus dans ce fichier : déposez-en un autre.', {
        pointer,
      });
  }
  return undefined;
}
