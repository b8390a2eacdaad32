import { formatFrench } from '../kernel/civil-date.js';
import { refuse } from '../kernel/refusal.js';
import { defineAct, type Act, type ActContext, type GateContext, type Reasoned } from '../dossier/act.js';
import { absolute, notBefore } from '../dossier/gates.js';
import type { NewEvent } from '../dossier/state.js';
import { leftToLiquidate, instalmentsOfYear } from './due.js';
import { isAccountedFor } from './exercise.js';
import { filingActs, funded, reported } from './filing-acts.js';
import type { FundedYear, Report } from './years-slice.js';

export interface Correction {
  readonly field: string;
  readonly reason: string;
}

function onReport<Payload extends object>(
  act: Omit<Act<Payload, 'report'>, 'capability' | 'machine' | 'subject' | 'path' | 'from' | 'afterEnd'> & {
    readonly noun: string;
    readonly from?: Act<Payload, 'report'>['from'];
  },
): Act<Payload, 'report'> {
  const { noun, ...rest } = act;
  return defineAct<Payload, 'report'>({
    from: ['filed'],
    ...rest,
    capability: 'funded-year',
    machine: 'report',
    subject: 'report',
    path: `/conventions/:awardId/years/:year/reports/:report/${noun}`,
    afterEnd: 'until-closed',
  });
}

const ofReport = (doing: GateContext<'report'>) => {
  const { award, year } = funded(doing);
  const { kind: report, round } = reported(doing);
  return { award, year, report, round };
};

const stillOpen = absolute<'report'>('review-open', situation =>
  reported(situation).reviewOpen
    ? undefined
    : refuse('review-closed', "Cet avis n'est pas demandé, ou son délai est écoulé."),
);

const reviewReport = onReport<{ readonly favourable: boolean; readonly advice: string }>({
  noun: 'reviews',
  name: 'review-report',
  label: 'Donner un avis consultatif sur un compte rendu',
  roles: ['adviser'],
  to: ['filed'],
  emits: ['report-reviewed', 'award-document-attached'],
  carries: 'advice',
  gates: [stillOpen],
  decide: doing =>
    notBefore(doing.date, reported(doing).filedOn, 'le dépôt') ?? [
      {
        type: 'report-reviewed',
        data: { ...ofReport(doing), favourable: doing.payload.favourable },
        private: { advice: doing.payload.advice },
      },
    ],
});

const returnReport = onReport<{ readonly corrections: readonly Correction[] }>({
  noun: 'returns',
  name: 'return-report',
  label: 'Renvoyer un compte rendu à corriger',
  roles: ['instructor'],
  to: ['to-correct'],
  emits: ['report-returned'],
  gates: [],
  decide: doing => {
    const { corrections } = doing.payload;
    return (
      notBefore(doing.date, reported(doing).filedOn, 'le dépôt') ?? [
        {
          type: 'report-returned',
          data: { ...ofReport(doing), fields: corrections.map(({ field }) => field) },
          private: Object.fromEntries(corrections.map(({ field, reason }) => [field, reason])),
        },
      ]
    );
  },
});

const acceptReport = onReport<object>({
  noun: 'acceptances',
  name: 'accept-report',
  label: 'Accepter un compte rendu',
  roles: ['instructor'],
  to: ['accepted'],
  emits: ['report-accepted', 'year-reports-accepted'],
  gates: [],
  decide: doing =>
    notBefore(doing.date, reported(doing).filedOn, 'le dépôt') ?? [
      { type: 'report-accepted', data: ofReport(doing) },
      ...yearComplete(doing),
    ],
});

/** The last report of a year to be accepted opens its balance, if something is still due. */
function yearComplete(doing: ActContext<object, 'report'>): readonly NewEvent[] {
  const { award, year, reports } = funded(doing);
  const accepted: Report = { ...reported(doing), status: 'accepted' };
  const complete: FundedYear = { ...funded(doing), reports: { ...reports, [accepted.kind]: accepted } };
  if (!isAccountedFor(complete)) return [];
  const state = { ...doing.state, years: { ...doing.state.years, [`${award}/${year}`]: complete } };
  const remaining = instalmentsOfYear(state, award, year).filter(
    instalment => instalment.status === 'planned' || instalment.status === 'claimed',
  );
  const payable = remaining.some(instalment => leftToLiquidate(state, instalment, doing.rules) > 0);
  return [{ type: 'year-reports-accepted', data: { award, year, payable } }];
}

/** Once its convention is settled, what was said due rests on it. */
const notSettled = absolute<'report'>('account-open', situation => {
  const settledOn = situation.state.awards[funded(situation).award]?.settledOn;
  if (!settledOn) return undefined;
  return refuse('account-settled', `Le compte est soldé depuis le ${formatFrench(settledOn)} : il ne se rouvre plus.`, {
    source: situation.rules.reglement.clauses.settlement,
  });
});

const reopenReport = onReport<Reasoned>({
  noun: 'reopenings',
  name: 'reopen-report',
  label: 'Rouvrir un compte rendu accepté',
  roles: ['manager'],
  from: ['accepted'],
  to: ['to-correct'],
  emits: ['report-reopened'],
  gates: [notSettled],
  decide: doing => {
    const { acceptedOn, reopened } = reported(doing);
    return (
      notBefore(doing.date, acceptedOn, 'son acceptation') ?? [
        {
          type: 'report-reopened',
          data: { ...ofReport(doing), rank: reopened + 1 },
          private: { reason: doing.payload.reason },
        },
      ]
    );
  },
});

export const reportActs = [...filingActs, reviewReport, returnReport, acceptReport, reopenReport] as const;
