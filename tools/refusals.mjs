import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DOMAIN = join(ROOT, 'src', 'domain');
const PAGE = join(ROOT, 'docs', 'refusals.md');

const files = readdirSync(DOMAIN, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
  .map(entry => join(entry.parentPath, entry.name))
  .sort();

/** The texts that an expression may be: a sentence with « … » where something of the dossier is said. */
function textsOf(node) {
  if (node === undefined) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('')];
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression);
  return ['…'];
}

/** What an object says under a name, its spread parts looked into. */
function saidIn(node, name) {
  if (node === undefined || !ts.isObjectLiteralExpression(node)) return [];
  return node.properties.flatMap(property => {
    if (ts.isSpreadAssignment(property)) {
      const { expression } = property;
      return saidIn(ts.isParenthesizedExpression(expression) ? expression.expression : expression, name);
    }
    if (property.name?.getText() !== name) return [];
    return textsOf(ts.isShorthandPropertyAssignment(property) ? property.name : property.initializer);
  });
}

function refusalsIn(path) {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found = [];
  const look = node => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'refuse') {
      const [code, message, extra] = node.arguments;
      for (const each of textsOf(code))
        for (const text of textsOf(message))
          found.push({
            code: each,
            text,
            source: saidIn(extra, 'source'),
            liftedBy: saidIn(extra, 'liftedBy'),
            capability: relative(DOMAIN, path).split('/')[0],
          });
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

const cell = texts => [...new Set(texts)].join(' ; ').replaceAll('|', '\\|').replaceAll('\n', ' ') || '—';

/** Every refusal that the rules may give, by its code: what is said, by virtue of what, and the act that lifts it. */
export function refusalsPage() {
  const refusals = files
    .flatMap(refusalsIn)
    .filter(({ text }) => text !== '…')
    .sort((a, b) => a.code.localeCompare(b.code, 'en') || a.text.localeCompare(b.text, 'fr'));
  const lines = refusals.map(
    ({ code, text, source, liftedBy, capability }) =>
      `| \`${code}\` | ${cell([text])} | ${cell(source)} | ${cell(liftedBy.map(act => (act === '…' ? act : `\`${act}\``)))} | \`${capability}\` |`,
  );
  return [
    '# Refus',
    '',
    'Page produite par `npm run docs:refusals` à partir de `src/domain` ; ne pas la modifier à la main. Chaque refus que les règles',
    'peuvent opposer : son code, ce qui est dit à la personne, en vertu de quoi, et l’acte qui le lève. « … » est ce qui dépend du',
    'dossier : un montant, un jour, un nom.',
    '',
    '| Code | Message | Source | Levé par | Capacité |',
    '| --- | --- | --- | --- | --- |',
    ...new Set(lines),
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(PAGE, refusalsPage());
  console.log('docs/refusals.md écrite.');
}
