import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** Properties that a person reads. `source`, `code` and `pointer` are not among them: a test may name them. */
const READ = new Set(['label', 'message']);
/** Tables from a state, a role or a month to the word for it. */
const WORDS = /^(?:[A-Z_]*LABELS|STAGES|MONTHS|WHEN_DUE)$/;
/** Where the sentence stands among the arguments of what refuses or throws. */
const SENTENCE_OF = { refuse: 1, DomainError: 1, Error: 0, notBefore: 2, notYet: 1 };

const isName = ({ type }) => type === 'Identifier' || type === 'MemberExpression';
/** « formatEuros(amount) » or « pieces.join(', ') »: how a value is told, without a choice. */
const isTold = ({ type, callee, arguments: said = [] }) =>
  type === 'CallExpression' && (callee.type === 'Identifier' ? said.every(isName) : callee.property.name === 'join');

const isText = ({ type, expressions = [] }) =>
  type === 'StringLiteral' || (type === 'TemplateLiteral' && expressions.every(one => isName(one) || isTold(one)));

const nameOf = key => key.name ?? key.value;
const isRead = ({ parent, node }) =>
  parent.type === 'ObjectProperty' && parent.value === node && READ.has(nameOf(parent.key));

function isSentence({ parent, node }) {
  if (parent.type !== 'CallExpression' && parent.type !== 'NewExpression') return false;
  return parent.arguments[SENTENCE_OF[parent.callee.name]] === node;
}

const isWord = path =>
  path.parent.type === 'ObjectProperty' &&
  path.parent.value === path.node &&
  (path.findParent(({ node }) => node.type === 'ObjectProperty' && nameOf(node.key) === 'states') !== null ||
    path.findParent(({ node }) => node.type === 'VariableDeclarator' && WORDS.test(node.id.name)) !== null);

/** Leaves alone the French that users read: words, not rules. Only whole texts, never an expression within. */
export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'wording', {
    shouldIgnore(path) {
      if (!isText(path.node)) return undefined;
      return isRead(path) || isSentence(path) || isWord(path) ? 'Wording' : undefined;
    },
  }),
];
