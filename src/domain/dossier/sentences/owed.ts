import type { LaddersEvents } from '../../obligations/ladders-slice.js';
import type { ReferentEvents } from '../../obligations/referent-slice.js';
import type { ObligationEvents } from '../../obligations/slice.js';
import { toRole } from '../roles.js';
import { day, type Sentences } from './teller.js';

export const obligationSentences: Sentences<ObligationEvents> = {
  'obligation-opened': ({ owed }, { due }) =>
    `l’échéance ${owed} s’est ouverte${due === null ? '' : `, pour le ${day(due)}`}`,
  'obligation-done': ({ owed }) => `l’échéance ${owed} a été tenue`,
  'obligation-withdrawn': ({ owed }) => `l’échéance ${owed} est devenue sans objet`,
  'due-date-moved': ({ owed }, { to }) =>
    to === null ? `l’échéance ${owed} a perdu sa date` : `l’échéance ${owed} a été portée au ${day(to)}`,
  'debtor-changed': ({ owed }, { to }) => `l’échéance ${owed} revient désormais ${toRole(to.role)}`,
  'creditor-changed': ({ owed }, { to }) => `l’échéance ${owed} est désormais due ${toRole(to.role)}`,
  'rung-reached': ({ owed }) => `un rappel a été prévu pour l’échéance ${owed}`,
  'obligation-escalated': ({ owed }) => `l’échéance ${owed} a été dépassée`,
  'ladder-changed': ({ owed }) => `les rappels de l’échéance ${owed} ont changé`,
  'reminder-asked': ({ owed, who }) => `${who} a demandé une relance pour l’échéance ${owed}`,
  'extension-requested': ({ owed, who }, { until }) =>
    `${who} a demandé un délai jusqu’au ${day(until)} pour l’échéance ${owed}`,
  'extension-granted': ({ owed, who }, { until }) =>
    `${who} a accordé un délai jusqu’au ${day(until)} pour l’échéance ${owed}`,
  'extension-refused': ({ owed, who }) => `${who} a refusé un délai pour l’échéance ${owed}`,
  'obligation-waived': ({ owed, who }) => `${who} a dispensé de l’échéance ${owed}`,
};

export const laddersSentences: Sentences<LaddersEvents> = {
  'ladders-applied': ({ who }) => `${who} a changé les échelles de relance`,
};

export const referentSentences: Sentences<ReferentEvents> = {
  'referent-assigned': ({ who }) => `${who} a désigné qui est en charge du pôle`,
};
