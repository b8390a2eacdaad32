import { actsController } from '../api/acts-controller.js';
import { ActBody } from '../api/body.js';
import { DatedBody } from '../api/bodies.js';
import { Attachment, CivilDay, Count, Fingerprint, Flag, Name, OneOf, Prose, Reference } from '../api/fields.js';
import { Nested } from '../api/nested-fields.js';
import type {
  CourtDecisionKind,
  LegalityAnswerKind,
  LegalityLetterNature,
  NotificationMeans,
  SigningParty,
} from '../domain/award/events.js';
import {
  AmendmentBody,
  GrantRequestBody,
  PieceDeliveryBody,
  PieceDemandBody,
  YearGrantRequestBody,
} from './request-bodies.js';
import { AgendaEntryBody, VoteBody } from './vote-bodies.js';
import { VOCABULARY } from '../domain/dossier/vocabulary.js';

class InstructionReportBody extends ActBody {
  @Flag({ description: 'Proposition favorable', example: true })
  favourable!: boolean;

  @Prose({ description: "Rapport d'instruction", example: 'Le projet répond au règlement ; budget équilibré.' })
  report!: string;

  @Attachment('Le rapport signé')
  attachment?: string;
}

class TransmissionBody extends ActBody {
  @Reference({
    description: 'Numéro de l’accusé de réception de la préfecture',
    example: '035-233500016-20260928-26_0503_04-DE',
  })
  receipt!: string;
}

class LegalityLetterBody extends ActBody {
  @OneOf(VOCABULARY.legalityLetter, { description: 'Nature du courrier' })
  nature!: LegalityLetterNature;

  @Reference({ description: 'Référence du courrier', example: 'PREF35-2026-1412' })
  reference!: string;
}

class LegalityReplyBody extends ActBody {
  @Count({
    ...{ label: 'Courrier auquel il est répondu', description: 'Son rang', from: 'legality-letters' },
    least: 1,
    most: 99,
    example: 1,
  })
  letter!: number;

  @OneOf(VOCABULARY.legalityAnswer, { description: 'Ce qui a été répondu' })
  answer!: LegalityAnswerKind;
}

class CourtRulingBody extends ActBody {
  @OneOf(VOCABULARY.courtDecision, { description: 'Ce que le juge a décidé' })
  decision!: CourtDecisionKind;

  @Reference({ description: "Numéro de l'affaire", example: 'TA-2600001' })
  reference!: string;
}

class NotificationBody extends ActBody {
  @OneOf(VOCABULARY.notification, {
    label: 'Comment elle a été notifiée',
    description: 'Par courrier, reçu à la date de l’acte, si absent',
    optional: true,
  })
  means?: NotificationMeans;

  @CivilDay({
    label: 'Mise à disposition',
    description: 'Par voie électronique : le jour où elle pouvait être lue',
    ...{ optional: true, ofFact: true, example: '2026-10-01' },
  })
  availableOn?: string;

  @CivilDay({
    label: 'Première consultation',
    description: 'Par voie électronique, s’il y en a eu une',
    ...{ optional: true, ofFact: true, example: '2026-10-03' },
  })
  consultedOn?: string;

  @CivilDay({
    label: 'Accord exprès de l’organisme',
    description: 'Par voie électronique : donné avant (CRPA art. L112-15)',
    ...{ optional: true, ofFact: true, example: '2026-02-02' },
  })
  agreedOn?: string;
}

class SignatureDelegationBody {
  @Reference({ description: 'Arrêté de délégation de signature', example: 'ARR-2026-118' })
  reference!: string;

  @CivilDay({ description: 'Premier jour', example: '2026-01-01', ofFact: true })
  from!: string;

  @CivilDay({ label: 'Dernier jour', description: 'S’il est fixé', example: '2027-12-31', optional: true })
  to?: string;
}

class SignatureBody extends ActBody {
  @OneOf(VOCABULARY.signingParty, { description: 'Qui signe' })
  party!: SigningParty;

  @Fingerprint({
    ...{ label: 'Texte signé', description: 'Son SHA-256 : celui du texte voté', from: 'voted-text' },
  })
  textHash!: string;

  @Name({
    label: 'Signataire',
    description: 'Son nom est conservé à côté du journal',
    example: 'Présidente (démonstration)',
  })
  signatory!: string;

  @Name({ description: 'Qualité ou délégation', example: 'Présidente' })
  capacity!: string;

  @Nested(() => SignatureDelegationBody, {
    label: 'Délégation de signature',
    description: 'Celle de qui signe pour le président',
    optional: true,
  })
  delegation?: SignatureDelegationBody;

  @Attachment('L’exemplaire signé')
  attachment?: string;
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
