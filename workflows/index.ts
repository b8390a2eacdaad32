import { PoleWorkflow } from './pole-workflow.js';

export { postman } from './postman.js';
export { scheduledJob } from './scheduled-job.js';
export { sweepStories } from './sweep.js';

/** The durable story of one pôle: workflow `pole/<id>`. */
export async function poleStory(poleId: string): Promise<void> {
  await new PoleWorkflow(poleId).run();
}
