import { addDays, addYears, type CivilDate } from '../kernel/civil-date.js';
import { formatEuros, type Cents } from '../kernel/cents.js';
import { siret } from '../kernel/identifiers.js';
import { overlaps, type Period } from '../kernel/period.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import { defineAct, type Doing } from '../dossier/act.js';
import { firstRefusal } from '../dossier/gates.js';
import type { NewEvent } from '../dossier/state.js';
import { legalRequirement } from '../reglement/reglement.js';
import { identityOf, type BodyIdentity } from '../legitimation/acts.js';
import type { AwardKind } from './slice.js';

interface Request {
  readonly applicant: BodyIdentity;
  readonly amount: Cents;
  /** Codes of the pieces joined, among those of the règlement. */
  readonly pieces: readonly string[];
  /** Whether the contrat d'engagement républicain is subscribed. */
  readonly republicanCommitment: boolean;
}

export interface GrantRequest extends Request {
  readonly years: number;
  readonly startsOn: CivilDate;
}

export type StudyGrantRequest = Request;

function commitmentMissing({ payload, date, rules }: Doing<Request>): Refusal | undefined {
  const law = legalRequirement(rules.law, 'republican-commitment', date);
  if (!law || payload.republicanCommitment) return undefined;
  return refuse('republican-commitment-missing', "Le contrat d'engagement républicain doit être souscrit.", {
    source: law.source,
    pointer: '/republicanCommitment',
    absolute: true,
  });
}

function aboveCeiling(amount: Cents, ceiling: Cents, { rules }: Doing<Request>): Refusal | undefined {
  if (amount > 0 && amount <= ceiling) return undefined;
  return refuse(
    'amount-above-ceiling',
    `Le montant demandé (${formatEuros(amount)}) doit être positif et ne pas dépasser ${formatEuros(ceiling)}.`,
    { source: rules.reglement.label, pointer: '/amount' },
  );
}

function unknownPieces({ payload, rules }: Doing<Request>, act: string): Refusal | undefined {
  const known = rules.reglement.pieces[act] ?? [];
  const unknown = payload.pieces.filter(piece => !known.includes(piece));
  if (unknown.length === 0) return undefined;
  return refuse('unknown-piece', `Pièces inconnues du règlement : ${unknown.join(', ')}.`, { pointer: '/pieces' });
}

function overlapping({ state }: Doing<GrantRequest>, wanted: Period): Refusal | undefined {
  const other = Object.values(state.awards).find(
    award => award.kind === 'convention' && award.status !== 'rejected' && overlaps(award.period, wanted),
  );
  if (!other) return undefined;
  return refuse('overlapping-convention', 'Une autre convention couvre déjà une partie de cette période.', {
    source: "Règlement de l'aide : une convention active par pôle et par période",
    pointer: '/startsOn',
    absolute: true,
  });
}

function requested(
  doing: Doing<Request>,
  data: { kind: AwardKind; cycle: number; years: number; period: Period },
): NewEvent {
  const { payload, newId } = doing;
  return {
    type: 'grant-requested',
    data: {
      ...data,
      award: newId,
      applicant: siret(payload.applicant.siret),
      amount: payload.amount,
      pieces: payload.pieces,
    },
    private: identityOf(payload.applicant),
  };
}

export const requestStudyGrant = defineAct<StudyGrantRequest>({
  name: 'request-study-grant',
  capability: 'prefiguration-study',
  label: "Demander la subvention de l'étude",
  subject: 'pole',
  path: '/poles/:poleId/study-grant-requests',
  roles: ['carrier', 'instructor'],
  party: 'group',
  from: ['undecided', 'refused'],
  to: ['commissioned'],
  leads: { award: ['requested'] },
  emits: ['grant-requested', 'study-commissioned'],
  gates: [],
  decide: doing => {
    const { payload, rules, state, date, newId } = doing;
    const refusal = firstRefusal(
      commitmentMissing(doing),
      aboveCeiling(payload.amount, rules.reglement.studyCeiling, doing),
      unknownPieces(doing, 'study-grant-request'),
    );
    if (refusal) return refusal;
    const period = { from: date, to: addDays(addYears(date, 1), -1) };
    const bearer = siret(payload.applicant.siret);
    return [
      requested(doing, { kind: 'study', cycle: 0, years: 1, period }),
      { type: 'study-commissioned', data: { attempt: state.study.attempt + 1, award: newId, bearer } },
    ];
  },
});

export const requestGrant = defineAct<GrantRequest>({
  name: 'request-grant',
  capability: 'award',
  label: 'Demander la subvention du pôle',
  subject: 'pole',
  path: '/poles/:poleId/grant-requests',
  roles: ['carrier', 'instructor'],
  party: 'project-owner',
  from: ['none', 'rejected'],
  to: ['requested'],
  emits: ['grant-requested'],
  gates: [],
  decide: doing => {
    const { payload, rules } = doing;
    const { years, startsOn } = payload;
    if (years < 1 || years > rules.reglement.years)
      return refuse('too-many-years', `La convention dure de 1 à ${rules.reglement.years} exercices.`, {
        source: rules.reglement.label,
        pointer: '/years',
      });
    const period = { from: startsOn, to: addDays(addYears(startsOn, years), -1) };
    const ceiling = (rules.reglement.yearlyCeiling * years) as Cents;
    return (
      firstRefusal(
        commitmentMissing(doing),
        aboveCeiling(payload.amount, ceiling, doing),
        unknownPieces(doing, 'grant-request'),
        overlapping(doing, period),
      ) ?? [requested(doing, { kind: 'convention', cycle: 1, years, period })]
    );
  },
});
