import { actNamed } from '../domain/dossier/acts.js';
import { EXPECTATIONS } from '../domain/dossier/expectations.js';
import type { AnyExpectation } from '../domain/dossier/expectation.js';
import { roleLabel } from '../domain/dossier/roles.js';
import { VOCABULARY } from '../domain/dossier/vocabulary.js';
import { formatEuros } from '../domain/kernel/cents.js';
import { formatFrench } from '../domain/kernel/civil-date.js';
import { inWords } from '../domain/kernel/delay.js';
import { counted, capitalised, ordinal, uncapitalised } from '../domain/kernel/french.js';
import { CLAUSES } from '../domain/reglement/clauses.js';
import type { DueRule } from '../domain/reglement/due-settings.js';
import { namedPieces, type PieceLabels } from '../domain/reglement/pieces.js';
import type { InstalmentRule, ReferenceDocument, Reglement, ReportKind, Term } from '../domain/reglement/reglement.js';
import { TERMS, type TermName } from '../domain/reglement/terms.js';
import { withoutDrafting } from '../domain/reminders/told.js';
import { dayOfYearWords, ladderName, ladderWords } from './ladder-words.js';
import * as words from './setting-words.js';
import type { WrittenLine, WrittenPart } from './written.js';

/** What a règlement names and does not hold. */
export interface Names {
  readonly pieceLabels: PieceLabels;
  readonly documents: readonly ReferenceDocument[];
}

const NOTHING = 'rien de prévu';

function line(name: string, says: string | readonly string[], source: string | null = null): WrittenLine {
  const sentences = typeof says === 'string' ? [says] : says;
  return {
    name,
    says: (sentences.length === 0 ? [NOTHING] : sentences).map(capitalised),
    source: source === null ? null : withoutDrafting(source),
  };
}

/** Everything that a version of the règlement says, in French with its units, part by part. */
export function reglementInWords(reglement: Reglement, names: Names): readonly WrittenPart[] {
  return [
    { id: 'cadre', title: 'Cadre', lines: frame(reglement) },
    { id: 'montants', title: 'Montants et vote', lines: amounts(reglement) },
    { id: 'versements', title: 'Versements', lines: payments(reglement) },
    { id: 'comptes-rendus', title: 'Comptes rendus', lines: reports(reglement, names) },
    { id: 'montant-du', title: 'Ce qui est dû d’un exercice', lines: due(reglement) },
    { id: 'suites', title: 'Renouvellement et mesures', lines: renewal(reglement) },
    { id: 'dispenses', title: 'Ce qui peut être levé, prorogé ou dispensé', lines: waivers(reglement) },
    { id: 'pieces', title: 'Pièces', lines: pieces(reglement, names.pieceLabels) },
    { id: 'delais', title: 'Délais', lines: terms(reglement) },
    { id: 'relances', title: 'Relances', lines: ladders(reglement) },
    { id: 'clauses', title: 'Clauses', lines: clauses(reglement) },
  ];
}

/** « depuis le 1er janvier 2019 ». */
export function inForceWords({ inForce: { from, to } }: Pick<Reglement, 'inForce'>): string {
  return to === null ? `depuis le ${formatFrench(from)}` : `du ${formatFrench(from)} au ${formatFrench(to)}`;
}

function frame(reglement: Reglement): readonly WrittenLine[] {
  const { service, status, commissionCastingVote: casting, supportBody } = reglement;
  return [
    line('En vigueur', inForceWords(reglement)),
    line('État', words.STATUS_WORDS[status]),
    line('Service chargé des demandes', [
      service.name,
      service.address,
      `courriel : ${service.email}`,
      `téléphone : ${service.phone}`,
    ]),
    line('SIREN de la CRESS', supportBody ?? 'non renseigné'),
    line(
      'Voix de qui préside la commission permanente',
      casting.prevails ? 'prépondérante' : 'non prépondérante',
      casting.source,
    ),
  ];
}

function amounts(reglement: Reglement): readonly WrittenLine[] {
  return [
    line('Plafond annuel', formatEuros(reglement.yearlyCeiling)),
    line('Durée', `${counted(reglement.years, 'exercice')} au plus`),
    line('Plafond de l’étude', formatEuros(reglement.studyCeiling)),
    line('Vote', words.VOTE_WORDS[reglement.voteMode]),
    line('Cofinanceurs', reglement.cofunders.map(words.cofunderWords)),
  ];
}

function payments({ instalments, studyInstalments, paymentClause, mandatingStops }: Reglement): readonly WrittenLine[] {
  return [
    ...instalments.map(rule => instalment(rule, instalments, 'de l’exercice')),
    ...studyInstalments.map(rule => instalment(rule, studyInstalments, 'de l’étude')),
    line('Jour du paiement', words.paymentWords(paymentClause)),
    line('Dernier jour de l’année pour mandater', dayOfYearWords(mandatingStops)),
  ];
}

const KINDS = { advance: 'avance', balance: 'solde' } as const;

function instalment(rule: InstalmentRule, all: readonly InstalmentRule[], of: string): WrittenLine {
  const total = all.reduce((sum, { weight }) => sum + weight, 0);
  const share = total === 100 ? `${rule.weight} % du montant` : `${rule.weight} parts sur ${total} du montant`;
  const first = rule.firstYearConditions.map(condition => words.CONDITION_WORDS[condition]);
  const others = rule.conditions.map(condition => words.CONDITION_WORDS[condition]);
  const isAlways = first.join() === others.join();
  return line(`${capitalised(ordinal(rule.number))} versement ${of} (${KINDS[rule.kind]})`, [
    share,
    ...(isAlways ? [asks(others)] : [`${asks(first)} (premier exercice)`, `${asks(others)} (exercices suivants)`]),
  ]);
}

const asks = (conditions: readonly string[]) =>
  conditions.length === 0 ? 'sans condition' : `si ${conditions.join(' et ')}`;

const reportWords = (kinds: readonly ReportKind[]) => kinds.map(kind => uncapitalised(VOCABULARY.report[kind]));

function reports(reglement: Reglement, { documents }: Names): readonly WrittenLine[] {
  const { referenceDocument: id } = reglement;
  return [
    line('Comptes rendus d’un exercice', reportWords(reglement.reports)),
    line('Comptes rendus de l’étude', reportWords(reglement.studyReports)),
    line('Avis de la CRESS', reportWords(reglement.reviewedReports)),
    line('Document de référence', documents.find(document => document.id === id)?.label ?? id),
    line('Grâce avant blocage', counted(reglement.reportGraceDays, 'jour')),
  ];
}

function due(reglement: Reglement): readonly WrittenLine[] {
  const sourceOf = (rule: DueRule) => reglement.dueSources[rule];
  return [
    line('Au plus', 'le montant voté pour l’exercice', sourceOf('granted')),
    line('Aide', words.AMOUNT_WORDS[reglement.amountMode], sourceOf('proportional')),
    line('Part employée', words.SPENT_WORDS[reglement.spentIs]),
    line('Part non employée', words.surplusWords(reglement.surplus), sourceOf('unspent')),
    line('Vacance du poste', words.vacancyWords(reglement.vacancy), sourceOf('vacancy')),
    line('Quotité recrutée moindre', words.TIME_WORDS[reglement.postShare], sourceOf('post-share')),
    line('Année interrompue', words.TIME_WORDS[reglement.earlyEnd], sourceOf('early-end')),
    line('Suspension', words.TIME_WORDS[reglement.suspension], sourceOf('suspension')),
    line('Plusieurs règles à la fois', words.COMBINATION_WORDS[reglement.combine], sourceOf('by-day')),
  ];
}

function renewal({ renewal: rule, formalNoticeFor }: Reglement): readonly WrittenLine[] {
  const before = (months: number) => `${months} mois avant le terme`;
  return [
    line('Renouvellement ouvert', before(rule.opensMonthsBefore)),
    line('Renouvellement à demander', before(rule.requestMonthsBefore)),
    line('Évaluation finale', before(rule.evaluationMonthsBefore)),
    line('Nouvel avis du Conseil de développement', rule.councilOpinion ? 'demandé' : 'non demandé'),
    line(
      'Mesures qui suivent une mise en demeure',
      formalNoticeFor.map(matter => uncapitalised(VOCABULARY.measure[matter])),
    ),
  ];
}

const whoMay = (act: string) => actNamed(act).roles.map(roleLabel).join(', ');

function waivers({ waivableGates }: Reglement): readonly WrittenLine[] {
  const labels: Readonly<Record<string, string>> = VOCABULARY.waivableGate;
  return [
    ...waivableGates.map(gate =>
      line(
        `Blocage : ${uncapitalised(labels[gate] ?? gate)}`,
        `levé par décision motivée : ${whoMay('override-block')}`,
      ),
    ),
    line('Échéance prorogée', whoMay('grant-extension')),
    line('Échéance dispensée', `${whoMay('waive-obligation')}, sauf ce que la loi demande`),
  ];
}

const PIECE_LISTS = [
  ['Demande de subvention de l’étude', 'study-grant-request'],
  ['Demande de subvention du pôle', 'grant-request'],
] as const;

function pieces({ pieces: asked }: Reglement, labels: PieceLabels): readonly WrittenLine[] {
  return PIECE_LISTS.map(([name, list]) =>
    line(
      name,
      (asked[list] ?? []).map(piece => namedPieces(labels, [piece])),
    ),
  );
}

/** The terms that no expectation is called after. */
const TERM_NAMES: Readonly<Partial<Record<TermName, string>>> = {
  'payment-return': 'Paiement par le comptable public',
  'report-correction': 'Compte rendu à corriger',
  'formal-notice': 'Mise en demeure',
};

function termName(name: TermName): string {
  const kinds: Readonly<Record<string, AnyExpectation>> = EXPECTATIONS;
  return TERM_NAMES[name] ?? kinds[name]?.label ?? name;
}

function terms(reglement: Reglement): readonly WrittenLine[] {
  return TERMS.flatMap(name => {
    const term = reglement.terms[name];
    return term === undefined ? [] : [line(termName(name), termWords(term), term.source)];
  });
}

function termWords(term: Term): readonly string[] {
  const { rollOver, startDayCounted, askedByLaw } = term;
  return [
    [
      inWords(term),
      ...(startDayCounted ? ['jour du départ compris'] : []),
      ...(rollOver ? ['reporté au jour ouvré qui suit'] : []),
    ].join(', '),
    ...(askedByLaw ? ['demandé par la loi : peut être prorogé, jamais dispensé'] : []),
  ];
}

const ladders = ({ ladders: all }: Reglement) =>
  Object.entries(all).map(([name, ladder]) => line(ladderName(name), ladderWords(ladder)));

const clauses = ({ clauses: called }: Reglement) =>
  CLAUSES.map(clause => line(words.CLAUSE_WORDS[clause], called[clause]));
