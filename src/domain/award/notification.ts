import { formatFrench, type CivilDate } from '../kernel/civil-date.js';
import { dueDate } from '../kernel/delay.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import type { ActContext } from '../dossier/act.js';
import { firstRefusal, notAfter, notBefore } from '../dossier/gates.js';
import { referenceOn } from '../reglement/references.js';
import { legalDelay, type Rules } from '../reglement/reglement.js';
import type { NotificationMeans, Notified, NotifiedDecision } from './events.js';
import type { Availability } from './slice.js';

/** The event that notifies each decision. */
export const NOTIFIED = {
  grant: 'grant-notified',
  refusal: 'refusal-notified',
  convention: 'convention-notified',
} as const satisfies Readonly<Record<NotifiedDecision, string>>;

/** How a decision was notified. By post or by hand, the date of the act is that of the receipt. */
export interface Notification {
  /** By post when nothing is said. */
  readonly means?: NotificationMeans;
  /** Electronic: since when the decision could be read, and the first time that it was, if it was. */
  readonly availableOn?: CivilDate;
  readonly consultedOn?: CivilDate;
  /** Electronic: the day on which the body agreed to be notified so. */
  readonly agreedOn?: CivilDate;
}

/** A notification, and the day on which it is held to be received. */
export interface Received {
  readonly on: CivilDate;
  readonly data: Notified;
}

/** A decision that can be read and that nobody has: it is notified on a later day, or when it is read. */
export interface MadeAvailable {
  readonly availableOn: CivilDate;
  readonly agreedOn: CivilDate;
  readonly receipt: Received;
}

type Notifying = Pick<ActContext<Notification, 'award'>, 'payload' | 'date' | 'today' | 'rules'>;

/**
 * The day on which a decision is notified. By post or by hand: the date of the act. By an electronic process, which the
 * body must have agreed to before (CRPA art. L112-15): the first consultation, else the end of the fifteen days after it
 * was made available (art. R112-20); while they run and nobody read it, it is only made available. What is known of its
 * being made available need not be said again. Refuses an electronic notification that lacks its days or contradicts
 * what is known, and days of it for another means.
 */
export function received(doing: Notifying, known?: Availability): Received | MadeAvailable | Refusal {
  const { means = 'post', availableOn, consultedOn, agreedOn } = doing.payload;
  if (means === 'electronic') return receivedElectronically(doing, known);
  const stray = Object.entries({ availableOn, consultedOn, agreedOn }).find(([, day]) => day !== undefined);
  if (stray)
    return refuse('not-electronic', 'Ces dates ne valent que pour une notification par voie électronique.', {
      pointer: `/${stray[0]}`,
    });
  return { on: doing.date, data: { means, availableOn: null, consultedOn: null, agreedOn: null } };
}

function receivedElectronically(doing: Notifying, known?: Availability): Received | MadeAvailable | Refusal {
  const { payload, rules, date, today } = doing;
  const { availableOn = known?.on, agreedOn = known?.agreedOn, consultedOn = null } = payload;
  if (availableOn === undefined)
    return refuse('availability-missing', 'La date de mise à disposition est requise.', {
      ...{ source: referenceOn(rules.law, 'electronic-notification', date), pointer: '/availableOn' },
    });
  const agreement = referenceOn(rules.law, 'electronic-agreement', availableOn);
  if (agreedOn === undefined)
    return refuse('agreement-missing', "L'organisme doit avoir accepté d'être notifié par voie électronique.", {
      ...{ source: agreement, pointer: '/agreedOn' },
    });
  const receipt = deemedReceipt({ on: availableOn, agreedOn }, rules);
  if (!receipt)
    return refuse('no-electronic-notification', 'Aucun texte ne permettait alors de notifier par voie électronique.', {
      ...{ source: agreement, pointer: '/means' },
    });
  const refusal = firstRefusal(
    notBefore(availableOn, agreedOn, "l'accord de l'organisme", { source: agreement, pointer: '/availableOn' }),
    notBefore(consultedOn ?? availableOn, availableOn, 'la mise à disposition', { pointer: '/consultedOn' }),
    known && alreadyAvailable(known, { availableOn, consultedOn, source: receipt.source }),
    notAfter(availableOn, today, '/availableOn'),
    notAfter(consultedOn ?? availableOn, today, '/consultedOn'),
  );
  if (refusal) return refusal;
  const { data } = receipt;
  if (consultedOn !== null)
    return { on: consultedOn < receipt.on ? consultedOn : receipt.on, data: { ...data, consultedOn } };
  return receipt.on <= today ? { on: receipt.on, data } : { availableOn, agreedOn, receipt: { on: receipt.on, data } };
}

/** How a decision made available on a day is notified if nobody reads it; undefined before a text said so. */
export function deemedReceipt(
  { on: availableOn, agreedOn }: Pick<Availability, 'on' | 'agreedOn'>,
  { law }: Rules,
): (Received & { readonly source: string }) | undefined {
  const delay = legalDelay(law, 'electronic-notification', availableOn);
  if (!delay) return undefined;
  const data = { means: 'electronic', availableOn, consultedOn: null, agreedOn } as const;
  return { on: dueDate(availableOn, delay), source: delay.source, data };
}

function alreadyAvailable(
  { on, deemed }: Availability,
  {
    availableOn,
    consultedOn,
    source,
  }: { readonly availableOn: CivilDate; readonly consultedOn: CivilDate | null; readonly source: string },
): Refusal | undefined {
  if (availableOn === on && (consultedOn !== null || deemed !== null)) return undefined;
  return refuse(
    'already-available',
    `La décision est à disposition depuis le ${formatFrench(on)} : il reste à dire quand elle a été consultée, si elle l’a été.`,
    { source, pointer: availableOn === on ? '/consultedOn' : '/availableOn' },
  );
}

/** Whether a notification was held to be made because nobody had read the decision. */
export const isDeemed = ({ means, consultedOn }: Notified): boolean => means === 'electronic' && consultedOn === null;

/** The first day of a notification: that on which it was made available, else that of its receipt. */
export const notifiedFrom = ({ on, data }: Received): CivilDate => data.availableOn ?? on;
