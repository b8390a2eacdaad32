import { latestOf, type CivilDate } from '../kernel/civil-date.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import { defineAct, type ActContext } from '../dossier/act.js';
import { absolute, firstRefusal, notBefore } from '../dossier/gates.js';
import type { NewEvent } from '../dossier/state.js';
import { award } from '../dossier/parties.js';
import { firstYearOpened } from '../funded-year/opening.js';
import { amendmentEffects } from './amendment.js';
import { type SigningParty } from './events.js';
import { executoryOn, type Award } from './slice.js';
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
}

const SOURCE_EXECUTORY = 'CGCT art. L4141-1';
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
    ? refuse('not-executory', "La délibération n'est pas exécutoire : transmise, et publiée ou notifiée.", {
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
    notBefore(doing.date, voteOn(doing), 'le vote', { source: SOURCE_EXECUTORY }) ?? [
      { type: 'deliberation-published', data: { award: award(doing).id } },
    ],
});

/** What an award changes on the day it comes into force: a first year opens, an amendment takes effect. */
function effects(doing: ActContext<object, 'award'>, inForce: boolean): readonly NewEvent[] | Refusal {
  const of = award(doing);
  if (!inForce) return [];
  if (of.kind === 'amendment') return amendmentEffects(doing.state, of, doing.rules.reglement, doing.date);
  return of.kind === 'year' ? [] : [firstYearOpened(of, doing.rules, of.grantNotifiedOn ?? doing.date)];
}

/** The notification and what it brings into force, or why it cannot. */
function notified(
  doing: ActContext<object, 'award'>,
  event: NewEvent,
  inForce: boolean,
): readonly NewEvent[] | Refusal {
  const brought = effects(doing, inForce);
  return 'code' in brought ? brought : [event, ...brought];
}

export const notifyGrant = defineAct<object, 'award'>({
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
    const { id, transmittedOn, vote, conventionNotifiedOn } = award(doing);
    const inForce = conventionNotifiedOn !== null || vote?.conventionRequired === false;
    return (
      notBefore(doing.date, transmittedOn, 'la transmission', {
        source: SOURCE_EXECUTORY,
        liftedBy: 'transmit-deliberation',
      }) ?? notified(doing, { type: 'grant-notified', data: { award: id } }, inForce)
    );
  },
});

export const notifyRefusal = defineAct<object, 'award'>({
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
  decide: doing =>
    notBefore(doing.date, voteOn(doing), 'le vote') ?? [{ type: 'refusal-notified', data: { award: award(doing).id } }],
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
  from: ['adopted', 'executory', 'in-force'],
  to: ['adopted', 'executory', 'in-force'],
  emits: ['convention-signed'],
  gates: [],
  decide: doing => {
    const { party, textHash, signatory, capacity } = doing.payload;
    return (
      firstRefusal(wrongSignature(doing), regionSignsTooEarly(doing), signsBeforeText(doing)) ?? [
        {
          type: 'convention-signed',
          data: { award: award(doing).id, party, textHash },
          private: { signatory, capacity },
        },
      ]
    );
  },
});

const latestSignature = ({ carrierSignedOn, regionSignedOn }: Award) => latestOf(carrierSignedOn, regionSignedOn);

export const notifyConvention = defineAct<object, 'award'>({
  name: 'notify-convention',
  capability: 'award',
  label: 'Notifier la convention signée',
  subject: 'award',
  path: '/conventions/:awardId/notifications',
  roles: ['instructor'],
  from: ['executory', 'in-force'],
  to: ['executory', 'in-force'],
  emits: ['convention-notified', ...BROUGHT],
  gates: [signedByBoth, notYet('convention-notified-once', 'La notification', of => of.conventionNotifiedOn)],
  decide: doing =>
    notBefore(doing.date, latestSignature(award(doing)), 'la dernière signature') ??
    notified(
      doing,
      { type: 'convention-notified', data: { award: award(doing).id } },
      award(doing).grantNotifiedOn !== null,
    ),
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
