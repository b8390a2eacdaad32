import type { Notified, NotifiedDecision } from '../domain/award/events.js';
import { isDeemed } from '../domain/award/notification.js';
import { obligationNoun } from '../domain/dossier/naming.js';
import { roleLabel } from '../domain/dossier/roles.js';
import type { DossierState } from '../domain/dossier/state.js';
import { Things, type Detail, type NamedParts } from '../domain/dossier/things.js';
import { formatEuros, type Cents } from '../domain/kernel/cents.js';
import { formatFrench, formatShort, type CivilDate } from '../domain/kernel/civil-date.js';
import { agreed, du, le, noun, type Noun } from '../domain/kernel/french.js';
import type { ToldFact, ToldType } from '../domain/reminders/told-at-once.js';
import type { ClaimedNotice, ToldEvent } from '../record/mails/mail.js';
import { heading, paragraph, type Block } from './layout.js';
import { callee, greeting, poleName, poleShort } from './notice-values.js';
import { fitted, LONGEST_SUBJECT } from './subject.js';
import type { RenderedMail } from './templates.js';

/** What is said of one event: in short for a subject, then whole, with why. */
interface Wording {
  readonly inShort: string;
  readonly sentence: string;
  /** Sentences that come after the reason. */
  readonly after?: string;
  readonly reasons: readonly string[];
  readonly link: string;
}

/** An event, and the things that it names: with their dates, and in short. */
interface Telling<Type extends ToldType = ToldType> {
  readonly event: Extract<ToldEvent, { type: Type }>;
  readonly on: string;
  readonly full: Things;
  readonly short: Things;
  /** What is owed that it bears on. */
  readonly owed: (detail: Detail) => Noun;
}

type Words = { readonly [Type in ToldType]: (telling: Telling<Type>) => Wording };

const reasonOf = ({ event: { private: beside } }: { readonly event: Pick<ToldEvent, 'private'> }): readonly string[] =>
  ['reason', 'remarks'].flatMap(name => (beside[name] === undefined ? [] : [beside[name]]));

const MADE_AVAILABLE: Readonly<Record<NotifiedDecision, (of: Things) => string>> = {
  grant: of => `sa décision d’attribution : ${le(of.grant)}`,
  refusal: of => `le refus ${du(of.grant)}`,
  convention: of => `${le(of.deed)}, ${agreed('signé', of.deed)} des deux parties`,
};

/** Said to who had fifteen days to read a decision, and did not. */
const unread = (data: Notified): Pick<Wording, 'after'> =>
  isDeemed(data)
    ? { after: 'Faute de consultation depuis sa mise à disposition, cette décision est réputée notifiée à cette date.' }
    : {};

const until = (day: CivilDate) => `jusqu’au ${formatFrench(day)}`;
const amount = (cents: Cents | null | undefined) => (cents ? formatEuros(cents) : '');

const WORDS: Words = {
  'report-returned': ({ event, on, full, short }) => ({
    inShort: `${short.report.text} à corriger`,
    sentence: `${on}, la Région vous a renvoyé ${le(full.report)} : il y a des corrections à apporter.`,
    reasons: Object.values(event.private),
    ...(event.owed?.due ? { after: `À corriger au plus tard le ${formatFrench(event.owed.due)}.` } : {}),
    link: 'Corriger et déposer à nouveau',
  }),
  'report-accepted': ({ on, full, short }) => ({
    inShort: `${short.report.text} ${agreed('accepté', short.report)}`,
    sentence: `${on}, la Région a accepté ${le(full.report)}. Vous n’avez rien à faire de plus.`,
    ...{ reasons: [], link: 'Voir le pôle' },
  }),
  'study-sent-back': telling => ({
    inShort: 'étude de préfiguration à compléter',
    sentence: `${telling.on}, la Région vous a renvoyé l’étude de préfiguration : elle est à compléter.`,
    ...{ reasons: reasonOf(telling), link: 'Compléter l’étude' },
  }),
  'study-validated': telling => ({
    inShort: 'étude de préfiguration validée',
    sentence: `${telling.on}, la Région a validé l’étude de préfiguration.`,
    ...{ reasons: reasonOf(telling), link: 'Voir le pôle' },
  }),
  'extension-requested': telling => {
    const { event, on, owed } = telling;
    const who = event.owed ? ` par : ${roleLabel(event.owed.debtorRole)}` : '';
    const due = event.owed?.due ? `, à faire au plus tard le ${formatFrench(event.owed.due)}` : '';
    return {
      inShort: `délai demandé pour ${le(owed('short'))}`,
      sentence: `${on}, un délai ${until(event.data.until)} a été demandé pour ${le(owed('full'))}${due}${who}.`,
      after: 'C’est à vous d’accorder ou de refuser ce délai.',
      ...{ reasons: reasonOf(telling), link: 'Accorder ou refuser' },
    };
  },
  'extension-granted': telling => ({
    inShort: `délai accordé pour ${le(telling.owed('short'))}`,
    sentence: `${telling.on}, un délai vous a été accordé : vous avez ${until(telling.event.data.until)} pour ${le(telling.owed('full'))}.`,
    ...{ reasons: reasonOf(telling), link: 'Voir ce qui est attendu' },
  }),
  'extension-refused': telling => ({
    inShort: `délai refusé pour ${le(telling.owed('short'))}`,
    sentence: `${telling.on}, le délai demandé pour ${le(telling.owed('full'))} vous a été refusé.`,
    ...(telling.event.owed?.due ? { after: `La date reste le ${formatFrench(telling.event.owed.due)}.` } : {}),
    ...{ reasons: reasonOf(telling), link: 'Voir ce qui est attendu' },
  }),
  'liquidation-returned': telling => ({
    inShort: `liquidation ${du(telling.short.instalment)} à reprendre`,
    sentence: `${telling.on}, la liquidation ${du(telling.full.instalment)} (${amount(telling.full.held.amount)}) vous a été renvoyée : elle est à préparer de nouveau.`,
    ...{ reasons: reasonOf(telling), link: 'Préparer la liquidation' },
  }),
  'vote-recorded': telling => VOTES[telling.event.data.outcome](telling),
  'decision-made-available': ({ event, on, full, short }) => ({
    inShort: `décision à consulter, ${short.grant.text}`,
    sentence: `${on}, la Région a mis à votre disposition, par voie électronique, ${MADE_AVAILABLE[event.data.decision](full)}.`,
    ...(event.owed?.due
      ? { after: `Non consultée ${until(event.owed.due)}, elle sera réputée vous être notifiée le lendemain.` }
      : {}),
    ...{ reasons: [], link: 'Voir le pôle' },
  }),
  'grant-notified': ({ event, on, full, short }) => ({
    inShort: `${short.grant.text} ${agreed('notifié', short.grant)}`,
    sentence: `${on}, la Région vous a notifié sa décision d’attribution : ${le(full.grant)}, ${amount(full.award.vote?.amount)}.`,
    ...unread(event.data),
    ...{ reasons: [], link: 'Voir le pôle' },
  }),
  'refusal-notified': ({ event, on, full, short }) => ({
    inShort: `refus ${du(short.grant)}`,
    sentence: `${on}, la Région vous a notifié le refus ${du(full.grant)} (${amount(full.award.amount)} demandés). Le courrier de notification dit les voies de recours.`,
    ...unread(event.data),
    ...{ reasons: [], link: 'Voir le pôle' },
  }),
  'convention-notified': ({ event, on, full, short }) => ({
    inShort: `${short.deed.text} ${agreed('notifié', short.deed)}`,
    sentence: `${on}, la Région vous a notifié ${le(full.deed)}, ${agreed('signé', full.deed)} des deux parties (${amount(full.award.vote?.amount)}).`,
    ...unread(event.data),
    ...{ reasons: [], link: 'Voir le pôle' },
  }),
  'convention-became-required': ({ event, on, full, short }) => ({
    inShort: `convention à signer pour ${le(short.grant)}`,
    sentence: `${on} : les subventions que la Région vous accorde pour ${event.data.civilYear} (${amount(event.data.total)}) dépassent le seuil au-delà duquel la loi veut une convention : il en faut une pour ${le(full.grant)}, votée sans elle.`,
    after:
      'Tant qu’elle n’est pas signée par vous et par la Région, puis notifiée, rien de plus ne peut vous être versé.',
    ...{ reasons: [], link: 'Signer la convention' },
  }),
  'payment-recorded': ({ event, on, full, short }) => ({
    inShort: `${amount(event.data.amount)} versés, ${short.instalment.text}`,
    sentence: `${on}, la Région vous a versé ${amount(event.data.amount)} : c’est ${le(full.instalment)}.`,
    ...{ reasons: [], link: 'Voir le pôle' },
  }),
  'dossier-suspended': telling => ({
    inShort: 'dossier suspendu',
    sentence: `${telling.on}, la Région a suspendu le dossier.`,
    after: 'Jusqu’à sa reprise, aucun rappel ne part ; nous vous préviendrons de la reprise.',
    ...{ reasons: reasonOf(telling), link: 'Voir le pôle' },
  }),
  'dossier-resumed': telling => ({
    inShort: 'dossier repris',
    sentence: `${telling.on}, la Région a repris le dossier : ce qui est attendu l’est de nouveau.`,
    ...{ reasons: reasonOf(telling), link: 'Voir ce qui est attendu' },
  }),
};

type Vote = Telling<'vote-recorded'>;

/** « l’assemblée régionale », « la commission permanente du conseil régional ». */
const deciding = ({ data: { organ } }: Vote['event']) =>
  organ === 'permanent-commission' ? 'la commission permanente du conseil régional' : 'l’assemblée régionale';

const adopted = ({ event, on, full, short }: Vote, after: string): Wording => ({
  inShort: `${short.grant.text} ${agreed('adopté', short.grant)}`,
  sentence: `${on}, ${deciding(event)} a adopté ${le(full.grant)} : ${amount(event.data.amount)}.`,
  ...{ after, reasons: [], link: 'Voir le pôle' },
});

const VOTES: Readonly<Record<Vote['event']['data']['outcome'], (telling: Vote) => Wording>> = {
  adopted: telling => adopted(telling, 'La décision vous sera notifiée.'),
  amended: telling => adopted(telling, 'Le texte a été modifié en séance ; la décision vous sera notifiée.'),
  adjourned: ({ event, on, full, short }) => ({
    inShort: `${short.request.text} ${agreed('ajourné', short.request)}`,
    sentence: `${on}, ${deciding(event)} a ajourné ${le(full.request)} (${amount(full.award.amount)} demandés) : elle en délibérera à une autre séance.`,
    ...{ reasons: [], link: 'Voir le pôle' },
  }),
  rejected: ({ event, on, full, short }) => ({
    inShort: `${short.request.text} ${agreed('rejeté', short.request)}`,
    sentence: `${on}, ${deciding(event)} a rejeté ${le(full.request)} (${amount(full.award.amount)} demandés).`,
    after: 'Le refus vous sera notifié, avec les voies de recours.',
    ...{ reasons: [], link: 'Voir le pôle' },
  }),
};

/**
 * The mail that tells one or several events to one mailbox: each once, in the order in which they happened. Throws when
 * the dossier holds no more what one bears on.
 */
export function eventLetter(
  notices: readonly ClaimedNotice[],
  linkOf: (notice: ClaimedNotice) => string,
): RenderedMail {
  const once = [...new Map(notices.map(notice => [notice.event?.id, notice])).values()];
  const news = once.map(notice => ({ notice, wording: wordingOf(notice) }));
  return {
    subject: subjectOf(news),
    blocks: [
      paragraph(greeting(once[0] ?? { readerName: null })),
      ...news.flatMap(item => blocksOf(item, linkOf)),
      ...calleesOf(once),
    ],
  };
}

interface NewsItem {
  readonly notice: ClaimedNotice;
  readonly wording: Wording;
}

function wordingOf(notice: ClaimedNotice): Wording {
  const { event, dossier } = notice;
  if (!event || !dossier) throw new Error('Un fait à dire sans son dossier.');
  const { state } = dossier;
  const words = WORDS[event.type] as (telling: Telling) => Wording;
  const things = (detail: Detail) => new Things(state, namedParts(event), detail);
  const on = `Pour le ${poleName(notice)}, le ${formatFrench(event.date)}`;
  return words({ event, on, full: things('full'), short: things('short'), owed: owedIn(event, state) });
}

/** What the data of an event name: nothing for those of a whole pôle, or of what is owed. */
function namedParts({ data }: ToldFact): NamedParts {
  if (!('award' in data)) return {};
  const { award } = data;
  if ('report' in data) return { award, year: data.year, report: data.report };
  return 'year' in data ? { award, year: data.year, number: data.number } : { award };
}

const owedIn =
  ({ owed }: ToldEvent, state: DossierState) =>
  (detail: Detail): Noun =>
    owed ? obligationNoun(owed, state, detail) : noun('fs', 'échéance');

function blocksOf({ notice, wording }: NewsItem, linkOf: (notice: ClaimedNotice) => string): readonly Block[] {
  const { onBehalfOf } = notice;
  const behalf = onBehalfOf === null ? '' : `Vous recevez ce message à la place de ${onBehalfOf}, en son absence.`;
  const reasons = wording.reasons.map(reason => `Motif : ${reason}`);
  const sentences = [behalf, wording.sentence, ...reasons, wording.after ?? ''];
  return [
    ...sentences.filter(sentence => sentence !== '').map(paragraph),
    { kind: 'link', text: wording.link, href: linkOf(notice) },
  ];
}

/** Whom to ask: each once. */
function calleesOf(notices: readonly ClaimedNotice[]): readonly Block[] {
  const known = new Set(notices.map(callee).filter(sentence => sentence !== ''));
  return known.size === 0 ? [] : [heading('Une question ?'), ...[...known].map(paragraph)];
}

/** The day and the object first, then the pôle as far as there is room; of several, the last and how many others. */
function subjectOf(news: readonly NewsItem[]): string {
  const last = news.at(-1);
  if (!last?.notice.event) throw new Error('Un courrier sans rien à dire.');
  const { date } = last.notice.event;
  const others = news.length - 1;
  const more = others === 0 ? '' : ` (et ${others} ${others === 1 ? 'autre nouvelle' : 'autres nouvelles'})`;
  const object = `${formatShort(date, date)} : ${last.wording.inShort} – ${poleShort(last.notice)}`;
  return `${fitted(object, LONGEST_SUBJECT - more.length)}${more}`;
}
