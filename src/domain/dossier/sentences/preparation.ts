import type { CouncilOpinionEvents } from '../../council-opinion/slice.js';
import type { InitiativeEvents, InitiatorKind } from '../../initiative/slice.js';
import type { LegitimationConclusion, LegitimationEvents } from '../../legitimation/slice.js';
import type { StudyEvents } from '../../prefiguration-study/slice.js';
import { CRESS, FAVOURABILITY, REGION, type Sentences } from './teller.js';

const INITIATORS: Readonly<Record<InitiatorKind, string>> = {
  'ess-actors': 'des acteurs de l’ESS ont déclaré l’initiative',
  'local-authority': 'une collectivité a déclaré l’initiative',
  pays: 'le pays a déclaré l’initiative',
};

const CONCLUSIONS: Readonly<Record<LegitimationConclusion, string>> = {
  legitimate: 'est légitime',
  'not-yet': 'ne l’est pas encore',
};

export const initiativeSentences: Sentences<InitiativeEvents> = {
  'initiative-declared': (_, { initiator }) => INITIATORS[initiator],
  'local-group-formed': (_, { structures }) =>
    `le groupe local s’est constitué, avec ${structures} structure${structures > 1 ? 's' : ''}`,
  'council-designated': ({ council }) => `${council} a été désigné`,
  'pole-labelled': (_, { reference }) => `${REGION} a labellisé le pôle (${reference})`,
};

export const studySentences: Sentences<StudyEvents> = {
  'study-skipped': () => 'l’étude de préfiguration n’a pas été retenue',
  'study-commissioned': (tell, { bearer }) =>
    `l’étude de préfiguration a été demandée, portée par ${tell.body(bearer, 'une structure')}`,
  'study-refused': () => 'l’étude de préfiguration a été refusée',
  'study-delivered': () => 'l’étude de préfiguration a été rendue',
  'study-validated': () => `${REGION} a validé l’étude de préfiguration`,
  'study-sent-back': () => `${REGION} a renvoyé l’étude de préfiguration pour complément`,
};

export const opinionSentences: Sentences<CouncilOpinionEvents> = {
  'opinion-given': ({ council }, { outcome }) => `${council} a rendu un avis ${FAVOURABILITY[outcome]}`,
  'opinion-passed-over': ({ council }) => `${REGION} a poursuivi sans l’avis en retard : ${council} ne l’a pas rendu`,
  'opinion-waived': ({ council }) => `${REGION} a dispensé le projet d’un avis : ${council} ne le rendra pas`,
  'revised-project-filed': () => 'le projet révisé a été déposé',
  'opinion-requested': ({ council }) => `un nouvel avis a été demandé : ${council} le rendra`,
};

export const legitimationSentences: Sentences<LegitimationEvents> = {
  'cress-meeting-held': (_, { participants }) =>
    `${CRESS} a réuni ${participants} participant${participants > 1 ? 's' : ''}`,
  'legitimation-note-written': (tell, { carrier, conclusion }) =>
    `${CRESS} a écrit sa note de légitimation : ${tell.body(carrier)} ${CONCLUSIONS[conclusion]}`,
  'successor-examined': (tell, { carrier, conclusion }) =>
    `${CRESS} a écrit sa note sur la nouvelle structure porteuse : ${tell.body(carrier)} ${CONCLUSIONS[conclusion]}`,
};
