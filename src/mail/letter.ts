import type { ActingRole } from '../domain/dossier/roles.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import type { Instant } from '../domain/kernel/paris.js';
import type { ClaimedMail, ClaimedNotice } from '../record/mails/mail.js';
import type { RuleBook } from '../reglement/load.js';
import { digestValues } from './digest-letter.js';
import { asHtml, asText } from './layout.js';
import { because, valuesOf } from './notice-values.js';
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
    mail: Pick<ClaimedMail, 'messageId' | 'address' | 'digest' | 'notices'>,
    now: Instant,
    today: CivilDate,
  ): Letter {
    const [first] = mail.notices;
    if (!first) throw new Error('Un courrier sans rien à dire.');
    const written = mail.digest ? this.digest(mail.notices, today) : this.notice(first, today);
    return {
      ...{ messageId: mail.messageId, to: mail.address, date: now, ...laidOut(written, because(first)) },
      thread: mail.digest ? null : this.messageId(`obligation.${first.obligation}`),
    };
  }

  /** What a template looks like, on a fictitious obligation. Throws when there is no such template. */
  preview(name: string): { readonly subject: string; readonly text: string; readonly html: string } {
    const written =
      name === 'digest'
        ? this.digest([SAMPLE, { ...SAMPLE, obligation: SAMPLE.pole, readerOwes: true }], SAMPLE_DAY)
        : this.notice({ ...SAMPLE, template: name }, SAMPLE_DAY);
    return laidOut(written, because(SAMPLE));
  }

  private notice(notice: ClaimedNotice, today: CivilDate): RenderedMail {
    const values = { ...valuesOf(notice, today, this.book), link: this.link(notice) };
    return this.templates.write(notice.template, values, notice.readerOwes);
  }

  private digest(notices: readonly ClaimedNotice[], today: CivilDate): RenderedMail {
    const gathered = { notices, today, book: this.book, link: (notice: ClaimedNotice) => this.link(notice) };
    return this.templates.write('digest', { ...digestValues(gathered), link: `${this.publicUrl}/` });
  }

  /** The page of something owed. */
  link({ pole, obligation }: Pick<ClaimedNotice, 'pole' | 'obligation'>): string {
    return `${this.publicUrl}/poles/${pole}/echeances/${obligation}`;
  }
}

function laidOut({ subject, blocks }: RenderedMail, why: string) {
  const title = fitted(subject);
  const page = { title, blocks, because: why };
  return { subject: title, text: asText(page), html: asHtml(page) };
}

const SAMPLE_DAY = '2026-03-16' as CivilDate;
const SAMPLE: ClaimedNotice = {
  ...{ id: '', obligation: '00000000-0000-4000-8000-000000000001', pole: '00000000-0000-4000-8000-000000000000' },
  ...{ template: 'late', kind: 'council-opinion', instance: '1' },
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
