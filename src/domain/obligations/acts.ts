import { defineAct, type GateContext, type Reasoned } from '../dossier/act.js';
import type { Due } from '../dossier/expectation.js';
import { expectationOf } from '../dossier/expectations.js';
import { dueOf } from '../dossier/owing.js';
import { absolute } from '../dossier/gates.js';
import { isOfRegion, rolesThat } from '../dossier/roles.js';
import { addDays, formatFrench, latestOf, type CivilDate } from '../kernel/civil-date.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import { ladderOf } from './ladders.js';
import { grantedByAnother, notOneself } from './oneself.js';
import { obligationOf, openingsOf } from './slice.js';

const recallable = absolute<'obligation'>('someone-owes-it', situation => {
  const obligation = obligationOf(situation);
  if (obligation && obligation.debtor.role !== 'engine') return undefined;
  return refuse('nobody-owes-it', 'Cette échéance vient du calendrier : personne ne la doit.');
});

const cooledDown = absolute<'obligation'>('cooled-down', ({ state, subject, rules, today }) => {
  const obligation = obligationOf({ state, subject });
  const ladder = ladderOf(obligation?.kind ?? '', state, rules);
  if (!obligation || !ladder) return undefined;
  const recalledOn = latestOf(...openingsOf(obligation, state).map(opening => opening.recalledOn));
  const from = recalledOn && addDays(recalledOn, ladder.coolDownDays);
  if (!from || today >= from) return undefined;
  return refuse(
    'recalled-lately',
    `Cette échéance a été rappelée le ${formatFrench(recalledOn)} : une relance peut partir à compter du ${formatFrench(from)}.`,
    { source: rules.reglement.clauses.reminders },
  );
});

const notTooOften = absolute<'obligation'>('not-too-often', ({ state, subject, rules }) => {
  const obligation = obligationOf({ state, subject });
  const ladder = ladderOf(obligation?.kind ?? '', state, rules);
  if (!obligation || !ladder || obligation.reminders < ladder.most) return undefined;
  return refuse(
    'recalled-often-enough',
    `Cette échéance a été relancée ${obligation.reminders} fois, le plus que l’échelle permet.`,
    { source: rules.reglement.clauses.reminders },
  );
});

/** What is due of the obligation that an act bears on, on the facts of today. */
function dueNow(situation: GateContext<'obligation'>): Due | null {
  const obligation = obligationOf(situation);
  return obligation ? dueOf(`${obligation.kind}/${obligation.instance}`, situation.state, situation.rules) : null;
}

/** Refuses to touch a day on which silence has an effect, since who awaits it was told that day. */
function silenceHasEffect(situation: GateContext<'obligation'>): Refusal | undefined {
  const obligation = obligationOf(situation);
  if (expectationOf(obligation?.kind ?? '').whenDue !== 'silence') return undefined;
  return refuse(
    'silence-has-effect',
    'Passé ce délai, le silence a un effet : il ne se proroge pas et ne se dispense pas.',
    { ...(obligation ? { source: obligation.source } : {}) },
  );
}

const extendable = absolute<'obligation'>('term-may-move', situation => {
  const due = dueNow(situation);
  if (due?.law === 'term')
    return refuse('term-of-law', 'Ce délai est celui de la loi : il ne se proroge pas.', { source: due.source });
  const silent = silenceHasEffect(situation);
  if (silent || obligationOf(situation)?.due !== null) return silent;
  return refuse('no-term-runs', 'Aucun délai ne court : il n’y a rien à proroger.');
});

/** Who owes it asks for more time; the Région may write it down for them. */
const oweIt = absolute<'obligation'>('owes-it', ({ state, subject, actor }) => {
  const role = obligationOf({ state, subject })?.debtor.role;
  if (isOfRegion(actor.role) || actor.role === role) return undefined;
  return refuse('not-the-debtor', 'Seul qui doit cette échéance peut en demander la prorogation.');
});

const asked = absolute<'obligation'>('extension-asked', situation =>
  obligationOf(situation)?.extension.requested
    ? undefined
    : refuse('no-extension-asked', 'Aucune prorogation n’est demandée.', { liftedBy: 'request-extension' }),
);

/** Writes to who owes it, today, whatever else is planned. */
const remindDebtor = defineAct<object, 'obligation'>({
  name: 'remind-debtor',
  capability: 'obligations',
  label: 'Relancer',
  subject: 'obligation',
  path: '/obligations/:obligationId/reminders',
  roles: ['instructor', 'manager', 'finance', 'adviser'],
  from: ['open'],
  to: ['open'],
  emits: ['reminder-asked'],
  gates: [recallable, notOneself, cooledDown, notTooOften],
  afterEnd: 'until-closed',
  decide: ({ subject, date, today }) =>
    date < today
      ? refuse('reminder-of-today', 'Une relance part aujourd’hui : elle ne porte pas une date passée.', {
          pointer: '/date',
        })
      : [{ type: 'reminder-asked', data: { obligation: subject.obligation } }],
});

export interface MoreTime extends Reasoned {
  readonly until: CivilDate;
}

/** Refuses a day that gives no more time than the due date, or that is not to come. */
function notLater(situation: GateContext<'obligation'>, until: CivilDate): Refusal | undefined {
  const due: Due['on'] = obligationOf(situation)?.due ?? null;
  if (due !== null && until <= due)
    return refuse('extension-not-later', `Une prorogation va au-delà de l’échéance (${formatFrench(due)}).`, {
      pointer: '/until',
    });
  if (until > situation.today) return undefined;
  return refuse('extension-not-to-come', 'Une prorogation va jusqu’à un jour à venir.', { pointer: '/until' });
}

const requestExtension = defineAct<MoreTime, 'obligation'>({
  name: 'request-extension',
  capability: 'obligations',
  label: 'Demander une prorogation',
  subject: 'obligation',
  path: '/obligations/:obligationId/extension-requests',
  roles: rolesThat('owes'),
  party: 'debtor',
  from: ['open'],
  to: ['open'],
  emits: ['extension-requested'],
  gates: [extendable, oweIt],
  afterEnd: 'until-closed',
  decide: doing =>
    notLater(doing, doing.payload.until) ?? [
      {
        type: 'extension-requested',
        data: { obligation: doing.subject.obligation, until: doing.payload.until },
        private: { reason: doing.payload.reason },
      },
    ],
});

/** Granted also after the due date, and without a request when the Région gives the time by itself. */
const grantExtension = defineAct<MoreTime, 'obligation'>({
  name: 'grant-extension',
  capability: 'obligations',
  label: 'Accorder une prorogation',
  subject: 'obligation',
  path: '/obligations/:obligationId/extensions',
  roles: ['instructor', 'manager'],
  from: ['open'],
  to: ['open'],
  emits: ['extension-granted'],
  gates: [extendable, grantedByAnother],
  afterEnd: 'until-closed',
  decide: doing =>
    notLater(doing, doing.payload.until) ?? [
      {
        type: 'extension-granted',
        data: { obligation: doing.subject.obligation, until: doing.payload.until },
        private: { reason: doing.payload.reason },
      },
    ],
});

const refuseExtension = defineAct<Reasoned, 'obligation'>({
  name: 'refuse-extension',
  capability: 'obligations',
  label: 'Refuser une prorogation',
  subject: 'obligation',
  path: '/obligations/:obligationId/extension-refusals',
  roles: ['instructor', 'manager'],
  from: ['open'],
  to: ['open'],
  emits: ['extension-refused'],
  gates: [asked],
  afterEnd: 'until-closed',
  decide: ({ subject, payload }) => [
    {
      type: 'extension-refused',
      data: { obligation: subject.obligation },
      private: { reason: payload.reason },
    },
  ],
});

/** Nobody is chased for it any more; what it awaited may still come. Refuses what the law asks for, and what silence decides. */
const waiveObligation = defineAct<Reasoned, 'obligation'>({
  name: 'waive-obligation',
  capability: 'obligations',
  label: 'Dispenser d’une échéance',
  subject: 'obligation',
  path: '/obligations/:obligationId/waivers',
  roles: ['manager'],
  from: ['open'],
  to: ['waived'],
  emits: ['obligation-waived'],
  gates: [
    absolute<'obligation'>('may-be-waived', situation => {
      const due = dueNow(situation);
      if (due?.law === undefined) return silenceHasEffect(situation);
      return refuse('term-of-law', 'La loi demande cette échéance : elle ne se dispense pas.', { source: due.source });
    }),
  ],
  afterEnd: 'until-closed',
  decide: ({ subject, payload }) => [
    {
      type: 'obligation-waived',
      data: { obligation: subject.obligation },
      private: { reason: payload.reason },
    },
  ],
});

/** Follows another set of ladders from today: rungs that are past by it are not rung again. */
const applyLadders = defineAct<{ readonly ladders: string }>({
  name: 'apply-ladders',
  capability: 'obligations',
  label: 'Changer les échelles de relance',
  subject: 'pole',
  machine: 'lifecycle',
  path: '/poles/:poleId/ladders',
  roles: ['manager', 'admin'],
  from: ['alive', 'suspended'],
  to: ['alive', 'suspended'],
  emits: ['ladders-applied'],
  gates: [],
  decide: ({ payload: { ladders }, state, rules }) => {
    if (!Object.hasOwn(rules.ladderSets, ladders))
      return refuse('unknown-ladders', 'Ces échelles de relance n’existent pas.', { pointer: '/ladders' });
    if (state.ladders.applied === ladders)
      return refuse('already-done', 'Le dossier suit déjà ces échelles.', { pointer: '/ladders' });
    return [{ type: 'ladders-applied', data: { ladders } }];
  },
});

export const obligationActs = [
  remindDebtor,
  requestExtension,
  grantExtension,
  refuseExtension,
  waiveObligation,
  applyLadders,
] as const;
