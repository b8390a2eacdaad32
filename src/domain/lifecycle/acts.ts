import { abrogateGrant } from './abrogation-acts.js';
import { correctionActs } from './correction-acts.js';
import { endingActs } from './ending-acts.js';
import { markStepNotApplicable } from './not-applicable-acts.js';
import { observationsActs } from './observations-acts.js';
import { renewalActs } from './renewal-acts.js';
import { rectifyRepresentedBody } from './represented-acts.js';
import { settlementActs } from './settlement-acts.js';
import { suspensionActs } from './suspension-acts.js';
import { withdrawalActs } from './withdrawal-acts.js';

export const lifecycleActs = [
  ...suspensionActs,
  ...renewalActs,
  ...observationsActs,
  ...endingActs,
  ...withdrawalActs,
  abrogateGrant,
  ...settlementActs,
  ...correctionActs,
  rectifyRepresentedBody,
  markStepNotApplicable,
] as const;
