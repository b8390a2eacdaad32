import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { faultSentence } from '../../src/record/journal/chain-check.js';
import { watchJournal } from '../../src/record/upkeep/quarantine.js';
import { verifyHouse } from '../../src/record/upkeep/verify.js';
import { untilHeard } from '../builders/until-heard.js';
import { Walker } from '../builders/walker.js';
import { because, opening } from '../builders/http-walks.js';
import { behindTheTriggers } from '../rig/break.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;
let [altered, whole]: Walker[] = [];

beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.close());

beforeEach(async () => {
  [altered, whole] = [new Walker(house.client), new Walker(house.client)];
  await altered.walk(opening);
  await whole.walk(opening);
});

const line = (type: string) => `pole_id = '${altered?.poleId}' AND type = '${type}'`;
const last = () => `pole_id = '${altered?.poleId}' AND sequence = (SELECT sequence FROM dossiers WHERE id = pole_id)`;

const changedData = () => `UPDATE journal SET data = data || '{"structures": 99}' WHERE ${line('local-group-formed')}`;
const changedType = () => `UPDATE journal SET type = 'unheard-of' WHERE ${line('local-group-formed')}`;

/** How a line of the journal can be altered behind the house's back, and what is said of it. */
const ALTERATIONS: readonly (readonly [name: string, change: () => string, said: string | RegExp])[] = [
  ['its data', changedData, /^entrée \d+ \(local-group-formed\) : son contenu ou son empreinte a changé$/],
  [
    'the shape of its data',
    () => `UPDATE journal SET data = '[]' WHERE ${line('council-designated')}`,
    /^entrée \d+ \(council-designated\) : son contenu ou son empreinte a changé$/,
  ],
  [
    'its hash',
    () => `UPDATE journal SET hash = repeat('0', 64) WHERE ${line('local-group-formed')}`,
    /^entrée \d+ \(local-group-formed\) : son contenu ou son empreinte a changé$/,
  ],
  ['its type', changedType, /^entrée \d+ \(unheard-of\) : son contenu ou son empreinte a changé$/],
  [
    'what is kept beside it',
    () =>
      `UPDATE journal_private SET data = '{"groupName": "Autre"}' FROM journal WHERE id = event_id AND ${line('initiative-declared')}`,
    "entrée 1 (initiative-declared) : les données d'à côté ont changé",
  ],
  ['a line in the middle', () => `DELETE FROM journal WHERE ${line('obligation-done')}`, /^entrée \d+ : elle manque/],
  [
    'the last line',
    () => `DELETE FROM journal WHERE ${last()}`,
    /^entrée \d+ : le dossier en tient \d+, le journal \d+$/,
  ],
];

/** Alters the journal of the dossier, looks, and gives it back what it was. */
async function whileAltered(change: string, look: () => Promise<void>): Promise<void> {
  await behindTheTriggers(
    house.owner,
    `CREATE TABLE kept AS SELECT * FROM journal WHERE pole_id = '${poleId()}'`,
    'CREATE TABLE kept_private AS SELECT * FROM journal_private WHERE event_id IN (SELECT id FROM kept)',
    change,
  );
  try {
    await look();
  } finally {
    await behindTheTriggers(
      house.owner,
      'DELETE FROM journal_private WHERE event_id IN (SELECT id FROM kept)',
      'DELETE FROM journal WHERE id IN (SELECT id FROM kept)',
      'INSERT INTO journal SELECT * FROM kept',
      'INSERT INTO journal_private SELECT * FROM kept_private',
      'DROP TABLE kept, kept_private',
    );
  }
}

const watch = () => watchJournal(house.source);
const poleId = () => altered?.poleId ?? '';
const act = (walker: Walker | undefined) =>
  house.client.act('cheffe-de-service', `/api/poles/${walker?.poleId}/opinion-waivers`, because);

describe('a dossier whose journal was altered', () => {
  it.each(ALTERATIONS)(
    'is named and set aside when %s changed, and put back once whole again',
    async (_, change, wording) => {
      const sentence = typeof wording === 'string' ? wording : expect.stringMatching(wording);
      await whileAltered(change(), async () => {
        const { breaches, quarantined } = await watch();
        expect(quarantined).toEqual([poleId()]);
        expect(breaches.map(faultSentence)).toContainEqual(sentence);
        expect(breaches.every(({ pole }) => pole === poleId())).toBe(true);

        const seen = await house.client.read('instructrice', `/api/poles/${poleId()}`);
        expect(seen).toMatchObject({ status: 200, body: { setAside: expect.stringMatching(/entrée|dossier/) } });
        const { acts } = seen.body as unknown as { acts: { open: boolean; reasons: { code: string }[] }[] };
        expect(new Set(acts.map(seenAct => `${seenAct.open} ${seenAct.reasons[0]?.code}`))).toEqual(
          new Set(['false dossier-set-aside']),
        );
        expect((await house.client.read('instructrice', `/api/poles/${poleId()}/timeline`)).status).toBe(200);
        expect((await house.client.read('instructrice', '/api/poles')).status).toBe(200);

        expect(await act(altered)).toMatchObject({
          status: 409,
          body: {
            type: 'urn:jalon:probleme:dossier-set-aside',
            detail: expect.stringContaining('npm run verify-journal'),
          },
        });
        expect((await act(whole)).status).toBe(201);
        expect(await watch()).toEqual({ breaches, quarantined: [], released: [] });
      });
      expect(await watch()).toEqual({ breaches: [], quarantined: [], released: [poleId()] });
      expect((await act(altered)).status).toBe(201);
      await house.rest();
      expect(await verifyHouse(house.source, house.book)).toEqual([]);
    },
  );

  it('is set aside by the job of each night, with a task that closes once it is whole again', async () => {
    const night = async () => {
      await house.owner.query("DELETE FROM job_runs WHERE job = 'dossiers'");
      const { breaches, quarantined, released } = (await house.jobs.run('dossiers')) as Readonly<
        Record<string, number>
      >;
      return { breaches, quarantined, released };
    };
    const tasks = () =>
      house.source.query("SELECT about, pole_id, detail FROM tasks WHERE kind = 'chain' AND closed_at IS NULL");
    await whileAltered(changedData(), async () => {
      expect(await night()).toEqual({ breaches: 1, quarantined: 1, released: 0 });
      expect(await night()).toEqual({ breaches: 1, quarantined: 0, released: 0 });
      const detail = expect.stringMatching(/son contenu ou son empreinte a changé/);
      expect(await tasks()).toEqual([{ about: poleId(), pole_id: poleId(), detail }]);
      expect((await act(altered)).status).toBe(409);
    });
    expect(await night()).toEqual({ breaches: 0, quarantined: 0, released: 1 });
    expect(await tasks()).toEqual([]);
    expect((await act(altered)).status).toBe(201);
  });

  it('tells a line that cannot be read as such, among the others', async () => {
    await whileAltered(changedType(), async () => {
      const { body } = await house.client.read('instructrice', `/api/poles/${poleId()}/timeline`);
      const { items } = body as unknown as { items: { type: string; label: string }[] };
      expect(items.find(item => item.type === 'unheard-of')?.label).toBe('Entrée illisible');
      expect(items.filter(item => item.label !== 'Entrée illisible').length).toBeGreaterThan(5);
    });
  });

  it('does not ring, while the others do; it rings once it is whole again', async () => {
    const reached = async (walker: Walker | undefined) =>
      (
        await house.source.query<object[]>(`SELECT FROM journal WHERE pole_id = $1 AND type = 'rung-reached'`, [
          walker?.poleId,
        ])
      ).length;
    await whileAltered(changedData(), async () => {
      await watch();
      await house.client.step(civilDate('2026-06-01'));
      expect([await reached(altered), (await reached(whole)) > 0]).toEqual([0, true]);
      expect((await house.sweep.run()).setAside).toBe(1);
    });
    await watch();
    expect(await house.sweep.run()).toMatchObject({ setAside: 0, silent: [] });
    await untilHeard(house);
    expect(await reached(altered)).toBeGreaterThan(0);
    await house.rest();
    expect(await verifyHouse(house.source, house.book)).toEqual([]);
  });

  it('says nothing more to a story that was at work on it', async () => {
    await whileAltered(changedData(), async () => {
      await watch();
      const { version } = (await altered?.look()) ?? { version: 0 };
      expect(await house.record.declareExpectations(poleId(), [], version)).toMatchObject({
        declared: true,
        alarm: null,
      });
      expect(
        await house.record.ringAlarm(poleId(), (await house.source.query(`SELECT '2027-01-01T00:00:00Z' AS at`))[0].at),
      ).toMatchObject({ facts: [] });
    });
    await watch();
    await house.rest();
    expect(await verifyHouse(house.source, house.book)).toEqual([]);
  });

  it('is refolded when an act had been told on the altered lines', async () => {
    await whileAltered(changedData(), async () => {
      await watch();
      await house.owner.query(
        `UPDATE dossiers SET state = jsonb_set(state::jsonb, '{initiative,structures}', '99')::json WHERE id = '${poleId()}'`,
      );
    });
    expect((await watch()).released).toEqual([poleId()]);
    await house.rest();
    expect(await verifyHouse(house.source, house.book)).toEqual([]);
  });
});

describe('npm run verify-journal', () => {
  const run = () =>
    promisify(execFile)(process.execPath, [script('verify-journal')], { env: { ...process.env, ...house.env } }).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      (error: { code: number; stdout: string; stderr: string }) => ({
        code: error.code,
        said: error.stderr + error.stdout,
      }),
    );
  const script = (name: string) => fileURLToPath(new URL(`../../dist/src/commands/${name}.js`, import.meta.url));

  it('names the line, sets the dossier aside, and puts it back', async () => {
    await whileAltered(changedData(), async () => {
      const { code, said: output } = await run();
      expect(code).toBe(1);
      expect(output).toContain(`${poleId()}, entrée`);
      expect(output).toContain(`${poleId()} : mis de côté`);
      expect(output).toContain('1 rupture(s), 1 dossier(s) mis de côté.');
    });
    const { code, said: output } = await run();
    expect(code).toBe(0);
    expect(output).toContain(`${poleId()} : entier de nouveau`);
  });
});
