import { formatEuros, type Cents } from '../kernel/cents.js';
import { siret } from '../kernel/identifiers.js';
import { overlaps, type Period } from '../kernel/period.js';
import { addDays, addYears, formatFrench, type CivilDate } from '../kernel/civil-date.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import type { ActContext } from '../dossier/act.js';
import { sightOf } from '../dossier/roles.js';
import { conventionsOf } from '../dossier/stage.js';
import { firstRefusal } from '../dossier/gates.js';
import type { NewEvent } from '../dossier/state.js';
import { identityOf, type BodyIdentity } from '../dossier/body-identity.js';
import { namedPieces } from '../reglement/pieces.js';
import { commitmentMissing, commitmentOf } from './commitment.js';
import type { Commitment } from './commitment-kinds.js';
import type { AwardEvents, RequestChannel } from './events.js';
import { cited } from '../reglement/references.js';

/** What every request for money says. */
export interface MoneyRequest {
  readonly applicant: BodyIdentity;
  readonly amount: Cents;
  /** Codes of the pieces joined, among those of the règlement. */
  readonly pieces: readonly string[];
  /** Those that another administration holds, which are not asked for (CRPA art. L113-13, L114-8). */
  readonly knownPieces?: readonly string[];
  /** Electronic when nothing is said. */
  readonly channel?: RequestChannel;
  /** When another administration received the request first and sent it on (CRPA art. L114-3). */
  readonly receivedElsewhereOn?: CivilDate;
  /** How the applicant stands to the contrat d'engagement républicain. */
  readonly commitment?: Commitment;
}

export interface GrantRequest extends MoneyRequest {
  readonly years: number;
  readonly startsOn: Period['from'];
  /** Forecast of the eligible expenses over the whole period, in cents; required where the aid is proportional. */
  readonly budget?: Cents;
}

/** Refuses that someone who acts for their own bodies asks for money in the name of another one. */
export function foreignApplicant({ payload, actor, rules }: ActContext<MoneyRequest>): Refusal | undefined {
  if (sightOf(actor.role) !== 'own-bodies' || actor.bodies.includes(siret(payload.applicant.siret))) return undefined;
  return refuse(
    'applicant-not-represented',
    'Vous ne représentez pas cet organisme : la demande se fait au nom d’un organisme que vous représentez.',
    { source: rules.reglement.clauses.applicant, pointer: '/applicant/siret' },
  );
}

export function aboveCeiling(amount: Cents, ceiling: Cents, { rules }: Pick<ActContext<object>, 'rules'>) {
  if (amount > 0 && amount <= ceiling) return undefined;
  return refuse(
    'amount-above-ceiling',
    `Le montant demandé (${formatEuros(amount)}) doit être positif et ne pas dépasser ${formatEuros(ceiling)}.`,
    { source: rules.reglement.label, pointer: '/amount' },
  );
}

export function unknownPieces({ payload, rules }: ActContext<MoneyRequest>, list: string): Refusal | undefined {
  const { pieceLabels, reglement } = rules;
  const known = reglement.pieces[list] ?? [];
  const joined = payload.pieces.filter(piece => !known.includes(piece));
  const unknown = joined.length > 0 ? joined : (payload.knownPieces ?? []).filter(piece => !known.includes(piece));
  if (unknown.length === 0) return undefined;
  return refuse(
    'unknown-piece',
    `Pièces que le règlement ne demande pas : ${namedPieces(pieceLabels, unknown)}. Il demande : ${namedPieces(pieceLabels, known)}.`,
    { pointer: joined.length > 0 ? '/pieces' : '/knownPieces' },
  );
}

/** Refuses that another administration received the request after the Région did. */
export function receivedElsewhereLater(doing: ActContext<MoneyRequest>): Refusal | undefined {
  const { payload, date } = doing;
  const { receivedElsewhereOn } = payload;
  if (receivedElsewhereOn === undefined || receivedElsewhereOn <= date) return undefined;
  return refuse('date-order', `L'autre administration a reçu la demande avant la Région (${formatFrench(date)}).`, {
    ...{ source: cited(doing, 'first-administration-seised'), pointer: '/receivedElsewhereOn' },
  });
}

/** Refuses years that the règlement does not allow. */
export function wrongYears(years: number, { rules }: Pick<ActContext<object>, 'rules'>): Refusal | undefined {
  if (years >= 1 && years <= rules.reglement.years) return undefined;
  return refuse('too-many-years', `La convention dure de 1 à ${rules.reglement.years} exercices.`, {
    source: rules.reglement.label,
    pointer: '/years',
  });
}

/** Refuses a period that another convention covers in part: one active convention per pôle and per period. */
export function overlapping(
  { state, rules }: Pick<ActContext<object>, 'state' | 'rules'>,
  wanted: Period,
  pointer: string,
  but?: string,
): Refusal | undefined {
  const other = conventionsOf(state).find(
    award => award.id !== but && award.status !== 'rejected' && overlaps(award.period, wanted),
  );
  if (!other) return undefined;
  return refuse('overlapping-convention', 'Une autre convention couvre déjà une partie de cette période.', {
    source: rules.reglement.clauses['single-convention'],
    pointer,
    absolute: true,
  });
}

/** From a first day, that many whole years. */
export function yearsFrom(from: Period['from'], years: number): Period {
  return { from, to: addDays(addYears(from, years), -1) };
}

function budgetMissing({ payload, rules }: ActContext<GrantRequest>): Refusal | undefined {
  if (rules.reglement.amountMode !== 'proportional' || payload.budget !== undefined) return undefined;
  return refuse('budget-missing', "L'aide est proportionnelle : le budget prévisionnel éligible est requis.", {
    source: rules.reglement.label,
    pointer: '/budget',
  });
}

/** Why a convention cannot be asked for in these terms. */
export function wrongGrantRequest(doing: ActContext<GrantRequest>): Refusal | undefined {
  const { years, startsOn, amount } = doing.payload;
  const ceiling = (doing.rules.reglement.yearlyCeiling * years) as Cents;
  return firstRefusal(
    foreignApplicant(doing),
    wrongYears(years, doing),
    commitmentMissing(doing),
    aboveCeiling(amount, ceiling, doing),
    unknownPieces(doing, 'grant-request'),
    receivedElsewhereLater(doing),
    budgetMissing(doing),
    overlapping(doing, yearsFrom(startsOn, years), '/startsOn'),
  );
}

type Requested = AwardEvents['grant-requested'];
type Said = Pick<Requested, 'kind' | 'cycle' | 'years' | 'period'> & Partial<Requested>;

/** The request as the journal keeps it, under the règlement by which it is read; the name of the applicant beside it. */
export function requested({ payload, newId, rules }: ActContext<MoneyRequest>, data: Said): NewEvent {
  const { knownPieces = [], channel = 'electronic', receivedElsewhereOn = null } = payload;
  const commitment = commitmentOf(payload);
  return {
    type: 'grant-requested',
    data: {
      ...{ parent: null, year: null, referenceDocument: null, budget: null },
      award: newId,
      applicant: siret(payload.applicant.siret),
      amount: payload.amount,
      pieces: payload.pieces,
      ...{ knownPieces, channel, receivedElsewhereOn, requestedBy: 'carrier' as const },
      reglement: rules.reglement.id,
      ...commitment.data,
      ...data,
    },
    private: { ...identityOf(payload.applicant), ...commitment.private },
  };
}

/** The request of a convention of some cycle. */
export function conventionRequested(doing: ActContext<GrantRequest>, cycle: number): NewEvent {
  const { years, startsOn, budget = null } = doing.payload;
  const { referenceDocument } = doing.rules.reglement;
  const period = yearsFrom(startsOn, years);
  return requested(doing, { kind: 'convention', cycle, years, period, budget, referenceDocument });
}
