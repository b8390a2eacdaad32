import { ZERO, type Cents } from '../kernel/cents.js';
import { formatFrench } from '../kernel/civil-date.js';
import { siret } from '../kernel/identifiers.js';
import type { Period } from '../kernel/period.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import { defineAct, type ActContext } from '../dossier/act.js';
import { absolute, firstRefusal, notBefore } from '../dossier/gates.js';
import type { NewEvent } from '../dossier/state.js';
import { openedYears } from '../funded-year/exercise.js';
import { identityOf, type BodyIdentity } from '../dossier/body-identity.js';
import { award } from '../dossier/parties.js';
import { isOfRegion } from '../dossier/roles.js';
import { documentOf, type Rules } from '../reglement/reglement.js';
import { amendedSchedule, amendmentEffects } from './amendment.js';
import { aboveCeiling, overlapping, wrongYears, yearsFrom } from './request.js';
import { askedUnder } from './ruled.js';
import { commitmentMissing, commitmentOf } from './commitment.js';
import type { Commitment } from './commitment-kinds.js';
import type { Changes, Requester, ScheduledInstalment } from './events.js';
import type { Award } from './slice.js';
import { cited } from '../reglement/references.js';

/** What is to change; absent where nothing does. */
export interface AmendmentRequest {
  readonly reason: string;
  /** Whose request it is; that of its author when absent. */
  readonly requestedBy?: Requester;
  readonly amount?: Cents;
  readonly years?: number;
  readonly schedule?: readonly ScheduledInstalment[];
  readonly carrier?: BodyIdentity;
  /** How the new carrier stands to the contrat d'engagement républicain. */
  readonly commitment?: Commitment;
  readonly referenceDocument?: string;
}

/** The table opens amendments on what is in force: of that, only a convention has any. */
const conventionRunning = absolute<'award'>('convention-running', situation => {
  if (award(situation).kind === 'convention') return undefined;
  return refuse('convention-not-running', 'Seule une convention en vigueur se modifie par avenant.', {
    source: cited(situation, 'frozen-conditions'),
  });
});

const noOtherAmendment = absolute<'award'>('no-other-amendment', ({ state, subject }) => {
  const pending = Object.values(state.awards).some(
    amendment =>
      amendment.kind === 'amendment' &&
      amendment.parent === subject.award &&
      !['rejected', 'lapsed', 'in-force'].includes(amendment.status),
  );
  if (!pending) return undefined;
  return refuse('amendment-pending', 'Un autre avenant de cette convention est en cours.', {
    liftedBy: 'notify-convention',
  });
});

type Asking = ActContext<AmendmentRequest, 'award'>;
/** The years and the amounts asked for are held to the règlement of the day; the mode of vote and the instalments to that of the convention. */
type Asked = Asking & { readonly ofConvention: Rules };

/** A new end that is past on the day of the proposal is past on that of its notification. */
function past({ date, rules }: Asking, { to }: Period): Refusal | undefined {
  if (date <= to) return undefined;
  return refuse('amendment-ends-before-notified', `La convention finirait le ${formatFrench(to)}, avant l’avenant.`, {
    ...{ source: rules.reglement.clauses.duration, pointer: '/years' },
  });
}

function wrongDuration(doing: Asking, convention: Award, years: number): Refusal | undefined {
  const opened = openedYears(doing.state, convention.id).length;
  if (years < opened)
    return refuse('years-already-open', `${opened} exercices sont déjà ouverts.`, { pointer: '/years' });
  if (years === convention.years) return undefined;
  const period = yearsFrom(convention.period.from, years);
  return firstRefusal(
    wrongYears(years, doing),
    past(doing, period),
    overlapping(doing, period, '/years', convention.id),
  );
}

function wrongMoney(doing: Asked, convention: Award, amount: Cents, years: number): Refusal | undefined {
  const { payload, rules, ofConvention } = doing;
  const changesMoney = payload.amount !== undefined || payload.schedule !== undefined;
  if (ofConvention.reglement.voteMode === 'yearly')
    return changesMoney
      ? refuse('voted-by-year', 'Le montant de chaque exercice est voté à part : il ne se modifie pas par avenant.', {
          source: ofConvention.reglement.label,
          pointer: payload.amount === undefined ? '/schedule' : '/amount',
        })
      : undefined;
  if (amount === convention.granted && years === convention.years) return undefined;
  return aboveCeiling(amount, (rules.reglement.yearlyCeiling * years) as Cents, doing);
}

/** The carrier asks for itself; an agent of the Région proposes in its name, unless they say that the carrier asked for it. */
const requesterOf = ({ payload, actor }: Asking): Requester =>
  payload.requestedBy ?? (isOfRegion(actor.role) ? 'region' : 'carrier');

function wrongRequester(doing: Asking): Refusal | undefined {
  const { payload, actor } = doing;
  if (payload.requestedBy !== 'region' || isOfRegion(actor.role)) return undefined;
  return refuse('wrong-requester', 'Un avenant de la Région est proposé par elle.', {
    ...{ source: cited(doing, 'request'), pointer: '/requestedBy' },
  });
}

function wrongDocument({ payload, rules }: Asking): Refusal | undefined {
  if (payload.referenceDocument === undefined || documentOf(rules, payload.referenceDocument)) return undefined;
  return refuse('unknown-document', "Cette version du document de référence n'existe pas.", {
    pointer: '/referenceDocument',
  });
}

/** The schedule, where the money or the duration changes. */
function scheduleOf(doing: Asked, convention: Award, amount: Cents, years: number) {
  const { payload, ofConvention, state } = doing;
  const untouched = amount === convention.granted && years === convention.years && !payload.schedule;
  if (untouched || ofConvention.reglement.voteMode === 'yearly') return undefined;
  const wanted = { amount, years, ...(payload.schedule ? { given: payload.schedule } : {}) };
  return amendedSchedule(state, convention, wanted, ofConvention.reglement);
}

function changesOf(doing: Asked, convention: Award): Changes | Refusal {
  const { payload } = doing;
  const amount = payload.amount ?? convention.granted ?? ZERO;
  const years = payload.years ?? convention.years;
  const refusal = firstRefusal(
    wrongDuration(doing, convention, years),
    wrongMoney(doing, convention, amount, years),
    wrongDocument(doing),
  );
  if (refusal) return refusal;
  const schedule = scheduleOf(doing, convention, amount, years);
  if (schedule && 'code' in schedule) return schedule;
  const carrier = payload.carrier && siret(payload.carrier.siret);
  const document = payload.referenceDocument;
  return {
    ...(amount === convention.granted ? {} : { amount: { from: convention.granted ?? ZERO, to: amount } }),
    ...(years === convention.years ? {} : { years: { from: convention.years, to: years } }),
    ...(schedule ? { schedule } : {}),
    ...(carrier === undefined || carrier === convention.applicant
      ? {}
      : { carrier: { from: convention.applicant, to: carrier } }),
    ...(document === undefined || document === convention.referenceDocument
      ? {}
      : { referenceDocument: { from: convention.referenceDocument, to: document } }),
  };
}

export const requestAmendment = defineAct<AmendmentRequest, 'award'>({
  name: 'request-amendment',
  gravity: 'deposit',
  capability: 'award',
  label: 'Proposer un avenant',
  subject: 'award',
  path: '/conventions/:awardId/amendments',
  roles: ['carrier', 'instructor'],
  party: 'applicant',
  from: ['in-force'],
  to: ['in-force'],
  emits: ['grant-requested', 'amendment-proposed', 'award-document-attached'],
  carries: 'amendment',
  gates: [conventionRunning, noOtherAmendment],
  decide: doing => {
    const convention = award(doing);
    const asked = askedUnder(doing);
    if ('code' in asked) return asked;
    const changes = wrongRequester(doing) ?? changesOf({ ...asked, ofConvention: doing.rules }, convention);
    if ('code' in changes) return changes;
    const missing = changes.carrier && commitmentMissing(doing);
    if (missing) return missing;
    if (Object.keys(changes).length === 0)
      return refuse('nothing-changed', "L'avenant proposé ne change rien à la convention.", { pointer: '' });
    return (
      notBefore(
        doing.date,
        convention.conventionNotifiedOn ?? convention.grantNotifiedOn,
        'la notification de la convention',
      ) ?? [
        amendmentRequested(asked, convention, changes),
        {
          type: 'amendment-proposed',
          data: {
            ...{ award: doing.newId, parent: convention.id, rank: convention.amendments + 1, changes },
            transfers: changes.carrier !== undefined,
          },
        },
      ]
    );
  },
});

function amendmentRequested(doing: Asking, convention: Award, changes: Changes): NewEvent {
  const { payload, newId } = doing;
  const years = changes.years?.to ?? convention.years;
  const applicant = changes.carrier?.to ?? convention.applicant;
  const commitment = commitmentOf(changes.carrier ? payload : {});
  return {
    type: 'grant-requested',
    data: {
      ...{ award: newId, kind: 'amendment' as const, cycle: convention.cycle, applicant, years, parent: convention.id },
      amount: changes.amount?.to ?? convention.granted ?? ZERO,
      period: yearsFrom(convention.period.from, years),
      ...{ pieces: [], knownPieces: [], year: null, budget: convention.budget },
      ...{ requestedBy: requesterOf(doing), channel: 'electronic' as const, receivedElsewhereOn: null },
      reglement: doing.rules.reglement.id,
      referenceDocument: changes.referenceDocument?.to ?? convention.referenceDocument,
      ...commitment.data,
    },
    private: { ...(payload.carrier && identityOf(payload.carrier)), ...commitment.private, reason: payload.reason },
  };
}

const overtaken = absolute<'award'>('amendment-overtaken-indeed', situation => {
  const of = award(situation);
  const effects =
    of.kind === 'amendment' ? amendmentEffects(situation.state, of, situation.rules, situation.today) : [];
  if ('code' in effects) return undefined;
  return refuse(
    'amendment-still-possible',
    'Cet avenant peut encore prendre effet : il se notifie. Il devient sans objet si des versements demandés depuis, ou sa date de fin, l’ont dépassé.',
    {
      liftedBy: 'notify-convention',
      absolute: true,
    },
  );
});

/** An amendment voted, that the instalments claimed since leave no room for: it is let go, and may be taken up again. */
export const lapseAmendment = defineAct<object, 'award'>({
  name: 'lapse-amendment',
  gravity: 'ending',
  capability: 'award',
  label: "Constater que l'avenant est sans objet",
  subject: 'award',
  path: '/conventions/:awardId/lapses',
  roles: ['instructor'],
  from: ['adopted', 'executory'],
  to: ['lapsed'],
  emits: ['amendment-lapsed'],
  gates: [overtaken],
  decide: doing =>
    notBefore(doing.date, award(doing).vote?.on ?? null, 'le vote') ?? [
      { type: 'amendment-lapsed', data: { award: award(doing).id } },
    ],
});
