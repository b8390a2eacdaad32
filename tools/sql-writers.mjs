import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/**
 * Who may write tables: the record, which says everything in one transaction; the migrations; and those who, by trade,
 * act on the database as its owner: the servers that are set up by default, and the faults that break things.
 */
const WRITERS = /^(?:src\/(?:record|faults|embedded)|migrations)\//;
const WATCHED = ['src', 'workflows', 'activities'];
const WRITES =
  /\b(?:INSERT\s+INTO|UPDATE\s+(?:ONLY\s+)?[\w."$]+\s+(?:AS\s+\w+\s+|\w+\s+)?SET|DELETE\s+FROM|TRUNCATE|MERGE\s+INTO|CREATE|ALTER|DROP|COPY\s+\w+\s+FROM)\b/;
const WRITING_METHODS = new Set(
  ['save', 'insert', 'update', 'upsert', 'delete', 'remove', 'clear', 'increment', 'decrement'].concat([
    'softDelete',
    'softRemove',
    'restore',
  ]),
);
const TYPEORM = /\b(?:manager|repository|queryRunner|createQueryBuilder|getRepository)\b/i;

/** The places of a source that write tables, as `line: words`. */
export function writesIn(text, name = 'source.ts') {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found = [];
  const note = node => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${line + 1}: ${node.getText().replaceAll(/\s+/g, ' ').slice(0, 80)}`);
  };
  const look = node => {
    if (ts.isStringLiteralLike(node) && WRITES.test(node.text)) note(node);
    else if (ts.isTemplateExpression(node) && WRITES.test(sqlOf(node))) note(node);
    else if (isWritingCall(node)) note(node);
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

/** The words of a template, a name where each of its expressions stands. */
function sqlOf({ head, templateSpans }) {
  return head.text + templateSpans.map(({ literal }) => `name${literal.text}`).join('');
}

function isWritingCall(node) {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const { name, expression } = node.expression;
  return WRITING_METHODS.has(name.text) && TYPEORM.test(expression.getText());
}

/** Every write outside the record, as `file:line: words`. */
export function writesOutsideTheRecord(root) {
  return WATCHED.flatMap(folder => sourcesUnder(root, folder))
    .filter(file => !WRITERS.test(file))
    .flatMap(file => writesIn(readFileSync(join(root, file), 'utf8'), file).map(place => `${file}:${place}`));
}

function sourcesUnder(root, folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map(entry => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}
