import type { DocumentAnswer } from '../../documents/answers.js';
import type { Verdict } from '../../domain/documents/deposits.js';
import { formatFrench, civilDate } from '../../domain/kernel/civil-date.js';
import { capitalised } from '../../domain/kernel/french.js';
import type { SeenPole } from '../../poles/pole-reader.js';
import type { Page } from '../frame/page.js';
import { Part } from '../frame/part.js';
import { FileState, FileTag } from '../kit/files.js';
import { Section } from '../kit/layout.js';
import { Empty } from '../kit/lists.js';
import { documentAddress, sizeSaid, stateAddress } from '../kit/sent-file.js';
import { Table } from '../kit/table.js';
import { Tag } from '../kit/tags.js';
import { ActsOn } from './facts.js';
import { roomPage } from './frame.js';
import { offersIn } from './offers.js';

interface DocumentsPageProps {
  readonly pole: SeenPole;
  readonly documents: readonly DocumentAnswer[];
  /** What people are called, by their accounts. */
  readonly people: ReadonlyMap<string, string>;
}

/** The documents of a pôle: what each is, the fact that carries it, and its file for who may read it. */
export function documentsPage({ pole, documents, people }: DocumentsPageProps): Page {
  const page = roomPage({
    pole,
    room: '/documents',
    children: (
      <Section id="documents" title="Documents" count={documents.length}>
        {documents.length === 0 ? (
          <Empty>Aucun document n’est versé au dossier à ce jour.</Empty>
        ) : (
          <Documents poleId={pole.dossier.id} documents={documents} people={people} />
        )}
        <ActsOn offers={offersIn(pole, '/documents')} />
      </Section>
    ),
  });
  return { ...page, enhanced: documents.some(({ file }) => file?.verdict === 'pending') };
}

/** What became of a file, once it is known. */
export const statePart = (state: Verdict): Part =>
  state === 'pending' ? new Part() : new Part(<FileTag state={state} />);

interface DocumentsProps extends Omit<DocumentsPageProps, 'pole'> {
  readonly poleId: string;
}

function Documents({ poleId, documents, people }: DocumentsProps) {
  return (
    <Table
      caption="Les documents versés, le dernier d’abord"
      rows={documents}
      keyOf={({ hash, event }) => `${event ?? ''}${hash}`}
      columns={[
        { head: 'Document', cell: document => <Title document={document} poleId={poleId} /> },
        { head: 'Porté par', label: 'Porté par', cell: ({ fact, on }) => <Carrying fact={fact} on={on} /> },
        { head: 'Déposé par', label: 'Déposé par', cell: ({ file }) => file && (people.get(file.by) ?? file.by) },
        { head: 'État', cell: document => <StateOf document={document} poleId={poleId} /> },
      ]}
    />
  );
}

function Title({ document, poleId }: { readonly document: DocumentAnswer; readonly poleId: string }) {
  const { label, piece, file, hash, fact, on } = document;
  const title = capitalised(piece ?? label);
  const which = fact === null || on === null ? '' : `, ${fact}, ${formatFrench(civilDate(on))}`;
  return (
    <>
      {file?.verdict === 'safe' ? (
        <a href={documentAddress(poleId, hash)}>
          {title}
          <span class="govuk-visually-hidden">{which}</span>
        </a>
      ) : (
        title
      )}
      {file && (
        <span class="j-sub">
          {file.name}, {sizeSaid(file.size)}
        </span>
      )}
    </>
  );
}

function Carrying({ fact, on }: Pick<DocumentAnswer, 'fact' | 'on'>) {
  if (fact === null || on === null) return <>Aucun acte : il sera oublié au bout de trente jours.</>;
  return (
    <>
      {fact}
      <span class="j-sub">{formatFrench(civilDate(on))}</span>
    </>
  );
}

interface StateProps {
  readonly document: DocumentAnswer;
  readonly poleId: string;
}

function StateOf({ document: { file, open, hash }, poleId }: StateProps) {
  if (!open) return <Tag state="idle">Réservé</Tag>;
  if (!file) return <Tag state="idle">Empreinte seule</Tag>;
  return <FileState state={file.verdict} watch={stateAddress(poleId, hash)} />;
}
