import { describe, expect, it } from '@jest/globals';
import { runCampaign } from '../../src/faults/campaign.js';
import { FAULTS } from '../../src/faults/faults.js';
import { MAIL_FAULTS } from '../../src/faults/mail-faults.js';
import { runMailKills } from '../../src/faults/mail-kills.js';
import { inForm } from '../builders/form.js';
import { rig } from '../rig/database.js';

const bundle = () => rig().bundlePath;
/** Not every fault strikes here: `npm run faults` has them all. */
const ROUNDS = inForm(5, 40);
const KILLS = inForm(2, 16);
const campaign = { poles: 3, years: 1, outageMs: 600, recoveryMs: 240_000, onRound: () => undefined };
const total = (times: Readonly<Record<string, number>>) => Object.values(times).reduce((sum, count) => sum + count, 0);

describe('a house whose processes are killed, frozen and cut off while lives go on', () => {
  it(`loses nothing acknowledged, does nothing twice, and leaves nothing stuck: ${ROUNDS} seeded faults`, async () => {
    const faults = Object.keys(FAULTS);
    const report = await runCampaign({ ...campaign, seed: 5, rounds: ROUNDS, faults, bundle: bundle() });
    expect(report.breachList).toEqual([]);
    expect(report.storiesTold).toBeGreaterThanOrEqual(3);
    expect(total(report.faults)).toBe(ROUNDS);
    expect(Object.keys(report.faults).some(name => name in MAIL_FAULTS)).toBe(true);
    expect(report.mails.sent).toBeGreaterThan(0);
  });
});

describe('a house whose clock runs, and whose worker is killed while it rings and sends', () => {
  it(`has each reminder leave once, late ones saying so, or asks a person: ${KILLS} kills, then 72 hours away`, async () => {
    const report = await runMailKills({
      kills: KILLS,
      seed: 4,
      alone: false,
      bundle: bundle(),
      onKill: () => undefined,
    });
    expect(report.breachList).toEqual([]);
    expect(total(report.moments)).toBe(KILLS);
    expect(report.lateAfterOutage).toBeGreaterThan(0);
    expect(report.mails.sent).toBeGreaterThan(0);
  });
});
