import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { controlHouse } from '../../src/simulation/controls.js';
import { Walker } from '../builders/walker.js';
import { because, opening } from '../builders/http-walks.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;
let pole: string;

beforeAll(async () => {
  house = await startHouse();
  const walker = new Walker(house.client);
  await walker.walk(opening);
  pole = walker.poleId;
  await away('cheffe-de-service', 'instructeur-2', '2026-02-10', '2026-02-20');
  await away('conseil-brest', 'porteur-etude', '2026-02-10', '2026-02-20', 422);
});

afterAll(() => house.close());

async function contactOf(account: string): Promise<string> {
  const rows = await house.source.query<{ id: string }[]>('SELECT id FROM contacts WHERE account = $1', [account]);
  return rows[0]?.id ?? '';
}

async function away(who: string, delegate: string, firstDay: string, lastDay: string, wanted = 201): Promise<void> {
  const body = { firstDay, lastDay, delegate: await contactOf(delegate) };
  const { status } = await house.client.send(who, 'POST', `/api/contacts/${await contactOf(who)}/absences`, body);
  expect(status).toBe(wanted);
}

const waives = (account: string) => house.client.act(account, `/api/poles/${pole}/suspensions`, because);
const resumes = (account: string) => house.client.act(account, `/api/poles/${pole}/resumptions`, because);

describe('someone to whom an absent colleague delegates', () => {
  it('may not act for them before the first day', async () => {
    expect((await waives('instructeur-2')).status).toBe(403);
  });

  it('acts for them from the first day to the last, and the journal says who acted in whose place', async () => {
    await house.client.step(civilDate('2026-02-10'));
    const { status, body } = await waives('instructeur-2');
    expect(status).toBe(201);
    expect(body.events[0]).toMatchObject({ by: 'instructeur-2', as: 'manager', insteadOf: 'cheffe-de-service' });
    await house.client.step(civilDate('2026-02-20'));
    expect((await resumes('instructeur-2')).status).toBe(201);
  });

  it('does in their own name what is theirs to do', async () => {
    const { body } = await house.client.act('instructeur-2', `/api/poles/${pole}/study-skips`, because);
    expect(body.events[0]).toMatchObject({ as: 'instructor', insteadOf: null });
  });

  it('does not lend again what was lent', async () => {
    const absence = [await contactOf('instructeur-2'), await contactOf('gestionnaire-financiere')];
    await house.owner.query(
      `INSERT INTO absences (id, contact_id, delegate_id, first_day, last_day, lends)
       VALUES (gen_random_uuid(), $1, $2, '2026-02-19', '2026-02-21', true)`,
      absence,
    );
    expect((await waives('gestionnaire-financiere')).status).toBe(403);
  });

  it('who is of another service is lent nothing, and may not even read', async () => {
    const opinion = { outcome: 'favourable' };
    expect((await house.client.act('porteur-etude', `/api/poles/${pole}/council-opinions`, opinion)).status).toBe(404);
  });

  it('may not act for them after the last day', async () => {
    await house.client.step(civilDate('2026-02-21'));
    expect((await waives('instructeur-2')).status).toBe(403);
  });

  it('leaves a journal whose chain holds', async () => {
    await house.rest();
    expect(await controlHouse(house.source, house.book)).toEqual([]);
  });
});
