import { describe, expect, it } from '@jest/globals';
import { factsOf } from '../../src/domain/dossier/expectations.js';
import { dueOf } from '../../src/domain/dossier/owing.js';
import { cents } from '../../src/domain/kernel/cents.js';
import { rehearse } from '../../src/rehearsal/rehearse.js';
import {
  ACCOUNT,
  BEARER,
  because,
  breach,
  claimed,
  type DossierBuilder,
  FIRST_ADVANCE,
  inForce,
  ordered,
  paid,
  signature,
  studyGranted,
  voted,
} from '../builders/dossier.js';
import {
  amended,
  convention,
  firstYearOver,
  heardOnExcess,
  overtaken,
  running,
  withExcess,
} from '../builders/whole-life-dossiers.js';

const ofConvention = (dossier: DossierBuilder) => ({ on: { award: convention(dossier).id } });

async function owed(dossier: DossierBuilder, ...kinds: readonly string[]): Promise<readonly string[]> {
  return (await rehearse(factsOf(dossier.events))).filter(key => kinds.includes(key.split('/')[0] ?? ''));
}

const published = (dossier: DossierBuilder) => owed(dossier, 'essential-data');
const accounted = (dossier: DossierBuilder) => owed(dossier, 'former-carrier-account');

/** A convention transmitted and notified as granted, signed by these parties and not notified as signed. */
function signedBy(...parties: readonly string[]): DossierBuilder {
  const dossier = voted().does('transmit-deliberation', { receipt: 'R' }).does('notify-grant');
  for (const party of parties) dossier.does('sign-convention', signature(dossier, party));
  return dossier;
}

describe('the publication of the essential data of a grant', () => {
  it.each(['abandon-pole'])('stays owed after %s, by the day it had, until met', async act => {
    const dossier = running();
    const key = `essential-data/${convention(dossier).id}`;
    const before = dueOf(key, dossier.state, dossier.rules);
    expect(await published(dossier.does(act, because))).toEqual([key]);
    expect([dossier.refusals('publish-essential-data', {}, ofConvention(dossier)), before?.on]).toEqual([
      [],
      '2026-05-02',
    ]);
    expect(dueOf(key, dossier.state, dossier.rules)).toEqual(before);
    expect(await published(dossier.does('publish-essential-data', {}, ofConvention(dossier)))).toEqual([]);
  });

  it('stays owed after a termination by the Région', async () => {
    const dossier = running().does('invite-observations', { matter: 'termination', ...breach });
    dossier.does('present-observations', { matter: 'termination', observations: 'Aucune.' });
    const key = `essential-data/${convention(dossier).id}`;
    expect(await published(dossier.does('terminate-by-region', breach))).toEqual([key]);
  });

  it('stays owed when a project whose convention both parties signed is withdrawn before it is notified', async () => {
    const dossier = signedBy('carrier', 'region').does('withdraw-project', because);
    expect(await published(dossier)).toEqual([`essential-data/${convention(dossier).id}`]);
    expect(await published(dossier.does('publish-essential-data'))).toEqual([]);
  });

  it.each([[['region']], [['carrier']], [[]]])('is not owed of what only %j signed', async parties => {
    expect(await published(signedBy(...parties).does('withdraw-project', because))).toEqual([]);
  });

  it('keeps the signature that it rests on from being taken back after the end', () => {
    const dossier = signedBy('carrier', 'region');
    const event = dossier.events.at(-1)?.id ?? '';
    dossier.does('withdraw-project', because);
    expect(dossier.refusals('retract-fact', { event, reason: 'Erreur.' })).toEqual(['built-upon']);
  });

  it('stays owed for the study when its project is withdrawn', async () => {
    const dossier = studyGranted();
    const { award } = dossier.award;
    expect(await published(dossier.does('withdraw-project', because))).toEqual([`essential-data/${award}`]);
  });

  it('stays owed of an amendment too, and not of what was published', async () => {
    const dossier = inForce().does('publish-essential-data');
    amended(dossier, { carrier: { name: 'Reprise fictive', siret: BEARER } });
    const amendment = dossier.award.award;
    expect(await published(dossier.does('abandon-pole', because))).toEqual([`essential-data/${amendment}`]);
  });

  it('is not owed of an amendment that was signed, then let go', async () => {
    const dossier = overtaken();
    dossier.does('lapse-amendment', {}, { on: dossier.award }).does('abandon-pole', because);
    expect(await published(dossier)).toEqual([`essential-data/${convention(dossier).id}`]);
  });

  it('met before the end, is owed no more', async () => {
    const dossier = running().does('publish-essential-data', {}).does('abandon-pole', because);
    expect(await published(dossier)).toEqual([]);
  });
});

describe('the account of a former carrier', () => {
  const transferred = () => amended(running(), { carrier: { name: 'Reprise fictive', siret: BEARER } });

  it.each(['abandon-pole'])('stays owed after %s, until it is settled', async act => {
    const dossier = transferred();
    const before = await accounted(dossier);
    expect(before).toEqual([`former-carrier-account/${dossier.award.award}`]);
    expect(await accounted(dossier.does(act, because))).toEqual(before);
    expect(await accounted(dossier.does('settle-former-carrier', {}, ofConvention(dossier)))).toEqual([]);
  });

  it('settled before the end, is owed no more', async () => {
    const dossier = transferred();
    dossier.does('settle-former-carrier', {}, ofConvention(dossier)).does('abandon-pole', because);
    expect(await accounted(dossier)).toEqual([]);
  });
});

describe('an excess that a settlement told before the end', () => {
  const recovered = (dossier: DossierBuilder) =>
    owed(dossier, 'observations-invitation', 'observations', 'recovery-order', 'recovery', 'closure');
  const allPublished = (build: () => DossierBuilder) => build().does('publish-essential-data');
  const invited = () => withExcess().does('invite-observations', { matter: 'recovery', ...because });
  const claimedBack = () => heardOnExcess().does('record-recovery-order', { order: 'T-1' });

  it.each<[what: string, build: () => DossierBuilder, key: (id: string) => string]>([
    ['on which nobody is heard', withExcess, id => `observations-invitation/${id}/recovery`],
    ['on which the carrier may answer', invited, id => `observations/${id}/recovery`],
    ['on which the carrier was heard', heardOnExcess, id => `recovery-order/${id}`],
    ['that is ordered', claimedBack, id => `recovery/${id}`],
  ])('%s stays owed, and the closure after it', async (_what, build, key) => {
    const dossier = allPublished(build);
    const [before] = await recovered(dossier);
    expect(before).toBe(key(convention(dossier).id));
    expect(await recovered(dossier.does('abandon-pole', because))).toEqual([before]);
    dossier.does('waive-recovery', because);
    expect(await recovered(dossier)).toEqual(['closure/1']);
    expect(dossier.refusals('close-dossier')).toEqual([]);
  });

  it('stays owed by the day it had, and may be paid back after the end', async () => {
    const dossier = allPublished(claimedBack);
    const key = `recovery/${convention(dossier).id}`;
    const before = dueOf(key, dossier.state, dossier.rules);
    dossier.does('abandon-pole', because);
    expect([dueOf(key, dossier.state, dossier.rules), before?.on]).toEqual([before, '2030-03-01']);
    expect(await recovered(dossier.does('record-recovery'))).toEqual(['closure/1']);
  });

  it.each([
    ['collected', () => claimedBack().does('record-recovery')],
    ['waived', () => withExcess().does('waive-recovery', because)],
  ])('is owed no more once %s', async (_what, build) => {
    expect(await recovered(allPublished(build).does('abandon-pole', because))).toEqual(['closure/1']);
  });
});

describe('the payments of what an end leaves', () => {
  const PAYING = ['instalment-claim', 'liquidation', 'liquidation-validation', 'payment-order', 'payment'];
  const paying = async (dossier: DossierBuilder) => (await owed(dossier, ...PAYING)).map(key => key.split('/')[0]);
  const line = { amount: FIRST_ADVANCE };
  const prepared = () => claimed().does('prepare-liquidation', line);

  it.each<[what: string, build: () => DossierBuilder, owing: readonly string[]]>([
    ['not asked for', inForce, []],
    ['asked for', claimed, ['liquidation']],
    ['prepared', prepared, ['liquidation-validation']],
    ['returned', () => prepared().does('return-liquidation', because), ['liquidation']],
    ['validated', () => prepared().does('validate-liquidation'), ['payment-order']],
    ['ordered', ordered, ['payment']],
    ['made', paid, []],
  ])('%s, are owed as before it', async (_what, build, owing) => {
    expect(await paying(build().does('abandon-pole', because))).toEqual(owing);
  });

  it('asked for after it, are owed from then on, until they are made', async () => {
    const dossier = inForce().does('abandon-pole', because);
    expect(await paying(dossier.does('claim-instalment', ACCOUNT))).toEqual(['liquidation']);
    const due = { amount: cents(100) };
    dossier.does('prepare-liquidation', due).does('validate-liquidation').does('record-payment-order', { order: 'M' });
    expect(await paying(dossier)).toEqual(['payment']);
    expect(await paying(dossier.does('record-payment', due))).toEqual([]);
  });

  it('rejected after it, are liquidated anew', async () => {
    const dossier = ordered().does('abandon-pole', because);
    expect(await paying(dossier.does('record-payment-rejection', { reason: 'other' }))).toEqual(['liquidation']);
  });

  it('of a year that had not begun are not left', () => {
    const dossier = firstYearOver().does('abandon-pole', because);
    const ending = dossier.events.at(-1);
    const { id } = convention(dossier);
    expect(ending?.data).toMatchObject({
      cycles: [{ payments: [`${id}/1/2/1`, `${id}/2/1/1`, `${id}/2/2/1`] }],
    });
  });
});

describe('an end recorded before these duties outlived it', () => {
  it('still leaves the accounts that it names', async () => {
    const dossier = running();
    const { id } = convention(dossier);
    const cycle = { award: id, years: [], payments: [] };
    dossier.records([{ type: 'pole-abandoned', data: { cycles: [cycle] }, date: dossier.today }], 'abandon-pole');
    expect(await dossier.awaits()).toEqual(['settlement']);
  });
});
