import { cents } from '../../src/domain/kernel/cents.js';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { because, breach, type DossierBuilder, paid } from './dossier.js';

/** The number of the délibération that withdraws. */
export const deliberation = '27_2';

/** The carrier was heard on a measure and its grounds, and answered. */
export function heardFor(
  dossier: DossierBuilder,
  matter: string,
  grounds: readonly string[] = breach.grounds,
  more: object = {},
): DossierBuilder {
  const on = { on: dossier.award };
  return dossier
    .does('invite-observations', { ...because, matter, grounds, ...more }, on)
    .does('present-observations', { matter, observations: 'Contesté.' }, on);
}

export const REVOCATION = { ...breach, basis: 'conditions', deliberation };
export const COMMITMENT = { ...because, deliberation, breachOn: civilDate('2027-07-15') };

/** The whole grant withdrawn, its first advance paid: its conditions were not respected. */
export const revoked = (): DossierBuilder => heardFor(paid(), 'withdrawal').does('revoke-grant', REVOCATION);

/** The grant withdrawn for what was to run after a breach of the contrat d'engagement républicain. */
export function withdrawnForCommitment(): DossierBuilder {
  const dossier = heardFor(paid().on('2027-09-01'), 'commitment', ['republican-commitment']);
  return dossier.does('withdraw-for-commitment', { ...COMMITMENT, returnBy: '2028-02-01' });
}

/** A condition of the grant is met no longer: it holds no more from the day of the decision. */
export function abrogated(): DossierBuilder {
  const grounds = ['condition-lapsed:3'];
  const dossier = heardFor(paid(), 'abrogation', grounds);
  return dossier.does('abrogate-grant', { ...because, grounds, deliberation, from: dossier.today });
}

/** A part of the grant withdrawn, then another, each after its own hearing; what was paid beyond is claimed. */
export function withdrawnTwice(): DossierBuilder {
  const dossier = heardFor(paid(), 'withdrawal').does('revoke-grant', { ...REVOCATION, amount: cents(8_500_000) });
  dossier.does('record-recovery-order', { order: 'T-1' }).does('record-recovery');
  return heardFor(dossier, 'withdrawal').does('revoke-grant', { ...REVOCATION, amount: cents(100_000) });
}
