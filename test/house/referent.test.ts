import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { because, council, instructor, manager, opening, type Found } from '../builders/http-walks.js';
import { textOf } from '../builders/mail-text.js';
import { Walker } from '../builders/walker.js';
import { startHouse, type TestHouse } from '../rig/house.js';

const until = '2026-09-30';
let house: TestHouse;
let walker: Walker;

beforeAll(async () => {
  house = await startHouse();
  walker = new Walker(house.client);
  await walker.walk(opening);
});
afterAll(() => house.close());

const owed = (kind: string) => (found: Found) => ({
  obligationId: found.pole?.awaited.find(awaited => awaited.kind === kind)?.id ?? '',
});
const assigned = (body: object, account = 'instructrice') =>
  house.client.act(account, `/api/poles/${walker.poleId}/referents`, body);

/** Who was sent a mail by what a step left. */
async function writtenTo(step: ReturnType<typeof council>): Promise<readonly string[]> {
  await house.dispatcher.emptyInTurn();
  const from = house.mail.received.length;
  await walker.walk([step]);
  await house.dispatcher.emptyInTurn();
  return house.mail.received
    .slice(from)
    .map(({ to }) => to.split('@')[0] ?? '')
    .sort();
}

const asks = () => council('request-extension', { ...because, until }, owed('council-opinion'));
const refuses = () => manager('refuse-extension', because, owed('council-opinion'));

describe('the referent of a pôle', () => {
  it('is not named by who may not, nor is who does not instruct', async () => {
    expect((await assigned({ referent: 'instructrice' }, 'porteur-demo')).status).toBe(403);
    const refused = await assigned({ referent: 'porteur-demo' });
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'not-an-instructor', pointer: '/referent' }] },
    });
    expect((await walker.look()).referent).toEqual({ referent: null, second: null, manager: null });
  });

  it('while nobody is, has every instructor written to', async () => {
    expect(await writtenTo(asks())).toEqual(['instructeur-2', 'instructrice']);
    await walker.walk([refuses()]);
  });

  it('is named in one act, shown with the pôle to who reads it, and kept in its journal', async () => {
    const answer = await assigned({ referent: 'instructeur-2' }, 'cheffe-de-service');
    expect(answer).toMatchObject({ status: 201, body: { events: [{ type: 'referent-assigned' }] } });
    for (const account of ['instructrice', 'porteur-demo'])
      expect((await house.client.read(account, `/api/poles/${walker.poleId}`)).body).toMatchObject({
        referent: { referent: 'instructeur-2', second: null, manager: null },
      });
  });

  it('is written to alone, and the other instructors are not; with a second, both', async () => {
    expect(await writtenTo(asks())).toEqual(['instructeur-2']);
    await walker.walk([refuses()]);
    await walker.walk([manager('assign-referent', { referent: 'instructeur-2', second: 'instructrice' })]);
    expect(await writtenTo(asks())).toEqual(['instructeur-2', 'instructrice']);
    await walker.walk([refuses(), manager('assign-referent', { referent: 'instructeur-2' })]);
  });

  it('is who is to be called, by a telephone that is known', async () => {
    const { body } = await house.client.read('instructrice', '/api/contacts');
    const contact = body.items.find(({ account }: { account: string | null }) => account === 'instructeur-2');
    const changed = await house.client.send('instructrice', 'PATCH', `/api/contacts/${contact?.id ?? ''}`, {
      phone: '02 99 27 10 10',
    });
    expect(changed.status).toBe(200);
    await walker.walk([manager('grant-extension', { ...because, until }, owed('council-opinion'))]);
    await house.dispatcher.emptyInTurn();
    const last = house.mail.received.findLast(({ to }) => to.startsWith('conseil-brest'));
    expect(last && textOf(last)).toContain(
      'Second instructeur de la Région, à la Région, suit ce dossier : 02 99 27 10 10.',
    );
  });

  it.each(['02', 'appelez-moi', '02 99 27 10 10 02 99 27 10 10', '<b>02</b>'])(
    'has no such telephone: %s',
    async phone => {
      const { body } = await house.client.read('instructrice', '/api/contacts');
      const id = body.items[0]?.id ?? '';
      expect((await house.client.send('instructrice', 'PATCH', `/api/contacts/${id}`, { phone })).status).toBe(422);
    },
  );
});

describe('nobody', () => {
  const refusal = async (account: string, act: string, kind: string, body: object) => {
    const { obligationId } = owed(kind)(walker.found);
    const { status, body: problem } = await house.client.act(account, `/api/obligations/${obligationId}/${act}`, body);
    return [status, (problem as { errors?: readonly { code: string }[] }).errors?.[0]?.code];
  };

  it('reminds oneself, and another may', async () => {
    expect(await refusal('conseiller-cress', 'reminders', 'cress-meeting', {})).toEqual([403, 'reminds-oneself']);
    expect(await refusal('gestionnaire-financiere', 'reminders', 'cress-meeting', {})).toEqual([201, undefined]);
  });

  it('grants the time that they asked for, and another may', async () => {
    const more = { ...because, until: '2026-10-31' };
    await walker.walk([instructor('request-extension', more, owed('cress-meeting'))]);
    expect(await refusal('instructrice', 'extensions', 'cress-meeting', more)).toEqual([403, 'extends-oneself']);
    expect(await refusal('cheffe-de-service', 'extensions', 'cress-meeting', more)).toEqual([201, undefined]);
  });
});
