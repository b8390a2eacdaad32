import { ActBody } from '../api/body.js';
import { BodyIdentityBody } from '../api/bodies.js';
import { CivilDay, Codes, Count, Euros, Flag, Nested } from '../api/fields.js';

const PIECE = /^[a-z][a-z0-9-]{1,40}$/;

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

  @Flag({ description: "Contrat d'engagement républicain souscrit", example: true })
  republicanCommitment!: boolean;
}

export class GrantRequestBody extends StudyGrantRequestBody {
  @Count({ description: "Nombre d'exercices", least: 1, most: 6, example: 3 })
  years!: number;

  @CivilDay({ description: 'Premier jour du premier exercice', example: '2027-01-01' })
  startsOn!: string;
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
