import type { COMMITMENT_GROUNDS, COMMITMENT_KINDS, UNCONCERNED } from '../award/commitment-kinds.js';
import type { AskedOrgan, AsideGround, Ballot, CastingVote, PartTaken } from '../award/deliberation.js';
import type {
  AwardKind,
  CourtDecisionKind,
  LegalityAnswerKind,
  LegalityLetterNature,
  NotificationMeans,
  RequestChannel,
  Requester,
  SigningParty,
  VoteOutcome,
} from '../award/events.js';
import type { CofundingOutcome } from '../cofunding/slice.js';
import type { OpinionOutcome } from '../council-opinion/slice.js';
import type { PaymentRejection } from '../funded-year/slice.js';
import type { Assessment } from '../funded-year/years-slice.js';
import type { InitiatorKind } from '../initiative/slice.js';
import type { DatePrecision } from '../kernel/civil-date.js';
import type { LegitimationConclusion } from '../legitimation/slice.js';
import type { EvaluationOutcome, WithdrawalBasis } from '../lifecycle/slice.js';
import type { StudyReviewOutcome } from '../prefiguration-study/slice.js';
import type { ObservationMatter } from '../reglement/measures.js';
import type { ReportKind } from '../reglement/reglement.js';

/** What the values of an enumeration are called in French, in the order in which a person is offered them. */
export type Labels<Code extends string = string> = Readonly<Record<Code, string>>;

const favourability = { favourable: 'Favorable', 'with-reserves': 'Avec réserves', unfavourable: 'Défavorable' };

/** Every enumeration of what people say and read, in French. */
export const VOCABULARY = {
  datePrecision: {
    day: 'Au jour près',
    month: 'Au mois près',
    year: 'À l’année près',
  } satisfies Labels<DatePrecision>,

  initiator: {
    'ess-actors': 'Des acteurs de l’ESS',
    'local-authority': 'Une collectivité',
    pays: 'Le pays',
  } satisfies Labels<InitiatorKind>,

  opinion: favourability satisfies Labels<OpinionOutcome>,
  evaluation: favourability satisfies Labels<EvaluationOutcome>,

  studyReview: {
    validated: 'L’étude est validée',
    'to-complete': 'L’étude est renvoyée pour être complétée',
  } satisfies Labels<StudyReviewOutcome>,

  legitimation: {
    legitimate: 'La structure est légitime',
    'not-yet': 'La structure ne l’est pas encore',
  } satisfies Labels<LegitimationConclusion>,

  award: {
    study: 'Subvention de l’étude de préfiguration',
    convention: 'Subvention du pôle',
    year: 'Subvention d’un exercice',
    amendment: 'Avenant',
  } satisfies Labels<AwardKind>,

  channel: {
    electronic: 'Par voie électronique',
    paper: 'Sur papier',
  } satisfies Labels<RequestChannel>,

  requester: {
    carrier: 'La structure porteuse',
    region: 'La Région',
  } satisfies Labels<Requester>,

  commitment: {
    signed: 'Souscrit',
    deemed: 'Réputé souscrit',
    'not-applicable': 'Sans objet pour cet organisme',
  } satisfies Labels<(typeof COMMITMENT_KINDS)[number]>,

  commitmentGround: {
    agreement: 'Agrément',
    'public-interest': 'Reconnaissance d’utilité publique',
  } satisfies Labels<(typeof COMMITMENT_GROUNDS)[number]>,

  unconcerned: {
    epci: 'Établissement public de coopération intercommunale',
    gip: 'Groupement d’intérêt public',
    'public-body': 'Autre personne publique',
    cooperative: 'Coopérative',
    company: 'Société',
  } satisfies Labels<(typeof UNCONCERNED)[number]>,

  organ: {
    assembly: 'L’assemblée',
    'permanent-commission': 'La commission permanente, par délégation',
    president: 'Le président',
  } satisfies Labels<AskedOrgan>,

  vote: {
    adopted: 'Adopté',
    amended: 'Adopté, amendé',
    adjourned: 'Ajourné',
    rejected: 'Rejeté',
  } satisfies Labels<VoteOutcome>,

  ballot: {
    ordinary: 'Ordinaire',
    public: 'Public',
    secret: 'Secret',
  } satisfies Labels<Ballot>,

  castingVote: {
    for: 'Pour',
    against: 'Contre',
  } satisfies Labels<CastingVote>,

  asideGround: {
    'own-interest': 'Intérêt propre',
    'mandate-by-law': 'Mandat désigné en application de la loi',
    'mandate-other': 'Autre mandat',
  } satisfies Labels<AsideGround>,

  partTaken: {
    reporter: 'Rapporteur',
    speaker: 'Intervenant',
    voter: 'Votant',
    'proxy-giver': 'A donné pouvoir',
    'proxy-holder': 'Porte un pouvoir',
  } satisfies Labels<PartTaken>,

  legalityLetter: {
    information: 'Demande d’explications utiles',
    completion: 'Demande de compléter la transmission',
    'gracious-appeal': 'Recours gracieux',
    referral: 'Déféré devant le juge',
    closing: 'Classement',
  } satisfies Labels<LegalityLetterNature>,

  legalityAnswer: {
    'pieces-received': 'Le représentant de l’État a reçu les pièces',
    answered: 'La Région a répondu',
    refused: 'La Région a refusé',
  } satisfies Labels<LegalityAnswerKind>,

  courtDecision: {
    suspended: 'La décision est suspendue',
    'suspension-refused': 'La suspension est refusée',
    'suspension-lifted': 'La suspension est levée',
    annulled: 'La décision est annulée',
    dismissed: 'Le déféré est rejeté',
    'non-lieu': 'Non-lieu à statuer',
    withdrawn: 'Désistement',
  } satisfies Labels<CourtDecisionKind>,

  notification: {
    electronic: 'Par voie électronique',
    post: 'Par courrier',
    hand: 'En main propre',
  } satisfies Labels<NotificationMeans>,

  signingParty: {
    carrier: 'La structure',
    region: 'La Région',
  } satisfies Labels<SigningParty>,

  cofunding: {
    voted: 'Voté',
    refused: 'Refusé',
    adjourned: 'Ajourné',
  } satisfies Labels<CofundingOutcome>,

  report: {
    'activity-report': 'Rapport d’activité',
    indicators: 'Indicateurs',
    'financial-report': 'Compte rendu financier',
    'approved-accounts': 'Comptes approuvés',
  } satisfies Labels<ReportKind>,

  assessment: {
    reached: 'Atteint',
    partly: 'Atteint en partie',
    'not-reached': 'Non atteint',
  } satisfies Labels<Assessment>,

  paymentRejection: {
    'missing-piece': 'Pièce manquante',
    'wrong-bank-details': 'Coordonnées bancaires fausses',
    'no-credit': 'Crédits insuffisants',
    other: 'Autre motif',
  } satisfies Labels<PaymentRejection>,

  measure: {
    termination: 'Résiliation de la convention',
    recovery: 'Reversement du trop-perçu',
    withdrawal: 'Retrait de la subvention',
    abrogation: 'Abrogation de la subvention pour l’avenir',
    commitment: 'Retrait pour manquement au contrat d’engagement républicain',
  } satisfies Labels<ObservationMatter>,

  revocation: {
    illegal: 'L’attribution était illégale',
    conditions: 'Les conditions de la subvention n’ont pas été respectées',
  } satisfies Labels<Exclude<WithdrawalBasis, 'commitment'>>,

  /** The blocks that a règlement may let a manager lift. */
  waivableGate: {
    'council-opinion-known': 'L’avis du Conseil de développement n’est pas connu',
    'study-settled': 'Le sort de l’étude de préfiguration n’est pas réglé',
    'carrier-legitimate': 'La légitimité de la structure porteuse n’est pas établie',
    'previous-report-not-overdue': 'Un compte rendu de l’exercice précédent est en retard',
    'final-evaluation-known': 'L’évaluation finale n’est pas connue',
    'post-filled': 'Le poste de chargé·e de mission n’est pas pourvu',
    'accounts-accepted': 'Des comptes rendus ne sont pas acceptés',
  } satisfies Labels,
} as const;
