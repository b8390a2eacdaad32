import { expectationOf } from '../domain/dossier/expectations.js';
import { toRole } from '../domain/dossier/roles.js';
import { formatFrench, formatWithWeekday, type CivilDate } from '../domain/kernel/civil-date.js';
import { agreed, capitalised } from '../domain/kernel/french.js';
import type { Told } from '../domain/reminders/told.js';
import type { ClaimedNotice } from '../record/mails/mail.js';
import type { RuleBook } from '../reglement/load.js';
import { heading, paragraph, type Block, type Item } from './layout.js';
import { callee, DIGEST_DAYS, greeting, lateness, poleName, toldIn } from './notice-values.js';
import { ascending } from '../domain/kernel/ordering.js';

/** What a digest is written from: its notices, and how a thing owed is linked. */
export interface Gathered {
  readonly notices: readonly ClaimedNotice[];
  /** Whether its lines are left out: its reader's server refused them for their length. */
  readonly short: boolean;
  readonly today: CivilDate;
  readonly book: RuleBook;
  readonly link: (notice: ClaimedNotice) => string;
}

/** What the template of a digest says: one's own tasks first, then what others owe by pôle, then what nobody has to do. */
export function digestValues({ notices, short, today, book, link }: Gathered) {
  const latest = latestOf(notices);
  const own = polesOf(latest.filter(notice => notice.readerOwes && !isAlert(notice))).flatMap(([, ofPole]) => ofPole);
  const alerts = latest.filter(isAlert);
  const others = latest.filter(notice => !own.includes(notice) && !alerts.includes(notice));
  const items = (list: readonly ClaimedNotice[], line: Line): readonly Item[] =>
    list.map(notice => ({ text: line(notice, toldIn(notice, book), today), href: link(notice) }));
  const blocks = [
    ...section('Ce que vous avez à faire', items(own, ownLine)),
    ...polesOf(others).flatMap(([name, list]) => section(`À suivre : ${name}`, items(list, othersLine))),
    ...section('Pour information, rien n’est à faire', items(alerts, alertLine)),
  ];
  return {
    ...{
      hello: greeting(latest[0] ?? { readerName: null }),
      day: formatWithWeekday(today),
      items: short ? [paragraph(TOO_LONG)] : blocks,
    },
    callee: calleeOf(own),
    count: countOf(own.length, others.length + alerts.length),
  };
}

/** What stands for the lines of a digest that its reader's server would not take. */
const TOO_LONG = 'La liste est trop longue pour votre messagerie, qui l’a refusée : elle se lit en ligne.';

type Line = (notice: ClaimedNotice, told: Told, today: CivilDate) => string;

/** Whom to ask about one's own tasks, when one person knows them all. */
function calleeOf(own: readonly ClaimedNotice[]): string {
  const known = [...new Set(own.map(callee))];
  return known.length === 1 ? (known[0] ?? '').replace('suit ce dossier', 'suit vos dossiers') : '';
}

/** One line for each thing: what was said of it last, as its debtor when the reader is told of it in several roles. */
function latestOf(notices: readonly ClaimedNotice[]): readonly ClaimedNotice[] {
  const asOwed = [...notices].sort((a, b) => Number(a.readerOwes) - Number(b.readerOwes));
  const latest = [...new Map(asOwed.map(notice => [notice.obligation, notice])).values()];
  return latest.sort(ascending(pressing));
}

/** What blocks comes first: what escalates or has an effect by silence, then the earliest due day. */
function pressing({ kind, due }: ClaimedNotice): string {
  const blocks = expectationOf(kind).whenDue === 'remind' ? 1 : 0;
  return `${blocks} ${due ?? '9999'}`;
}

/** What the calendar does by itself: nobody has anything to do. */
const isAlert = ({ debtorRole }: ClaimedNotice) => debtorRole === 'engine';

function polesOf(notices: readonly ClaimedNotice[]): readonly (readonly [string, readonly ClaimedNotice[]])[] {
  const named = new Map(notices.map(notice => [notice.pole, poleName(notice)]));
  return [...named].map(([pole, name]) => [name, notices.filter(notice => notice.pole === pole)] as const);
}

function section(title: string, items: readonly Item[]): readonly Block[] {
  return items.length === 0 ? [] : [heading(title), { kind: 'items', items }];
}

function countOf(own: number, others: number): string {
  const todo = own === 0 ? [] : [own === 1 ? 'une chose à faire' : `${own} choses à faire`];
  const toFollow = others === 0 ? [] : [others === 1 ? 'une à suivre' : `${others} à suivre`];
  return [...todo, ...toFollow].join(', ');
}

const by = (due: CivilDate | null, today: CivilDate): string => {
  if (due === null) return 'sans date fixée';
  return due < today ? `depuis le ${formatFrench(due)}` : `au plus tard le ${formatFrench(due)}`;
};

/** « Déposer les indicateurs de l’exercice 1 (…), pôle du pays d’Auray : au plus tard le 22 décembre 2026. » */
function ownLine(notice: ClaimedNotice, told: Told, today: CivilDate): string {
  const late = notice.due !== null && notice.due < today ? 'attendu ' : '';
  const what = `${capitalised(told.task)}, ${poleName(notice)} : ${late}${by(notice.due, today)}.`;
  return sentences(what, told.otherwise ?? '', ...remarks(notice, today));
}

/** « Indicateurs de l’exercice 1 (…), attendus au plus tard le 22 décembre 2026. C’est à la structure porteuse de le faire. » */
function othersLine(notice: ClaimedNotice, { noun }: Told, today: CivilDate): string {
  const what = `${capitalised(noun.text)}, ${agreed('attendu', noun)} ${by(notice.due, today)}.`;
  return sentences(what, `C’est ${toRole(notice.debtorRole)} de le faire.`, ...remarks(notice, today));
}

/** « Délai de déféré du représentant de l’État (…), pôle du pays d’Auray : jusqu’au 29 février 2024. » */
function alertLine(notice: ClaimedNotice, { noun }: Told, today: CivilDate): string {
  const until = notice.due === null ? '' : ` : jusqu’au ${formatFrench(notice.due)}`;
  return sentences(`${capitalised(noun.text)}, ${poleName(notice)}${until}.`, ...remarks(notice, today));
}

function remarks(notice: ClaimedNotice, today: CivilDate): readonly string[] {
  const { pace, onBehalfOf } = notice;
  return [lateness(notice, today, DIGEST_DAYS[pace]), onBehalfOf === null ? '' : `Reçu à la place de ${onBehalfOf}.`];
}

const sentences = (...all: readonly string[]) => all.filter(sentence => sentence !== '').join(' ');
