import { du, le } from '../../kernel/french.js';
import type { LifecycleEvents } from '../../lifecycle/slice.js';
import { MATTERS } from '../obligation-names.js';
import { day, euros, FAVOURABILITY, REGION, type Sentences } from './teller.js';

export const lifecycleSentences: Sentences<LifecycleEvents> = {
  'project-withdrawn': () => 'le projet a été retiré',
  'withdrawal-acknowledged': () => `${REGION} a pris acte du retrait du projet`,
  'project-refused': () => 'le projet a été refusé',
  'grant-withdrawn': ({ things }, { whole, amount }) =>
    `${REGION} a retiré ${whole ? le(things.grant) : `une part ${du(things.grant)}`} : ${euros(amount)}`,
  'grant-abrogated': ({ things }, { from }) => `${REGION} a abrogé ${le(things.grant)} à compter du ${day(from)}`,
  'step-not-applicable': ({ who }) => `${who} a déclaré une étape sans objet pour ce dossier`,
  'dossier-suspended': () => `${REGION} a suspendu le dossier`,
  'dossier-resumed': () => `${REGION} a repris le dossier`,
  'pole-abandoned': () => 'le pôle a été abandonné',
  'convention-terminated': (_, { by }) =>
    by === 'region' ? `${REGION} a résilié la convention` : 'la structure porteuse a résilié la convention',
  'formal-notice-given': ({ applicant }, { term }) =>
    `${REGION} a mis en demeure ${applicant}, avec un délai jusqu’au ${day(term)}`,
  'observations-invited': ({ applicant }, { matter, term }) =>
    `${REGION} a invité ${applicant} à présenter ses observations sur ${MATTERS[matter]} avant le ${day(term)}`,
  'observations-presented': ({ applicant }, { matter }) =>
    `${applicant} a présenté ses observations sur ${MATTERS[matter]}`,
  'observations-term-ended': (_, { matter }) => `le délai des observations sur ${MATTERS[matter]} s’est écoulé`,
  'carrier-transferred': (tell, { from, to }) =>
    `la structure porteuse a changé : ${tell.body(to, 'la nouvelle')}, après ${tell.body(from, 'l’ancienne')}`,
  'former-carrier-settled': (tell, { carrier }) =>
    `le compte de l’ancienne structure porteuse a été arrêté : ${tell.body(carrier, 'elle n’a pas de nom connu')}`,
  'final-evaluation-recorded': (_, { outcome }) => `l’évaluation finale a été partagée : ${FAVOURABILITY[outcome]}`,
  'renewal-requested': () => 'le renouvellement de la convention a été demandé',
  'excess-claimed': (_, { amount }) => `un trop-perçu de ${euros(amount)} a été constaté`,
  'recovery-ordered': (_, { order, amount }) => `${REGION} a émis le titre de recettes ${order} : ${euros(amount)}`,
  'recovery-collected': (_, { amount }) => `le trop-perçu a été recouvré : ${euros(amount)}`,
  'recovery-waived': () => `${REGION} a remis le trop-perçu`,
  'dossier-closed': () => 'le dossier a été clos',
  'block-overridden': ({ who }) => `${who} a levé un blocage par une décision motivée`,
  'fact-retracted': ({ who }) => `${who} a annulé un fait par rectification`,
  'represented-body-rectified': ({ who }) => `${who} a rectifié au nom de qui un fait avait été noté`,
};
