import type { ActingRole } from '../domain/dossier/roles.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import type { Instant } from '../domain/kernel/paris.js';
import type { ClaimedMail, ClaimedNotice } from '../record/mails/mail.js';
import type { RuleBook } from '../reglement/load.js';
import { digestValues } from './digest-letter.js';
import { eventLetter } from './event-letter.js';
import { asHtml, asText } from './layout.js';
import { because, DIGEST_DAYS, valuesOf } from './notice-values.js';
import { fitted } from './subject.js';
import type { Templates, RenderedMail } from './templates.js';

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
    /** The rules by which what happens otherwise is known. */
    private readonly book: RuleBook,
  ) {}

  messageId(id: string): string {
    return `<${id}@${this.host}>`;
  }

  /** Throws when a notice cannot be said: an unknown template, a value that is missing. */
  write(
    mail: Pick<ClaimedMail, 'messageId' | 'address' | 'digest' | 'short' | 'notices'>,
    now: Instant,
    today: CivilDate,
  ): Letter {
    const [first, ...others] = lastOfEach(mail.notices);
    if (!first) throw new Error('Un courrier sans rien à dire.');
    const written = this.written(mail, [first, ...others], today);
    return {
      ...{ messageId: mail.messageId, to: mail.address, date: now, ...laidOut(written, because(first)) },
      thread: mail.digest && others.length > 0 ? null : this.thread(first),
    };
  }

  /** Events told at once, one thing alone as its own reminder, or a digest. */
  private written(
    { digest, short }: Pick<ClaimedMail, 'digest' | 'short'>,
    notices: readonly [ClaimedNotice, ...ClaimedNotice[]],
    today: CivilDate,
  ): RenderedMail {
    const [first, ...others] = notices;
    if (first.event) return eventLetter(notices, notice => this.link(notice));
    if (others.length > 0 || short) return this.digest({ notices, short }, today);
    return this.notice(first, today, digest ? DIGEST_DAYS[first.pace] : 0);
  }

  private thread({ obligation, pole }: ClaimedNotice): string {
    return this.messageId(obligation === null ? `pole.${pole}` : `obligation.${obligation}`);
  }

  /** What a template looks like to who owes a fictitious thing, or to another. Throws when there is no such template. */
  preview(
    name: string,
    readerOwes = false,
  ): { readonly subject: string; readonly text: string; readonly html: string } {
    const written =
      name === 'digest'
        ? this.digest(
            { notices: [SAMPLE, { ...SAMPLE, obligation: SAMPLE.pole, readerOwes: true }], short: false },
            SAMPLE_DAY,
          )
        : this.notice({ ...SAMPLE, template: name, readerOwes }, SAMPLE_DAY);
    return laidOut(written, because(SAMPLE));
  }

  /** `mayWait` is the days after its own on which it is not late: it was to wait for the others of its reader. */
  private notice(notice: ClaimedNotice, today: CivilDate, mayWait = 0): RenderedMail {
    const values = { ...valuesOf(notice, today, this.book, mayWait), link: this.link(notice) };
    return this.templates.write(notice.template, values, notice.readerOwes);
  }

  private digest({ notices, short }: Pick<ClaimedMail, 'notices' | 'short'>, today: CivilDate): RenderedMail {
    const gathered = { notices, short, today, book: this.book, link: (notice: ClaimedNotice) => this.link(notice) };
    return this.templates.write('digest', { ...digestValues(gathered), link: `${this.publicUrl}/` });
  }

  /** The page of something owed; that of its pôle where nothing is. */
  link({ pole, obligation }: Pick<ClaimedNotice, 'pole' | 'obligation'>): string {
    return `${this.publicUrl}/poles/${pole}${obligation === null ? '' : `/echeances/${obligation}`}`;
  }
}

/** One for each thing, or event: what was said of it last, as its debtor when the mailbox is told of it in several roles. */
function lastOfEach(notices: readonly ClaimedNotice[]): readonly ClaimedNotice[] {
  const asOwed = [...notices].sort((a, b) => Number(a.readerOwes) - Number(b.readerOwes));
  return [...new Map(asOwed.map(notice => [notice.event?.id ?? notice.obligation, notice])).values()];
}

function laidOut({ subject, blocks }: RenderedMail, why: string) {
  const title = fitted(subject);
  const page = { title, blocks, because: why };
  return { subject: title, text: asText(page), html: asHtml(page) };
}

const SAMPLE_DAY = '2026-03-16' as CivilDate;
const SAMPLE: ClaimedNotice = {
  ...{ id: '', obligation: '00000000-0000-4000-8000-000000000001', pole: '00000000-0000-4000-8000-000000000000' },
  ...{ template: 'late', kind: 'council-opinion', instance: '1', event: null },
  ...{ due: '2026-03-12' as CivilDate, rungDay: '2026-03-13' as CivilDate },
  ...{
    merges: 1,
    poleName: 'Pôle fictif',
    source: 'règlement des pôles, exemple',
    debtorRole: 'council' as ActingRole,
  },
  ...{ readerOwes: false, pace: 'daily', contact: '', readerName: 'Claude Exemple', onBehalfOf: 'Camille Exemple' },
  ...{ holderRole: 'instructor', callee: { contact: 'x', name: 'Dominique Exemple', phone: null }, dossier: null },
};
