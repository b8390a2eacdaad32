import { describe, expect, it } from '@jest/globals';
import { metricsText, type HouseMeasures } from '../../src/health/metrics.js';

const QUIET: HouseMeasures = {
  reconciledAt: null,
  differences: [],
  notices: [],
  tasks: [],
  behind: 0,
  unrung: 0,
  disagreements: 0,
  outboxAge: 0,
  lost: null,
};
/** A line of the text format of Prometheus: a name, perhaps labels, a number. */
const SAMPLE = /^[a-z_]+(\{[a-z]+="[^"\\\n]*"\})? -?\d+(\.\d+)?$/;

describe('the measures for a monitoring system', () => {
  it('say that a house that is well has no difference', async () => {
    expect(await metricsText(QUIET)).toContain('jalon_reminder_differences{kind="all"} 0\n');
  });

  it('say how many stories are lost, and nothing when nobody knows', async () => {
    expect(await metricsText({ ...QUIET, lost: 3 })).toContain('jalon_stories_lost 3\n');
    expect(await metricsText(QUIET)).not.toMatch(/^jalon_stories_lost/m);
  });

  it('count the differences of the last reconciliation, in all and by kind', async () => {
    const differences = [
      { name: 'not-rung', count: 2 },
      { name: 'quiet', count: 1 },
    ];
    const text = await metricsText({ ...QUIET, differences, reconciledAt: '2026-03-02T05:30:00Z' });
    expect(text).toContain('jalon_reminder_differences{kind="all"} 3\n');
    expect(text).toContain('jalon_reminder_differences{kind="not-rung"} 2\n');
    expect(text).toContain('jalon_reconciliation_timestamp_seconds 1772429400\n');
  });

  it('are lines that a scraper reads, each family with its help and its type', async () => {
    const counted = [{ name: 'sent', count: 4 }];
    const busy = { ...QUIET, notices: counted, tasks: counted, behind: 1, unrung: 2, disagreements: 3, outboxAge: 600 };
    const lines = (await metricsText(busy)).split('\n').filter(Boolean);
    const samples = lines.filter(line => !line.startsWith('#'));
    expect(samples.every(line => SAMPLE.test(line))).toBe(true);
    expect(lines.filter(line => line.startsWith('# TYPE')).every(line => line.endsWith(' gauge'))).toBe(true);
    expect(samples).toEqual(
      expect.arrayContaining([
        'jalon_notices{state="sent"} 4',
        'jalon_outbox_age_seconds 600',
        'jalon_alarms_unrung 2',
        'jalon_story_disagreements 3',
      ]),
    );
  });
});
