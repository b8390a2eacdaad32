import { latestOf, type CivilDate } from '../kernel/civil-date.js';
import { refuse } from '../kernel/refusal.js';
import { defineAct, type ActContext } from '../dossier/act.js';
import { absolute, notBefore } from '../dossier/gates.js';
import { award } from '../dossier/parties.js';
import type { NotifiedDecision } from './events.js';
import { BROUGHT } from './in-force.js';
import { NOTIFIED, type Notification } from './notification.js';
import { notified } from './notified.js';
import { stillPaid } from './signature-acts.js';
import type { Award } from './slice.js';
import { transmitted } from './transmitted.js';
import { cited } from '../reglement/references.js';

export interface Transmission {
  /** Number of the receipt given by the State's representative. */
  readonly receipt: string;
}

const notYet = (name: string, what: string, when: (of: Award) => CivilDate | null) =>
  absolute<'award'>(name, situation =>
    when(award(situation)) === null ? undefined : refuse('already-done', `${what} est déjà constatée.`),
  );

/** A notification is noted once; one deemed made because nobody had read the decision may give way to an earlier one. */
const notifiedOnce = (name: string, decision: NotifiedDecision, when: (of: Award) => CivilDate | null) =>
  absolute<'award'>(name, situation => {
    const of = award(situation);
    const deemed = of.available[decision]?.deemed ?? null;
    return when(of) === null || deemed !== null
      ? undefined
      : refuse('already-done', 'La notification est déjà constatée.');
  });

/** What a notification may leave: made available and not yet read, read, or read earlier than it was deemed to be. */
const notices = (decision: NotifiedDecision) =>
  ['decision-made-available', 'deemed-notification-superseded', NOTIFIED[decision]] as const;

const signedByBoth = absolute<'award'>('signed-by-both', situation => {
  const { carrierSignedOn, regionSignedOn } = award(situation);
  if (carrierSignedOn !== null && regionSignedOn !== null) return undefined;
  return refuse('convention-not-signed', 'La convention doit être signée par la structure porteuse et par la Région.', {
    source: cited(situation, 'convention'),
    liftedBy: 'sign-convention',
  });
});

const voteOn = (doing: ActContext<unknown, 'award'>) => award(doing).vote?.on ?? null;

export const transmitDeliberation = defineAct<Transmission, 'award'>({
  name: 'transmit-deliberation',
  capability: 'award',
  label: "Constater la transmission au représentant de l'État",
  subject: 'award',
  path: '/awards/:awardId/transmissions',
  roles: ['instructor'],
  from: ['adopted'],
  to: ['adopted', 'executory', 'in-force'],
  emits: ['deliberation-transmitted'],
  gates: [notYet('transmitted-once', 'La transmission', of => of.transmittedOn)],
  decide: doing =>
    notBefore(doing.date, voteOn(doing), 'le vote', { source: cited(doing, 'executory') }) ?? [
      { type: 'deliberation-transmitted', data: { award: award(doing).id, receipt: doing.payload.receipt } },
    ],
});

/** The publication of a délibération makes nothing executory here: it opens the time limit of third parties. */
export const publishDeliberation = defineAct<object, 'award'>({
  name: 'publish-deliberation',
  capability: 'award',
  label: 'Constater la publication de la délibération',
  subject: 'award',
  path: '/awards/:awardId/deliberation-publications',
  roles: ['instructor'],
  from: ['adopted', 'executory', 'in-force'],
  to: ['adopted', 'executory', 'in-force'],
  emits: ['deliberation-published'],
  gates: [notYet('published-once', 'La publication', of => of.deliberationPublishedOn)],
  decide: doing =>
    notBefore(doing.date, voteOn(doing), 'le vote', { source: cited(doing, 'deliberation-publication') }) ?? [
      { type: 'deliberation-published', data: { award: award(doing).id } },
    ],
});

export const notifyGrant = defineAct<Notification, 'award'>({
  name: 'notify-grant',
  capability: 'award',
  label: "Notifier la décision d'attribution",
  subject: 'award',
  path: '/awards/:awardId/grant-notifications',
  roles: ['instructor'],
  from: ['adopted', 'executory', 'in-force'],
  to: ['adopted', 'executory', 'in-force'],
  emits: [...notices('grant'), ...BROUGHT],
  readsHistory: true,
  gates: [transmitted('executory'), notifiedOnce('grant-notified-once', 'grant', of => of.grantNotifiedOn)],
  decide: doing =>
    notified(doing, {
      ...{ decision: 'grant', after: award(doing).transmittedOn, what: 'la transmission' },
      extra: { source: cited(doing, 'executory'), liftedBy: 'transmit-deliberation' },
    }),
});

export const notifyRefusal = defineAct<Notification, 'award'>({
  name: 'notify-refusal',
  gravity: 'ending',
  capability: 'award',
  label: 'Notifier le refus, avec les voies de recours',
  subject: 'award',
  path: '/awards/:awardId/refusal-notifications',
  roles: ['instructor'],
  from: ['rejected'],
  to: ['rejected'],
  emits: notices('refusal'),
  afterEnd: 'until-closed',
  readsHistory: true,
  gates: [notifiedOnce('refusal-notified-once', 'refusal', of => of.refusalNotifiedOn)],
  decide: doing => notified(doing, { decision: 'refusal', after: voteOn(doing), what: 'le vote' }),
});

const latestSignature = ({ carrierSignedOn, regionSignedOn }: Award) => latestOf(carrierSignedOn, regionSignedOn);

export const notifyConvention = defineAct<Notification, 'award'>({
  name: 'notify-convention',
  capability: 'award',
  label: 'Notifier la convention signée',
  subject: 'award',
  path: '/conventions/:awardId/notifications',
  roles: ['instructor'],
  from: ['executory', 'in-force', 'ended'],
  to: ['executory', 'in-force', 'ended'],
  emits: [...notices('convention'), ...BROUGHT],
  afterEnd: 'until-closed',
  readsHistory: true,
  gates: [
    stillPaid,
    signedByBoth,
    notifiedOnce('convention-notified-once', 'convention', of => of.conventionNotifiedOn),
  ],
  decide: doing =>
    notified(doing, {
      decision: 'convention',
      after: latestSignature(award(doing)),
      what: 'la dernière signature',
    }),
});

const regionSigned = absolute<'award'>('region-signed', situation =>
  award(situation).regionSignedOn === null
    ? refuse('convention-not-signed', 'Les données essentielles portent la date de signature de la convention.', {
        source: cited(situation, 'essential-data'),
        liftedBy: 'sign-convention',
      })
    : undefined,
);

export const publishEssentialData = defineAct<object, 'award'>({
  name: 'publish-essential-data',
  capability: 'award',
  label: 'Publier les données essentielles',
  subject: 'award',
  path: '/awards/:awardId/publications',
  roles: ['instructor'],
  from: ['executory', 'in-force', 'ended', 'settled'],
  to: ['executory', 'in-force', 'ended', 'settled'],
  emits: ['essential-data-published'],
  afterEnd: 'always',
  gates: [regionSigned, notYet('data-published-once', 'La publication', of => of.dataPublishedOn)],
  decide: doing =>
    notBefore(doing.date, award(doing).regionSignedOn, 'la signature de la Région') ?? [
      { type: 'essential-data-published', data: { award: award(doing).id } },
    ],
});
