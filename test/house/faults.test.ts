import { describe, expect, it } from '@jest/globals';
import { runCampaign } from '../../src/faults/campaign.js';
import { rig } from '../rig/database.js';

describe('a house whose processes are killed, frozen and cut off while lives go on', () => {
  it('loses nothing acknowledged, does nothing twice, and leaves nothing stuck: ten seeded faults', async () => {
    const campaign = { seed: 5, rounds: 10, poles: 3, years: 1, outageMs: 600, bundle: rig().bundlePath };
    const report = await runCampaign({ ...campaign, onRound: () => undefined });
    expect(report.breachList).toEqual([]);
    expect(report.storiesTold).toBeGreaterThanOrEqual(3);
    expect(Object.values(report.faults).reduce((sum, times) => sum + times, 0)).toBe(10);
  }, 600_000);
});
