import type { Client } from '@temporalio/client';

/** How far back a present trouble is looked for. */
const TAIL = 40;

/** What the last failed task or activity of a story said, if one of its last events is a failure. */
export async function lastFailure(client: Client, poleId: string): Promise<string | undefined> {
  const { events } = await client.workflow.getHandle(`pole/${poleId}`).fetchHistory();
  const tail = (events ?? []).slice(-TAIL).reverse();
  for (const { workflowTaskFailedEventAttributes: task, markerRecordedEventAttributes: marker } of tail) {
    const message = task?.failure?.message ?? marker?.failure?.cause?.message ?? marker?.failure?.message;
    if (message) return message.split('\n')[0];
  }
  return undefined;
}
