import { readClock } from '../clock/clock.js';
import { moveClock } from '../record/clock-writes.js';
import { addDays } from '../domain/kernel/civil-date.js';
import { parisMidnight } from '../domain/kernel/paris.js';
import type { SupervisedProcess } from '../embedded/processes.js';
import { MAIL_FAULTS } from './mail-faults.js';
import { apiBack, engineAway, toldDatabaseAway, UNTIL_IT_COMES, workerKilled } from './outages.js';
import { poison } from './poison.js';
import type { Scene } from './scene.js';
import type { Exchange } from './traffic-log.js';

const isAct = ({ key }: Exchange) => key !== undefined;
const isClockStep = ({ method, path }: Exchange) => method === 'POST' && path === '/api/clock';

/** What can happen to a house. Each strikes, lasts, and leaves everything running again. */
export const FAULTS: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  'worker killed in an act': async scene => {
    await scene.house.traffic.next(isAct, UNTIL_IT_COMES);
    await workerKilled(scene);
  },

  'worker killed in an alarm': async scene => {
    await scene.house.traffic.next(isClockStep, UNTIL_IT_COMES);
    await workerKilled(scene);
  },

  'worker killed in a turn, before its declaration is written or just after': async scene => {
    const { house, chance } = scene;
    const catches = chance.happens(0.5) ? 'words' : 'answer';
    await house.proxies.worker.interceptWhen({ says: 'UPDATE dossiers', catches }, UNTIL_IT_COMES, async () => {
      house.worker.kill('SIGKILL');
    });
    await workerKilled(scene);
  },

  'worker frozen before a declaration while another goes on, then thawed': async scene => {
    const { house } = scene;
    const frozen = house.worker;
    await house.proxies.worker.interceptWhen(
      { says: 'UPDATE dossiers', catches: 'words' },
      UNTIL_IT_COMES,
      async () => {
        frozen.kill('SIGSTOP');
        await scene.theClockMayWait(async () => {
          await house.startWorker();
          await scene.pass();
        });
      },
    );
    await thawed(frozen);
    await scene.recovers();
  },

  'API killed between commit and nudge': async scene => {
    const { house } = scene;
    const { api } = house.proxies;
    let committed: Promise<boolean> | undefined;
    await scene.anythingMayFail(async () => {
      await api.interceptWhen({ says: 'INSERT INTO idempotency_keys', catches: 'words' }, UNTIL_IT_COMES, async () => {
        committed = api.interceptWhen({ says: 'COMMIT', catches: 'answer' }, UNTIL_IT_COMES, async () => {
          house.api.kill('SIGKILL');
        });
      });
      await committed;
      await apiBack(scene);
    });
  },

  'API killed in an act, before its commit': async scene => {
    const { house } = scene;
    await scene.anythingMayFail(async () => {
      await house.proxies.api.interceptWhen(
        { says: 'INSERT INTO journal', catches: 'words' },
        UNTIL_IT_COMES,
        async () => {
          house.api.kill('SIGKILL');
        },
      );
      await apiBack(scene);
    });
  },

  'database away': async scene => {
    await scene.anythingMayFail(async () => {
      await scene.house.crashDatabase();
      await toldDatabaseAway(scene);
      await scene.pass();
      await scene.house.startDatabase();
    });
    await scene.recovers();
  },

  'database cut off': async scene => {
    const { api, worker } = scene.house.proxies;
    await scene.anythingMayFail(async () => {
      api.cut();
      worker.cut();
      await toldDatabaseAway(scene);
      await scene.pass();
      api.restore();
      worker.restore();
    });
    await scene.recovers();
  },

  'engine away': async scene => {
    await engineAway(scene, async () => undefined);
  },

  'engine away for a week': async scene => {
    const { manager } = scene.house.owner;
    await engineAway(scene, async () => {
      const { today } = await readClock(manager);
      await moveClock(manager, parisMidnight(addDays(today, 7)));
    });
  },

  ...MAIL_FAULTS,

  'engine slow': async scene => {
    const { engine } = scene.house.proxies;
    await scene.theClockMayWait(async () => {
      engine.slow(scene.chance.between(50, 400));
      await scene.pass();
      engine.restore();
    });
    await scene.recovers();
  },

  'a story that fails for ever': async scene => {
    const { body } = await scene.probe();
    const lift = await poison(scene.house.owner, body.poleId);
    try {
      await scene.house.client.act('porteur-demo', `/api/poles/${body.poleId}/local-groups`, { structures: 3 });
      await scene.recovers();
      await scene.pass();
    } finally {
      await lift();
    }
  },

  'everything at once': async scene => {
    const { house } = scene;
    await scene.anythingMayFail(async () => {
      house.api.kill('SIGKILL');
      house.worker.kill('SIGKILL');
      await Promise.all([house.crashDatabase(), house.killEngine()]);
      await scene.pass();
      await Promise.all([house.startDatabase(), house.startEngine()]);
      await Promise.all([house.startApi(), house.startWorker()]);
    });
    await scene.recovers();
  },
};

async function thawed(worker: SupervisedProcess): Promise<void> {
  worker.kill('SIGCONT');
  await worker.stop();
}
