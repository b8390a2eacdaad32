import type { Actor } from '../domain/dossier/roles.js';
import { seenState } from '../domain/dossier/seen-state.js';
import { STAGES, stageOf } from '../domain/dossier/stage.js';
import { eurosDot, type Cents } from '../domain/kernel/cents.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import { executoryOn, type Award } from '../domain/award/slice.js';
import type { YearGrant } from '../domain/award/threshold.js';
import type { GateContext } from '../domain/dossier/act.js';
import { viewOf } from '../domain/dossier/view.js';
import { alertsOfYear } from '../domain/funded-year/alerts.js';
import { dueOfYear, leftToLiquidate } from '../domain/funded-year/due.js';
import { documentOfYear, exerciseRun } from '../domain/funded-year/exercise.js';
import type { Instalment } from '../domain/funded-year/slice.js';
import type { FundedYear } from '../domain/funded-year/years-slice.js';
import { acknowledgementOf } from '../domain/award/acknowledgement.js';
import { legalityAlert, legalityDue } from '../domain/award/legality.js';
import { missingPieces } from '../domain/award/pieces.js';
import { rulesOf } from '../domain/award/ruled.js';
import { voteAlerts } from '../domain/award/vote.js';
import { heldBecause } from '../domain/dossier/holds.js';
import type { Rules } from '../domain/reglement/reglement.js';
import { actsFor, awaitedOf, inEuros } from '../api/answer.js';
import { faultOf } from '../api/problem-filter.js';
import type { DossierRow } from '../record/dossiers.js';
import type { PoleAnswer } from './answers.js';
import type { AwardAnswer } from './award-answers.js';
import type { ReglementAnswer } from './step-answers.js';
import type { FundedYearAnswer, InstalmentAnswer } from './money-answers.js';

const euros = (amount: Cents | null | undefined) => (amount === null || amount === undefined ? null : eurosDot(amount));

const reglementView = ({ reglement: { id, label, status } }: Rules): ReglementAnswer => ({ id, label, status });

function awardView(award: Award, names: ReadonlyMap<string, string>, ofDossier: Rules): AwardAnswer {
  const { amount, applicant, vote, implicitRejection, agenda, granted, changes, budget, yearlyForecast, ...others } =
    award;
  const {
    silenceToldUntil: _told,
    documents: _documents,
    available: _available,
    legality,
    conventionNeed,
    ...rest
  } = others;
  const rules = rulesOf(ofDossier, award);
  return {
    ...rest,
    reglement: reglementView(rules),
    missingPieces: missingPieces(award, rules.reglement),
    acknowledgement: acknowledgementOf(award, rules),
    legality: { ...legality, lastDay: legalityDue(award, rules)?.on ?? null },
    applicant: { siret: applicant, name: names.get(applicant) ?? null },
    requested: eurosDot(amount),
    granted: euros(granted),
    budget: euros(budget),
    yearlyForecast: euros(yearlyForecast),
    changes: inEuros(changes),
    agenda,
    vote: vote && { ...vote, amount: euros(vote.amount) },
    alerts: voteAlerts(vote, rules).map(faultOf),
    implicitlyRejectedOn: implicitRejection?.on ?? null,
    executoryOn: executoryOn(award),
    conventionNeed: conventionNeed && { ...conventionNeed, total: eurosDot(conventionNeed.total) },
  };
}

/** A funded year: its accounts, and what is due for it, step by step. */
function yearView(
  { state }: DossierRow,
  { rules, grantedElsewhere }: Pick<GateContext, 'rules'> & { readonly grantedElsewhere: readonly YearGrant[] },
  { award, year, openedOn, reports }: FundedYear,
): FundedYearAnswer {
  const convention = state.awards[award];
  if (!convention) throw new Error(`Convention absente du dossier : ${award}`);
  const { granted, due, steps } = dueOfYear(state, convention, year, rules);
  const exercise = exerciseRun(state, convention, year);
  const alerts = alertsOfYear(state, convention, year, { law: rules.law, grantedElsewhere });
  return {
    award,
    year,
    openedOn,
    exercise,
    referenceDocument: documentOfYear(convention, year),
    reports: inEuros(Object.values(reports)),
    ...inEuros({ granted, due, steps }),
    alerts: alerts.map(faultOf),
  };
}

function instalmentView(
  dossier: DossierRow,
  given: Pick<GateContext, 'rules' | 'today' | 'grantedElsewhere'>,
  instalment: Instalment,
): InstalmentAnswer {
  const {
    amount,
    liquidated,
    paid,
    preparedBy: _by,
    preparedFor: _for,
    validatedBy: _validatedBy,
    ...rest
  } = instalment;
  const held = heldBecause(instalment, { state: dossier.state, ...given }).map(faultOf);
  const remaining = leftToLiquidate(dossier.state, instalment, given.rules);
  const amounts = {
    ...{ planned: eurosDot(amount), left: eurosDot(remaining) },
    ...{ liquidated: eurosDot(liquidated), paid: eurosDot(paid) },
  };
  const award = dossier.state.awards[instalment.award];
  const alert = award && legalityAlert(award, given.rules, given.today);
  return { ...rest, ...amounts, held, alerts: alert ? [faultOf(alert)] : [] };
}

/**
 * A pôle as its people see it: where it stands, what is awaited, what is open to them and why the rest is closed. Who
 * does not read it whole is shown what is theirs, reckoned on the whole.
 */
export function poleView(
  dossier: DossierRow,
  name: string,
  rules: Rules,
  today: CivilDate,
  actors: readonly Actor[],
  names: ReadonlyMap<string, string>,
  grantedElsewhere: readonly YearGrant[],
): PoleAnswer {
  const { state } = dossier;
  const stage = stageOf(state);
  const view = viewOf(state, actors);
  const seen = seenState(view, state);
  return {
    id: dossier.id,
    name,
    version: dossier.version,
    setAside: dossier.setAside,
    stage: { code: stage, label: STAGES[stage] },
    reglement: reglementView(rules),
    referent: seen.referent,
    initiative: seen.initiative,
    study: seen.study,
    councilOpinion: seen.opinion,
    legitimation: seen.legitimation,
    awards: Object.values(seen.awards).map(award => awardView(award, names, rules)),
    instalments: Object.values(seen.instalments).map(instalment =>
      instalmentView(dossier, { rules, today, grantedElsewhere }, instalment),
    ),
    years: Object.values(seen.years).map(year => yearView(dossier, { rules, grantedElsewhere }, year)),
    posts: Object.values(seen.posts),
    contributions: Object.values(seen.contributions).map(contribution => ({
      ...contribution,
      sought: eurosDot(contribution.sought),
      voted: euros(contribution.voted),
    })),
    lifecycle: inEuros(seen.lifecycle),
    awaited: awaitedOf({ ...dossier, state: seen }, today),
    acts: actsFor(dossier, rules, today, actors, grantedElsewhere),
    storyUpToDate: dossier.seenVersion === dossier.version,
    nextAlarm: view === 'whole' ? nextOf(dossier) : null,
  };
}

/** When the engine does something of the dossier by itself: its next alarm, or the next point of what is late. */
function nextOf({ nextAlarm, nextPoint }: DossierRow): string | null {
  return [nextAlarm, nextPoint].flatMap(at => at ?? []).sort()[0] ?? null;
}
