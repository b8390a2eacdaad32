import { Gauge, Registry } from 'prom-client';
import type { Counted, Measures } from '../database/metric-reads.js';

interface Family {
  readonly name: string;
  readonly help: string;
  readonly label?: string;
  readonly counts: readonly Counted[];
}

const single = (count: number): readonly Counted[] => [{ name: '', count }];

/** What is measured of the house; how many stories the engine has lost, null when it does not answer. */
export type HouseMeasures = Measures & { readonly lost: number | null };

function families(measures: HouseMeasures): readonly Family[] {
  const { differences, notices, tasks, behind, unrung, disagreements, reconciledAt, outboxAge, lost } = measures;
  const all = { name: 'all', count: differences.reduce((sum, { count }) => sum + count, 0) };
  return [
    {
      name: 'jalon_reminder_differences',
      help: 'Differences found by the last daily reconciliation: none in a house that is well',
      ...{ label: 'kind', counts: [all, ...differences] },
    },
    {
      name: 'jalon_reconciliation_timestamp_seconds',
      help: 'When the daily reconciliation last ran, by the clock of the house',
      counts: reconciledAt === null ? [] : single(Date.parse(reconciledAt) / 1000),
    },
    { name: 'jalon_notices', help: 'Notices by state', label: 'state', counts: notices },
    {
      name: 'jalon_outbox_age_seconds',
      help: 'For how long the oldest notice that may leave has waited; 0 when none waits',
      counts: single(outboxAge),
    },
    { name: 'jalon_tasks_open', help: 'What waits for a person, by kind', label: 'kind', counts: tasks },
    { name: 'jalon_stories_behind', help: 'Dossiers whose story has not heard a fact', counts: single(behind) },
    {
      name: 'jalon_stories_lost',
      help: 'Dossiers that await something and of which the engine tells no story; absent while it does not answer',
      counts: lost === null ? [] : single(lost),
    },
    {
      name: 'jalon_story_disagreements',
      help: 'Times that a story awaited something else than its dossier had open: none where one build tells them all',
      counts: single(disagreements),
    },
    { name: 'jalon_alarms_unrung', help: 'Dossiers whose alarm has passed and has not rung', counts: single(unrung) },
  ];
}

/** The measures of the house, all of them gauges, and the numbers of a process, in the text format of Prometheus. */
export async function metricsText(measures: HouseMeasures, ofProcess = new Registry()): Promise<string> {
  const ofHouse = new Registry();
  for (const { name, help, label, counts } of families(measures)) {
    // A number without labels is 0 from the start: what nobody knows is left out, not told as none.
    if (label === undefined && counts.length === 0) continue;
    const labelNames = label === undefined ? [] : [label];
    const gauge = new Gauge({ name, help, labelNames, registers: [ofHouse] });
    gauge.reset();
    for (const counted of counts) gauge.set(label === undefined ? {} : { [label]: counted.name }, counted.count);
  }
  return Registry.merge([ofHouse, ofProcess]).metrics();
}
