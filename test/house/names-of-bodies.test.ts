import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { demoSiret } from '../../src/access/demo-accounts.js';
import { CARRIER } from '../builders/dossier.js';
import { adviser, carrier, instructor, note, opening, request, type Walk } from '../builders/http-walks.js';
import { Walker } from '../builders/walker.js';
import { startHouse, type TestHouse } from '../rig/house.js';

const REASON = { reason: 'Motif.' };
const NAME = request.applicant.name;

let house: TestHouse;

beforeEach(async () => {
  house = await startHouse();
});

afterEach(() => house.close());

/** A pôle whose carrier has asked for its grant, and one whose note is to be written. */
const toTheNote: Walk = [
  ...opening,
  instructor('skip-study', REASON),
  instructor('give-opinion', { outcome: 'favourable' }),
  adviser('hold-cress-meeting', { participants: 5 }),
];
const toTheRequest: Walk = [...toTheNote, adviser('write-legitimation-note', note('legitimate'))];
const asked: Walk = [...toTheRequest, carrier('request-grant', request)];

const walked = async (walk: Walk) => {
  const walker = new Walker(house.client);
  await walker.walk(walk);
  return walker;
};

/** How someone reads the applicant of the first award of a pôle. */
const applicantOf = async (poleId: string, account = 'porteur-demo') => {
  const { body } = await house.client.read(account, `/api/poles/${poleId}`);
  const [award] = (body as unknown as { awards: readonly { applicant: { name: string } }[] }).awards;
  return award?.applicant.name;
};

const post = async (account: string, path: string, body: object, key: string) => {
  const { status, body: answer } = await house.client.act(account, `/api${path}`, body, key);
  return { status, body: answer };
};
const KEYS = Array.from({ length: 9 }, (_, rank) => `0190a0aa-0000-7000-8000-00000000000${rank}`);

describe('a name told in a dossier', () => {
  it('by a note of the CRESS renames nothing in another', async () => {
    const [first, second] = [await walked(asked), await walked(toTheNote)];
    const pirate = { ...note('legitimate'), carrier: { name: 'NOM PIRATE', siret: CARRIER } };
    await second.walk([adviser('write-legitimation-note', pirate)]);
    expect(await applicantOf(first.poleId)).toBe(NAME);
  });

  it('is not one of a body that its carrier does not represent: the request is refused', async () => {
    const walker = await walked(toTheRequest);
    const step = carrier('request-grant', { ...request, applicant: { name: 'PIRATE', siret: demoSiret(901) } });
    const { status, body } = await walker.do(step);
    expect([status, body]).toMatchObject([
      422,
      { type: 'urn:jalon:probleme:applicant-not-represented', errors: [{ pointer: '/applicant/siret' }] },
    ]);
  });

  it('by another carrier renames nothing that is not in its own dossier', async () => {
    const [first, second] = [await walked(asked), await walked(toTheRequest)];
    await second.walk([carrier('request-grant', { ...request, applicant: { name: 'Autre nom', siret: CARRIER } })]);
    expect([await applicantOf(first.poleId), await applicantOf(second.poleId)]).toEqual([NAME, 'Autre nom']);
  });
});

describe('the register of bodies that the Région keeps', () => {
  it('names a body in every dossier, with the history of its names', async () => {
    const { poleId } = await walked(asked);
    const path = `/bodies/${CARRIER}/names`;
    const first = await post('instructrice', path, { name: 'Nom au registre', from: '2024-01-01' }, KEYS[1] ?? '');
    expect(first).toEqual({ status: 201, body: { siret: CARRIER, name: 'Nom au registre' } });
    expect(await applicantOf(poleId)).toBe('Nom au registre');
    await post('cheffe-de-service', path, { name: 'Nouveau nom', rna: 'W351234567' }, KEYS[2] ?? '');
    expect(await applicantOf(poleId)).toBe('Nouveau nom');
    const { body } = await house.client.read('instructrice', `/api/bodies/${CARRIER}`);
    expect(body).toMatchObject({
      ...{ siret: CARRIER, name: 'Nouveau nom', rna: 'W351234567' },
      names: [
        { name: 'Nouveau nom', from: '2026-02-02', by: 'cheffe-de-service' },
        { name: 'Nom au registre', from: '2024-01-01', by: 'instructrice' },
      ],
    });
  });

  it('answers the same to the same key, and refuses it for something else', async () => {
    const path = `/bodies/${CARRIER}/names`;
    const [name, key] = [{ name: 'Nom au registre' }, KEYS[1] ?? ''];
    const answers = [await post('instructrice', path, name, key), await post('instructrice', path, name, key)];
    expect(answers[1]).toEqual(answers[0]);
    expect(await post('instructrice', path, { name: 'Autre' }, key)).toMatchObject({ status: 422 });
    expect(await post('instructrice', path, name, KEYS[2] ?? '')).toMatchObject({
      ...{ status: 409, body: { type: 'urn:jalon:probleme:name-known' } },
    });
    expect(await house.source.query(`SELECT FROM settings_journal WHERE type LIKE 'body-%'`)).toHaveLength(1);
  });

  it('is written by the Région alone, and read by who has to do with the body, without who wrote it', async () => {
    await walked(asked);
    for (const account of ['porteur-demo', 'conseiller-cress', 'auditrice', 'gestionnaire-financiere'])
      expect(await post(account, `/bodies/${CARRIER}/names`, { name: 'X' }, KEYS[3] ?? '')).toMatchObject({
        status: 403,
      });
    await post('administratrice', `/bodies/${CARRIER}/names`, { name: 'Nom au registre' }, KEYS[4] ?? '');
    const seen = async (account: string) => house.client.read(account, `/api/bodies/${CARRIER}`);
    expect((await seen('porteur-demo')).body).toMatchObject({ name: 'Nom au registre', names: [{ by: null }] });
    expect((await seen('porteur-autre')).status).toBe(404);
    expect((await house.client.read('instructrice', `/api/bodies/${demoSiret(99)}`)).status).toBe(404);
    expect((await house.client.read('instructrice', '/api/bodies/12345678901234')).status).toBe(422);
  });
});
