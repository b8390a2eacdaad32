import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NotAuthorisedError } from '../access/people.js';
import { problem, ProblemException } from '../api/problem.js';
import { readBeside, toldEvent } from '../api/told-event.js';
import { DocumentReads, type DepositedFile } from '../database/document-reads.js';
import type { Verdict } from '../domain/documents/deposits.js';
import { DOCUMENT_KINDS } from '../domain/documents/kinds.js';
import { documentsRead, type ReadDocument } from '../domain/documents/reading.js';
import { rolesThat, type Actor } from '../domain/dossier/roles.js';
import type { DossierState, RecordedEvent } from '../domain/dossier/state.js';
import { VOCABULARY } from '../domain/dossier/vocabulary.js';
import { Deposits } from '../files/deposits.js';
import { mediaOf, type Extension } from '../files/media.js';
import { namedPieces } from '../domain/reglement/pieces.js';
import { readEvents } from '../record/journal/journal.js';
import { RuleBook } from '../reglement/load.js';
import { PoleReader, type VisibleDossier } from '../poles/pole-reader.js';
import type { DepositAnswer, DocumentAnswer, FileAnswer } from './answers.js';

/** Who asks, by their account and their roles. */
export interface Asker {
  readonly account: string;
  readonly actors: readonly Actor[];
}

/** A file that is given back. */
export interface OpenedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly bytes: Readable;
}

/** The documents of a pôle, for those who may read them. */
@Injectable()
export class DocumentShelf {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(RuleBook) private readonly book: RuleBook,
    @Inject(PoleReader) private readonly poles: PoleReader,
    @Inject(DocumentReads) private readonly reads: DocumentReads,
    @Inject(Deposits) private readonly deposits: Deposits,
  ) {}

  /** The documents of the facts that they see, the last first, after the files that they brought and no act took up. */
  async list(poleId: string, asker: Asker): Promise<readonly DocumentAnswer[]> {
    const { dossier } = await this.poles.visible(poleId, asker.actors);
    const history = await readEvents(this.source.manager, dossier.id);
    const [files, beside] = await Promise.all([
      this.filesOf(dossier.id),
      readBeside(this.source.manager, dossier.state, history, asker.actors),
    ]);
    const carried = documentsRead(dossier.state, history, asker.actors).toReversed();
    const { pieceLabels } = this.book.of(dossier.reglement);
    const titled = (event: RecordedEvent) => toldEvent(event, beside);
    const known = new Set(history.flatMap(({ data }) => hashesIn(data)));
    const waiting = [...files.values()].filter(({ hash, account }) => account === asker.account && !known.has(hash));
    return [
      ...waiting.map(notTakenUp),
      ...carried.map(document => ({
        ...told(document, files.get(document.hash), titled(document.event)),
        piece: document.piece === null ? null : namedPieces(pieceLabels, [document.piece]),
      })),
    ];
  }

  /** The documents that some people may download, by the fact that carries each. */
  async opened(
    state: DossierState,
    history: readonly RecordedEvent[],
    actors: readonly Actor[],
  ): Promise<ReadonlyMap<string, string>> {
    const open = documentsRead(state, history, actors).filter(({ isOpen }) => isOpen);
    const hashes = open.map(({ hash }) => hash);
    const files = await this.filesOf(state.id, hashes);
    return new Map(
      open.flatMap(({ event, hash }) => (files.get(hash)?.verdict === 'safe' ? [[event.id, hash] as const] : [])),
    );
  }

  /** Takes a file into a dossier. Refuses who has no part in dossiers, and, as if it did not exist, one that may not be read. */
  async take(
    poleId: string,
    { account, actors }: Asker,
    { name, bytes }: { readonly name: string; readonly bytes: Readable },
  ): Promise<DepositAnswer> {
    const { dossier } = await this.poles.visible(poleId, actors);
    if (!actors.some(({ role }) => rolesThat('owes').some(owing => owing === role)))
      throw new NotAuthorisedError('Vous lisez les dossiers sans y prendre part : vous n’y déposez rien.');
    const file = await this.deposits.deposit({ poleId: dossier.id, account, name, bytes });
    return { hash: file.hash, ...fileAnswer(file) };
  }

  /** What is known of some files of a dossier, by their digests. */
  async filesOf(poleId: string, hashes?: readonly string[]): Promise<ReadonlyMap<string, DepositedFile>> {
    return new Map((await this.reads.of(poleId, hashes)).map(file => [file.hash, file] as const));
  }

  /** Opens a document. One that does not exist and one that may not be read are told the same. */
  async open(poleId: string, hash: string, asker: Asker): Promise<OpenedFile> {
    const { dossier, file } = await this.found(poleId, hash, asker);
    if (file.verdict === 'infected') throw INFECTED;
    if (file.verdict === 'pending') throw PENDING;
    const bytes = await this.deposits.open({ poleId: dossier.id, hash });
    const { name, size, extension } = file;
    return { name, size, mediaType: mediaOf(extension as Extension).mime, bytes };
  }

  /** What the antivirus says of a document, to who may open it. */
  async verdictOn(poleId: string, hash: string, asker: Asker): Promise<Verdict> {
    return (await this.found(poleId, hash, asker)).file.verdict;
  }

  private async found(poleId: string, hash: string, asker: Asker) {
    const { dossier } = await this.poles.visible(poleId, asker.actors);
    const [file] = await this.reads.of(dossier.id, [hash]);
    if (!file || !(await this.mayOpen(dossier, file, asker))) throw NOT_FOUND;
    return { dossier, file };
  }

  private async mayOpen(
    dossier: VisibleDossier['dossier'],
    { hash, account }: DepositedFile,
    asker: Asker,
  ): Promise<boolean> {
    const history = await readEvents(this.source.manager, dossier.id);
    const read = documentsRead(dossier.state, history, asker.actors);
    if (read.some(document => document.hash === hash && document.isOpen)) return true;
    return account === asker.account && !history.some(({ data }) => hashesIn(data).includes(hash));
  }
}

const hashesIn = (data: RecordedEvent['data']): readonly string[] =>
  ('hash' in data ? [data.hash] : []).concat('reportHash' in data ? [data.reportHash] : []);

function fileAnswer({ name, extension, size, account, depositedAt, verdict }: DepositedFile): FileAnswer {
  return { name, mediaType: mediaOf(extension as Extension).mime, size, by: account, depositedAt, verdict };
}

const notTakenUp = (file: DepositedFile): DocumentAnswer => ({
  ...{ hash: file.hash, kind: null, label: 'Fichier qu’aucun acte n’a repris', piece: null },
  ...{ event: null, fact: null, on: null, open: true, file: fileAnswer(file) },
});

function told(
  { hash, kind, event, isOpen }: ReadDocument,
  file: DepositedFile | undefined,
  { label: fact, texts }: ReturnType<typeof toldEvent>,
): Omit<DocumentAnswer, 'piece'> {
  const title = texts.find(({ purpose }) => purpose === 'document-title')?.text;
  return {
    ...{ hash, kind, label: title ?? labelOf(kind, event), event: event.id, fact, on: event.date, open: isOpen },
    file: isOpen && file ? fileAnswer(file) : null,
  };
}

const labelOf = (kind: ReadDocument['kind'], { type, data }: RecordedEvent): string =>
  type === 'report-filed' ? VOCABULARY.report[data.report] : DOCUMENT_KINDS[kind].label;

const NOT_FOUND = new ProblemException(problem('not-found', 404, 'Introuvable', 'Ce document n’existe pas.'));
const PENDING = new ProblemException(
  problem(
    'document-pending',
    409,
    'Document en attente',
    'L’antivirus n’a pas encore lu ce document : réessayez dans un instant.',
  ),
  { 'Retry-After': '5' },
);
const INFECTED = new ProblemException(
  problem(
    'document-infected',
    409,
    'Document retenu',
    'L’antivirus a reconnu un virus dans ce document : il ne se lit plus.',
  ),
);
