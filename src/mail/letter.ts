import { expectationOf } from '../domain/dossier/expectations.js';
import { roleLabel } from '../domain/dossier/roles.js';
import { addDays, formatFrench, type CivilDate } from '../domain/kernel/civil-date.js';
import type { Instant } from '../domain/kernel/paris.js';
import type { ClaimedMail, ClaimedNotice } from '../record/mails/mail.js';
import { eventLetter } from './event-letter.js';
import { asHtml, asText } from './layout.js';
import type { Templates, TemplateValues, RenderedMail } from './templates.js';

/** A mail ready to be handed to a server. */
export interface Letter {
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The Message-ID, never sent, of which every mail about one obligation is an answer. */
  readonly thread: string | null;
  readonly date: Instant;
}

/** Writes the mails of the notices, whose dates were fixed when they were planned. */
export class Letters {
  constructor(
    private readonly templates: Templates,
    /** The address of the house's pages. */
    readonly publicUrl: string,
    /** What follows the @ of the Message-IDs. */
    private readonly host: string,
  ) {}

  messageId(id: string): string {
    return `<${id}@${this.host}>`;
  }

  /** Throws when a notice cannot be said: an unknown template, a value that is missing. */
  write(
    mail: Pick<ClaimedMail, 'messageId' | 'address' | 'digest' | 'notices'>,
    now: Instant,
    today: CivilDate,
  ): Letter {
    const [first] = mail.notices;
    if (!first) throw new Error('Un courrier sans rien à dire.');
    const written = this.written(mail, first, today);
    return {
      ...{ messageId: mail.messageId, to: mail.address, date: now, ...laidOut(written) },
      thread: mail.digest ? null : this.thread(first),
    };
  }

  private written(
    { digest, notices }: Pick<ClaimedMail, 'digest' | 'notices'>,
    first: ClaimedNotice,
    today: CivilDate,
  ): RenderedMail {
    if (digest) return this.digest(notices, today);
    return first.event ? eventLetter(notices, notice => this.link(notice)) : this.notice(first, today);
  }

  private thread({ obligation, pole }: ClaimedNotice): string {
    return this.messageId(obligation === null ? `pole.${pole}` : `obligation.${obligation}`);
  }

  /** What a template looks like, on a fictitious obligation. Throws when there is no such template. */
  preview(name: string): { readonly subject: string; readonly text: string; readonly html: string } {
    const written =
      name === 'digest'
        ? this.digest([SAMPLE, SAMPLE], SAMPLE_DAY)
        : this.notice({ ...SAMPLE, template: name }, SAMPLE_DAY);
    return laidOut(written);
  }

  private notice(notice: ClaimedNotice, today: CivilDate): RenderedMail {
    return this.templates.write(notice.template, { ...valuesOf(notice, today), link: this.link(notice) });
  }

  /** One line for each thing: what was said of it last, as its debtor when the reader is told of it in several roles. */
  private digest(notices: readonly ClaimedNotice[], today: CivilDate): RenderedMail {
    const asOwed = [...notices].sort((a, b) => Number(a.readerOwes) - Number(b.readerOwes));
    const latest = [...new Map(asOwed.map(notice => [notice.obligation, notice])).values()];
    const ordered = latest.sort((a, b) => (pressing(a) < pressing(b) ? -1 : 1));
    const items = ordered.map(notice => ({ text: lineOf(notice, today), href: this.link(notice) }));
    const count = latest.length === 1 ? 'une échéance' : `${latest.length} échéances`;
    return this.templates.write('digest', { count, items: [{ kind: 'items', items }], link: `${this.publicUrl}/` });
  }

  /** The page of something owed; that of its pôle where nothing is. */
  link({ pole, obligation }: Pick<ClaimedNotice, 'pole' | 'obligation'>): string {
    return `${this.publicUrl}/poles/${pole}${obligation === null ? '' : `/echeances/${obligation}`}`;
  }
}

/** What blocks comes first: what escalates or has an effect by silence, then the earliest due day. */
function pressing({ kind, due }: ClaimedNotice): string {
  const blocks = expectationOf(kind).whenDue === 'remind' ? 1 : 0;
  return `${blocks} ${due ?? '9999'}`;
}

function laidOut({ subject, blocks }: RenderedMail) {
  const oneLine = subject.replaceAll(/\s+/g, ' ').trim();
  return { subject: oneLine, text: asText(blocks), html: asHtml(oneLine, blocks) };
}

function valuesOf(notice: ClaimedNotice, today: CivilDate): TemplateValues {
  const due = notice.due === null ? '' : formatFrench(notice.due);
  const term = notice.due === null ? 'sans date fixée' : termOf(notice.due, today);
  return {
    ...{ label: expectationOf(notice.kind).label, pole: notice.poleName, source: notice.source },
    ...{ due, term, debtor: roleLabel(notice.debtorRole) },
    behalf:
      notice.onBehalfOf === null ? '' : `Vous recevez ce message à la place de ${notice.onBehalfOf}, en son absence.`,
    lateness: lateness(notice, today),
    merged: notice.merges === 0 ? '' : mergedSentence(notice.merges),
  };
}

/** By when something is awaited; a day that is past is not announced as one to come. */
function termOf(due: CivilDate, today: CivilDate): string {
  return due < today ? `depuis le ${formatFrench(due)}` : `au plus tard le ${formatFrench(due)}`;
}

/** Days that a reminder may wait for the digest of its reader without being late. */
const DIGEST_DAYS = { instant: 0, daily: 1, weekly: 7 } as const;

/** A reminder that leaves so many days after its own says so, whether the house was away or the server. */
function lateness({ rungDay }: ClaimedNotice, today: CivilDate, wait = 0): string {
  if (rungDay === null || addDays(rungDay, wait) >= today) return '';
  return `Rappel en retard, il aurait dû partir le ${formatFrench(rungDay)}.`;
}

function mergedSentence(merges: number): string {
  const reminders = merges === 1 ? "d'un autre rappel" : `de ${merges} autres rappels`;
  return `Ce message tient lieu ${reminders} sur la même échéance.`;
}

function lineOf(notice: ClaimedNotice, today: CivilDate): string {
  const { kind, due, poleName, debtorRole, readerOwes, pace, onBehalfOf } = notice;
  const by = due === null ? '' : `, attendu ${termOf(due, today)}`;
  const sentences = [
    `${expectationOf(kind).label}${by} (${poleName}).`,
    readerOwes ? '' : `Il revient de le faire à : ${roleLabel(debtorRole)}.`,
    lateness(notice, today, DIGEST_DAYS[pace]),
    onBehalfOf === null ? '' : `Reçu à la place de ${onBehalfOf}.`,
  ];
  return sentences.filter(sentence => sentence !== '').join(' ');
}

const SAMPLE_DAY = '2026-03-16' as CivilDate;
const SAMPLE: ClaimedNotice = {
  ...{ id: '', obligation: '00000000-0000-4000-8000-000000000000', pole: '00000000-0000-4000-8000-000000000000' },
  ...{ template: 'late', kind: 'council-opinion', due: '2026-03-12' as CivilDate, rungDay: '2026-03-13' as CivilDate },
  ...{ merges: 1, poleName: 'Pôle fictif', source: 'règlement des pôles, exemple', debtorRole: 'council' },
  ...{ readerOwes: false, pace: 'daily', contact: '', onBehalfOf: 'Camille Exemple' },
  ...{ event: null, state: null, referent: null },
};
