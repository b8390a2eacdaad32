import type { WrittenLine } from '../../reglement/written.js';
import { Rows, Summary } from '../kit/lists.js';
import { Under } from '../kit/words.js';

/** What a line says, and from where. */
export function Said({ line: { says, source } }: { readonly line: WrittenLine }) {
  return (
    <>
      {says.length > 1 ? <Rows>{says}</Rows> : says[0]}
      {source !== null && <Under>En vertu de : {source}</Under>}
    </>
  );
}

/** Lines of a text, each under its name. */
export function WrittenLines({ lines }: { readonly lines: readonly WrittenLine[] }) {
  return <Summary facts={lines.map(line => ({ label: line.name, value: <Said line={line} /> }))} />;
}
