import { setTimeout as delay } from 'node:timers/promises';
import { A_MOMENT_MS } from './scene.js';
import { soon } from './soon.js';
import type { Scene } from './scene.js';

/** Milliseconds that a fault waits for what it strikes at. */
export const UNTIL_IT_COMES = 15_000;

/** The worker dies; another takes its place, and everything goes on. */
export async function workerKilled(scene: Scene): Promise<void> {
  const { house } = scene;
  await scene.theClockMayWait(async () => {
    house.worker.kill('SIGKILL');
    await scene.pass();
    await house.startWorker();
  });
  await scene.recovers();
}

/** The API dies, if it still lived, and is started again. */
export async function apiBack(scene: Scene): Promise<void> {
  scene.house.api.kill('SIGKILL');
  await scene.house.api.stop();
  await scene.house.startApi();
}

/** Acts and readings are refused clearly, with the time after which to ask again. */
export async function toldDatabaseAway(scene: Scene): Promise<void> {
  const answers = [await scene.probe(), await scene.house.hasty.read('instructrice', '/api/poles')];
  for (const { status, body } of answers)
    if (status !== 503) scene.breach(`base absente : ${status} ${body.type ?? ''} au lieu de 503`);
}

/** Acts are recorded and say what is awaited, and soon that the engine is away; readings work, and nobody waits. */
export async function engineAway(scene: Scene, meanwhile: () => Promise<void>): Promise<void> {
  const { house } = scene;
  await scene.theClockMayWait(async () => {
    await house.killEngine();
    const isKnown = async () => {
      await delay(A_MOMENT_MS);
      return (await scene.probe()).body.engine === 'late';
    };
    await soon('d’un acte qui dit que le moteur est absent', isKnown, UNTIL_IT_COMES);
    await meanwhile();
    for (let rank = 0; rank < 3; rank++) {
      const { status, body, milliseconds } = await scene.probe();
      if (status !== 201 || body.engine !== 'late' || body.awaited.length === 0)
        scene.breach(`moteur absent : ${status}, moteur ${body.engine}, ${body.awaited?.length} attentes`);
      scene.lateAnswers.push(milliseconds);
    }
    const { status } = await house.hasty.read('instructrice', '/api/poles');
    if (status !== 200) scene.breach(`moteur absent : la lecture répond ${status}`);
    await scene.pass();
    await house.startEngine();
  });
  await scene.recovers();
}
