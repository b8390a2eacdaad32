import type { CofundingEvents } from '../../cofunding/slice.js';
import type { FundedYearEvents } from '../../funded-year/slice.js';
import type { YearEvents } from '../../funded-year/years-slice.js';
import { du, le } from '../../kernel/french.js';
import type { RecruitmentEvents } from '../../recruitment/slice.js';
import { CRESS, euros, REGION, type Sentences } from './teller.js';

export const recruitmentSentences: Sentences<RecruitmentEvents> = {
  'post-opened': ({ things }, { share }) => `${le(things.post)} a été ouvert à ${share} %`,
  'post-filled': ({ things }, { share }) => `${le(things.post)} a été pourvu à ${share} %`,
  'post-vacated': ({ things }) => `${le(things.post)} est devenu vacant`,
  'post-ended': ({ things }) => `${le(things.post)} a été supprimé`,
};

export const cofundingSentences: Sentences<CofundingEvents> = {
  'cofunding-sought': (tell, { cofunder, amount }) =>
    `un concours de ${euros(amount)} a été demandé (${tell.body(cofunder, 'cofinanceur')})`,
  'cofunding-decided': (tell, { contribution, outcome, amount }) => {
    const cofunder = tell.cofunder(contribution);
    if (outcome === 'refused') return `${cofunder} a refusé son concours`;
    if (outcome === 'adjourned') return `${cofunder} a ajourné sa décision`;
    return `${cofunder} a voté son concours${amount === null ? '' : ` : ${euros(amount)}`}`;
  },
  'cofunding-reduced': (tell, { contribution, amount }) =>
    amount === 0
      ? `${tell.cofunder(contribution)} a retiré son concours`
      : `${tell.cofunder(contribution)} a ramené son concours à ${euros(amount)}`,
};

export const instalmentSentences: Sentences<FundedYearEvents> = {
  'instalments-planned': ({ things }) => `les versements ${du(things.grant)} ont été prévus`,
  'instalments-replanned': ({ things }) => `les versements à venir ${du(things.grant)} ont été modifiés par avenant`,
  'instalments-lapsed': ({ things }) => `des versements ${du(things.grant)} sont devenus sans objet`,
  'instalment-claimed': ({ applicant, things }) => `${applicant} a demandé ${le(things.instalment)}`,
  'liquidation-prepared': ({ things }, { amount }) =>
    `${REGION} a préparé la liquidation ${du(things.instalment)} : ${euros(amount)}`,
  'liquidation-returned': ({ things }) => `${REGION} a renvoyé la liquidation ${du(things.instalment)}`,
  'liquidation-validated': ({ things }, { amount }) =>
    `${REGION} a validé la liquidation ${du(things.instalment)} : ${euros(amount)}`,
  'payment-ordered': ({ things }, { order, amount }) =>
    `${REGION} a mandaté ${le(things.instalment)} : ${euros(amount)} (mandat ${order})`,
  'payment-recorded': ({ things }, { amount }) => `${le(things.instalment)} a été payé : ${euros(amount)}`,
  'payment-rejected': ({ things }) => `le comptable public a rejeté le paiement ${du(things.instalment)}`,
};

export const yearSentences: Sentences<YearEvents> = {
  'funded-year-opened': ({ things }) => `${le(things.exercise)} s’est ouvert`,
  'report-filed': ({ applicant, things }) => `${applicant} a déposé ${le(things.report)}`,
  'report-reviewed': ({ things }, { favourable }) =>
    `${CRESS} a donné un avis ${favourable ? 'favorable' : 'défavorable'} sur ${le(things.report)}`,
  'report-review-lapsed': ({ things }) => `le délai de l’avis de la CRESS sur ${le(things.report)} s’est écoulé`,
  'report-returned': ({ things }) => `${REGION} a renvoyé ${le(things.report)} pour correction`,
  'report-accepted': ({ things }) => `${REGION} a accepté ${le(things.report)}`,
  'report-reopened': ({ things }) => `${REGION} a rouvert ${le(things.report)}`,
  'year-reports-accepted': ({ things }) => `tous les comptes rendus ${du(things.exercise)} ont été acceptés`,
};
