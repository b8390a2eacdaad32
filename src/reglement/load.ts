import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import { ACTS } from '../domain/dossier/acts.js';
import { ladderSetFaults, reglementFaults, tableFaults } from '../domain/dossier/boot-check.js';
import { EXPECTATIONS } from '../domain/dossier/expectations.js';
import type { LadderSet } from '../domain/reglement/ladder.js';
import { pieceFaults, type PieceLabels } from '../domain/reglement/pieces.js';
import { referenceFaults } from '../domain/reglement/reference-faults.js';
import {
  reglementInForce,
  type LegalTexts,
  type ReferenceDocument,
  type Reglement,
  type Rules,
} from '../domain/reglement/reglement.js';
import { projectFile } from '../startup/project-file.js';
import { readDocument, readLadderSet, readLaw, readPieces, readReferences, readReglement } from './read.js';
import { ascending } from '../domain/kernel/ordering.js';

/** The dated règlements and the law, read once at boot and checked against the tables. */
export class RuleBook {
  private constructor(
    private readonly reglements: ReadonlyMap<string, Reglement>,
    readonly law: LegalTexts,
    readonly documents: readonly ReferenceDocument[],
    private readonly ladderSets: Readonly<Record<string, LadderSet>>,
    readonly pieceLabels: PieceLabels,
  ) {}

  /** Reads the data files. Throws, naming every fault, when the tables or a règlement cannot work. */
  static load(folder = projectFile('data')): RuleBook {
    const filesOf = <T>(part: string, parse: (value: unknown) => T) =>
      readdirSync(join(folder, part))
        .filter(name => name.endsWith('.json'))
        .sort()
        .map(name => parsed(folder, `${part}/${name}`, parse));
    const reglements = filesOf('reglements', readReglement);
    const documents = filesOf('reference-documents', readDocument);
    const ladderSets = filesOf('ladders', readLadderSet);
    const { pieces } = parsed(folder, 'pieces.json', readPieces);
    const law = {
      ...parsed(folder, 'law/deadlines.json', readLaw),
      ...parsed(folder, 'law/references.json', readReferences),
    };
    const faults = [
      ...tableFaults(ACTS, EXPECTATIONS),
      ...reglements.flatMap(reglement => reglementFaults(reglement, EXPECTATIONS, ACTS)),
      ...reglements.flatMap(reglement => documentFaults(reglement, documents)),
      ...reglements.flatMap(reglement => pieceFaults(reglement, pieces)),
      ...ladderSets.flatMap(set => ladderSetFaults(set, EXPECTATIONS)),
      ...referenceFaults(law, [...law.delays, ...law.thresholds]),
    ];
    if (faults.length > 0) throw new Error(`Les règles ne tiennent pas ensemble : ${faults.join(' ; ')}.`);
    const byId = new Map(reglements.map(reglement => [reglement.id, reglement]));
    const sets = Object.fromEntries(ladderSets.map(set => [set.id, set]));
    return new RuleBook(byId, law, documents, sets, pieces);
  }

  /** The rules of the règlement under which a dossier was opened. Throws when the version is unknown. */
  of(reglementId: string): Rules {
    const reglement = this.reglements.get(reglementId);
    if (!reglement) throw new Error(`Règlement inconnu : ${reglementId}`);
    const { law, documents, ladderSets, pieceLabels } = this;
    return { reglement, versions: [...this.reglements.values()], law, documents, ladderSets, pieceLabels };
  }

  /** The rules in force on a day, for a dossier that has none yet. */
  inForce(on: CivilDate): Rules | undefined {
    const reglement = reglementInForce([...this.reglements.values()], on);
    return reglement && this.of(reglement.id);
  }

  /** Every version of the règlement, the oldest first. */
  versions(): readonly Reglement[] {
    return [...this.reglements.values()].sort(ascending(({ inForce }) => inForce.from));
  }

  /** Every set of ladders that may take the place of those of a règlement. */
  sets(): readonly LadderSet[] {
    return Object.values(this.ladderSets);
  }
}

function parsed<T>(folder: string, file: string, parse: (value: unknown) => T): T {
  try {
    return parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
  } catch (error) {
    throw new Error(`${file} : ${(error as Error).message}`, { cause: error });
  }
}

function documentFaults({ id, referenceDocument }: Reglement, documents: readonly ReferenceDocument[]) {
  if (documents.some(document => document.id === referenceDocument)) return [];
  return [`Règlement ${id} : document de référence « ${referenceDocument} » inconnu`];
}
