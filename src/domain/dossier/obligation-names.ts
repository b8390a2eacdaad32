import type { ReportKind } from '../reglement/reglement.js';
import { agreed, du, le, noun, ordinal, type Agreement, type Noun } from '../kernel/french.js';
import type { ExpectationKind } from './expectations.js';
import type { Things } from './things.js';

/** How what is owed of a kind is named: what agrees with it, its whole name, and a shorter one for a subject line. */
export interface KindName {
  readonly agreement: Agreement;
  readonly name: (of: Things) => string;
  readonly short?: (of: Things) => string;
}

const named = (agreement: Agreement, name: KindName['name'] | string, short?: KindName['name'] | string): KindName => ({
  agreement,
  name: typeof name === 'string' ? () => name : name,
  ...(short === undefined ? {} : { short: typeof short === 'string' ? () => short : short }),
});

/** « avis », and from the second round on « 2e avis ». */
const nth = (gender: Noun['gender'], name: string) => (of: Things) =>
  `${(of.parts.round ?? 1) > 1 ? `${ordinal(of.parts.round ?? 1, gender)} ` : ''}${name}`;

/** The measures on which a body is heard, in French. */
export const MATTERS = {
  termination: 'la résiliation',
  recovery: 'le trop-perçu',
  withdrawal: 'le retrait de la subvention',
  abrogation: 'l’abrogation de la subvention',
  commitment: 'le retrait pour manquement au contrat d’engagement républicain',
} as const;
const matter = ({ parts }: Things) => MATTERS[parts.matter ?? 'recovery'];
const excess = ({ deed }: Things) => `du trop-perçu ${du(deed)}`;

function report(kind: ReportKind, agreement: Agreement): KindName {
  return named(agreement, of => `${of.reportOf(kind).text}${(of.parts.round ?? 1) > 1 ? ', à corriger' : ''}`);
}

/** What is owed of each kind, in French: what can only happen is never named. */
export const OBLIGATION_NAMES: Readonly<Partial<Record<ExpectationKind, KindName>>> = {
  'local-group': named('fs', 'constitution du groupe local'),
  'council-designation': named(
    'fs',
    'désignation du Conseil de développement à consulter',
    'choix du Conseil de développement',
  ),
  'study-choice': named(
    'ms',
    of => `${(of.parts.attempt ?? 1) > 1 ? 'nouveau ' : ''}choix de faire ou non une étude de préfiguration`,
    'choix d’une étude de préfiguration',
  ),
  'study-delivery': named('fs', nth('f', 'remise de l’étude de préfiguration'), 'remise de l’étude'),
  'study-review': named(
    'fs',
    nth('f', 'validation de l’étude de préfiguration par la Région'),
    'validation de l’étude',
  ),
  'council-opinion': named('ms', nth('m', 'avis du Conseil de développement')),
  'revised-project': named('ms', nth('m', 'projet révisé après un avis défavorable'), 'projet révisé'),
  'cress-meeting': named('fs', 'première rencontre du groupe avec la CRESS', 'rencontre avec la CRESS'),
  'successor-note': named(
    'fs',
    nth('f', 'note de la CRESS sur la nouvelle structure porteuse'),
    'note sur la nouvelle structure',
  ),
  'legitimation-note': named('fs', nth('f', 'note de légitimation de la CRESS'), 'note de légitimation'),
  'grant-request': named('fs', 'demande de subvention du pôle'),
  'year-grant-request': named(
    'fs',
    of => `demande de la subvention ${du(of.exercise)}`,
    of => `demande de subvention${of.ofExercise}`,
  ),
  acknowledgement: named('ms', of => `accusé de réception ${du(of.request)}`, 'accusé de réception de la demande'),
  decision: named('fs', of => `décision de la Région sur ${le(of.request)}`, 'décision avant le rejet implicite'),
  'missing-pieces': named('fp', of => `pièces manquantes ${du(of.request)}`, 'pièces manquantes de la demande'),
  'instruction-report': named('ms', of => `rapport d’instruction ${du(of.request)}`, 'rapport d’instruction'),
  'agenda-entry': named(
    'fs',
    of => `${(of.parts.round ?? 1) > 1 ? 'nouvelle ' : ''}inscription à l’ordre du jour ${du(of.request)}`,
    'inscription à l’ordre du jour',
  ),
  vote: named(
    'ms',
    of => `${(of.parts.round ?? 1) > 1 ? 'nouveau ' : ''}vote ${du(of.grant)}`,
    of => `vote ${du(of.grant)}`,
  ),
  'refusal-notification': named('fs', of => `notification du refus ${du(of.grant)}`, 'notification du refus'),
  transmission: named(
    'fs',
    of => `transmission de la délibération sur ${le(of.grant)} au représentant de l’État`,
    'transmission de la délibération',
  ),
  'legality-review': named(
    'ms',
    of => `délai de déféré du représentant de l’État sur ${le(of.grant)}`,
    'contrôle de légalité',
  ),
  'grant-notification': named(
    'fs',
    of => `notification de l’attribution ${du(of.grant)}`,
    'notification de l’attribution',
  ),
  'grant-receipt': named(
    'fs',
    of => `lecture de l’attribution ${du(of.grant)}, mise à disposition`,
    'lecture de l’attribution',
  ),
  'refusal-receipt': named('fs', of => `lecture du refus ${du(of.grant)}, mis à disposition`, 'lecture du refus'),
  'convention-receipt': named(
    'fs',
    of => `lecture ${du(of.deed)}, ${agreed('mis', of.deed)} à disposition`,
    of => `lecture ${du(of.deed)}`,
  ),
  'carrier-signature': named(
    'fs',
    of => `signature ${du(of.deed)} par la structure porteuse`,
    of => `signature ${du(of.deed)}`,
  ),
  'region-signature': named(
    'fs',
    of => `signature ${du(of.deed)} par la Région`,
    of => `signature ${du(of.deed)}`,
  ),
  'convention-notification': named(
    'fs',
    of => `notification ${du(of.deed)} ${agreed('signé', of.deed)}`,
    of => `notification ${du(of.deed)}`,
  ),
  'essential-data': named(
    'fs',
    of => `publication des données essentielles ${du(of.grant)}`,
    'publication des données essentielles',
  ),
  'year-turn': named('fs', of => (of.parts.year === 0 ? 'ouverture du premier exercice' : `fin ${du(of.exercise)}`)),
  'instalment-claim': named('fs', of => `demande ${du(of.instalment)}`),
  liquidation: named(
    'fs',
    of => `préparation de la liquidation ${du(of.instalment)}`,
    of => `liquidation ${du(of.instalment)}`,
  ),
  'liquidation-validation': named(
    'fs',
    of => `validation de la liquidation ${du(of.instalment)}`,
    of => `validation ${du(of.instalment)}`,
  ),
  'payment-order': named('ms', of => `mandatement ${du(of.instalment)}`),
  payment: named(
    'ms',
    of => `paiement ${du(of.instalment)} par le comptable public`,
    of => `paiement ${du(of.instalment)}`,
  ),
  'statutory-payment': named(
    'ms',
    of =>
      `paiement ${du(of.instalment)} dans ${of.isPaidOnClaim ? 'le délai qui suit sa demande' : 'le délai qui suit la notification'}`,
    of => `paiement ${du(of.instalment)} ${of.isPaidOnClaim ? 'après sa demande' : 'après notification'}`,
  ),
  'activity-report': report('activity-report', 'ms'),
  indicators: report('indicators', 'mp'),
  'financial-report': report('financial-report', 'ms'),
  'approved-accounts': report('approved-accounts', 'mp'),
  'report-review': named(
    'ms',
    of => `avis consultatif de la CRESS sur ${le(of.report)}`,
    of => `avis sur ${le(of.report)}`,
  ),
  'report-acceptance': named('ms', of => `examen ${du(of.report)}`),
  'post-opening': named('fs', of => `ouverture ${du(of.post)}`),
  hiring: named('ms', of => `recrutement sur ${le(of.post)}`),
  'cofunding-decision': named('fs', of => `${(of.parts.round ?? 1) > 1 ? 'nouvelle ' : ''}décision ${du(of.cofunder)}`),
  'withdrawal-acknowledgement': named('fs', 'prise d’acte du retrait par la Région', 'prise d’acte du retrait'),
  closure: named('fs', 'clôture du dossier'),
  'final-evaluation': named('fs', of => `évaluation finale partagée ${du(of.deed)}`, 'évaluation finale partagée'),
  'renewal-request': named('fs', of => `demande de renouvellement ${du(of.deed)}`, 'demande de renouvellement'),
  'former-carrier-account': named(
    'ms',
    of => `arrêté du compte de l’ancienne structure porteuse après ${le(of.deed)}`,
    'arrêté du compte de l’ancien porteur',
  ),
  settlement: named('ms', of => `solde ${du(of.deed)}`),
  'observations-invitation': named(
    'fs',
    of => `invitation à présenter des observations sur ${matter(of)} ${du(of.deed)}`,
    'invitation à présenter des observations',
  ),
  observations: named(
    'fp',
    of => `observations de la structure porteuse sur ${matter(of)} ${du(of.deed)}`,
    of => `observations sur ${matter(of)}`,
  ),
  'recovery-order': named('ms', of => `titre de recettes ${excess(of)}`, 'titre de recettes du trop-perçu'),
  recovery: named('ms', of => `recouvrement ${excess(of)}`, 'recouvrement du trop-perçu'),
};

/** The noun of what is owed of a kind. */
export function nounOf({ agreement, name, short }: KindName, of: Things, isShort: boolean): Noun {
  return noun(agreement, isShort && short ? short(of) : name(of));
}
