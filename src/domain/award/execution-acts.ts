import { latestOf, type CivilDate } from '../kernel/civil-date.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import { defineAct, type ActContext } from '../dossier/act.js';
import { absolute, notBefore } from '../dossier/gates.js';
import type { NewEvent } from '../dossier/state.js';
import { award } from '../dossier/parties.js';
import { firstYearOpened } from '../funded-year/opening.js';
import { amendmentEffects } from './amendment.js';
import { notifiedFrom, received, type Notification } from './notification.js';
import { stillPaid } from './signature-acts.js';
import { isInForce, type Award } from './slice.js';
import { transmitted } from './transmitted.js';
import { cited } from '../reglement/references.js';

export interface Transmission {
  /** Number of the receipt given by the State's representative. */
  readonly receipt: string;
}

/** What an award may bring when it comes into force. */
const BROUGHT = [
  'funded-year-opened',
  'convention-amended',
  'instalments-replanned',
  'carrier-transferred',
  'award-transferred',
] as const;

const notYet = (name: string, what: string, when: (of: Award) => CivilDate | null) =>
  absolute<'award'>(name, situation =>
    when(award(situation)) === null ? undefined : refuse('already-done', `${what} est déjà constatée.`),
  );

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

/** What an award changes on the day it comes into force, and not again: a first year opens, an amendment takes effect. */
function effects(doing: ActContext<object, 'award'>, on: CivilDate, inForce: boolean): readonly NewEvent[] | Refusal {
  const of = award(doing);
  if (!inForce || isInForce(of)) return [];
  if (of.kind === 'amendment') return amendmentEffects(doing.state, of, doing.rules, on);
  return of.kind === 'year' ? [] : [firstYearOpened(of, doing.rules, of.grantNotifiedOn ?? on)];
}

interface Notifying {
  readonly type: 'grant-notified' | 'refusal-notified' | 'convention-notified';
  /** What it must come after. */
  readonly after: CivilDate | null;
  readonly what: string;
  readonly extra?: Partial<Refusal>;
  /** Whether it brings the award into force. */
  readonly inForce: boolean;
}

/** The notification, dated of its receipt, and what it brings into force; or why it cannot. */
function notified(doing: ActContext<Notification, 'award'>, notifying: Notifying): readonly NewEvent[] | Refusal {
  const { type, after, what, extra, inForce } = notifying;
  const receipt = received(doing);
  if ('code' in receipt) return receipt;
  const { on, data } = receipt;
  const pointer = data.availableOn === null ? '/date' : '/availableOn';
  const early = notBefore(notifiedFrom(receipt), after, what, { ...extra, pointer });
  if (early) return early;
  const brought = effects(doing, on, inForce);
  if ('code' in brought) return brought;
  return [{ type, data: { award: award(doing).id, ...data } }, ...brought].map(event => ({ ...event, date: on }));
}

export const notifyGrant = defineAct<Notification, 'award'>({
  name: 'notify-grant',
  capability: 'award',
  label: "Notifier la décision d'attribution",
  subject: 'award',
  path: '/awards/:awardId/grant-notifications',
  roles: ['instructor'],
  from: ['adopted', 'executory'],
  to: ['executory', 'in-force'],
  emits: ['grant-notified', ...BROUGHT],
  gates: [transmitted('executory'), notYet('grant-notified-once', 'La notification', of => of.grantNotifiedOn)],
  decide: doing => {
    const { transmittedOn, vote, conventionNotifiedOn } = award(doing);
    return notified(doing, {
      ...{ type: 'grant-notified', after: transmittedOn, what: 'la transmission' },
      extra: { source: cited(doing, 'executory'), liftedBy: 'transmit-deliberation' },
      inForce: conventionNotifiedOn !== null || vote?.conventionRequired === false,
    });
  },
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
  emits: ['refusal-notified'],
  afterEnd: 'until-closed',
  gates: [notYet('refusal-notified-once', 'La notification', of => of.refusalNotifiedOn)],
  decide: doing => notified(doing, { type: 'refusal-notified', after: voteOn(doing), what: 'le vote', inForce: false }),
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
  emits: ['convention-notified', ...BROUGHT],
  afterEnd: 'until-closed',
  gates: [
    stillPaid,
    signedByBoth,
    notYet('convention-notified-once', 'La notification', of => of.conventionNotifiedOn),
  ],
  decide: doing =>
    notified(doing, {
      ...{ type: 'convention-notified', after: latestSignature(award(doing)), what: 'la dernière signature' },
      inForce: award(doing).grantNotifiedOn !== null,
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
