import { formatFrench, type CivilDate } from '../kernel/civil-date.js';
import { dueDate } from '../kernel/delay.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import type { ActContext } from '../dossier/act.js';
import { firstRefusal, notBefore } from '../dossier/gates.js';
import { referenceOn } from '../reglement/references.js';
import { legalDelay } from '../reglement/reglement.js';
import type { NotificationMeans, Notified } from './events.js';

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

type Notifying = Pick<ActContext<Notification, 'award'>, 'payload' | 'date' | 'today' | 'rules'>;

/**
 * The day on which a decision is notified. By post or by hand: the date of the act. By an electronic process, which the
 * body must have agreed to before (CRPA art. L112-15): the first consultation, else the end of the fifteen days after it
 * was made available (art. R112-20). Refuses an electronic notification that lacks its days or whose term still runs,
 * and days of it for another means.
 */
export function received(doing: Notifying): Received | Refusal {
  const { means = 'post', availableOn, consultedOn, agreedOn } = doing.payload;
  if (means === 'electronic') return receivedElectronically(doing);
  const stray = Object.entries({ availableOn, consultedOn, agreedOn }).find(([, day]) => day !== undefined);
  if (stray)
    return refuse('not-electronic', 'Ces dates ne valent que pour une notification par voie électronique.', {
      pointer: `/${stray[0]}`,
    });
  return { on: doing.date, data: { means, availableOn: null, consultedOn: null, agreedOn: null } };
}

function receivedElectronically({ payload, rules, date, today }: Notifying): Received | Refusal {
  const { availableOn, agreedOn, consultedOn = null } = payload;
  if (availableOn === undefined)
    return refuse('availability-missing', 'La date de mise à disposition est requise.', {
      ...{ source: referenceOn(rules.law, 'electronic-notification', date), pointer: '/availableOn' },
    });
  const agreement = referenceOn(rules.law, 'electronic-agreement', availableOn);
  if (agreedOn === undefined)
    return refuse('agreement-missing', "L'organisme doit avoir accepté d'être notifié par voie électronique.", {
      ...{ source: agreement, pointer: '/agreedOn' },
    });
  const delay = legalDelay(rules.law, 'electronic-notification', availableOn);
  if (!delay)
    return refuse('no-electronic-notification', 'Aucun texte ne permettait alors de notifier par voie électronique.', {
      ...{ source: agreement, pointer: '/means' },
    });
  const refusal = firstRefusal(
    notBefore(availableOn, agreedOn, "l'accord de l'organisme", { source: agreement, pointer: '/availableOn' }),
    notBefore(consultedOn ?? availableOn, availableOn, 'la mise à disposition', { pointer: '/consultedOn' }),
  );
  const limit = dueDate(availableOn, delay);
  const on = consultedOn !== null && consultedOn < limit ? consultedOn : limit;
  return (
    refusal ??
    tooEarly(on, today, delay.source) ?? { on, data: { means: 'electronic', availableOn, consultedOn, agreedOn } }
  );
}

function tooEarly(on: CivilDate, today: CivilDate, source: string): Refusal | undefined {
  if (on <= today) return undefined;
  return refuse(
    'not-yet-received',
    `Non consultée, la décision sera réputée reçue le ${formatFrench(on)} ; avant, dites quand elle a été consultée.`,
    { source, pointer: '/consultedOn' },
  );
}

/** The first day of a notification: that on which it was made available, else that of its receipt. */
export const notifiedFrom = ({ on, data }: Received): CivilDate => data.availableOn ?? on;
