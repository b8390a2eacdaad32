import { formatFrench, latestOf, type CivilDate } from '../kernel/civil-date.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import { defineAct, type ActContext } from '../dossier/act.js';
import { absolute, firstRefusal, notBefore } from '../dossier/gates.js';
import type { NewEvent } from '../dossier/state.js';
import { award } from '../dossier/parties.js';
import { isAlive } from '../lifecycle/slice.js';
import { firstYearOpened } from '../funded-year/opening.js';
import { amendmentEffects } from './amendment.js';
import { blockedByJudge } from './court.js';
import { type SigningParty } from './events.js';
import { legalRequirement } from '../reglement/reglement.js';
import { notifiedFrom, received, type Notification } from './notification.js';
import { executoryOn, isInForce, type Award } from './slice.js';
import { transmitted } from './transmitted.js';

export interface Transmission {
  /** Number of the receipt given by the State's representative. */
  readonly receipt: string;
}

export interface Signature {
  readonly party: SigningParty;
  /** SHA-256 of the text that was signed. */
  readonly textHash: string;
  readonly signatory: string;
  readonly capacity: string;
  /** By which delegation someone signs for the president of the Région. */
  readonly delegation?: { readonly reference: string; readonly from: CivilDate; readonly to?: CivilDate };
}

const SOURCE_EXECUTORY = 'CGCT art. L4141-1, I et II';
/** The publication of a délibération makes nothing executory here: it opens the time limit of third parties. */
const SOURCE_PUBLICATION = 'CGCT art. L4141-1, III';
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

const executory = absolute<'award'>('executory', situation =>
  executoryOn(award(situation)) === null
    ? refuse('not-executory', "La délibération n'est pas exécutoire : elle doit être transmise, puis notifiée.", {
        source: SOURCE_EXECUTORY,
        liftedBy: award(situation).transmittedOn === null ? 'transmit-deliberation' : 'notify-grant',
      })
    : undefined,
);

const signedByBoth = absolute<'award'>('signed-by-both', situation => {
  const { carrierSignedOn, regionSignedOn } = award(situation);
  if (carrierSignedOn !== null && regionSignedOn !== null) return undefined;
  return refuse('convention-not-signed', 'La convention doit être signée par la structure porteuse et par la Région.', {
    source: 'Loi n° 2000-321 du 12 avril 2000, art. 10',
    liftedBy: 'sign-convention',
  });
});

/** At the end of a dossier, only a grant that was in force is still paid, and may still lack its convention. */
const stillPaid = absolute<'award'>('still-paid', situation =>
  isAlive(situation.state.lifecycle.status) || isInForce(award(situation))
    ? undefined
    : refuse('dossier-ended', 'Le dossier a pris fin : cette décision ne donnera plus lieu à convention.'),
);

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
    notBefore(doing.date, voteOn(doing), 'le vote', { source: SOURCE_EXECUTORY }) ?? [
      { type: 'deliberation-transmitted', data: { award: award(doing).id, receipt: doing.payload.receipt } },
    ],
});

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
    notBefore(doing.date, voteOn(doing), 'le vote', { source: SOURCE_PUBLICATION }) ?? [
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
  gates: [transmitted(SOURCE_EXECUTORY), notYet('grant-notified-once', 'La notification', of => of.grantNotifiedOn)],
  decide: doing => {
    const { transmittedOn, vote, conventionNotifiedOn } = award(doing);
    return notified(doing, {
      ...{ type: 'grant-notified', after: transmittedOn, what: 'la transmission' },
      extra: { source: SOURCE_EXECUTORY, liftedBy: 'transmit-deliberation' },
      inForce: conventionNotifiedOn !== null || vote?.conventionRequired === false,
    });
  },
});

export const notifyRefusal = defineAct<Notification, 'award'>({
  name: 'notify-refusal',
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

function wrongSignature(doing: ActContext<Signature, 'award'>): Refusal | undefined {
  const of = award(doing);
  const { party, textHash } = doing.payload;
  const already = party === 'carrier' ? of.carrierSignedOn : of.regionSignedOn;
  if (already !== null) return refuse('already-done', 'Cette partie a déjà signé.', { pointer: '/party' });
  if (doing.actor.role === 'carrier' && party === 'region')
    return refuse('wrong-party', 'La structure porteuse ne signe que pour elle-même.', { pointer: '/party' });
  if (textHash !== of.vote?.textHash)
    return refuse(
      'text-differs',
      'Le texte signé n’est pas celui qui a été voté : une modification passe par un avenant voté.',
      {
        source: "CE 5 juillet 2010 n° 308615 : conditions fixées au plus tard à la date de l'octroi",
        pointer: '/textHash',
        absolute: true,
      },
    );
  return undefined;
}

function regionSignsTooEarly(doing: ActContext<Signature, 'award'>): Refusal | undefined {
  if (doing.payload.party === 'carrier') return undefined;
  const refusal = executory.check(doing);
  return refusal
    ? { ...refusal, pointer: '/date' }
    : notBefore(doing.date, executoryOn(award(doing)), 'le caractère exécutoire de la délibération', {
        source: SOURCE_EXECUTORY,
        absolute: true,
      });
}

/** Who signs for the president does it within the dates of their delegation. */
function wrongSignatory({ payload, date, rules }: ActContext<Signature, 'award'>): Refusal | undefined {
  const { party, delegation } = payload;
  if (!delegation) return undefined;
  if (party === 'carrier')
    return refuse('wrong-party', 'Une délégation de signature est celle du président de la Région.', {
      pointer: '/delegation',
    });
  const { reference, from, to } = delegation;
  if (from <= date && (to === undefined || date <= to)) return undefined;
  const until = to === undefined ? '' : ` au ${formatFrench(to)}`;
  return refuse(
    'delegation-out-of-dates',
    `La délégation de signature ${reference} vaut à partir du ${formatFrench(from)}${until} : elle ne permet pas de signer le ${formatFrench(date)}.`,
    {
      source: legalRequirement(rules.law, 'signature-delegation', date)?.source,
      ...{ pointer: '/delegation', absolute: true },
    },
  );
}

/** Nobody signs a text that does not exist: it was frozen on the agenda, or by the vote that amended it. */
function signsBeforeText(doing: ActContext<Signature, 'award'>): Refusal | undefined {
  const { agenda, vote } = award(doing);
  const frozenOn = vote?.outcome === 'amended' ? vote.on : (agenda?.enteredOn ?? vote?.on ?? null);
  return notBefore(doing.date, frozenOn, 'le jour où le texte a été arrêté');
}

export const signConvention = defineAct<Signature, 'award'>({
  name: 'sign-convention',
  capability: 'award',
  label: 'Signer la convention',
  subject: 'award',
  path: '/conventions/:awardId/signatures',
  roles: ['carrier', 'instructor'],
  party: 'applicant',
  from: ['adopted', 'executory', 'in-force', 'ended'],
  to: ['adopted', 'executory', 'in-force', 'ended'],
  emits: ['convention-signed'],
  afterEnd: 'until-closed',
  gates: [stillPaid],
  decide: doing => {
    const { party, textHash, signatory, capacity, delegation: given } = doing.payload;
    const delegation = given ? { ...given, to: given.to ?? null } : null;
    return (
      firstRefusal(
        wrongSignature(doing),
        wrongSignatory(doing),
        blockedByJudge(award(doing), doing.date),
        regionSignsTooEarly(doing),
        signsBeforeText(doing),
      ) ?? [
        {
          type: 'convention-signed',
          data: { award: award(doing).id, party, textHash, delegation },
          private: { signatory, capacity },
        },
      ]
    );
  },
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
        source: 'Décret n° 2017-779 du 5 mai 2017',
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
