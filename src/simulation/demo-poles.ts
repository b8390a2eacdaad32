import type { Persona } from './persona.js';
import type { Until } from './scenario-runner.js';

/** A pôle of the demonstration: whose people, where it is left, and what is particular to it. */
export interface DemoPole {
  readonly pays: string;
  readonly until?: Until;
  readonly as?: Partial<Persona>;
  /** Whether it began long before the others. */
  readonly long?: boolean;
}

/** Days before today at which the pôles of the preparation begin. */
export const LATE_DAYS = 300;

const at =
  (kind: string): Until =>
  key =>
    key.startsWith(`${kind}/`);

/** Left at something awaited of an amendment, or of the award of a renewal. */
const ofAward =
  (kind: string, rank: number, step: string): Until =>
  (key, { awards }) => {
    const award = awards.filter(candidate => candidate.kind === kind)[rank];
    return award !== undefined && key.startsWith(`${step}/${award.id}`);
  };

const secondYear: Until = key => /^instalment-claim\/.*\/2\/1$/.test(key);
const anyReport: Until = key => /^(?:activity-report|indicators|financial-report|approved-accounts)\//.test(key);

/** Nothing is answered any more once the pôle is suspended, not even its resumption. */
const suspended: Until = (key, { stage }) => key === 'undertaken/suspension/1' || stage.code === 'suspended';

const PREPARATION: readonly DemoPole[] = [
  { pays: '14', until: at('local-group') },
  { pays: '21', until: at('study-choice') },
  { pays: '12', until: at('study-delivery'), as: { wantsStudy: true } },
  { pays: '07', until: at('revised-project'), as: { opinion: 'unfavourable' } },
  { pays: '06', until: at('council-opinion') },
  { pays: '18', until: at('legitimation-note'), as: { noteNotYetOnce: true } },
  { pays: '10', until: at('grant-request') },
  { pays: '16', until: at('missing-pieces'), as: { demandsPieces: true } },
  { pays: '05', until: at('vote') },
  { pays: '11', until: at('transmission') },
  { pays: '19', until: at('region-signature') },
  { pays: '08', until: at('instalment-claim') },
  { pays: '04', until: at('liquidation-validation') },
  { pays: '17', until: at('payment') },
  { pays: '02', until: at('hiring') },
  { pays: '03', as: { vote: 'rejected' } },
  { pays: '09', as: { withdrawsAt: 'grant-request' } },
];

const WHOLE_PATH: readonly DemoPole[] = [
  { pays: '13', until: secondYear },
  { pays: '15', until: anyReport },
  { pays: '20', until: at('report-acceptance'), as: { years: 2 } },
  { pays: '01', until: suspended, as: { undertakes: ['suspension'] } },
  { pays: '13', until: ofAward('amendment', 0, 'vote'), as: { undertakes: ['less-money'] } },
  { pays: '15', until: ofAward('convention', 1, 'vote'), as: { years: 1, undertakes: ['renewal'] } },
  { pays: '20', until: at('recovery-order'), as: { years: 1, unspentPercent: 60 } },
  { pays: '01', until: at('settlement'), as: { undertakes: ['abandonment'] } },
  { pays: '02', until: at('settlement'), as: { undertakes: ['region-termination'] } },
  { pays: '03', until: at('recovery-order'), as: { undertakes: ['grant-revocation'] } },
  { pays: '04', until: at('settlement'), as: { undertakes: ['abrogation'] } },
  { pays: '08', as: { years: 1 } },
];

/** Pôles at every stage of the whole path: those whose convention runs or has ended began long before the others. */
export const DEMO_POLES: readonly DemoPole[] = [...PREPARATION, ...WHOLE_PATH.map(pole => ({ ...pole, long: true }))];
