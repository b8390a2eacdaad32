import { Inject, Injectable } from '@nestjs/common';
import { problem, ProblemException } from '../api/problem.js';
import { RuleReads } from '../database/rule-reads.js';
import { EXPECTATIONS } from '../domain/dossier/expectations.js';
import type { AnyExpectation } from '../domain/dossier/expectation.js';
import type { Ladder } from '../domain/reglement/ladder.js';
import type { Reglement } from '../domain/reglement/reglement.js';
import { ladderName, ladderWords } from '../reglement/ladder-words.js';
import { RuleBook } from '../reglement/load.js';
import { reglementInWords } from '../reglement/reglement-in-words.js';
import { changedParts } from '../reglement/written.js';
import type {
  LadderInWordsAnswer,
  LadderSetAnswer,
  ReferenceDocumentAnswer,
  ReglementChangesAnswer,
  ReglementTextAnswer,
  ReglementVersionAnswer,
} from './rule-answers.js';

/** The rules that the house follows, as their files write them, in words: read by the API or on pages, and set nowhere. */
@Injectable()
export class WrittenRules {
  constructor(
    @Inject(RuleBook) private readonly book: RuleBook,
    @Inject(RuleReads) private readonly reads: RuleReads,
  ) {}

  /** Every version of the règlement, the oldest first. */
  async reglements(): Promise<readonly ReglementVersionAnswer[]> {
    const used = new Map((await this.reads.reglements()).map(use => [use.reglement, use]));
    return this.book.versions().map(({ id, label, status, inForce: { from, to } }) => {
      const { poles = 0, conventions = 0 } = used.get(id) ?? {};
      return { id, label, status, from, to, poles, conventions };
    });
  }

  /** Everything that a version says. Refuses one that does not exist. */
  async reglement(id: string): Promise<ReglementTextAnswer> {
    const version = await this.version(id);
    return { ...version, parts: reglementInWords(this.textOf(id), this.book) };
  }

  /** What two versions do not say alike, from the older to the newer. Refuses one that does not exist. */
  async changes(id: string, other: string): Promise<ReglementChangesAnswer> {
    const [one, two] = await Promise.all([this.version(id), this.version(other)]);
    const [before, after] = one.from <= two.from ? [one, two] : [two, one];
    const [former, latter] = [before, after].map(version => reglementInWords(this.textOf(version.id), this.book));
    return { before, after, parts: changedParts(former ?? [], latter ?? []) };
  }

  /** Every version of the document de référence. */
  async documents(): Promise<readonly ReferenceDocumentAnswer[]> {
    const [versions, uses] = await Promise.all([this.reglements(), this.reads.documents()]);
    return this.book.documents.map(({ id, label, axes, indicators }) => ({
      ...{ id, label, axes, indicators },
      reglements: versions.filter(version => this.textOf(version.id).referenceDocument === id),
      conventions: uses
        .filter(({ document }) => document === id)
        .map(({ pole, award, from }) => ({ pole, award, from })),
    }));
  }

  /** The ladders of each version of the règlement, then the sets that may take their place. */
  async ladderSets(): Promise<readonly LadderSetAnswer[]> {
    const uses = await this.reads.ladders();
    const of = (
      { id, label, ladders }: Pick<Reglement, 'id' | 'label' | 'ladders'>,
      origin: LadderSetAnswer['of'],
    ) => ({
      ...{ id, label, of: origin, ladders: inWords(ladders) },
      poles: uses.filter(({ reglement, applied }) => (applied ?? reglement) === id).map(({ pole }) => pole),
    });
    return [
      ...this.book.versions().map(reglement => of(reglement, 'reglement')),
      ...this.book.sets().map(set => of(set, 'set')),
    ];
  }

  /** One of them. Refuses one that does not exist. */
  async ladderSet(id: string): Promise<LadderSetAnswer> {
    const set = (await this.ladderSets()).find(known => known.id === id);
    if (set) return set;
    throw new ProblemException(problem('not-found', 404, 'Introuvable', 'Ces échelles de relance n’existent pas.'));
  }

  private async version(id: string): Promise<ReglementVersionAnswer> {
    const version = (await this.reglements()).find(known => known.id === id);
    if (version) return version;
    throw new ProblemException(problem('not-found', 404, 'Introuvable', 'Cette version du règlement n’existe pas.'));
  }

  private textOf(id: string): Reglement {
    return this.book.of(id).reglement;
  }
}

const inWords = (ladders: Readonly<Record<string, Ladder>>): readonly LadderInWordsAnswer[] =>
  Object.entries(ladders).map(([name, ladder]) => ({
    name: ladderName(name),
    says: ladderWords(ladder),
    recalls: recalledBy(name),
  }));

const recalledBy = (name: string): readonly string[] =>
  Object.values<AnyExpectation>(EXPECTATIONS)
    .filter(({ nature, ladder }) => nature === 'owed' && ladder === name)
    .map(({ label }) => label);
