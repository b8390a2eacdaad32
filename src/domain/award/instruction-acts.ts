import { addDays, type CivilDate } from '../kernel/civil-date.js';
import { dueDate } from '../kernel/delay.js';
import { refuse } from '../kernel/refusal.js';
import { defineAct, type ActContext, type GateContext } from '../dossier/act.js';
import { absolute, firstRefusal, notBefore, waivable } from '../dossier/gates.js';
import { award } from '../dossier/parties.js';
import { namedPieces } from '../reglement/pieces.js';
import { cited, referenceOn } from '../reglement/references.js';
import { termOf, type Reglement } from '../reglement/reglement.js';
import type { AskedOrgan } from './deliberation.js';
import { decisionDue } from './due.js';
import { conventionsOf } from '../dossier/stage.js';
import type { DossierState, NewEvent } from '../dossier/state.js';
import { piecesAsked } from './pieces.js';
import type { Award, PieceDemand } from './slice.js';

export interface PieceList {
  readonly pieces: readonly string[];
}

export interface PieceDemandPayload extends PieceList {
  /** Last day to send the pieces; the règlement's term when absent. */
  readonly term?: CivilDate;
}

export interface InstructionReport {
  readonly favourable: boolean;
  readonly report: string;
}

export interface AgendaEntry {
  readonly organ: AskedOrgan;
  readonly sessionOn: CivilDate;
  /** The canonical text of the convention: frozen by its SHA-256. */
  readonly text: string;
}

const alreadyAcknowledged = absolute<'award'>('acknowledged-once', situation =>
  award(situation).acknowledgedOn === null
    ? undefined
    : refuse('already-done', "L'accusé de réception a déjà été délivré."),
);

export const acknowledgeRequest = defineAct<object, 'award'>({
  name: 'acknowledge-request',
  capability: 'award',
  label: 'Accuser réception de la demande',
  subject: 'award',
  path: '/awards/:awardId/acknowledgements',
  roles: ['instructor'],
  from: ['requested', 'incomplete', 'instructed', 'on-agenda', 'adjourned'],
  to: ['requested', 'incomplete', 'instructed', 'on-agenda', 'adjourned'],
  emits: ['request-acknowledged'],
  gates: [alreadyAcknowledged],
  decide: doing => {
    const due = decisionDue(award(doing), doing.rules);
    return (
      notBefore(doing.date, award(doing).receivedOn, 'la réception de la demande') ?? [
        {
          type: 'request-acknowledged',
          data: { award: award(doing).id, silenceRejectsAfter: due?.on ?? null },
        },
      ]
    );
  },
});

/** What may be demanded of a request: what it requires; of a year of a convention, what the convention required. */
function demandable({ kind }: Award, { pieces }: Reglement): readonly string[] {
  return pieces[kind === 'study' ? 'study-grant-request' : 'grant-request'] ?? [];
}

export const demandPieces = defineAct<PieceDemandPayload, 'award'>({
  name: 'demand-pieces',
  capability: 'award',
  label: 'Demander les pièces manquantes',
  subject: 'award',
  path: '/awards/:awardId/piece-demands',
  roles: ['instructor'],
  from: ['requested'],
  to: ['incomplete'],
  emits: ['pieces-demanded'],
  gates: [],
  decide: doing => {
    const { payload, date, rules } = doing;
    const of = award(doing);
    const required = demandable(of, rules.reglement);
    const known = payload.pieces.filter(piece => of.knownPieces.includes(piece));
    if (known.length > 0)
      return refuse(
        'piece-known-elsewhere',
        `Une autre administration les détient, elles ne se demandent pas : ${namedPieces(rules.pieceLabels, known)}.`,
        { source: cited(doing, 'pieces-held-elsewhere'), pointer: '/pieces' },
      );
    const unknown = payload.pieces.filter(piece => !required.includes(piece));
    if (payload.pieces.length === 0 || unknown.length > 0)
      return refuse(
        'unknown-piece',
        `Seules des pièces requises par le règlement peuvent être demandées : ${namedPieces(rules.pieceLabels, required)}.`,
        { source: cited(doing, 'missing-pieces'), pointer: '/pieces' },
      );
    const term = payload.term ?? dueDate(date, termOf(rules.reglement, 'missing-pieces'));
    return (
      firstRefusal(
        notBefore(date, of.receivedOn, 'la réception de la demande'),
        notBefore(term, addDays(date, 1), 'le lendemain de la demande de pièces', { pointer: '/term' }),
      ) ?? [
        {
          type: 'pieces-demanded',
          data: { award: of.id, demand: of.demands.length + 1, pieces: payload.pieces, term },
        },
      ]
    );
  },
});

/** The last demand that still lacks pieces, whether its term runs or is over. */
function incompleteDemand(of: Award): PieceDemand | undefined {
  return of.demands.findLast(demand => demand.missing.length > 0);
}

const piecesAwaited = absolute<'award'>('pieces-awaited', situation =>
  incompleteDemand(award(situation))
    ? undefined
    : refuse('no-piece-missing', 'Aucune pièce demandée ne manque.', { liftedBy: 'demand-pieces' }),
);

/** Pieces received within the term but entered after it take the place of its end (CRPA art. L114-5). */
function inTimeAfterAll(of: Award, demand: PieceDemand, date: CivilDate): readonly NewEvent[] {
  if (demand.termEnded === null || date > demand.term) return [];
  return [
    { type: 'pieces-term-superseded', data: { award: of.id, demand: demand.number }, retracts: demand.termEnded },
  ];
}

export const deliverPieces = defineAct<PieceList, 'award'>({
  name: 'deliver-pieces',
  gravity: 'deposit',
  capability: 'award',
  label: 'Produire les pièces manquantes',
  subject: 'award',
  path: '/awards/:awardId/piece-deliveries',
  roles: ['carrier', 'instructor'],
  party: 'applicant',
  from: ['incomplete', 'requested', 'instructed', 'on-agenda'],
  to: ['requested', 'incomplete', 'instructed', 'on-agenda'],
  emits: ['pieces-delivered', 'pieces-term-superseded', 'award-document-attached'],
  carries: 'piece',
  gates: [piecesAwaited],
  decide: doing => {
    const of = award(doing);
    const { pieces } = doing.payload;
    const demand = incompleteDemand(of);
    if (!demand) throw new Error(`Aucune pièce ne manque à ${of.id}`);
    const stray = pieces.filter(piece => !demand.missing.includes(piece));
    if (pieces.length === 0 || stray.length > 0)
      return refuse(
        'piece-not-demanded',
        `Ces pièces ne sont pas parmi celles qui manquent : ${namedPieces(doing.rules.pieceLabels, demand.missing)}.`,
        { pointer: '/pieces' },
      );
    const complete = demand.missing.every(piece => pieces.includes(piece));
    return (
      notBefore(doing.date, demand.on, 'la demande de pièces') ?? [
        ...inTimeAfterAll(of, demand, doing.date),
        { type: 'pieces-delivered', data: { award: of.id, demand: demand.number, pieces, complete } },
      ]
    );
  },
});

export const reportInstruction = defineAct<InstructionReport, 'award'>({
  name: 'report-instruction',
  capability: 'award',
  label: "Rendre le rapport d'instruction",
  subject: 'award',
  path: '/awards/:awardId/instruction-reports',
  roles: ['instructor'],
  from: ['requested'],
  to: ['instructed'],
  emits: ['instruction-reported', 'award-document-attached'],
  carries: 'instruction',
  gates: [piecesAsked],
  decide: doing =>
    notBefore(doing.date, award(doing).receivedOn, 'la réception de la demande') ?? [
      {
        type: 'instruction-reported',
        data: { award: award(doing).id, favourable: doing.payload.favourable },
        private: { report: doing.payload.report },
      },
    ],
});

const SETTLED_OPINIONS: readonly string[] = ['favourable', 'with-reserves', 'passed-over', 'waived'];
const SETTLED_STUDIES: readonly string[] = ['skipped', 'validated', 'refused'];

const forConvention =
  (check: (situation: GateContext<'award'>) => ReturnType<typeof refuse> | undefined) => (on: GateContext<'award'>) =>
    award(on).kind === 'convention' ? check(on) : undefined;

const opinionKnown = waivable<'award'>(
  'council-opinion-known',
  forConvention(({ state, rules }) =>
    SETTLED_OPINIONS.includes(state.opinion.status)
      ? undefined
      : refuse('council-opinion-missing', "L'avis du Conseil de développement n'est pas acquis.", {
          source: rules.reglement.clauses['council-opinion'],
          liftedBy: state.opinion.status === 'unfavourable' ? 'file-revised-project' : 'give-opinion',
        }),
  ),
);

const studySettled = waivable<'award'>(
  'study-settled',
  forConvention(({ state, rules }) =>
    SETTLED_STUDIES.includes(state.study.status)
      ? undefined
      : refuse('study-not-settled', "L'étude de préfiguration n'est ni validée ni écartée.", {
          source: rules.reglement.clauses.study,
          liftedBy: state.study.status === 'undecided' ? 'skip-study' : 'review-study',
        }),
  ),
);

/** The CRESS has recognised the body, or a convention in force already binds it. */
function isRecognised(state: DossierState, { applicant, cycle }: Award): boolean {
  if (state.legitimation.carrier === applicant) return true;
  return (
    cycle > 1 &&
    conventionsOf(state).some(convention => convention.granted !== null && convention.applicant === applicant)
  );
}

const notLegitimate = ({ rules }: Pick<GateContext, 'rules'>, liftedBy: string) =>
  refuse('carrier-not-legitimate', 'La CRESS n’a pas conclu à la légitimité de cette structure porteuse.', {
    ...{ source: rules.reglement.clauses.support, liftedBy },
  });

/** The carrier of a convention, and the one that an amendment brings, are legitimate. */
const carrierLegitimate = waivable<'award'>('carrier-legitimate', situation => {
  const of = award(situation);
  if (of.kind === 'convention')
    return isRecognised(situation.state, of) ? undefined : notLegitimate(situation, 'write-legitimation-note');
  const isSettled = !of.changes?.carrier || situation.state.legitimation.successors[of.id]?.conclusion === 'legitimate';
  return isSettled ? undefined : notLegitimate(situation, 'examine-successor');
});

/** The last convention is evaluated jointly before another one is voted. */
const evaluationKnown = waivable<'award'>(
  'final-evaluation-known',
  forConvention(situation => {
    const { cycle } = award(situation);
    const before = conventionsOf(situation.state).findLast(
      convention => convention.cycle === cycle - 1 && convention.granted !== null,
    );
    if (!before || situation.state.lifecycle.evaluations[before.id]) return undefined;
    return refuse('final-evaluation-missing', "L'évaluation finale partagée de la convention précédente manque.", {
      source: situation.rules.reglement.clauses.renewal,
      liftedBy: 'record-final-evaluation',
    });
  }),
);

export const enterAgenda = defineAct<AgendaEntry, 'award'>({
  name: 'enter-agenda',
  capability: 'award',
  label: "Inscrire à l'ordre du jour",
  subject: 'award',
  path: '/awards/:awardId/agenda-entries',
  roles: ['instructor'],
  from: ['instructed', 'adjourned', 'on-agenda'],
  to: ['on-agenda'],
  emits: ['agenda-entered'],
  gates: [studySettled, opinionKnown, carrierLegitimate, evaluationKnown],
  decide: doing => {
    const of = award(doing);
    const { organ, sessionOn, text } = doing.payload;
    if (organ === 'president') return presidentGrantsNothing(doing);
    return (
      firstRefusal(
        notBefore(doing.date, of.instructedOn, "le rapport d'instruction"),
        notBefore(doing.date, of.agenda?.enteredOn ?? null, "l'inscription précédente"),
        notBefore(sessionOn, doing.date, "l'inscription", { pointer: '/sessionOn' }),
      ) ?? [
        {
          type: 'agenda-entered',
          data: { award: of.id, round: of.round, organ, sessionOn, textHash: doing.digest(text) },
          private: { text },
        },
      ]
    );
  },
});

/** Granting is not among what the council may leave to its president (CGCT art. L4221-5). */
function presidentGrantsNothing({ rules, payload }: ActContext<AgendaEntry, 'award'>) {
  return refuse(
    'president-grants-nothing',
    'Une subvention est attribuée par l’assemblée ou, par délégation, par la commission permanente : un arrêté du président ne l’accorde pas.',
    {
      source: referenceOn(rules.law, 'granting-organ', payload.sessionOn),
      ...{ pointer: '/organ', absolute: true },
    },
  );
}
