import { actNamed } from '../dossier/acts.js';
import { actLabel, obligationNoun, reportPart } from '../dossier/naming.js';
import { MATTERS } from '../dossier/obligation-names.js';
import { expectationOf, partsOf, type ExpectationKind } from '../dossier/expectations.js';
import { dueOf } from '../dossier/owing.js';
import { isOfRegion, type ActingRole } from '../dossier/roles.js';
import { Things, type Detail } from '../dossier/things.js';
import type { DossierState } from '../dossier/state.js';
import type { Subject } from '../dossier/subject.js';
import { formatEuros } from '../kernel/cents.js';
import { du, le, typographic, uncapitalised, type Noun } from '../kernel/french.js';
import { keyOf, type Obligation } from '../obligations/slice.js';
import { namedPieces } from '../reglement/pieces.js';
import type { Rules } from '../reglement/reglement.js';
import { consequenceOf } from './consequence.js';

/** What is said of something owed to who owes it, and to others. */
export interface Told {
  /** « indicateurs de l’exercice 1 (12 avril 2026 – 11 avril 2027) » */
  readonly noun: Noun;
  /** For a subject line: « indicateurs 2026-2027 ». */
  readonly short: string;
  /** What is to be done, in the infinitive: « déposer les indicateurs de l’exercice 1 (…) ». */
  readonly task: string;
  /** The same in a few words, for a button: « Déposer les indicateurs de l’exercice 1 ». */
  readonly button: string;
  /** The amount at stake, in words; null where there is none, or where the consequence says it. */
  readonly amount: string | null;
  /** Whether who owes it may ask for more time. */
  readonly extendable: boolean;
  /** What is to be had at hand; null where nothing is. */
  readonly prepare: string | null;
  /** What happens otherwise; null where nothing happens by itself. */
  readonly otherwise: string | null;
}

type Owed = Pick<Obligation, 'kind' | 'instance' | 'due'>;
type Wording = string | ((of: Things) => string);

const wordsOf = (words: Wording, of: Things) => (typeof words === 'string' ? words : words(of));

/** What is to be done where no one act says it: who owes may do it in two ways, or says « vous ». */
const TASKS: Readonly<Partial<Record<ExpectationKind, Wording>>> = {
  'study-choice': 'demander une étude de préfiguration, ou décider de vous en passer',
  'study-review': 'valider l’étude de préfiguration, ou la renvoyer',
  'study-delivery': 'remettre l’étude de préfiguration',
  'revised-project': 'déposer le projet révisé',
  'cress-meeting': 'tenir la première rencontre avec le groupe',
  acknowledgement: of => `accuser réception ${du(of.request)}`,
  'year-grant-request': of => `demander la subvention ${du(of.exercise)}`,
  'liquidation-validation': of => `valider la liquidation ${du(of.instalment)}, ou la renvoyer à corriger`,
  payment: of => `constater le paiement ${du(of.instalment)}, ou son rejet`,
  'report-acceptance': of => `accepter ${le(of.report)}, ou ${returning(of)} à corriger`,
  'report-review': of => `donner votre avis sur ${le(of.report)}`,
  'cofunding-decision': of => `faire connaître votre décision sur le cofinancement ${du(of.deed)}`,
  'missing-pieces': of => `produire les pièces manquantes ${du(of.request)}`,
  observations: of => `présenter vos observations sur ${MATTERS[of.parts.matter ?? 'recovery']}`,
  'observations-invitation': of => `inviter à présenter des observations sur ${MATTERS[of.parts.matter ?? 'recovery']}`,
  hiring: of => `pourvoir ${le(of.post)}`,
  'post-opening': 'ouvrir un poste de chargé·e de mission',
  'former-carrier-account': 'arrêter le compte de l’ancienne structure porteuse',
};

const returning = ({ report }: Things) => `${report.number === 'p' ? 'les' : 'le'} renvoyer`;

/** What is to be had at hand, by kind, for what owes someone who is not of the Région. */
const PREPARATIONS: Readonly<Partial<Record<ExpectationKind, Wording>>> = {
  'local-group': 'le nombre de structures que le groupe réunit',
  'study-delivery': 'le rapport de l’étude',
  'council-opinion': 'le sens de l’avis, et vos réserves s’il y en a',
  'revised-project': 'le projet révisé',
  'successor-note': 'ce que vous concluez de la structure que l’avenant propose, et votre analyse',
  'legitimation-note': 'le nom et le numéro SIRET de la structure que la note reconnaît',
  'grant-request': 'le budget prévisionnel de l’action et les pièces de la demande',
  'year-grant-request': 'le budget prévisionnel de l’exercice',
  'carrier-signature': 'le nom et la qualité de la personne qui signe',
  'instalment-claim': 'le relevé d’identité bancaire du compte à créditer',
  'activity-report':
    'le rapport d’activité, et pour chaque axe si l’objectif est atteint, l’est en partie ou ne l’est pas',
  indicators: 'vos chiffres de l’exercice, un par indicateur ; ce que vous ne savez pas peut rester vide',
  'financial-report': 'le compte rendu financier signé, et le total des dépenses éligibles',
  'approved-accounts': 'les comptes, tels que votre assemblée les a approuvés',
  hiring: 'la part de temps plein du poste, et le jour de l’embauche',
  'post-opening': 'la part de temps plein du poste',
  'cofunding-decision': 'la décision de votre assemblée, et le montant voté',
  'renewal-request': 'la durée et le montant demandés',
};

/** What is said of something owed, by this role. */
export function toldOf(owed: Owed, debtor: ActingRole, state: DossierState, rules: Rules): Told {
  const noun = obligationNoun(owed, state);
  const prepare = preparationOf(owed, state, rules);
  return {
    ...{ noun, short: obligationNoun(owed, state, 'short').text },
    task: taskOf(owed, debtor, state, 'full') ?? `faire ce qui est attendu : ${noun.text}`,
    button: taskOf(owed, debtor, state, 'plain') ?? 'Voir cette échéance',
    ...{ prepare, amount: amountOf(owed, state), otherwise: consequenceOf(owed, state, rules) },
    extendable: mayExtend(owed, debtor, state, rules),
  };
}

/** Whether a term may be put off: neither the law's nor one whose silence has an effect; the Région sets its own. */
function mayExtend(owed: Owed, debtor: ActingRole, state: DossierState, rules: Rules): boolean {
  if (isOfRegion(debtor) || debtor === 'engine' || expectationOf(owed.kind).whenDue === 'silence') return false;
  const due = thingsOf(owed, state, 'plain') ? dueOf(keyOf(owed), state, rules) : null;
  return due !== null && due.on !== null && due.law !== 'term';
}

function amountOf(owed: Owed, state: DossierState): string | null {
  const { award: id = '', number } = partsOf(keyOf(owed));
  const award = state.awards[id];
  if (award === undefined || number !== undefined) return null;
  const recovery = RECOVERIES.includes(owed.kind) ? state.lifecycle.recoveries[id] : undefined;
  if (recovery) return `${formatEuros(recovery.amount)} à rendre`;
  if (expectationOf(owed.kind).capability !== 'award' || award.kind === 'amendment') return null;
  if (owed.kind === 'year-grant-request') return null;
  return award.granted === null ? `${formatEuros(award.amount)} demandés` : `${formatEuros(award.granted)} votés`;
}

const RECOVERIES: readonly string[] = ['recovery', 'recovery-order', 'observations', 'observations-invitation'];

function taskOf(owed: Owed, debtor: ActingRole, state: DossierState, detail: Detail): string | undefined {
  const things = thingsOf(owed, state, detail);
  if (!things) return undefined;
  const words = TASKS[owed.kind as ExpectationKind];
  if (words !== undefined) return wordsOf(words, things);
  const name = expectationOf(owed.kind).acts.find(act => actNamed(act).roles.some(role => role === debtor));
  if (name === undefined) return undefined;
  const act = actNamed(name);
  const label = actLabel(act, subjectOf(act.subject, things), state, detail);
  return uncapitalised(label);
}

function thingsOf(owed: Owed, state: DossierState, detail: Detail): Things | undefined {
  const things = new Things(state, reportPart(owed, partsOf(keyOf(owed))), detail);
  return things.areHeld ? things : undefined;
}

/** What the act that does it bears on. */
function subjectOf(kind: Subject['kind'], { parts }: Things): Subject {
  const { award = '', year = 0, number = 0, report = 'activity-report', post = 0 } = parts;
  switch (kind) {
    case 'award':
      return { kind, award };
    case 'instalment':
      return { kind, award, year, number };
    case 'report':
      return { kind, award, year, report };
    case 'post':
      return { kind, post };
    default:
      return { kind: 'pole' };
  }
}

function preparationOf(owed: Owed, state: DossierState, rules: Rules): string | null {
  const things = thingsOf(owed, state, 'plain');
  if (!things) return null;
  if (owed.kind === 'missing-pieces') {
    const missing = things.award.demands.at(-1)?.missing ?? [];
    return missing.length === 0 ? null : typographic(namedPieces(rules.pieceLabels, missing));
  }
  const words = PREPARATIONS[owed.kind as ExpectationKind];
  return words === undefined ? null : wordsOf(words, things);
}

/** The source of a rule without the notes of those who drafted it, which older journals hold. */
export function withoutDrafting(source: string): string {
  return source.replaceAll(/\s*,?\s*à confirmer(?=\W|$)/g, '').replaceAll(/\s*\(\s*\)/g, '');
}
