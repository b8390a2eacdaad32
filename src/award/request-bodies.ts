import { ActBody } from '../api/body.js';
import { BodyIdentityBody, ReasonBody } from '../api/bodies.js';
import type { ChoiceSource } from '../api/field-shape.js';
import { Attachment, CivilDay, Code, Codes, Count, Euros, Fingerprint, Name, OneOf, Reference } from '../api/fields.js';
import { Nested, NestedList } from '../api/nested-fields.js';
import type { Commitment } from '../domain/award/commitment-kinds.js';
import type { RequestChannel, Requester } from '../domain/award/events.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import { VOCABULARY } from '../domain/dossier/vocabulary.js';

const PIECE = /^[a-z][a-z0-9-]{1,40}$/;

export class CommitmentBody {
  @OneOf(VOCABULARY.commitment, { description: 'Ce qu’il en est' })
  kind!: Commitment['kind'];

  @CivilDay({ description: 'Jour de la signature', ofFact: true, optional: true, example: '2026-01-15' })
  signedOn?: CivilDate;

  @Name({
    ...{ label: 'Qui l’a signé', description: 'Son nom est conservé à côté du journal' },
    optional: true,
    example: 'Camille Exemple',
  })
  signatory?: string;

  @OneOf(VOCABULARY.commitmentGround, { description: 'À quel titre il est réputé souscrit', optional: true })
  ground?: Commitment['ground'];

  @Reference({ description: "Numéro de l'agrément ou du décret", optional: true, example: 'AGR-35-2024-118' })
  reference?: string;

  @OneOf(VOCABULARY.unconcerned, {
    label: 'Nature de l’organisme',
    description: 'S’il n’est ni une association ni une fondation',
    optional: true,
  })
  nature?: Commitment['nature'];
}

export class PieceFileBody {
  @Code({ description: 'La pièce, par son code au règlement', example: 'statutes' })
  piece!: string;

  @Fingerprint({ label: 'Fichier', description: 'SHA-256 du fichier déposé', hint: '' })
  hash!: string;
}

const pieceFiles = (from: ChoiceSource) =>
  NestedList(() => PieceFileBody, {
    ...{ label: 'Fichiers des pièces', description: 'Chacun par l’empreinte du fichier déposé', hint: '' },
    ...{ keyedBy: 'piece', from, optional: true, example: [{ piece: 'statutes', hash: 'a'.repeat(64) }] },
  });

export class StudyGrantRequestBody extends ActBody {
  @Nested(() => BodyIdentityBody, { description: "Structure qui demande l'aide" })
  applicant!: BodyIdentityBody;

  @Euros({ description: 'Montant demandé, en euros', example: '25000.00' })
  amount!: string;

  @pieceFiles('request-pieces')
  attachments?: PieceFileBody[];

  @Codes({
    label: 'Pièces remises autrement',
    description: 'Par leur code au règlement ; celles dont le fichier est joint s’y ajoutent',
    hint: 'Celles dont vous ne joignez pas le fichier : sur papier, par courriel.',
    from: 'request-pieces',
    pattern: PIECE,
    mayBeEmpty: true,
    example: ['statutes'],
  })
  pieces!: string[];

  @Codes({
    label: 'Pièces qu’une autre administration détient',
    description: 'Elles ne sont pas demandées (CRPA art. L114-8)',
    from: 'request-pieces',
    ...{ pattern: PIECE, mayBeEmpty: true, optional: true, example: ['officers'] },
  })
  knownPieces?: string[];

  @OneOf(VOCABULARY.channel, {
    label: 'Comment la demande est venue',
    description: 'Par voie électronique si absent, ou sur papier',
    optional: true,
  })
  channel?: RequestChannel;

  @CivilDay({
    label: 'Reçue d’abord par une autre administration le',
    description: 'Quand une autre administration l’a reçue, puis transmise (CRPA art. L114-3)',
    ...{ optional: true, ofFact: true, example: '2026-01-28' },
  })
  receivedElsewhereOn?: string;

  @Nested(() => CommitmentBody, {
    label: 'Contrat d’engagement républicain',
    description: 'Souscrit, réputé souscrit, ou sans objet pour cet organisme',
    optional: true,
  })
  commitment?: CommitmentBody;
}

export class GrantRequestBody extends StudyGrantRequestBody {
  @Count({ description: "Nombre d'exercices", least: 1, most: 6, example: 3 })
  years!: number;

  @CivilDay({ description: 'Premier jour du premier exercice', example: '2027-01-01' })
  startsOn!: string;

  @Euros({
    label: 'Budget prévisionnel éligible',
    description: 'En euros, sur toute la période ; requis si l’aide est proportionnelle',
    optional: true,
    example: '150000.00',
  })
  budget?: string;
}

export class YearGrantRequestBody extends StudyGrantRequestBody {
  @Count({
    ...{ label: 'Exercice', description: 'Son rang dans la convention', from: 'later-exercises' },
    least: 2,
    most: 6,
    example: 2,
  })
  year!: number;
}

export class ScheduledInstalmentBody {
  @Count({ description: 'Exercice', least: 1, most: 6, example: 3 })
  year!: number;

  @Count({ description: "Rang du versement dans l'exercice", least: 1, most: 9, example: 1 })
  number!: number;

  @Euros({ description: 'Montant, en euros', example: '20000.00' })
  amount!: string;
}

export class AmendmentBody extends ReasonBody {
  @OneOf(VOCABULARY.requester, {
    label: 'Qui demande l’avenant',
    description: 'Son auteur si absent. Un avenant de la Région n’est pas rejeté par silence',
    optional: true,
  })
  requestedBy?: Requester;

  @Nested(() => CommitmentBody, {
    label: 'Contrat d’engagement républicain',
    description: 'Celui de la nouvelle structure porteuse',
    optional: true,
  })
  commitment?: CommitmentBody;

  @Euros({ description: 'Nouveau montant de la convention, en euros', optional: true, example: '100000.00' })
  amount?: string;

  @Count({ description: "Nouveau nombre d'exercices", optional: true, least: 1, most: 6, example: 3 })
  years?: number;

  @NestedList(() => ScheduledInstalmentBody, {
    label: 'Échéancier des versements',
    description: 'Ceux qui n’ont pas été demandés, au centime ; réparti selon le règlement si absent',
    optional: true,
    example: [{ year: 3, number: 1, amount: '20000.00' }],
  })
  schedule?: ScheduledInstalmentBody[];

  @Nested(() => BodyIdentityBody, { description: 'Nouvelle structure porteuse', optional: true })
  carrier?: BodyIdentityBody;

  @Reference({
    description: 'Nouveau document de référence',
    optional: true,
    example: 'referentiel-2',
    from: 'reference-documents',
  })
  referenceDocument?: string;

  @Attachment('La demande d’avenant')
  attachment?: string;
}

export class PieceDemandBody extends ActBody {
  @Codes({
    ...{ label: 'Pièces manquantes', description: 'Par leur code au règlement', hint: '', from: 'request-pieces' },
    pattern: PIECE,
    example: ['action-budget'],
  })
  pieces!: string[];

  @CivilDay({
    label: 'Dernier jour pour les produire',
    description: 'Le délai du règlement si absent',
    optional: true,
    example: '2026-05-15',
  })
  term?: string;
}

export class PieceDeliveryBody extends ActBody {
  @pieceFiles('missing-pieces')
  attachments?: PieceFileBody[];

  @Codes({
    ...{
      label: 'Pièces remises autrement',
      description: 'Par leur code au règlement ; celles dont le fichier est joint s’y ajoutent',
    },
    ...{ hint: 'Celles dont vous ne joignez pas le fichier : sur papier, par courriel.', from: 'missing-pieces' },
    ...{ pattern: PIECE, mayBeEmpty: true },
    example: ['action-budget'],
  })
  pieces!: string[];
}
