import { ActBody } from '../api/body.js';
import { BodyIdentityBody, ReasonBody } from '../api/bodies.js';
import { CivilDay, Codes, Count, Euros, Name, Nested, NestedList, OneOf, Reference } from '../api/fields.js';
import {
  COMMITMENT_GROUNDS,
  COMMITMENT_KINDS,
  UNCONCERNED,
  type Commitment,
} from '../domain/award/commitment-kinds.js';
import { REQUEST_CHANNELS, REQUESTERS, type RequestChannel, type Requester } from '../domain/award/events.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';

const PIECE = /^[a-z][a-z0-9-]{1,40}$/;

export class CommitmentBody {
  @OneOf(COMMITMENT_KINDS, { description: 'Souscrit, réputé souscrit, ou sans objet' })
  kind!: Commitment['kind'];

  @CivilDay({ description: 'Jour de la signature', ofFact: true, optional: true, example: '2026-01-15' })
  signedOn?: CivilDate;

  @Name({ description: 'Qui l’a signé, conservé à côté du journal', optional: true, example: 'Camille Exemple' })
  signatory?: string;

  @OneOf(COMMITMENT_GROUNDS, { description: "Agrément, ou reconnaissance d'utilité publique", optional: true })
  ground?: Commitment['ground'];

  @Reference({ description: "Numéro de l'agrément ou du décret", optional: true, example: 'AGR-35-2024-118' })
  reference?: string;

  @OneOf(UNCONCERNED, { description: 'Nature d’un organisme qui n’est ni association ni fondation', optional: true })
  nature?: Commitment['nature'];
}

export class StudyGrantRequestBody extends ActBody {
  @Nested(() => BodyIdentityBody, { description: "Structure qui demande l'aide" })
  applicant!: BodyIdentityBody;

  @Euros({ description: 'Montant demandé, en euros', example: '25000.00' })
  amount!: string;

  @Codes({
    description: 'Pièces jointes, par leur code au règlement',
    pattern: PIECE,
    mayBeEmpty: true,
    example: ['statutes'],
  })
  pieces!: string[];

  @Codes({
    description: "Pièces qu'une autre administration détient : elles ne sont pas demandées (CRPA art. L114-8)",
    ...{ pattern: PIECE, mayBeEmpty: true, optional: true, example: ['officers'] },
  })
  knownPieces?: string[];

  @OneOf(REQUEST_CHANNELS, { description: 'Par voie électronique si absent, ou sur papier', optional: true })
  channel?: RequestChannel;

  @CivilDay({
    description: "Quand une autre administration l'a reçue d'abord, et l'a transmise (CRPA art. L114-3)",
    ...{ optional: true, ofFact: true, example: '2026-01-28' },
  })
  receivedElsewhereOn?: string;

  @Nested(() => CommitmentBody, {
    description: "Contrat d'engagement républicain : souscrit, réputé souscrit, ou sans objet pour cet organisme",
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
    description: 'Budget prévisionnel éligible sur toute la période, requis si l’aide est proportionnelle',
    optional: true,
    example: '150000.00',
  })
  budget?: string;
}

export class YearGrantRequestBody extends StudyGrantRequestBody {
  @Count({ description: "Rang de l'exercice de la convention", least: 2, most: 6, example: 2 })
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
  @OneOf(REQUESTERS, {
    description: 'Qui le demande : son auteur si absent. Un avenant de la Région n’est pas rejeté par silence',
    optional: true,
  })
  requestedBy?: Requester;

  @Nested(() => CommitmentBody, {
    description: "Contrat d'engagement républicain de la nouvelle structure porteuse",
    optional: true,
  })
  commitment?: CommitmentBody;

  @Euros({ description: 'Nouveau montant de la convention, en euros', optional: true, example: '100000.00' })
  amount?: string;

  @Count({ description: "Nouveau nombre d'exercices", optional: true, least: 1, most: 6, example: 3 })
  years?: number;

  @NestedList(() => ScheduledInstalmentBody, {
    description: 'Échéancier des versements non demandés, au centime ; réparti selon le règlement si absent',
    optional: true,
    example: [{ year: 3, number: 1, amount: '20000.00' }],
  })
  schedule?: ScheduledInstalmentBody[];

  @Nested(() => BodyIdentityBody, { description: 'Nouvelle structure porteuse', optional: true })
  carrier?: BodyIdentityBody;

  @Reference({ description: 'Nouvelle version du document de référence', optional: true, example: 'referentiel-2' })
  referenceDocument?: string;
}

export class PieceDemandBody extends ActBody {
  @Codes({ description: 'Pièces manquantes, par leur code au règlement', pattern: PIECE, example: ['action-budget'] })
  pieces!: string[];

  @CivilDay({
    description: 'Dernier jour pour les produire ; le délai du règlement si absent',
    optional: true,
    example: '2026-05-15',
  })
  term?: string;
}

export class PieceDeliveryBody extends ActBody {
  @Codes({ description: 'Pièces produites', pattern: PIECE, example: ['action-budget'] })
  pieces!: string[];
}
