import { sleep } from '@temporalio/workflow';
import { PoleWorkflow } from '../../../workflows/pole-workflow.js';

/** The story with one more step: no frozen history may accept it. */
export async function poleStory(poleId: string): Promise<void> {
  const poleWorkflow = new PoleWorkflow(poleId);
  await sleep(1000);
  await poleWorkflow.run();
}
