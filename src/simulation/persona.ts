import { demoSiret } from '../access/demo-accounts.js';
import type { Chance } from './chance.js';

/** Something that nobody owes: it happens some days after the convention came into force. */
export const VOLUNTARY_ACTS = [
  'vacancy',
  'second-post',
  'less-money',
  'transfer',
  'suspension',
  'renewal',
  'region-termination',
  'abandonment',
  'legality-letter',
  'court-suspension',
  'grant-revocation',
  'partial-withdrawal',
  'commitment-breach',
  'abrogation',
] as const;
export type VoluntaryAct = (typeof VOLUNTARY_ACTS)[number] | 'cofunding' | 'labelling';

const CHANCES: Readonly<Record<(typeof VOLUNTARY_ACTS)[number], number>> = {
  vacancy: 0.4,
  'second-post': 0.2,
  'less-money': 0.25,
  transfer: 0.15,
  suspension: 0.2,
  renewal: 0.35,
  'region-termination': 0.07,
  abandonment: 0.1,
  'legality-letter': 0.2,
  'court-suspension': 0.1,
  'grant-revocation': 0.05,
  'partial-withdrawal': 0.1,
  'commitment-breach': 0.05,
  abrogation: 0.05,
};

/** What a pôle's people are like: what they will choose, how slow, wrong or silent they are. */
export interface Persona {
  readonly rank: number;
  readonly name: string;
  readonly paysCode: string;
  readonly carrierSiret: string;
  readonly bearerSiret: string;
  readonly years: number;
  /** Days that an answer takes at most. */
  readonly slowness: number;
  /** Share of acts first done wrong. */
  readonly clumsiness: number;
  readonly wantsStudy: boolean;
  readonly studyRefusedOnce: boolean;
  readonly studySentBackOnce: boolean;
  readonly opinion: 'favourable' | 'with-reserves' | 'unfavourable' | 'late';
  readonly noteNotYetOnce: boolean;
  readonly demandsPieces: boolean;
  readonly silentOnPieces: boolean;
  readonly silentRegion: boolean;
  readonly vote: 'adopted' | 'amended' | 'adjourned' | 'rejected';
  readonly liquidationReturnedOnce: boolean;
  readonly paymentRejectedOnce: boolean;
  readonly reportReturnedOnce: boolean;
  /** Whether the accounts come after their term. */
  readonly lateReports: boolean;
  /** Whether the CRESS leaves its advice, and the carrier its observations, to their term. */
  readonly silentOnAdvice: boolean;
  /** Share of the grant that the last year leaves unspent, in percent. */
  readonly unspentPercent: number;
  /** What its people undertake by themselves while the convention runs. */
  readonly undertakes: readonly VoluntaryAct[];
  /** Whether its carrier finds a co-funder, who adjourns before it votes. */
  readonly cofunded: boolean;
  /** The expectation at which the project is withdrawn instead of answered. */
  readonly withdrawsAt: string | undefined;
}

function pick<T>(chance: Chance, weighted: readonly (readonly [number, T])[]): T {
  let remaining = chance.draw();
  for (const [share, value] of weighted) {
    if (remaining < share) return value;
    remaining -= share;
  }
  const last = weighted.at(-1);
  if (!last) throw new Error('Rien parmi quoi choisir.');
  return last[1];
}

/** Draws the people of a pôle. */
export function drawPersona(rank: number, years: number, chance: Chance): Persona {
  return {
    rank,
    name: `Pôle fictif n° ${rank} (simulation)`,
    paysCode: String(((rank - 1) % 21) + 1).padStart(2, '0'),
    carrierSiret: demoSiret(rank),
    bearerSiret: demoSiret(100 + rank),
    years,
    slowness: pick(chance, [
      [0.6, 8],
      [0.3, 25],
      [0.1, 70],
    ]),
    clumsiness: pick(chance, [
      [0.7, 0.05],
      [0.3, 0.3],
    ]),
    wantsStudy: chance.happens(0.5),
    studyRefusedOnce: chance.happens(0.15),
    studySentBackOnce: chance.happens(0.3),
    opinion: pick(chance, [
      [0.6, 'favourable'],
      [0.2, 'with-reserves'],
      [0.1, 'unfavourable'],
      [0.1, 'late'],
    ]),
    noteNotYetOnce: chance.happens(0.2),
    demandsPieces: chance.happens(0.4),
    silentOnPieces: chance.happens(0.3),
    silentRegion: chance.happens(0.2),
    vote: pick(chance, [
      [0.6, 'adopted'],
      [0.15, 'amended'],
      [0.15, 'adjourned'],
      [0.1, 'rejected'],
    ]),
    liquidationReturnedOnce: chance.happens(0.2),
    paymentRejectedOnce: chance.happens(0.2),
    reportReturnedOnce: chance.happens(0.3),
    lateReports: chance.happens(0.25),
    silentOnAdvice: chance.happens(0.3),
    unspentPercent: pick(chance, [
      [0.7, 0],
      [0.2, 8],
      [0.1, 60],
    ]),
    undertakes: VOLUNTARY_ACTS.filter(undertaking => chance.happens(CHANCES[undertaking])),
    cofunded: rank % 2 === 0,
    withdrawsAt: chance.happens(0.08)
      ? pick(chance, [
          [0.5, 'grant-request'],
          [0.5, 'carrier-signature'],
        ])
      : undefined,
  };
}

/** People to whom nothing happens: they take the straight path. */
export function plainPersona(rank: number, name: string, paysCode: string): Persona {
  return {
    rank,
    name,
    paysCode,
    carrierSiret: demoSiret(rank),
    bearerSiret: demoSiret(100 + rank),
    years: 3,
    slowness: 5,
    clumsiness: 0,
    wantsStudy: false,
    studyRefusedOnce: false,
    studySentBackOnce: false,
    opinion: 'favourable',
    noteNotYetOnce: false,
    demandsPieces: false,
    silentOnPieces: false,
    silentRegion: false,
    vote: 'adopted',
    liquidationReturnedOnce: false,
    paymentRejectedOnce: false,
    reportReturnedOnce: false,
    lateReports: false,
    silentOnAdvice: false,
    unspentPercent: 0,
    undertakes: [],
    cofunded: false,
    withdrawsAt: undefined,
  };
}
