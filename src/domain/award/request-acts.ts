import { refuse } from '../kernel/refusal.js';
import { siret } from '../kernel/identifiers.js';
import { defineAct, type GateContext } from '../dossier/act.js';
import { absolute, firstRefusal } from '../dossier/gates.js';
import { conventionsOf } from '../dossier/stage.js';
import { award } from '../dossier/parties.js';
import { Things } from '../dossier/things.js';
import { openedYears, exerciseOf } from '../funded-year/exercise.js';
import {
  aboveCeiling,
  conventionRequested,
  foreignApplicant,
  receivedElsewhereLater,
  requested,
  unknownPieces,
  wrongGrantRequest,
  yearsFrom,
  type GrantRequest,
  type MoneyRequest,
} from './request.js';
import { askedUnder } from './ruled.js';
import { commitmentMissing } from './commitment.js';

export type StudyGrantRequest = MoneyRequest;

export interface YearGrantRequest extends MoneyRequest {
  /** Rank of the year of the convention that the grant pays. */
  readonly year: number;
}

export const requestStudyGrant = defineAct<StudyGrantRequest>({
  name: 'request-study-grant',
  gravity: 'deposit',
  capability: 'prefiguration-study',
  label: "Demander la subvention de l'étude",
  subject: 'pole',
  path: '/poles/:poleId/study-grant-requests',
  roles: ['carrier', 'instructor'],
  party: 'group',
  from: ['undecided', 'refused'],
  to: ['commissioned'],
  leads: { award: ['requested'] },
  emits: ['grant-requested', 'study-commissioned', 'award-document-attached'],
  carries: 'piece',
  gates: [],
  decide: asking => {
    const doing = askedUnder(asking);
    if ('code' in doing) return doing;
    const { payload, rules, state, date, newId } = doing;
    const refusal = firstRefusal(
      commitmentMissing(doing),
      aboveCeiling(payload.amount, rules.reglement.studyCeiling, doing),
      unknownPieces(doing, 'study-grant-request'),
      receivedElsewhereLater(doing),
    );
    if (refusal) return refusal;
    const bearer = siret(payload.applicant.siret);
    return [
      requested(doing, { kind: 'study', cycle: 0, years: 1, period: yearsFrom(date, 1) }),
      { type: 'study-commissioned', data: { attempt: state.study.attempt + 1, award: newId, bearer } },
    ];
  },
});

const firstConvention = absolute('first-convention', ({ state, rules }) =>
  conventionsOf(state).some(({ granted }) => granted !== null)
    ? refuse('convention-granted', 'Le pôle a déjà une convention : elle se renouvelle.', {
        source: rules.reglement.clauses.renewal,
        liftedBy: 'request-renewal',
      })
    : undefined,
);

export const requestGrant = defineAct<GrantRequest>({
  name: 'request-grant',
  gravity: 'deposit',
  capability: 'award',
  label: 'Demander la subvention du pôle',
  subject: 'pole',
  path: '/poles/:poleId/grant-requests',
  roles: ['carrier', 'instructor'],
  party: 'project-owner',
  from: ['none', 'rejected'],
  to: ['requested'],
  emits: ['grant-requested', 'award-document-attached'],
  carries: 'piece',
  gates: [firstConvention],
  decide: asking => {
    const doing = askedUnder(asking);
    return 'code' in doing ? doing : (wrongGrantRequest(doing) ?? [conventionRequested(doing, 1)]);
  },
});

const votedByYear = absolute<'award'>('voted-by-year', situation =>
  situation.rules.reglement.voteMode === 'yearly' && award(situation).kind === 'convention'
    ? undefined
    : refuse('not-voted-by-year', 'Cette convention est votée en une fois : ses exercices ne se demandent pas.', {
        source: situation.rules.reglement.label,
      }),
);

function wrongYear({ state, payload, subject }: GateContext<'award'> & { readonly payload: YearGrantRequest }) {
  const convention = subject.award;
  const last = openedYears(state, convention).length + 1;
  const { year } = payload;
  const known = Object.values(state.awards).some(
    grant => grant.parent === convention && grant.year === year && grant.status !== 'rejected',
  );
  if (known)
    return refuse(
      'year-already-requested',
      `La subvention de l’${new Things(state, { award: convention, year }, 'full').exercise.text} est déjà demandée.`,
      { pointer: '/year' },
    );
  if (year >= 2 && year <= last && year <= (state.awards[convention]?.years ?? 0)) return undefined;
  return refuse('year-not-next', "Cet exercice n'est ni ouvert ni le prochain de la convention.", { pointer: '/year' });
}

export const requestYearGrant = defineAct<YearGrantRequest, 'award'>({
  name: 'request-year-grant',
  gravity: 'deposit',
  capability: 'award',
  label: "Demander la subvention d'un exercice",
  subject: 'award',
  path: '/conventions/:awardId/year-grant-requests',
  roles: ['carrier', 'instructor'],
  party: 'applicant',
  from: ['in-force', 'ended'],
  to: ['in-force', 'ended'],
  leads: {},
  emits: ['grant-requested', 'award-document-attached'],
  carries: 'piece',
  gates: [votedByYear],
  decide: doing => {
    const convention = award(doing);
    const { year, amount } = doing.payload;
    const refusal = firstRefusal(
      foreignApplicant(doing),
      commitmentMissing(doing),
      aboveCeiling(amount, doing.rules.reglement.yearlyCeiling, doing),
      unknownPieces(doing, 'grant-request'),
      receivedElsewhereLater(doing),
      wrongYear(doing),
    );
    const { cycle, id: parent } = convention;
    return (
      refusal ?? [
        requested(doing, { kind: 'year', cycle, years: 1, period: exerciseOf(convention, year), parent, year }),
      ]
    );
  },
});
