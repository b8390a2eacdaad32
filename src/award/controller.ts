import { actsController } from '../api/acts-controller.js';
import { ActBody } from '../api/body.js';
import { DatedBody } from '../api/bodies.js';
import { CivilDay, Count, Euros, Fingerprint, Flag, Name, OneOf, Prose, Reference } from '../api/fields.js';
import {
  LEGALITY_LETTERS,
  SIGNING_PARTIES,
  VOTE_OUTCOMES,
  type LegalityLetterNature,
  type SigningParty,
  type VoteOutcome,
} from '../domain/award/events.js';
import {
  AmendmentBody,
  GrantRequestBody,
  PieceDeliveryBody,
  PieceDemandBody,
  YearGrantRequestBody,
} from './request-bodies.js';

class InstructionReportBody extends ActBody {
  @Flag({ description: 'Proposition favorable', example: true })
  favourable!: boolean;

  @Prose({ description: "Rapport d'instruction", example: 'Le projet répond au règlement ; budget équilibré.' })
  report!: string;
}

class AgendaEntryBody extends ActBody {
  @CivilDay({ description: 'Date de la session', example: '2026-09-28' })
  sessionOn!: string;

  @Prose({
    description: 'Texte canonique de la convention, figé par son empreinte',
    longest: 100_000,
    asWritten: true,
    example: 'Convention de soutien au pôle…',
  })
  text!: string;
}

class VoteBody extends ActBody {
  @OneOf(VOTE_OUTCOMES, { description: 'Adopté, amendé, ajourné ou rejeté' })
  outcome!: VoteOutcome;

  @Reference({ description: 'Numéro de la délibération', example: '26_0503_04' })
  number!: string;

  @Count({ description: "Membres de l'assemblée", least: 1, most: 1000, example: 83 })
  members!: number;

  @Count({ description: 'Votants', most: 1000, example: 60 })
  present!: number;

  @Count({ description: 'Voix pour', most: 1000, example: 55 })
  votesFor!: number;

  @Count({ description: 'Voix contre', most: 1000, example: 2 })
  votesAgainst!: number;

  @Count({ description: 'Abstentions', most: 1000, example: 3 })
  abstentions!: number;

  @Euros({ description: 'Montant voté, en euros', optional: true, example: '105000.00' })
  amount?: string;

  @Prose({
    description: 'Texte amendé',
    optional: true,
    longest: 100_000,
    asWritten: true,
    example: 'Convention amendée…',
  })
  text?: string;
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

class SignatureBody extends ActBody {
  @OneOf(SIGNING_PARTIES, { description: 'Qui signe' })
  party!: SigningParty;

  @Fingerprint({ description: 'SHA-256 du texte signé : celui du texte voté' })
  textHash!: string;

  @Name({ description: 'Signataire, conservé à côté du journal', example: 'Présidente (démonstration)' })
  signatory!: string;

  @Name({ description: 'Qualité ou délégation', example: 'Présidente' })
  capacity!: string;
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
