import { actsController } from '../api/acts-controller.js';
import { ActBody } from '../api/body.js';
import { DatedBody } from '../api/bodies.js';
import { CivilDay, Count, Fingerprint, Flag, Name, Nested, OneOf, Prose, Reference } from '../api/fields.js';
import {
  COURT_DECISIONS,
  LEGALITY_ANSWERS,
  LEGALITY_LETTERS,
  NOTIFICATION_MEANS,
  SIGNING_PARTIES,
  type CourtDecisionKind,
  type LegalityAnswerKind,
  type LegalityLetterNature,
  type NotificationMeans,
  type SigningParty,
} from '../domain/award/events.js';
import {
  AmendmentBody,
  GrantRequestBody,
  PieceDeliveryBody,
  PieceDemandBody,
  YearGrantRequestBody,
} from './request-bodies.js';
import { AgendaEntryBody, VoteBody } from './vote-bodies.js';

class InstructionReportBody extends ActBody {
  @Flag({ description: 'Proposition favorable', example: true })
  favourable!: boolean;

  @Prose({ description: "Rapport d'instruction", example: 'Le projet répond au règlement ; budget équilibré.' })
  report!: string;
}

class TransmissionBody extends ActBody {
  @Reference({
    description: "Numéro de l'accusé de réception de la préfecture",
    example: '035-233500016-20260928-26_0503_04-DE',
  })
  receipt!: string;
}

class LegalityLetterBody extends ActBody {
  @OneOf(LEGALITY_LETTERS, {
    description: 'Explications utiles, demande de compléter, recours gracieux, déféré, ou classement',
  })
  nature!: LegalityLetterNature;

  @Reference({ description: 'Référence du courrier', example: 'PREF35-2026-1412' })
  reference!: string;
}

class LegalityReplyBody extends ActBody {
  @Count({ description: 'Rang du courrier auquel il est répondu', least: 1, most: 99, example: 1 })
  letter!: number;

  @OneOf(LEGALITY_ANSWERS, { description: 'Pièces reçues par le représentant de l’État, réponse, ou refus' })
  answer!: LegalityAnswerKind;
}

class CourtRulingBody extends ActBody {
  @OneOf(COURT_DECISIONS, {
    description: 'Suspension, refus ou levée ; annulation, rejet du déféré, non-lieu, désistement',
  })
  decision!: CourtDecisionKind;

  @Reference({ description: "Numéro de l'affaire", example: 'TA-2600001' })
  reference!: string;
}

class NotificationBody extends ActBody {
  @OneOf(NOTIFICATION_MEANS, {
    description:
      'Par voie électronique, par courrier ou en main propre ; par courrier, reçu à la date de l’acte, si absent',
    optional: true,
  })
  means?: NotificationMeans;

  @CivilDay({
    description: 'Par voie électronique : mise à disposition',
    ...{ optional: true, ofFact: true, example: '2026-10-01' },
  })
  availableOn?: string;

  @CivilDay({
    description: 'Par voie électronique : première consultation, s’il y en a eu une',
    ...{ optional: true, ofFact: true, example: '2026-10-03' },
  })
  consultedOn?: string;

  @CivilDay({
    description: 'Par voie électronique : accord exprès de l’organisme, donné avant (CRPA art. L112-15)',
    ...{ optional: true, ofFact: true, example: '2026-02-02' },
  })
  agreedOn?: string;
}

class SignatureDelegationBody {
  @Reference({ description: 'Arrêté de délégation de signature', example: 'ARR-2026-118' })
  reference!: string;

  @CivilDay({ description: 'Premier jour', example: '2026-01-01', ofFact: true })
  from!: string;

  @CivilDay({ description: 'Dernier jour, s’il est fixé', example: '2027-12-31', optional: true })
  to?: string;
}

class SignatureBody extends ActBody {
  @OneOf(SIGNING_PARTIES, { description: 'Qui signe' })
  party!: SigningParty;

  @Fingerprint({ description: 'SHA-256 du texte signé : celui du texte voté' })
  textHash!: string;

  @Name({ description: 'Signataire, conservé à côté du journal', example: 'Présidente (démonstration)' })
  signatory!: string;

  @Name({ description: 'Qualité ou délégation', example: 'Présidente' })
  capacity!: string;

  @Nested(() => SignatureDelegationBody, { description: 'Délégation de qui signe pour le président', optional: true })
  delegation?: SignatureDelegationBody;
}

export const AwardController = actsController('award', 'Attribution et convention', {
  'request-grant': GrantRequestBody,
  'request-year-grant': YearGrantRequestBody,
  'request-amendment': AmendmentBody,
  'acknowledge-request': DatedBody,
  'demand-pieces': PieceDemandBody,
  'deliver-pieces': PieceDeliveryBody,
  'report-instruction': InstructionReportBody,
  'enter-agenda': AgendaEntryBody,
  'record-vote': VoteBody,
  'transmit-deliberation': TransmissionBody,
  'record-legality-letter': LegalityLetterBody,
  'answer-legality-letter': LegalityReplyBody,
  'record-court-decision': CourtRulingBody,
  'publish-deliberation': DatedBody,
  'notify-grant': NotificationBody,
  'notify-refusal': NotificationBody,
  'sign-convention': SignatureBody,
  'notify-convention': NotificationBody,
  'publish-essential-data': DatedBody,
  'lapse-amendment': DatedBody,
});
