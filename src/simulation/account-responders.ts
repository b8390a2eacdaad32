import { addCents, cents, eurosDot, parseEuros, ZERO } from '../domain/kernel/cents.js';
import type { ExpectationKind } from '../domain/dossier/expectations.js';
import { PAPERS } from './papers.js';
import {
  award,
  contribution,
  doing,
  rounds,
  signer,
  type ActToDo,
  type ResponderContext,
} from './responder-context.js';

const AXES = ['creation', 'projects', 'promotion', 'dialogue', 'structure'];
const INDICATORS = [
  ...['project-holders', 'activities-created', 'members', 'collective-projects', 'events', 'board-meetings'],
  ...['officer-time', 'epci-covered'],
];

const filed = (at: ResponderContext, act: string, body: object) => doing(signer(at), act, at, body);

/** What the action had beside the grant, all spent. */
const OWN = cents(623_055);

/** The account of the exercise: what was spent of the instalments planned for it, beside what the action had of its own. */
function account({ pole, parts, persona }: ResponderContext): object {
  const lines = pole.instalments.filter(({ award: id, year }) => id === parts.award && year === parts.year);
  const planned = addCents(ZERO, ...lines.map(line => parseEuros(line.planned)));
  const charged = cents(planned - Math.floor((planned * persona.unspentPercent) / 100));
  const total = eurosDot(addCents(charged, OWN));
  const beside = { otherResources: eurosDot(OWN), eligibleExpenses: total };
  return { hash: PAPERS.financial.hash, totalExpenses: total, chargedToGrant: eurosDot(charged), ...beside };
}

/** The document de référence of the exercise. */
const documentOf = ({ pole, parts }: ResponderContext) =>
  pole.years.find(({ award: id, year }) => id === parts.award && year === parts.year)?.referenceDocument;

/** How the posts, the accounts and the end of a convention are answered. */
export const ACCOUNTS: { readonly [Kind in ExpectationKind]?: (context: ResponderContext) => ActToDo | undefined } = {
  'post-opening': at => doing('porteur-demo', 'open-post', at, { share: 100 }),
  hiring: at => doing('porteur-demo', 'fill-post', at, { share: 100 }),
  'activity-report': at =>
    filed(at, 'file-activity-report', {
      hash: PAPERS.activity.hash,
      document: documentOf(at),
      evaluation: AXES.map(axis => ({ axis, assessment: 'partly' })),
    }),
  indicators: at =>
    filed(at, 'file-indicators', {
      hash: PAPERS.indicators.hash,
      document: documentOf(at),
      values: INDICATORS.map((indicator, index) => ({ indicator, value: index === 5 ? null : index * 3 })),
    }),
  'financial-report': at => filed(at, 'file-financial-report', account(at)),
  'approved-accounts': at => filed(at, 'file-accounts', { hash: PAPERS.accounts.hash }),
  'report-review': at =>
    at.persona.silentOnAdvice
      ? undefined
      : doing('conseiller-cress', 'review-report', at, { favourable: true, advice: 'Avis fictif.' }),
  'report-acceptance': at =>
    at.persona.reportReturnedOnce && rounds(at) === 1 && at.parts.report === 'financial-report'
      ? doing('instructrice', 'return-report', at, {
          corrections: [{ field: '/chargedToGrant', reason: 'À justifier.' }],
        })
      : doing('instructrice', 'accept-report', at),
  'final-evaluation': at =>
    doing('instructrice', 'record-final-evaluation', at, { outcome: 'favourable', hash: PAPERS.evaluation.hash }),
  'former-carrier-account': at =>
    doing('instructrice', 'settle-former-carrier', { ...at, parts: { award: award(at)?.parent ?? '' } }),
  settlement: at => doing('instructrice', 'settle-cycle', at),
  'observations-invitation': at =>
    doing('instructrice', 'invite-observations', at, { matter: 'recovery', reason: 'Trop-perçu constaté.' }),
  observations: at =>
    at.persona.silentOnAdvice
      ? undefined
      : doing('porteur-demo', 'present-observations', at, {
          matter: at.parts.matter,
          observations: 'Observations fictives.',
        }),
  'recovery-order': at =>
    doing('gestionnaire-financiere', 'record-recovery-order', at, { order: `T-${at.persona.rank}` }),
  recovery: at =>
    at.persona.rank % 3 === 0
      ? doing('cheffe-de-service', 'waive-recovery', at, { reason: 'Remise fictive.' })
      : doing('gestionnaire-financiere', 'record-recovery', at),
  'cofunding-decision': at => {
    const { number } = contribution(at) ?? {};
    if (number === undefined) return undefined;
    const decision = rounds(at) === 1 ? { outcome: 'adjourned' } : { outcome: 'voted', amount: '5000.00' };
    return doing('cofinanceur-22', 'record-cofunding-decision', { ...at, parts: { contribution: number } }, decision);
  },
  closure: at => doing('instructrice', 'close-dossier', at),
};
