import { partsOf, splitKey, type ExpectationKind } from '../domain/dossier/expectations.js';
import { PAPERS } from './papers.js';
import { addDays, type CivilDate } from '../domain/kernel/civil-date.js';
import { ACCOUNTS } from './account-responders.js';
import {
  award,
  doing,
  line,
  rounds,
  signedBy,
  signer,
  type ActToDo,
  type ResponderContext,
} from './responder-context.js';
import type { Persona } from './persona.js';
import { enterAgenda, recordVote } from './vote-responders.js';
import type { PoleSeen } from './house-client.js';

const DELEGATED = { reference: 'ARR-2021-118', from: '2021-07-02' };
const signature = (party: string, context: ResponderContext) => ({
  party,
  textHash: award(context)?.vote?.textHash ?? '',
  signatory: 'Personne fictive',
  capacity: party === 'region' ? 'Présidence de la Région' : 'Présidence',
  ...(party === 'region' && context.persona.rank % 2 === 0 ? { delegation: DELEGATED } : {}),
});

const STUDY_PIECES = ['study-brief', 'study-budget', 'statutes', 'bank-details'];
export const GRANT_PIECES = [
  ...['statutes', 'officers', 'action-budget', 'approved-accounts', 'activity-report', 'bank-details'],
];

/** The pieces that a carrier joins: all, or all but one where it is to be asked for it. */
export const piecesOf = ({ persona }: ResponderContext, pieces: readonly string[]): readonly string[] =>
  persona.demandsPieces ? pieces.filter(piece => piece !== 'bank-details') : pieces;

/** Those that a request lacks, and that were not asked for yet. */
function piecesToAsk(context: ResponderContext): readonly string[] {
  const of = award(context);
  const asked = of?.demands.flatMap(({ pieces }) => pieces) ?? [];
  return of?.missingPieces.filter(piece => !asked.includes(piece)) ?? [];
}

/** One carrier in two is notified by post; the others electronically, and two in three of them read it at once. */
function notification(context: ResponderContext): object {
  const { persona, today } = context;
  const { rank } = persona;
  if (rank % 2 === 0) return {};
  const read = rank % 3 === 0 ? {} : { consultedOn: today };
  return { means: 'electronic', availableOn: today, agreedOn: award(context)?.receivedOn, ...read };
}

const identity = (name: string, siret: string) => ({ name, siret });

/** How each expectation is answered by those who owe it; nothing for what only the calendar settles. */
const ANSWERS: { readonly [Kind in ExpectationKind]?: (context: ResponderContext) => ActToDo | undefined } = {
  'local-group': at => doing('porteur-demo', 'form-local-group', at, { structures: 8 + at.persona.rank }),
  'council-designation': at =>
    doing('instructrice', 'designate-council', at, { councilName: `Conseil fictif du pays ${at.persona.paysCode}` }),
  'study-choice': at =>
    at.persona.wantsStudy && rounds(at) <= 2
      ? doing('porteur-demo', 'request-study-grant', at, {
          applicant: identity(`Structure d'étude fictive n° ${at.persona.rank}`, at.persona.bearerSiret),
          amount: at.persona.rank % 2 === 0 ? '23000.00' : '25000.00',
          pieces: piecesOf(at, STUDY_PIECES),
          attachments: [{ piece: 'study-budget', hash: PAPERS.budget.hash }],
          commitment: signedBy(at),
        })
      : doing('instructrice', 'skip-study', at, { reason: 'Le collectif est déjà structuré.' }),
  'study-delivery': at => doing('porteur-etude', 'deliver-study', at, { reportHash: PAPERS.study.hash }),
  'study-review': at =>
    doing('instructrice', 'review-study', at, {
      outcome: at.persona.studySentBackOnce && rounds(at) === 1 ? 'to-complete' : 'validated',
    }),
  'council-opinion': at => opinion(at),
  'revised-project': at => doing('porteur-demo', 'file-revised-project', at, { summary: 'Le projet est revu.' }),
  'cress-meeting': at => doing('conseiller-cress', 'hold-cress-meeting', at, { participants: 9 }),
  'legitimation-note': at => {
    const legitimate = !(at.persona.noteNotYetOnce && rounds(at) === 1);
    return doing('conseiller-cress', 'write-legitimation-note', at, {
      carrier: identity(at.persona.name, at.persona.carrierSiret),
      selfOrganised: true,
      beyondAssociations: legitimate,
      conclusion: legitimate ? 'legitimate' : 'not-yet',
      analysis: 'Analyse fictive.',
    });
  },
  'successor-note': at =>
    doing('conseiller-cress', 'examine-successor', at, { conclusion: 'legitimate', analysis: 'Analyse fictive.' }),
  'grant-request': at =>
    doing('porteur-demo', 'request-grant', at, {
      applicant: identity(at.persona.name, at.persona.carrierSiret),
      amount: `${35_000 * at.persona.years}.00`,
      years: at.persona.years,
      startsOn: addDays(at.today, 120),
      pieces: piecesOf(at, GRANT_PIECES),
      attachments: [
        { piece: 'statutes', hash: PAPERS.statutes.hash },
        { piece: 'action-budget', hash: PAPERS.budget.hash },
      ],
      commitment: signedBy(at),
    }),
  acknowledgement: at => doing('instructrice', 'acknowledge-request', at),
  'missing-pieces': at =>
    at.persona.silentOnPieces
      ? undefined
      : doing(signer(at), 'deliver-pieces', at, {
          pieces: award(at)?.demands.at(-1)?.missing ?? [],
        }),
  'instruction-report': at =>
    piecesToAsk(at).length > 0
      ? doing('instructrice', 'demand-pieces', at, { pieces: piecesToAsk(at) })
      : doing('instructrice', 'report-instruction', at, { favourable: true, report: 'Rapport fictif.' }),
  'agenda-entry': enterAgenda,
  vote: recordVote,
  'refusal-notification': at => doing('instructrice', 'notify-refusal', at),
  transmission: at => doing('instructrice', 'transmit-deliberation', at, { receipt: 'ACTES-0001' }),
  'grant-notification': at => doing('instructrice', 'notify-grant', at, notification(at)),
  'carrier-signature': at => doing(signer(at), 'sign-convention', at, signature('carrier', at)),
  'region-signature': at => doing('instructrice', 'sign-convention', at, signature('region', at)),
  'convention-notification': at => doing('instructrice', isOvertaken(at) ? 'lapse-amendment' : 'notify-convention', at),
  'essential-data': at => doing('instructrice', 'publish-essential-data', at),
  'instalment-claim': at =>
    doing(signer(at), 'claim-instalment', at, {
      iban: 'FR7630006000011234567890189',
      accountHolder: at.persona.name,
    }),
  liquidation: at => doing('instructrice', 'prepare-liquidation', at, { amount: line(at)?.left }),
  'liquidation-validation': at =>
    at.persona.liquidationReturnedOnce && rounds(at) === 1
      ? doing('cheffe-de-service', 'return-liquidation', at, { reason: 'Pièce à joindre.' })
      : doing('cheffe-de-service', 'validate-liquidation', at),
  'payment-order': at =>
    doing('gestionnaire-financiere', 'record-payment-order', at, { order: `M-${at.persona.rank}-${rounds(at)}` }),
  payment: at =>
    at.persona.paymentRejectedOnce && rounds(at) === 1
      ? doing('gestionnaire-financiere', 'record-payment-rejection', at, { reason: 'wrong-bank-details' })
      : doing('gestionnaire-financiere', 'record-payment', at, { amount: line(at)?.liquidated }),
  'year-grant-request': at =>
    doing('porteur-demo', 'request-year-grant', at, {
      applicant: identity(at.persona.name, at.persona.carrierSiret),
      amount: '30000.00',
      year: at.parts.year,
      pieces: [],
      commitment: signedBy(at),
    }),
  ...ACCOUNTS,
  'withdrawal-acknowledgement': at => doing('instructrice', 'acknowledge-withdrawal', at),
};

function opinion(at: ResponderContext): ActToDo {
  const { persona } = at;
  if (persona.opinion === 'late')
    return doing('instructrice', 'pass-over-opinion', at, { reason: "L'avis n'est pas venu dans son délai." });
  const outcome = persona.opinion === 'unfavourable' && rounds(at) > 1 ? 'favourable' : persona.opinion;
  return doing('conseil-de-developpement', 'give-opinion', at, {
    outcome,
    ...(outcome === 'favourable' ? {} : { statement: 'Avis fictif motivé.' }),
  });
}

/** Whether the page offers to let an amendment go, because payments have overtaken it. */
const isOvertaken = ({ pole, parts }: ResponderContext) =>
  pole.acts.some(({ act, href, open }) => open && act === 'lapse-amendment' && href.includes(parts.award ?? ''));

/** What the people of a pôle do about something awaited; undefined when they leave it to the calendar. */
export function answerTo(key: string, persona: Persona, pole: PoleSeen, today: CivilDate): ActToDo | undefined {
  const { kind, instance } = splitKey(key);
  const context = { persona, pole, today, kind, instance, parts: partsOf(key) };
  const free = pole.awards.every(
    poleAward => poleAward.kind === 'study' || !['in-force', 'ended', 'settled'].includes(poleAward.status),
  );
  if (persona.withdrawsAt === kind && free)
    return doing('porteur-demo', 'withdraw-project', context, { reason: 'Le groupe renonce.' });
  return ANSWERS[kind]?.(context);
}
