import {
  notifyConvention,
  notifyGrant,
  notifyRefusal,
  publishDeliberation,
  publishEssentialData,
  transmitDeliberation,
} from './execution-acts.js';
import { signConvention } from './signature-acts.js';
import { acknowledgeRequest, deliverPieces, demandPieces, enterAgenda, reportInstruction } from './instruction-acts.js';
import { recordCourtDecision } from './court.js';
import { answerLegalityLetter, recordLegalityLetter } from './legality.js';
import { lapseAmendment, requestAmendment } from './amendment-acts.js';
import { requestGrant, requestStudyGrant, requestYearGrant } from './request-acts.js';
import { recordVote } from './vote-acts.js';

export const awardActs = [
  requestStudyGrant,
  requestGrant,
  requestYearGrant,
  requestAmendment,
  acknowledgeRequest,
  demandPieces,
  deliverPieces,
  reportInstruction,
  enterAgenda,
  recordVote,
  transmitDeliberation,
  recordLegalityLetter,
  answerLegalityLetter,
  recordCourtDecision,
  publishDeliberation,
  notifyGrant,
  notifyRefusal,
  signConvention,
  notifyConvention,
  publishEssentialData,
  lapseAmendment,
] as const;
