import { splitKey, type ExpectationKind } from '../domain/dossier/expectations.js';
import { addDays, type CivilDate } from '../domain/kernel/civil-date.js';
import { ACCOUNTS } from './account-responders.js';
import { award, doing, line, rounds, signer, type Doing, type Looking } from './responder-context.js';
import type { Character } from './persona.js';
import type { PoleSeen } from './house-client.js';

const signature = (party: string, looking: Looking) => ({
  party,
  textHash: award(looking)?.vote?.textHash ?? '',
  signatory: 'Personne fictive',
  capacity: party === 'region' ? 'Présidence de la Région' : 'Présidence',
});

const FIGURES = { members: 83, present: 60, votesFor: 50, votesAgainst: 5, abstentions: 5 };
const number = (instance: string) => `S_${instance.slice(-6).replace(/[^0-9A-Za-z]/g, '_')}`;

function vote(looking: Looking): object {
  const { character, instance } = looking;
  const of = award(looking);
  const first = rounds(looking) === 1;
  const study = of?.kind === 'study';
  const refusedStudy = study && character.studyRefusedOnce && looking.pole.awards[0]?.id === of.id;
  if (of?.kind === 'amendment' || of?.kind === 'year' || looking.pole.awards.some(one => one.status === 'in-force'))
    return { ...FIGURES, outcome: 'adopted', number: number(instance), amount: of?.requested };
  const wanted = study ? (refusedStudy ? 'rejected' : 'adopted') : character.vote;
  const outcome = wanted === 'adjourned' && !first ? 'adopted' : wanted;
  const carried = outcome !== 'rejected';
  return {
    outcome,
    number: number(instance),
    members: 83,
    present: 60,
    votesFor: carried ? 50 : 10,
    votesAgainst: carried ? 5 : 45,
    abstentions: 5,
    ...(outcome === 'adopted' || outcome === 'amended' ? { amount: of?.requested } : {}),
    ...(outcome === 'amended' ? { text: `Convention amendée ${instance}` } : {}),
  };
}

const identity = (name: string, siret: string) => ({ name, siret });

/** How each expectation is answered by those who owe it; nothing for what only the calendar settles. */
const ANSWERS: { readonly [Kind in ExpectationKind]?: (looking: Looking) => Doing | undefined } = {
  'local-group': at => doing('porteur-demo', 'form-local-group', at, { structures: 8 + at.character.rank }),
  'council-designation': at =>
    doing('instructrice', 'designate-council', at, { councilName: `Conseil fictif du pays ${at.character.paysCode}` }),
  'study-choice': at =>
    at.character.wantsStudy && rounds(at) <= 2
      ? doing('porteur-demo', 'request-study-grant', at, {
          applicant: identity(`Structure d'étude fictive n° ${at.character.rank}`, at.character.bearerSiret),
          amount: at.character.rank % 2 === 0 ? '23000.00' : '25000.00',
          pieces: ['statutes'],
          republicanCommitment: true,
        })
      : doing('instructrice', 'skip-study', at, { reason: 'Le collectif est déjà structuré.' }),
  'study-delivery': at => doing('porteur-etude', 'deliver-study', at, { reportHash: 'ab'.repeat(32) }),
  'study-review': at =>
    doing('instructrice', 'review-study', at, {
      outcome: at.character.studySentBackOnce && rounds(at) === 1 ? 'to-complete' : 'validated',
    }),
  'council-opinion': at => opinion(at),
  'revised-project': at => doing('porteur-demo', 'file-revised-project', at, { summary: 'Le projet est revu.' }),
  'cress-meeting': at => doing('conseiller-cress', 'hold-cress-meeting', at, { participants: 9 }),
  'legitimation-note': at => {
    const legitimate = !(at.character.noteNotYetOnce && rounds(at) === 1);
    return doing('conseiller-cress', 'write-legitimation-note', at, {
      carrier: identity(at.character.name, at.character.carrierSiret),
      selfOrganised: true,
      beyondAssociations: legitimate,
      conclusion: legitimate ? 'legitimate' : 'not-yet',
      analysis: 'Analyse fictive.',
    });
  },
  'grant-request': at =>
    doing('porteur-demo', 'request-grant', at, {
      applicant: identity(at.character.name, at.character.carrierSiret),
      amount: `${35_000 * at.character.years}.00`,
      years: at.character.years,
      startsOn: addDays(at.today, 120),
      pieces: ['statutes', 'action-budget'],
      republicanCommitment: true,
    }),
  acknowledgement: at => doing('instructrice', 'acknowledge-request', at),
  'missing-pieces': at =>
    at.character.silentOnPieces
      ? undefined
      : doing(signer(at), 'deliver-pieces', at, {
          pieces: award(at)?.demands.at(-1)?.missing ?? [],
        }),
  'instruction-report': at =>
    at.character.demandsPieces && award(at)?.demands.length === 0
      ? doing('instructrice', 'demand-pieces', at, { pieces: ['bank-details'] })
      : doing('instructrice', 'report-instruction', at, { favourable: true, report: 'Rapport fictif.' }),
  'agenda-entry': at =>
    doing('instructrice', 'enter-agenda', at, {
      sessionOn: addDays(at.today, 14),
      text: `Convention fictive ${at.instance}`,
    }),
  vote: at => doing('instructrice', 'record-vote', at, vote(at)),
  'refusal-notification': at => doing('instructrice', 'notify-refusal', at),
  transmission: at => doing('instructrice', 'transmit-deliberation', at, { receipt: 'ACTES-0001' }),
  'grant-notification': at => doing('instructrice', 'notify-grant', at),
  'carrier-signature': at => doing(signer(at), 'sign-convention', at, signature('carrier', at)),
  'region-signature': at => doing('instructrice', 'sign-convention', at, signature('region', at)),
  'convention-notification': at => doing('instructrice', isOvertaken(at) ? 'lapse-amendment' : 'notify-convention', at),
  'essential-data': at => doing('instructrice', 'publish-essential-data', at),
  'instalment-claim': at =>
    doing(signer(at), 'claim-instalment', at, {
      iban: 'FR7630006000011234567890189',
      accountHolder: at.character.name,
    }),
  liquidation: at => doing('instructrice', 'prepare-liquidation', at, { amount: line(at)?.left }),
  'liquidation-validation': at =>
    at.character.liquidationReturnedOnce && rounds(at) === 1
      ? doing('cheffe-de-service', 'return-liquidation', at, { reason: 'Pièce à joindre.' })
      : doing('cheffe-de-service', 'validate-liquidation', at),
  'payment-order': at =>
    doing('gestionnaire-financiere', 'record-payment-order', at, { order: `M-${at.character.rank}-${rounds(at)}` }),
  payment: at =>
    at.character.paymentRejectedOnce && rounds(at) === 1
      ? doing('gestionnaire-financiere', 'record-payment-rejection', at, { reason: 'wrong-bank-details' })
      : doing('gestionnaire-financiere', 'record-payment', at, { amount: line(at)?.liquidated }),
  'year-grant-request': at =>
    doing('porteur-demo', 'request-year-grant', at, {
      applicant: identity(at.character.name, at.character.carrierSiret),
      amount: '30000.00',
      year: Number(at.instance.split('/')[1]),
      pieces: [],
      republicanCommitment: true,
    }),
  ...ACCOUNTS,
  'withdrawal-acknowledgement': at => doing('instructrice', 'acknowledge-withdrawal', at),
};

function opinion(at: Looking): Doing {
  const { character } = at;
  if (character.opinion === 'late')
    return doing('instructrice', 'pass-over-opinion', at, { reason: "L'avis n'est pas venu dans son délai." });
  const outcome = character.opinion === 'unfavourable' && rounds(at) > 1 ? 'favourable' : character.opinion;
  return doing('conseil-de-developpement', 'give-opinion', at, {
    outcome,
    ...(outcome === 'favourable' ? {} : { statement: 'Avis fictif motivé.' }),
  });
}

/** Whether the page offers to let an amendment go, because payments have overtaken it. */
const isOvertaken = ({ pole, instance }: Looking) =>
  pole.acts.some(({ act, href, open }) => open && act === 'lapse-amendment' && href.includes(instance));

/** What the people of a pôle do about something awaited; undefined when they leave it to the calendar. */
export function answerTo(key: string, character: Character, pole: PoleSeen, today: CivilDate): Doing | undefined {
  const { kind, instance } = splitKey(key);
  const looking = { character, pole, today, kind, instance };
  const free = pole.awards.every(one => one.kind === 'study' || !['in-force', 'ended', 'settled'].includes(one.status));
  if (character.withdrawsAt === kind && free)
    return doing('porteur-demo', 'withdraw-project', looking, { reason: 'Le groupe renonce.' });
  return ANSWERS[kind]?.(looking);
}
