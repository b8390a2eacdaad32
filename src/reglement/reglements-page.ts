import type { Reglement } from '../domain/reglement/reglement.js';
import { reglementInWords, type Names } from './reglement-in-words.js';
import { changedParts, type WrittenLine, type WrittenPart } from './written.js';

interface Version {
  readonly id: string;
  readonly parts: readonly WrittenPart[];
}

const NOTHING = '—';

const says = (line: WrittenLine | null | undefined): string => line?.says.join(' ; ') ?? NOTHING;

const row = (cells: readonly string[]) => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;

/** The lines of a part, side by side: one that no version says otherwise is told by its sign alone. */
function table(id: string, versions: readonly Version[]): string {
  const lines = versions.map(({ parts }) => parts.find(part => part.id === id)?.lines ?? []);
  const names = [...new Set(lines.flat().map(({ name }) => name))];
  const head = ['', ...versions.map(version => `\`${version.id}\``)];
  const rows = names.map(name => {
    const values = lines.map(of => says(of.find(line => line.name === name)));
    return row([new Set(values).size > 1 ? `**${name}** ≠` : name, ...values]);
  });
  return [row(head), row(head.map(() => '---')), ...rows].join('\n');
}

function changes(before: Version, after: Version): string {
  const lines = changedParts(before.parts, after.parts).flatMap(part =>
    part.lines.map(line => `- ${part.title}, ${line.name} : ${says(line.before)} → ${says(line.after)}`),
  );
  return [`### De \`${before.id}\` à \`${after.id}\``, lines.join('\n')].join('\n\n');
}

/** The versions of the règlement side by side and what each changed, in French. */
export function reglementsPage(reglements: readonly Reglement[], names: Names): string {
  const versions = reglements.map(reglement => ({ id: reglement.id, parts: reglementInWords(reglement, names) }));
  const steps = versions.slice(1).map((after, index) => changes(versions[index] ?? after, after));
  const titles = versions[0]?.parts ?? [];
  return [
    '# Les versions du règlement',
    'Page produite par `npm run docs:reglements` à partir de `data/reglements` ; ne pas la modifier à la main. Un dossier garde la version en vigueur à sa déclaration.',
    'Seuls les plafonds annuels de 2010 (35 000 €, pays de Morlaix) et de 2018 (30 000 €, Centre-Ouest Bretagne) ont une source publique ; le reste est donné en exemple et à confirmer par la Région, comme toute la version en vigueur.',
    '## Côte à côte',
    ...titles.flatMap(({ id, title }) => [`### ${title}`, table(id, versions)]),
    '## Ce que chaque version a changé',
    ...steps,
    '',
  ].join('\n\n');
}
