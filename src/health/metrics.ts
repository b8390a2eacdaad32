import type { Counted, Measures } from '../database/metric-reads.js';

interface Family {
  readonly name: string;
  readonly help: string;
  readonly lines: readonly (readonly [labels: string, value: number])[];
}

const by = (label: string, counts: readonly Counted[]) =>
  counts.map(({ name, count }) => [`{${label}="${name}"}`, count] as const);

function families(measures: Measures): readonly Family[] {
  const { differences, notices, tasks, behind, unrung, disagreements, reconciledAt } = measures;
  const total = differences.reduce((sum, { count }) => sum + count, 0);
  return [
    {
      name: 'jalon_reminder_differences',
      help: 'Differences found by the last daily reconciliation: none in a house that is well',
      lines: [['{kind="all"}', total], ...by('kind', differences)],
    },
    {
      name: 'jalon_reconciliation_timestamp_seconds',
      help: 'When the daily reconciliation last ran, by the clock of the house',
      lines: reconciledAt === null ? [] : [['', Date.parse(reconciledAt) / 1000]],
    },
    { name: 'jalon_notices', help: 'Notices by state', lines: by('state', notices) },
    { name: 'jalon_tasks_open', help: 'What waits for a person, by kind', lines: by('kind', tasks) },
    { name: 'jalon_stories_behind', help: 'Dossiers whose story has not heard a fact', lines: [['', behind]] },
    {
      name: 'jalon_story_disagreements',
      help: 'Times that a story awaited something else than its dossier had open: none where one build tells them all',
      lines: [['', disagreements]],
    },
    { name: 'jalon_alarms_unrung', help: 'Dossiers whose alarm has passed and has not rung', lines: [['', unrung]] },
  ];
}

/** The measures in the text format of Prometheus, all of them gauges. */
export function metricsText(measures: Measures): string {
  return families(measures)
    .flatMap(({ name, help, lines }) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} gauge`,
      ...lines.map(([labels, value]) => `${name}${labels} ${value}`),
    ])
    .map(line => `${line}\n`)
    .join('');
}
