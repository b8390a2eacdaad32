import { actsController } from '../api/acts-controller.js';
import { ActBody } from '../api/body.js';
import { DatedBody } from '../api/bodies.js';
import { CivilDay, Fingerprint, Flag, Name, Nested, OneOf, Prose, Reference } from '../api/fields.js';
import {
  LEGALITY_LETTERS,
  SIGNING_PARTIES,
  type LegalityLetterNature,
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
  @OneOf(LEGALITY_LETTERS, { description: 'Demande de pièces, observations, déféré, ou classement' })
  nature!: LegalityLetterNature;

  @Reference({ description: 'Référence du courrier', example: 'PREF35-2026-1412' })
  reference!: string;
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
  'publish-deliberation': DatedBody,
  'notify-grant': DatedBody,
  'notify-refusal': DatedBody,
  'sign-convention': SignatureBody,
  'notify-convention': DatedBody,
  'publish-essential-data': DatedBody,
  'lapse-amendment': DatedBody,
});
