import type { Actor } from '../domain/dossier/roles.js';
import { STAGES, stageOf } from '../domain/dossier/stage.js';
import { eurosDot, type Cents } from '../domain/kernel/cents.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import { executoryOn, type Award } from '../domain/award/slice.js';
import type { Instalment } from '../domain/funded-year/slice.js';
import { ACTS } from '../domain/dossier/acts.js';
import { closedBecause } from '../domain/dossier/decide.js';
import type { Rules } from '../domain/reglement/reglement.js';
import { actsFor, awaitedOf } from '../api/answer.js';
import { faultOf } from '../api/problem-filter.js';
import type { DossierRow } from '../record/dossiers.js';

const euros = (amount: Cents | null | undefined) => (amount === null || amount === undefined ? null : eurosDot(amount));

function awardView(award: Award, names: ReadonlyMap<string, string>) {
  const { amount, applicant, vote, implicitRejection, agenda, ...rest } = award;
  return {
    ...rest,
    applicant: { siret: applicant, name: names.get(applicant) ?? null },
    requested: eurosDot(amount),
    agenda,
    vote: vote && { ...vote, amount: euros(vote.amount) },
    implicitlyRejectedOn: implicitRejection?.on ?? null,
    executoryOn: executoryOn(award),
  };
}

/** Why an instalment is held: the reasons for which nobody of the Région could claim it now. */
function heldBecause(dossier: DossierRow, rules: Rules, today: CivilDate, { award, year, number, status }: Instalment) {
  const claim = ACTS.find(act => act.name === 'claim-instalment');
  if (!claim || status !== 'planned') return [];
  const actor: Actor = { account: '', role: 'instructor', bodies: [], pays: [] };
  return closedBecause(claim, { state: dossier.state, rules, today, actor, subject: { award, year, number } }).map(
    faultOf,
  );
}

function instalmentView(dossier: DossierRow, rules: Rules, today: CivilDate, instalment: Instalment) {
  const { amount, liquidated, paid, preparedBy: _preparedBy, ...rest } = instalment;
  const held = heldBecause(dossier, rules, today, instalment);
  return { ...rest, planned: eurosDot(amount), liquidated: eurosDot(liquidated), paid: eurosDot(paid), held };
}

/** A pôle as its people see it: where it stands, what is awaited, what is open to them and why the rest is closed. */
export async function poleView(
  dossier: DossierRow,
  name: string,
  rules: Rules,
  today: CivilDate,
  actors: readonly Actor[],
  names: ReadonlyMap<string, string>,
) {
  const { state } = dossier;
  const stage = stageOf(state);
  return {
    id: dossier.id,
    name,
    version: dossier.version,
    stage: { code: stage, label: STAGES[stage] },
    reglement: { id: rules.reglement.id, label: rules.reglement.label, status: rules.reglement.status },
    initiative: state.initiative,
    study: state.study,
    councilOpinion: state.opinion,
    legitimation: state.legitimation,
    awards: Object.values(state.awards).map(award => awardView(award, names)),
    instalments: Object.values(state.instalments).map(one => instalmentView(dossier, rules, today, one)),
    lifecycle: state.lifecycle,
    awaited: await awaitedOf(dossier, rules, today),
    acts: actsFor(dossier, rules, today, actors),
    storyUpToDate: dossier.seenVersion === dossier.version,
    nextAlarm: dossier.nextAlarm,
  };
}
