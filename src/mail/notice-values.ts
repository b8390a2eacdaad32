import { kindNoun } from '../domain/dossier/naming.js';
import { toRole, roleLabel } from '../domain/dossier/roles.js';
import { addDays, formatFrench, formatWithWeekday, type CivilDate } from '../domain/kernel/civil-date.js';
import { agreed, capitalised, le, typographic } from '../domain/kernel/french.js';
import { toldOf, withoutDrafting, type Told } from '../domain/reminders/told.js';
import type { ClaimedNotice } from '../record/mails/mail.js';
import type { RuleBook } from '../reglement/load.js';
import { dueInShort } from './subject.js';

/** What a template may say of a notice, in French, to who reads it; it is late once it has waited so many days. */
export function valuesOf(
  notice: ClaimedNotice,
  today: CivilDate,
  book: RuleBook,
  mayWait: number,
): Readonly<Record<string, string>> {
  const content = toldIn(notice, book);
  const isPast = notice.due !== null && notice.due < today;
  const number = content.noun.number === 'p' ? 'p' : 's';
  return {
    ...{
      hello: greeting(notice),
      behalf: behalf(notice),
      lateness: lateness(notice, today, mayWait),
      merged: merged(notice),
    },
    ...{ label: capitalised(content.noun.text), short: content.short, named: le(content.noun) },
    ...{ by: dueInShort(notice.due, today), due: notice.due === null ? '' : formatFrench(notice.due) },
    ...{
      term: termOf(notice.due),
      when: whenOf(notice.due, today),
      must: isPast ? 'vous deviez' : 'vous avez à',
      task: content.task,
    },
    ...{ are: isPast ? { s: 'était', p: 'étaient' }[number] : { s: 'est', p: 'sont' }[number] },
    ...{ awaited: agreed('attendu', content.noun), notYet: isPast ? 'Ce n’est pas encore fait.' : '' },
    ...{
      pole: poleName(notice),
      poleShort: poleShort(notice),
      debtor: toRole(notice.debtorRole),
      source: typographic(withoutDrafting(notice.source)),
    },
    ...{ amount: content.amount ?? '', delay: content.extendable ? 'La même page permet de demander un délai.' : '' },
    ...{ prepare: content.prepare ?? '', otherwise: otherwise(notice, content), callee: callee(notice) },
    button: notice.readerOwes ? capitalised(content.button) : 'Voir cette échéance',
  };
}

/** What is said of a notice; of one whose dossier is not there any more, the name of its kind. */
export function toldIn({ kind, instance, due, debtorRole, dossier }: ClaimedNotice, book: RuleBook): Told {
  if (dossier) return toldOf({ kind, instance, due }, debtorRole, dossier.state, book.of(dossier.reglement));
  const named = kindNoun(kind);
  return {
    ...{ noun: named, short: named.text, task: `faire ce qui est attendu : ${named.text}` },
    ...{ button: 'Voir cette échéance', prepare: null, amount: null, extendable: false, otherwise: null },
  };
}

/** Why someone receives a mail. */
export function because({ holderRole }: Pick<ClaimedNotice, 'holderRole'>): string {
  return `Vous le recevez au titre de votre rôle : ${roleLabel(holderRole)}.`;
}

export const greeting = ({ readerName }: Pick<ClaimedNotice, 'readerName'>): string =>
  readerName === null ? 'Bonjour,' : `Bonjour ${readerName},`;

/** « pôle du pays d’Auray », « pôle Les Amarres »: the name of a pôle within a sentence. */
export function poleName({ poleName: name }: Pick<ClaimedNotice, 'poleName'>): string {
  const typed = typographic(name);
  return /^p[oô]le\b/iu.test(typed) ? `pôle${typed.slice('pôle'.length)}` : `pôle ${typed}`;
}

/** The same, without what stands in brackets at its end. */
export const poleShort = (notice: Pick<ClaimedNotice, 'poleName'>): string =>
  poleName(notice).replace(/\s*\([^()]*\)$/u, '');

function behalf({ onBehalfOf }: ClaimedNotice): string {
  return onBehalfOf === null ? '' : `Vous recevez ce message à la place de ${onBehalfOf}, en son absence.`;
}

/** By when something is awaited; a day that is past is not announced as one to come. */
function whenOf(due: CivilDate | null, today: CivilDate): string {
  return due !== null && due < today ? `le ${formatWithWeekday(due)}` : termOf(due);
}

const termOf = (due: CivilDate | null) =>
  due === null ? 'sans date fixée' : `au plus tard le ${formatWithWeekday(due)}`;

/** What happens otherwise; to who owes, that nothing does by itself. */
function otherwise({ readerOwes, debtorRole }: ClaimedNotice, told: Told): string {
  if (told.otherwise !== null) return told.otherwise;
  if (debtorRole === 'engine' || !readerOwes) return '';
  return 'Aucune conséquence automatique : la suite du dossier attend, simplement.';
}

/** Whom to ask about it: nobody when the reader is who would answer. */
export function callee({ callee: known, contact }: ClaimedNotice): string {
  if (known === null || known.contact === contact) return '';
  const phone = known.phone === null ? '' : ` : ${known.phone}`;
  return `${known.name}, à la Région, suit ce dossier${phone}.`;
}

/** Days that a reminder may wait for the digest of its reader without being late. */
export const DIGEST_DAYS = { instant: 0, daily: 1, weekly: 7 } as const;

/** A reminder that leaves so many days after its own says so, whether the house was away or the server. */
export function lateness({ rungDay }: ClaimedNotice, today: CivilDate, wait = 0): string {
  if (rungDay === null || addDays(rungDay, wait) >= today) return '';
  return `Rappel en retard, il aurait dû partir le ${formatFrench(rungDay)}.`;
}

function merged({ merges }: ClaimedNotice): string {
  if (merges === 0) return '';
  const reminders = merges === 1 ? 'd’un autre rappel' : `de ${merges} autres rappels`;
  return `Ce message tient lieu ${reminders} sur la même échéance.`;
}
