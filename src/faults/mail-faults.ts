import { setTimeout as delay } from 'node:timers/promises';
import { readClock } from '../clock/clock.js';
import { moveClock } from '../record/clock-writes.js';
import { addDays } from '../domain/kernel/civil-date.js';
import { parisMidnight } from '../domain/kernel/paris.js';
import type { OnMessage } from '../simulation/mail-server.js';
import { apiBack, engineAway, toldDatabaseAway, UNTIL_IT_COMES, workerKilled } from './outages.js';
import type { Scene } from './scene.js';

const HANDING = "SET state = 'handed'";
const NOTING = 'SET state = said.state, answer';

/** What can happen to mails on their way, where the clock steps: the API sends them between two alarms, or the worker. */
export const MAIL_FAULTS: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  'sender killed once a mail is accepted, before it is noted': scene => senderKilled(scene, 'accepts-and-hangs'),

  'sender killed before a mail is accepted': scene => senderKilled(scene, 'hangs'),

  'worker killed while ringing, before its notices are written or just after': async scene => {
    const { house, chance } = scene;
    const catches = chance.happens(0.5) ? 'words' : 'answer';
    await house.proxies.worker.interceptWhen({ says: 'INSERT INTO notices', catches }, UNTIL_IT_COMES, async () => {
      house.worker.kill('SIGKILL');
    });
    await workerKilled(scene);
  },

  'mail server away for two days': async scene => {
    const { mail, owner } = scene.house;
    const { today } = await readClock(owner.manager);
    await mail.stop();
    const back = addDays(today, 2);
    const isBack = async () => (await readClock(owner.manager)).today >= back;
    await scene.awaits('deux jours', isBack, UNTIL_IT_COMES);
    await mail.start();
  },

  'mail server that accepts and hangs': scene => serverHangs(scene, 'accepts-and-hangs'),

  'mail server that hangs': scene => serverHangs(scene, 'hangs'),

  'mail server that refuses an address': async scene => {
    const { mail, traffic } = scene.house;
    mail.refuses = address => (address.startsWith('conseil-de-developpement@') ? 550 : undefined);
    for (let steps = 0; steps < 3; steps++) await traffic.next(({ path }) => path === '/api/clock', UNTIL_IT_COMES);
    mail.refuses = () => undefined;
  },

  'database away while a mail is handed or noted': async scene => {
    const { house, chance } = scene;
    const says = chance.happens(0.5) ? HANDING : NOTING;
    const catches = chance.happens(0.5) ? 'words' : 'answer';
    await scene.anythingMayFail(async () => {
      const crash = () => house.crashDatabase();
      if (!(await house.proxies.api.interceptWhen({ says, catches }, UNTIL_IT_COMES, crash))) await crash();
      await toldDatabaseAway(scene);
      await scene.pass();
      await house.startDatabase();
    });
    await scene.recovers();
  },

  'engine away for three days': async scene => {
    const { manager } = scene.house.owner;
    await engineAway(scene, async () => {
      const { today } = await readClock(manager);
      await moveClock(manager, parisMidnight(addDays(today, 3)));
    });
  },
};

/** Whoever gives a mail to the server then dies, with the server's answer unheard. */
async function senderKilled(scene: Scene, onMessage: OnMessage): Promise<void> {
  const { house } = scene;
  const { mail, proxies } = house;
  await scene.anythingMayFail(async () => {
    await untilGiven(scene, onMessage);
    const isWorker = proxies.workerMail.isUsed;
    (isWorker ? house.worker : house.api).kill('SIGKILL');
    mail.onMessage = 'accepts';
    mail.dropAll();
    await scene.pass();
    if (isWorker) await house.startWorker();
    else await apiBack(scene);
  });
  await scene.recovers();
}

/** The server is given mails and says nothing, then breaks off, and is well again. */
async function serverHangs(scene: Scene, onMessage: OnMessage): Promise<void> {
  const { mail } = scene.house;
  await untilGiven(scene, onMessage);
  await scene.pass();
  mail.onMessage = 'accepts';
  mail.dropAll();
}

/** Waits until the server, which behaves so from now on, was given a mail. */
async function untilGiven({ house: { mail } }: Scene, onMessage: OnMessage): Promise<void> {
  mail.onMessage = onMessage;
  await Promise.race([mail.untilGiven(mail.given + 1), delay(UNTIL_IT_COMES)]);
}
