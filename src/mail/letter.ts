import { expectationOf } from '../domain/dossier/expectations.js';
import { roleLabel } from '../domain/dossier/roles.js';
import { addDays, formatFrench, type CivilDate } from '../domain/kernel/civil-date.js';
import type { Instant } from '../domain/kernel/paris.js';
import type { ClaimedMail, ClaimedNotice } from '../record/mails/mail.js';
import { asHtml, asText, paragraph, type Block } from './layout.js';
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
    const [first, ...others] = lastOfEach(mail.notices);
    if (!first) throw new Error('Un courrier sans rien à dire.');
    const isAlone = others.length === 0;
    const mayWait = mail.digest ? DIGEST_DAYS[first.pace] : 0;
    const written = isAlone ? this.notice(first, today, mayWait) : this.digest([first, ...others], today);
    return {
      ...{ messageId: mail.messageId, to: mail.address, date: now, ...laidOut(written) },
      thread: isAlone ? this.messageId(`obligation.${first.obligation}`) : null,
    };
  }

  /** What a template looks like, on a fictitious obligation. Throws when there is no such template. */
  preview(name: string): { readonly subject: string; readonly text: string; readonly html: string } {
    const written =
      name === 'digest' ? this.digest([SAMPLE], SAMPLE_DAY) : this.notice({ ...SAMPLE, template: name }, SAMPLE_DAY);
    return laidOut(written);
  }

  /** `mayWait` is the days after its own on which it is not late: it was to wait for the others of its reader. */
  private notice(notice: ClaimedNotice, today: CivilDate, mayWait = 0): RenderedMail {
    return this.templates.write(notice.template, { ...valuesOf(notice, today, mayWait), link: this.link(notice) });
  }

  /** What the reader does first, then what they are in charge of, then the rest; pôle by pôle, the most pressing first. */
  private digest(notices: readonly ClaimedNotice[], today: CivilDate): RenderedMail {
    const ordered = [...notices].sort((a, b) => (pressing(a) < pressing(b) ? -1 : 1));
    const items = Object.entries(SECTIONS).flatMap(([section, title]) => {
      const own = ordered.filter(notice => sectionOf(notice) === section);
      return own.length === 0 ? [] : [paragraph(title), this.items(own, today)];
    });
    const count = notices.length === 1 ? 'une échéance' : `${notices.length} échéances`;
    return this.templates.write('digest', { count, items, link: `${this.publicUrl}/` });
  }

  private items(notices: readonly ClaimedNotice[], today: CivilDate): Block {
    const poles = [...new Set(notices.map(({ pole }) => pole))];
    const byPole = poles.flatMap(pole => notices.filter(notice => notice.pole === pole));
    return { kind: 'items', items: byPole.map(notice => ({ text: lineOf(notice, today), href: this.link(notice) })) };
  }

  /** The page of something owed. */
  link({ pole, obligation }: Pick<ClaimedNotice, 'pole' | 'obligation'>): string {
    return `${this.publicUrl}/poles/${pole}/echeances/${obligation}`;
  }
}

/** The parts of a digest, in their order. */
const SECTIONS = { owed: 'Ce que vous devez faire :', followed: 'Ce que vous suivez :', other: 'Pour information :' };

function sectionOf({ readerOwes, pace }: ClaimedNotice): keyof typeof SECTIONS {
  if (readerOwes) return 'owed';
  return pace === 'weekly' ? 'other' : 'followed';
}

/** One for each thing: what was said of it last, as its debtor when the mailbox is told of it in several roles. */
function lastOfEach(notices: readonly ClaimedNotice[]): readonly ClaimedNotice[] {
  const asOwed = [...notices].sort((a, b) => Number(a.readerOwes) - Number(b.readerOwes));
  return [...new Map(asOwed.map(notice => [notice.obligation, notice])).values()];
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

function valuesOf(notice: ClaimedNotice, today: CivilDate, mayWait: number): TemplateValues {
  const due = notice.due === null ? '' : formatFrench(notice.due);
  const term = notice.due === null ? 'sans date fixée' : termOf(notice.due, today);
  return {
    ...{ label: expectationOf(notice.kind).label, pole: notice.poleName, source: notice.source },
    ...{ due, term, debtor: roleLabel(notice.debtorRole) },
    behalf:
      notice.onBehalfOf === null ? '' : `Vous recevez ce message à la place de ${notice.onBehalfOf}, en son absence.`,
    lateness: lateness(notice, today, mayWait),
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
function lateness({ rungDay }: ClaimedNotice, today: CivilDate, wait: number): string {
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
};
