import { formatEuros } from '../domain/kernel/cents.js';
import { formatFrench } from '../domain/kernel/civil-date.js';
import type { PieceLabels } from '../domain/reglement/pieces.js';
import type { InstalmentRule, PaymentClause, Reglement, Term } from '../domain/reglement/reglement.js';

const UNITS = { days: 'jours', workingDays: 'jours ouvrés', months: 'mois', years: 'ans' } as const;

const instalments = (rules: readonly InstalmentRule[]) =>
  rules.map(({ number, weight, conditions }) => `${number} : ${weight} (${conditions.join(', ')})`).join(' ; ');
const term = ({ length, unit, rollOver }: Term) =>
  `${length} ${UNITS[unit]}${rollOver ? ', reporté au jour ouvré' : ''}`;

function surplus({ surplus: clause }: Reglement): string {
  if (clause.kind === 'percent') return `${clause.percent} % de la subvention au plus`;
  if (clause.kind === 'up-to') return `${formatEuros(clause.amount)} au plus`;
  if (clause.kind === 'agreement') return 'sur accord motivé';
  return clause.kind === 'all' ? 'conservé' : 'reversé';
}

function inForce({ inForce: { from, to } }: Reglement): string {
  return to === null ? `depuis le ${formatFrench(from)}` : `du ${formatFrench(from)} au ${formatFrench(to)}`;
}

type Setting = readonly [name: string, of: (reglement: Reglement) => string];

const SETTINGS: readonly Setting[] = [
  ['En vigueur', inForce],
  ['État', ({ status }) => (status === 'to-confirm' ? 'à confirmer' : 'adopté')],
  ['Plafond annuel', ({ yearlyCeiling }) => formatEuros(yearlyCeiling)],
  ['Exercices au plus', ({ years }) => String(years)],
  ["Plafond de l'étude", ({ studyCeiling }) => formatEuros(studyCeiling)],
  ['Vote', ({ voteMode }) => (voteMode === 'once' ? 'en une fois' : 'exercice par exercice')],
  ['Aide', ({ amountMode }) => (amountMode === 'flat' ? 'forfaitaire' : 'proportionnelle')],
  ['Versements', reglement => instalments(reglement.instalments)],
  ["Versements de l'étude", reglement => instalments(reglement.studyInstalments)],
  ['Comptes rendus', ({ reports }) => reports.join(', ')],
  ["Comptes rendus de l'étude", ({ studyReports }) => studyReports.join(', ')],
  ['Avis de la CRESS sur', ({ reviewedReports }) => reviewedReports.join(', ')],
  ['Document de référence', ({ referenceDocument }) => referenceDocument],
  ["Clause d'excédent", surplus],
  ['Part employée', ({ spentIs }) => spentIs],
  ['Vacance de poste', ({ vacancy }) => `${vacancy.mode}, ${vacancy.toleratedDays} jours tolérés`],
  ['Quotité recrutée', ({ postShare }) => postShare],
  ['Fin anticipée', ({ earlyEnd }) => earlyEnd],
  ['Jours de suspension', ({ suspension }) => suspension],
  ['Combinaison', ({ combine }) => combine],
  [
    'Renouvellement',
    ({ renewal }) =>
      `${renewal.opensMonthsBefore} mois avant le terme, évaluation ${renewal.evaluationMonthsBefore} mois avant, ${renewal.councilOpinion ? 'avec' : 'sans'} nouvel avis du Conseil`,
  ],
  ['Jour du paiement', ({ paymentClause }) => paymentWords(paymentClause)],
  ['Grâce avant blocage', ({ reportGraceDays }) => `${reportGraceDays} jours`],
  ['Blocages levables', ({ waivableGates }) => waivableGates.join(', ')],
];

/** What the conventions say of the day of a payment. */
function paymentWords(clause: PaymentClause): string {
  if (clause.mode !== 'on-claim')
    return clause.mode === 'statutory' ? 'délai de la loi, compté de la notification' : 'dates de la convention';
  const { days } = clause;
  return days === undefined ? 'délai de la loi, compté de la demande' : `${days} jours de la demande`;
}

const PIECE_LISTS = [
  ["Pièces de la demande d'étude", 'study-grant-request'],
  ["Pièces de la demande d'aide", 'grant-request'],
] as const;

const pieceSettings = (labels: PieceLabels) =>
  PIECE_LISTS.map(([name, list]): Setting => {
    const labelled = (code: string) => `${labels[code] ?? code} (\`${code}\`)`;
    return [name, ({ pieces }) => (pieces[list] ?? []).map(labelled).join(', ')];
  });

function settingsOf(versions: readonly Reglement[], labels: PieceLabels): readonly Setting[] {
  const names = [...new Set(versions.flatMap(({ terms }) => Object.keys(terms)))].sort();
  const terms = names.map((name): Setting => {
    const of = ({ terms: given }: Reglement) => (given[name] ? term(given[name]) : '—');
    return [`Délai \`${name}\``, of];
  });
  return [...SETTINGS, ...pieceSettings(labels), ...terms];
}

const row = (cells: readonly string[]) => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;

function table(versions: readonly Reglement[], labels: PieceLabels): string {
  const head = ['', ...versions.map(({ id }) => `\`${id}\``)];
  const rows = settingsOf(versions, labels).map(([name, of]) => {
    const values = versions.map(of);
    const differ = new Set(values).size > 1;
    return row([differ ? `**${name}** ≠` : name, ...values]);
  });
  return [row(head), row(head.map(() => '---')), ...rows].join('\n');
}

function changes(before: Reglement, after: Reglement, labels: PieceLabels): string {
  const lines = settingsOf([before, after], labels).flatMap(([name, of]) =>
    of(before) === of(after) ? [] : [`- ${name} : ${of(before)} → ${of(after)}`],
  );
  return [`### De \`${before.id}\` à \`${after.id}\``, lines.join('\n')].join('\n\n');
}

/** The versions of the règlement side by side and what each changed, in French. */
export function reglementsPage(versions: readonly Reglement[], labels: PieceLabels): string {
  const steps = versions.slice(1).map((after, index) => changes(versions[index] ?? after, after, labels));
  return [
    '# Les versions du règlement',
    'Page produite par `npm run docs:reglements` à partir de `data/reglements` ; ne pas la modifier à la main. Un dossier garde la version en vigueur à sa déclaration.',
    'Seuls les plafonds annuels de 2010 (35 000 €, pays de Morlaix) et de 2018 (30 000 €, Centre-Ouest Bretagne) ont une source publique ; le reste est donné en exemple et à confirmer par la Région, comme toute la version en vigueur.',
    '## Côte à côte',
    table(versions, labels),
    '## Ce que chaque version a changé',
    ...steps,
    '',
  ].join('\n\n');
}
