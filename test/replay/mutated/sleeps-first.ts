import { sleep } from '@temporalio/workflow';
import { Telling } from '../../../workflows/pole-workflow.js';

/** The story with one more step: no frozen history may accept it. */
export async function poleStory(poleId: string): Promise<void> {
  const telling = new Telling(poleId);
  await sleep(1000);
  await telling.tell();
}
