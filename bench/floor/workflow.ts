import { condition, defineUpdate, proxyLocalActivities, setHandler } from '@temporalio/workflow';
import type { FloorActivities } from './worker.js';

export const insert = defineUpdate('insert');

const { insertRow } = proxyLocalActivities<FloorActivities>({ startToCloseTimeout: '30 seconds' });

/** The least that an engine can do for an act: one update, one local activity, one row. */
export async function floorStory(): Promise<void> {
  setHandler(insert, () => insertRow());
  await condition(() => false);
}
