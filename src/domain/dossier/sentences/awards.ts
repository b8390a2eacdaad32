import type {
  AwardEvents,
  CourtDecisionKind,
  LegalityLetterNature,
  NotifiedDecision,
  VoteOutcome,
} from '../../award/events.js';
import { isDeemed } from '../../award/notification.js';
import type { Organ } from '../../award/deliberation.js';
import { agreed, du, le, noun, type Noun } from '../../kernel/french.js';
import { day, euros, REGION, type Sentences, type Teller } from './teller.js';

const ORGANS: Readonly<Record<Organ, string>> = {
  assembly: 'l’assemblée de la Région',
  'permanent-commission': 'la commission permanente de la Région',
};

const LETTERS: Readonly<Record<LegalityLetterNature, string>> = {
  information: 'a demandé des informations sur la délibération',
  completion: 'a demandé de compléter la transmission de la délibération',
  'gracious-appeal': 'a demandé à la Région de revenir sur la délibération',
  referral: 'a déféré la délibération au juge',
  closing: 'a clos son contrôle de la délibération',
};

const RULINGS: Readonly<Record<CourtDecisionKind, string>> = {
  suspended: 'le juge a suspendu la délibération',
  'suspension-refused': 'le juge a refusé de suspendre la délibération',
  'suspension-lifted': 'le juge a levé la suspension de la délibération',
  annulled: 'le juge a annulé la délibération',
  dismissed: 'le juge a rejeté le recours contre la délibération',
  'non-lieu': 'le juge a constaté qu’il n’y avait plus lieu de statuer sur la délibération',
  withdrawn: 'le recours contre la délibération a été retiré',
};

/** What is notified. */
function decisionOf({ things }: Teller, decision: NotifiedDecision): Noun {
  switch (decision) {
    case 'grant':
      return noun('fs', `décision ${du(things.grant)}`);
    case 'refusal':
      return noun('ms', `refus ${du(things.grant)}`);
    case 'convention':
      return things.deed;
  }
}

function notified(tell: Teller, decision: NotifiedDecision, data: AwardEvents['grant-notified']): string {
  const what = decisionOf(tell, decision);
  if (!isDeemed(data)) return `${REGION} a notifié ${le(what)}`;
  return `${le(what)} est ${agreed('réputé', what)} ${agreed('notifié', what)}, faute d’avoir été ${agreed('lu', what)}`;
}

function voted({ things }: Teller, outcome: VoteOutcome, amount: string): string {
  switch (outcome) {
    case 'adopted':
      return `a voté ${le(things.grant)} : ${amount}`;
    case 'amended':
      return `a voté ${le(things.grant)} en l’amendant : ${amount}`;
    case 'adjourned':
      return `a ajourné ${le(things.request)}`;
    case 'rejected':
      return `a rejeté ${le(things.request)}`;
  }
}

export const awardSentences: Sentences<AwardEvents> = {
  'grant-requested': ({ applicant, things }, { requestedBy, amount }) =>
    `${requestedBy === 'region' ? REGION : applicant} a déposé ${le(things.request)} : ${euros(amount)}`,
  'amendment-proposed': ({ things }) => `${le(things.grant)} a été proposé`,
  'convention-amended': ({ things }) => `${le(things.deed)} a été ${agreed('modifié', things.deed)} par avenant`,
  'award-transferred': (tell, { applicant }) =>
    `${le(tell.things.grant)} a été ${agreed('transféré', tell.things.grant)} à ${tell.body(applicant)}`,
  'convention-ended': ({ things }) => `${le(things.deed)} est ${agreed('arrivé', things.deed)} à son terme`,
  'convention-became-required': ({ things }, { civilYear }) =>
    `une convention est devenue obligatoire pour ${le(things.grant)} : sa structure reçoit de la Région, pour ${civilYear}, plus que le seuil`,
  'convention-no-longer-required': ({ things }) => `${le(things.grant)} ne demande plus de convention`,
  'convention-settled': ({ things }, { due, paid }) =>
    `le compte ${du(things.deed)} a été arrêté : ${euros(due)} dus, ${euros(paid)} payés`,
  'amendment-lapsed': ({ things }) => `${le(things.grant)} est devenu sans objet`,
  'request-acknowledged': ({ things }) => `${REGION} a accusé réception ${du(things.request)}`,
  'pieces-demanded': ({ things }, { term }) =>
    `${REGION} a demandé les pièces manquantes ${du(things.request)}, à fournir avant le ${day(term)}`,
  'pieces-delivered': ({ applicant, things }, { complete }) =>
    `${applicant} a fourni ${complete ? 'toutes les pièces manquantes' : 'des pièces'} ${du(things.request)}`,
  'pieces-term-ended': ({ things }) => `le délai pour fournir les pièces ${du(things.request)} s’est écoulé`,
  'pieces-term-superseded': ({ things }) =>
    `des pièces ${du(things.request)}, fournies à temps, ont effacé la fin de leur délai`,
  'instruction-reported': ({ things }, { favourable }) =>
    `${REGION} a rendu son rapport d’instruction, ${favourable ? 'favorable' : 'défavorable'}, sur ${le(things.request)}`,
  'agenda-entered': ({ things }, { sessionOn }) =>
    `${REGION} a inscrit ${le(things.request)} à la session du ${day(sessionOn)}`,
  'vote-recorded': (tell, { organ, outcome, amount, number }) =>
    `${organ === null ? REGION : ORGANS[organ]} ${voted(tell, outcome, euros(amount))} (délibération ${number})`,
  'request-implicitly-rejected': ({ things }) => `le silence de la Région a valu rejet ${du(things.request)}`,
  'implicit-rejection-superseded': ({ things }) =>
    `une décision antérieure a effacé le rejet implicite ${du(things.request)}`,
  'deliberation-transmitted': ({ things }) =>
    `${REGION} a transmis au représentant de l’État la délibération ${du(things.grant)}`,
  'legality-letter-recorded': (_, { nature }) => `le représentant de l’État ${LETTERS[nature]}`,
  'legality-letter-answered': () => `${REGION} a répondu au représentant de l’État`,
  'court-decision-recorded': (_, { decision }) => RULINGS[decision],
  'legality-term-ended': () => 'le délai de déféré du représentant de l’État s’est écoulé',
  'deliberation-published': ({ things }) => `${REGION} a publié la délibération ${du(things.grant)}`,
  'decision-made-available': (tell, { decision }) =>
    `${REGION} a mis à disposition, par voie électronique, ${le(decisionOf(tell, decision))}`,
  'deemed-notification-superseded': (tell, { decision }) => {
    const what = decisionOf(tell, decision);
    return `${le(what)}, ${agreed('réputé', what)} ${agreed('notifié', what)}, l’avait été plus tôt`;
  },
  'grant-notified': (tell, data) => notified(tell, 'grant', data),
  'refusal-notified': (tell, data) => notified(tell, 'refusal', data),
  'convention-signed': ({ applicant, things }, { party }) =>
    `${party === 'region' ? REGION : applicant} a signé ${le(things.deed)}`,
  'convention-notified': (tell, data) => notified(tell, 'convention', data),
  'essential-data-published': ({ things }) => `${REGION} a publié les données essentielles ${du(things.grant)}`,
};
