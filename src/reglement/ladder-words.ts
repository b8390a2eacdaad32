import { ROLES, type Role } from '../domain/dossier/roles.js';
import { formatFrench, type CivilDate } from '../domain/kernel/civil-date.js';
import { counted, capitalised } from '../domain/kernel/french.js';
import type { Ladder, QuietDays, Rung, RungRecipient } from '../domain/reglement/ladder.js';

const LADDERS: Readonly<Record<string, string>> = {
  default: 'Relance ordinaire',
  escalation: 'Suite d’une relance sans effet',
  short: 'Délais courts de la Région',
  payment: 'Paiements',
  opportunity: 'Renouvellement',
  partner: 'Cofinanceurs',
  watch: 'Délais que l’on surveille',
};

const MESSAGES: Readonly<Record<string, string>> = {
  before: 'rappel avant l’échéance',
  late: 'rappel de retard',
  escalation: 'dernier rappel',
  alert: 'annonce d’un délai',
  'by-hand': 'relance faite à la main',
  point: 'point de chaque mois',
  digest: 'récapitulatif',
};

/** What a ladder is called; one that the house does not know, as its file calls it. */
export const ladderName = (ladder: string): string => LADDERS[ladder] ?? `« ${ladder} »`;

/** What a mail is, by its template; one that the house does not know, as its file is called. */
export const messageName = (template: string): string => MESSAGES[template] ?? `« ${template} »`;

const RECIPIENTS: Readonly<Partial<Record<RungRecipient, string>>> = {
  debtor: 'à qui doit le faire',
  creditor: 'à qui l’attend',
};

const toRecipient = (recipient: RungRecipient) => RECIPIENTS[recipient] ?? ROLES[recipient as Role].to;

/** « rappel de retard à qui doit le faire, copie à la CRESS et au service instructeur de la Région ». */
export function messageWords({ template, recipients }: Pick<Rung, 'template' | 'recipients'>): string {
  const [first = '', ...others] = recipients.map(toRecipient);
  const last = others.at(-1);
  const message = `${messageName(template)} ${first}`;
  if (last === undefined) return message;
  const before = others.slice(0, -1);
  return `${message}, copie ${before.length === 0 ? last : `${before.join(', ')} et ${last}`}`;
}

/** « 15 jours avant », « le jour même », « 3 jours ouvrés après ». */
export function rungDayWords({ offset, unit }: Pick<Rung, 'offset' | 'unit'>): string {
  if (offset === 0) return 'le jour même';
  const days = Math.abs(offset);
  const length = unit === 'days' ? counted(days, 'jour') : counted(days, 'jour ouvré', 'jours ouvrés');
  return `${length} ${offset < 0 ? 'avant' : 'après'}`;
}

const rungWords = (rung: Rung): string => `${rungDayWords(rung)} : ${messageWords(rung)}`;

/** A day of each year: « 30 novembre ». */
export const dayOfYearWords = (day: string): string => formatFrench(`2001-${day}` as CivilDate).replace(/ 2001$/, '');

const quietWords = ({ from, to }: QuietDays) => `du ${dayOfYearWords(from)} au ${dayOfYearWords(to)}`;

/** Everything that a ladder says, a sentence each: its rungs, then its limits. */
export function ladderWords({ rungs, most, coolDownDays, quiet, goesOnWith }: Ladder): readonly string[] {
  const sentences = [
    ...rungs.map(rungWords),
    ...(goesOnWith === null ? [] : [`puis : ${ladderName(goesOnWith)}`]),
    `${counted(most, 'message')} au plus à une même personne, à ${counted(coolDownDays, 'jour')} d’écart au moins`,
    ...(quiet.length === 0 ? [] : [`aucun envoi ${quiet.map(quietWords).join(', ni ')}`]),
  ];
  return sentences.map(capitalised);
}
