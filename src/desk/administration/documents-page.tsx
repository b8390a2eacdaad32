import type { ActingRole } from '../../domain/dossier/roles.js';
import { civilDate } from '../../domain/kernel/civil-date.js';
import { capitalised } from '../../domain/kernel/french.js';
import type { ReferenceDocumentAnswer } from '../../settings/rule-answers.js';
import type { Page } from '../frame/page.js';
import { Section } from '../kit/layout.js';
import { Empty, Rows, Summary } from '../kit/lists.js';
import { Table } from '../kit/table.js';
import { ShortDay } from '../kit/words.js';
import { administrationPage } from './places.js';
import { PoleNamed } from './pole-named.js';
import { addressOfReglement, appliesWords } from './reglements-page.js';

interface Shown {
  readonly documents: readonly ReferenceDocumentAnswer[];
  readonly roles: readonly ActingRole[];
  readonly opensPoles: boolean;
}

/** Every version of the document de référence, with what it evaluates and the conventions that have it. */
export function documentsPage({ documents, roles, opensPoles }: Shown): Page {
  return administrationPage('Documents de référence', {
    lead: 'Ce au regard de quoi les pôles sont évalués : axes et indicateurs de chaque version.',
    roles,
    children: documents.toReversed().map(document => (
      <Section key={document.id} id={document.id} title={document.label}>
        <Summary
          facts={[
            { label: 'Donné aux conventions', value: <GivenBy document={document} /> },
            { label: 'Axes', value: <Rows>{document.axes.map(({ label }) => label)}</Rows> },
          ]}
        />
        <Indicators document={document} />
        <Conventions document={document} opensPoles={opensPoles} />
      </Section>
    )),
  });
}

interface OfDocument {
  readonly document: ReferenceDocumentAnswer;
}

function GivenBy({ document: { reglements } }: OfDocument) {
  if (reglements.length === 0) return <>Par aucune version du règlement</>;
  const lines = reglements.map(version => (
    <>
      {capitalised(appliesWords(version))}, par : <a href={addressOfReglement(version.id)}>{version.label}</a>
    </>
  ));
  return <Rows>{lines}</Rows>;
}

const DIRECTIONS = { up: 'À la hausse', down: 'À la baisse', neutral: null } as const;

function Indicators({ document: { label, indicators } }: OfDocument) {
  return (
    <div class="j-part">
      <h3>Indicateurs</h3>
      <Table
        caption={`Les indicateurs : ${label}`}
        rows={indicators}
        keyOf={({ code }) => code}
        columns={[
          { head: 'Indicateur', cell: indicator => indicator.label },
          { head: 'Unité', label: 'Unité', cell: ({ unit }) => unit },
          { head: 'Évolution souhaitée', label: 'Évolution souhaitée', cell: of => DIRECTIONS[of.direction] },
        ]}
      />
    </div>
  );
}

function Conventions({ document: { label, conventions }, opensPoles }: OfDocument & Pick<Shown, 'opensPoles'>) {
  return (
    <div class="j-part">
      <h3>Conventions</h3>
      {conventions.length === 0 ? (
        <Empty>Aucune convention votée n’a cette version.</Empty>
      ) : (
        <Table
          caption={`Les conventions : ${label}`}
          rows={conventions}
          keyOf={({ award, from }) => `${award} ${from}`}
          columns={[
            { head: 'Pôle', cell: ({ pole }) => <PoleNamed pole={pole} opensPoles={opensPoles} /> },
            { head: 'Depuis', label: 'Depuis', cell: ({ from }) => <ShortDay date={civilDate(from)} /> },
          ]}
        />
      )}
    </div>
  );
}
