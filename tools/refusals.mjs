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

const sources = files.map(path => ({
  path,
  source: ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true),
}));

/** Every node of the rules. */
const nodes = sources.flatMap(({ path, source }) => {
  const found = [];
  const look = node => {
    found.push({ node, path, source });
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
});

const callsOf = name =>
  nodes.filter(({ node }) => ts.isCallExpression(node) && node.expression.getText() === name).map(({ node }) => node);

const lawFile = name => JSON.parse(readFileSync(join(ROOT, 'data', 'law', `${name}.json`), 'utf8'));
const { references } = lawFile('references');
const { delays, thresholds } = lawFile('deadlines');

const REGLEMENTS = join(ROOT, 'data', 'reglements');
const [lastReglement] = readdirSync(REGLEMENTS).sort().toReversed();
const { clauses } = JSON.parse(readFileSync(join(REGLEMENTS, lastReglement), 'utf8'));

const asFrench = day => day.split('-').reverse().join('/');

/** A reference of the law as it reads now, and as it read before. */
function referenceText(id) {
  const [last, ...former] = references.find(reference => reference.id === id)?.versions.toReversed() ?? [];
  if (!last) throw new Error(`Référence inconnue : ${id}`);
  return [
    last.text,
    ...former.map(({ text, to }) => `(jusqu’au ${asFrench(to)} : ${text})`),
    ...(last.to === null ? [] : [`(jusqu’au ${asFrench(last.to)})`]),
  ].join(' ');
}

const CITES = ['cited', 'referenceOn'];
const READS_LAW = ['legalDelay', 'legalThreshold'];

const nameOf = ({ name, parent }) => name?.getText() ?? (ts.isVariableDeclaration(parent) ? parent.name.getText() : '');

/** The parameter of a function around it that an identifier is, with that function and its rank. */
function parameterOf(identifier) {
  for (let around = identifier.parent; around; around = around.parent) {
    const rank = around.parameters?.findIndex(({ name }) => name.getText() === identifier.text) ?? -1;
    if (rank >= 0) return { maker: around, rank };
  }
  return undefined;
}

/** The block that a name declared there can be read in. */
function scopeOf(node) {
  let around = node.parent;
  while (!ts.isBlock(around) && !ts.isSourceFile(around)) around = around.parent;
  return around;
}

const isWithin = (node, scope) => scope.pos <= node.pos && node.end <= scope.end;

/** What a name of the same file stands for: what is nearest to it, where several bear it. */
const constantOf = identifier =>
  nodes
    .filter(
      ({ node, source }) =>
        source === identifier.getSourceFile() &&
        ts.isVariableDeclaration(node) &&
        node.name.getText() === identifier.text &&
        node.initializer &&
        isWithin(identifier, scopeOf(node)),
    )
    .toSorted((a, b) => scopeOf(a.node).getWidth() - scopeOf(b.node).getWidth())
    .at(0)?.node.initializer;

/** What a function may return: that of the same file, else the one that bears the name. */
function returnsOf(identifier) {
  const arrows = nodes
    .filter(({ node }) => ts.isArrowFunction(node) && nameOf(node) === identifier.text && !ts.isBlock(node.body))
    .map(({ node, source }) => ({ source, expression: node.body }));
  const statements = nodes
    .filter(({ node }) => ts.isReturnStatement(node) && node.parent.parent.name?.getText() === identifier.text)
    .map(({ node, source }) => ({ source, expression: node.expression }));
  const all = [...arrows, ...statements];
  const own = all.filter(({ source }) => source === identifier.getSourceFile());
  return (own.length > 0 ? own : all).map(({ expression }) => expression);
}

/** What is given for a parameter, by each call of what has it. */
function argumentsFor({ maker, rank }) {
  return callsOf(nameOf(maker)).flatMap(call => call.arguments[rank] ?? []);
}

/** The law that a call reads: the reference that it cites, or that of the delay or of the amount. */
function lawOf(node) {
  if (!ts.isCallExpression(node)) return undefined;
  const name = node.expression.getText();
  if (CITES.includes(name)) return textsOf(node.arguments[1]).map(id => (id === '…' ? id : referenceText(id)));
  if (!READS_LAW.includes(name)) return undefined;
  const rows = textsOf(node.arguments[1]).flatMap(id => [...delays, ...thresholds].filter(row => row.id === id));
  return rows.map(({ reference }) => referenceText(reference));
}

/** « law.source », where the law was read before. */
function sourceOf({ expression, name }) {
  if (name.text !== 'source' || !ts.isIdentifier(expression)) return undefined;
  const constant = constantOf(expression);
  const read = constant && (ts.isBinaryExpression(constant) ? constant.right : constant);
  return read && lawOf(read);
}

/** « reglement.clauses.renewal », as the last règlement calls it. */
function clauseOf(node) {
  if (!node.expression?.getText().endsWith('reglement.clauses')) return undefined;
  return clauses[ts.isElementAccessExpression(node) ? node.argumentExpression.text : node.name.text];
}

/** The texts of a list that is joined. */
function joined(node) {
  if (!ts.isPropertyAccessExpression(node.expression) || node.expression.name.text !== 'join') return undefined;
  let list = node.expression.expression;
  while (ts.isCallExpression(list)) list = list.expression.expression;
  return ts.isArrayLiteralExpression(list) ? list.elements.flatMap(textsOf) : undefined;
}

/** The texts that an expression may be: a sentence with « … » where something of the dossier is said. */
function textsOf(node) {
  if (node === undefined) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('')];
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)
    return textsOf(node.right);
  if (ts.isIdentifier(node)) {
    const parameter = parameterOf(node);
    const given = parameter ? argumentsFor(parameter).flatMap(textsOf) : textsOf(constantOf(node));
    return given.length > 0 ? given : ['…'];
  }
  const clause = clauseOf(node);
  if (clause) return [clause];
  if (ts.isPropertyAccessExpression(node)) return sourceOf(node) ?? ['…'];
  if (ts.isCallExpression(node)) {
    const law = lawOf(node) ?? joined(node);
    if (law) return law;
  }
  if (ts.isElementAccessExpression(node) && ts.isIdentifier(node.expression)) {
    const named = constantOf(node.expression);
    const table = named && ts.isAsExpression(named) ? named.expression : named;
    if (table && ts.isObjectLiteralExpression(table))
      return table.properties.flatMap(({ initializer }) => textsOf(initializer));
  }
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    const returned = returnsOf(node.expression).flatMap(textsOf);
    if (returned.length > 0) return returned;
  }
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

/** The arguments of a refusal: where one is a parameter of what makes it, those of each call of that maker. */
function written([code, message, extra]) {
  const given = [code, message].map(argument => argument && ts.isIdentifier(argument) && parameterOf(argument));
  const { maker } = given.find(Boolean) ?? {};
  if (!maker) return [{ code, message, extra }];
  return callsOf(nameOf(maker)).flatMap(call => {
    const [ofCall, sentence] = [code, message].map((argument, at) =>
      given[at] ? (call.arguments[given[at].rank] ?? maker.parameters[given[at].rank].initializer) : argument,
    );
    return written([ofCall, sentence, extra]);
  });
}

/** A refusal is made by `refuse`, or carried by the error of a value. */
const isRefusal = node =>
  (ts.isCallExpression(node) && node.expression.getText() === 'refuse') ||
  (ts.isNewExpression(node) && node.expression.getText() === 'DomainError');

/** What the error of a value says is listed where that error is made. */
const CARRIED = 'error.message';

const refusals = nodes
  .filter(({ node }) => isRefusal(node) && node.arguments[1].getText() !== CARRIED)
  .flatMap(({ node, path }) =>
    written(node.arguments).flatMap(({ code, message, extra }) =>
      textsOf(code).flatMap(each =>
        textsOf(message).map(text => ({
          code: each,
          text,
          source: saidIn(extra, 'source'),
          liftedBy: saidIn(extra, 'liftedBy'),
          capability: relative(DOMAIN, path).split('/')[0],
        })),
      ),
    ),
  );

const cell = texts => [...new Set(texts)].join(' ; ').replaceAll('|', '\\|').replaceAll('\n', ' ') || '—';

/** Every refusal that the rules may give, by its code: what is said, by virtue of what, and the act that lifts it. */
export function refusalsPage() {
  const unread = refusals.find(({ code, text }) => text === '…' || code === '…');
  if (unread) throw new Error(`Un refus ne se lit pas : ${unread.code}, ${unread.capability}.`);
  const sorted = refusals.toSorted((a, b) => a.code.localeCompare(b.code, 'en') || a.text.localeCompare(b.text, 'fr'));
  const lines = sorted.map(
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
