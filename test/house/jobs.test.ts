import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays, civilDate } from '../../src/domain/kernel/civil-date.js';
import { addContact, setPreference } from '../../src/record/people/contacts.js';
import { runningFrom } from '../builders/clocks.js';
import { digestsOf, weeklyReader } from '../builders/digests.js';
import { Walker } from '../builders/walker.js';
import { opening } from '../builders/http-walks.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;

beforeEach(async () => {
  house = await startHouse();
});

afterEach(() => house.close());

const standAt = (at: string) => house.source.query('UPDATE clock SET stands_at = $1', [at]);

describe('a job made up for after an outage', () => {
  it('is the run of the day that was missed: the one of today still comes', async () => {
    for (const at of ['2026-03-11T01:00:00Z', '2026-03-11T05:30:00Z', '2026-03-11T09:00:00Z']) {
      await standAt(at);
      await house.jobs.run('reconciliation');
    }
    expect(await house.source.query('SELECT day, ran_at FROM job_runs ORDER BY day')).toEqual([
      { day: '2026-03-10', ran_at: '2026-03-11T01:00:00Z' },
      { day: '2026-03-11', ran_at: '2026-03-11T05:30:00Z' },
    ]);
  });

  it('started by Temporal a few seconds before the clock of the house says so is the run of today', async () => {
    await runningFrom(house, '2026-03-11T05:29:30Z');
    await house.jobs.runByTheCalendar('reconciliation');
    expect(await house.source.query('SELECT day FROM job_runs')).toEqual([{ day: '2026-03-11' }]);
  });
});

describe('the controls of each night, where the clock steps', () => {
  it('are made once a week however small the steps are: they change nothing that people see', async () => {
    for (let day = civilDate('2026-02-03'); day <= '2026-02-20'; day = addDays(day, 1)) await house.client.step(day);
    const days = await house.source.query("SELECT day FROM job_runs WHERE job = 'dossiers' ORDER BY day");
    expect(days).toEqual(['2026-02-03', '2026-02-10', '2026-02-17'].map(day => ({ day })));
  });
});

describe('the digest of the week', () => {
  it('leaves on its very Monday, though nothing rings between the reminder and then', async () => {
    await weeklyReader(house, 'conseil-brest');
    await new Walker(house.client).walk(opening);
    await house.client.step(civilDate('2026-06-02'));
    expect(
      (await digestsOf(house, 'conseil-brest@demonstration.example')).map(({ sentAt, rungs }) => ({ sentAt, rungs })),
    ).toEqual([
      { sentAt: '2026-04-20T06:40:00Z', rungs: ['j-15'] },
      { sentAt: '2026-05-04T06:40:00Z', rungs: ['jo-3'] },
      { sentAt: '2026-05-11T06:40:00Z', rungs: ['j+1'] },
      { sentAt: '2026-05-25T06:40:00Z', rungs: ['j+15'] },
    ]);
  });

  it('is one mail with what they want each day, and for all the roles that one person holds', async () => {
    const { manager } = house.source;
    await house.owner.query("UPDATE contacts SET valid_to = '2026-01-31' WHERE role = 'council'");
    const member = {
      ...{ role: 'council' as const, name: 'Membre fictif', shared: false, account: null },
      ...{ bodies: [], pays: [] },
    };
    const years = { valid_from: civilDate('2026-01-01'), valid_to: null };
    const daily = await addContact(manager, { ...member, ...years, email: 'Membre@conseil.example' });
    const weekly = await addContact(manager, { ...member, ...years, email: 'membre@conseil.example' });
    await setPreference(manager, daily, '*', 'daily');
    await setPreference(manager, weekly, '*', 'weekly');
    await new Walker(house.client).walk(opening);
    await house.client.step(civilDate('2026-04-21'));
    expect(await digestsOf(house, 'membre@conseil.example')).toMatchObject([
      {
        ...{ sentAt: '2026-04-20T06:40:00Z', rungs: ['j-15', 'j-15'] },
        subject: expect.stringMatching(/^Avant le 4 mai : avis du Conseil de développement/),
      },
    ]);
  });
});
