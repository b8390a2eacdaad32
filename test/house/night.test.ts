import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readClock } from '../../src/clock/clock.js';
import { moveClock } from '../../src/record/clock-writes.js';
import { addDays, civilDate, type CivilDate } from '../../src/domain/kernel/civil-date.js';
import { parisDate, parisTime, type Instant } from '../../src/domain/kernel/paris.js';
import { SEEN, shareOfTheNight } from '../../src/record/upkeep/anchors.js';
import type { DossierFault } from '../../src/record/upkeep/dossier-check.js';
import { breachSentence } from '../../src/record/journal/chain-check.js';
import { controlDossiers } from '../../src/record/upkeep/night.js';
import { watchJournal } from '../../src/record/upkeep/quarantine.js';
import { recordedAct } from '../builders/recorded-acts.js';
import { because, someone } from '../builders/dossier.js';
import { councillors, reminded } from '../builders/mail-fixtures.js';
import { statementsOf, type Sent } from '../builders/counted-statements.js';
import { declareAwaited, stepHouse } from '../builders/declare-awaited.js';
import { bareHouse, type BareHouse } from '../rig/bare-house.js';
import { behindTheTriggers } from '../rig/break.js';

let house: BareHouse;
/** The first is the one whose turn it is on the night after the first. */
let [turn, other, third]: string[] = [];

beforeEach(async () => {
  house = await bareHouse();
  await councillors(house, 1);
  [turn, other, third] = [await reminded(house), await reminded(house), await reminded(house)].sort();
  await night();
});

afterEach(() => house.close());

/** The control of the night of today, and how it is once the clock has come to the next morning. */
const night = async () => {
  const { now } = await readClock(house.source.manager);
  return controlDossiers(house.source, house.book, now);
};
const nextNight = async ({ rings } = { rings: true }) => {
  const { today } = await readClock(house.source.manager);
  const day = addDays(today, 1);
  if (rings) await stepHouse(house, day);
  await moveClock(house.source.manager, parisTime(day, 3));
  return night();
};

async function does(poleId: string | undefined, act: string, payload: object, date?: CivilDate): Promise<string> {
  const { events } = await recordedAct(house, {
    ...{ act, actor: someone(act === 'retract-fact' ? 'manager' : 'council'), subject: {}, payload },
    ...{ poleId: poleId ?? '', ...(date ? { date } : {}) },
  });
  await declareAwaited(house, poleId ?? '');
  return events[0]?.id ?? '';
}

/** The dossiers whose lines were read, and after which of them. */
const linesRead = (sent: readonly Sent[]) =>
  sent.filter(({ sql }) => sql.includes('beside_salt')).flatMap(({ values }) => [values] as const);
const change = (type: string, poleId: string | undefined) =>
  behindTheTriggers(house.owner, `UPDATE journal SET actor = 'autre' WHERE pole_id = '${poleId}' AND type = '${type}'`);
const sequenceOf = async (poleId: string | undefined) =>
  (await house.source.query<{ sequence: number }[]>('SELECT sequence FROM dossiers WHERE id = $1', [poleId]))[0]
    ?.sequence;

describe('a night', () => {
  it('on which nothing moved reads no line, but of the dossier whose turn it is to be gone through whole', async () => {
    const sent = await statementsOf(house.source, nextNight);
    expect(linesRead(sent).map(([pole, after]) => [pole, after])).toEqual([[turn, 0]]);
  });

  it('reads of a dossier that moved the lines that came since, and finds nothing in one that is well', async () => {
    const before = await sequenceOf(other);
    await does(other, 'give-opinion', { outcome: 'favourable' });
    const found: unknown[] = [];
    const sent = await statementsOf(house.source, async () => found.push(await nextNight()));
    expect(linesRead(sent).filter(([pole]) => pole === other)).toEqual([[other, before]]);
    expect(found).toMatchObject([{ dossiers: 3, opened: 2, breaches: [], faults: [], quarantined: [] }]);
  });

  it('goes through the whole journal of a dossier of which a fact was retracted', async () => {
    const event = await does(other, 'give-opinion', { outcome: 'favourable' });
    await nextNight();
    await does(other, 'retract-fact', { ...because, event });
    const found: unknown[] = [];
    const sent = await statementsOf(house.source, async () => found.push(await nextNight()));
    expect(
      linesRead(sent)
        .filter(([pole]) => pole === other)
        .at(-1),
    ).toEqual([other, 0]);
    expect(found).toMatchObject([{ breaches: [], faults: [] }]);
  });
});

describe('a journal that was altered', () => {
  it('since the last night is found the next one, and its dossier set aside', async () => {
    await does(other, 'give-opinion', { outcome: 'favourable' });
    await change('opinion-given', other);
    const { breaches, quarantined } = await nextNight();
    expect(breaches).toMatchObject([{ pole: other, type: 'opinion-given', sequence: expect.any(Number) }]);
    expect(breaches.map(breachSentence)).toEqual([
      expect.stringMatching(`^${other}, entrée \\d+ \\(opinion-given\\) : son contenu`),
    ]);
    expect(quarantined).toEqual([other]);
  });

  it('in its older lines is found at once by whoever asks for the whole, and when its turn comes by the night', async () => {
    await change('initiative-declared', third);
    expect((await nextNight()).breaches).toEqual([]);
    expect((await nextNight()).breaches).toEqual([]);
    expect((await nextNight()).quarantined).toEqual([third]);
  });

  it('is found at once by whoever asks for the whole', async () => {
    await change('initiative-declared', third);
    expect((await watchJournal(house.source)).quarantined).toEqual([third]);
  });

  it('with a line more than its dossier holds is found the next night', async () => {
    await behindTheTriggers(
      house.owner,
      `INSERT INTO journal SELECT (jsonb_populate_record(j, jsonb_build_object('id', gen_random_uuid(), 'sequence', j.sequence + 1))).*
       FROM journal j JOIN dossiers d ON d.id = j.pole_id AND d.sequence = j.sequence WHERE d.id = '${other}'`,
    );
    expect((await nextNight()).quarantined).toEqual([other]);
  });

  it('of a dossier that was lost is named each night', async () => {
    await house.owner.query('DELETE FROM dossiers WHERE id = $1', [other]);
    const breach = { pole: other, sequence: null, detail: 'le dossier lui-même manque' };
    expect([(await nextNight()).breaches, (await nextNight()).breaches]).toEqual([[breach], [breach]]);
  });
});

describe('a dossier of which nothing moved, and whose turn it is not', () => {
  const kinds = async () => (await nextNight()).faults.map(({ kind, pole }) => [kind, pole]);

  it('is known the next day for a rung that was missed, whatever its alarm says', async () => {
    const alarms = await house.source.query<{ id: string; at: Instant }[]>('SELECT id, next_alarm AS at FROM dossiers');
    await house.owner.query("UPDATE dossiers SET next_alarm = '2030-01-01T00:00:00Z'");
    for (let faults: readonly DossierFault[] = []; faults.length === 0;) {
      const [{ today }, share] = [await readClock(house.source.manager), await shareOfTheNight(house.source.manager)];
      faults = (await nextNight({ rings: false })).faults;
      const missed = alarms.filter(({ at }) => parisDate(at) <= today).map(({ id }) => ['not-rung', id, share.has(id)]);
      expect(faults.map(({ kind, pole }) => [kind, pole, share.has(pole)]).sort()).toEqual(missed.sort());
      expect(missed.some(([, , isItsTurn]) => !isItsTurn)).toBe(missed.length > 0);
    }
  });

  it.each([
    ['a list that was changed', 'projection', "UPDATE obligations SET source = 'autre' WHERE pole_id = $1"],
    ['a list that lacks a row of what was owed', 'projection', 'DELETE FROM obligations WHERE pole_id = $1'],
    [
      'a state that was changed',
      'state',
      `UPDATE dossiers SET state = jsonb_set(state::jsonb, '{initiative,structures}', '99')::json WHERE id = $1`,
    ],
  ])('is known the next night, and each one until it is put right, for %s', async (_what, kind, sql) => {
    await house.owner.query(sql, [other]);
    expect([await kinds(), await kinds()]).toEqual([[[kind, other]], [[kind, other]]]);
  });
});

describe('the share of the night', () => {
  it('makes known what a program of before had not seen, each night until it is put right, and goes on to others', async () => {
    await house.owner.query("UPDATE obligations SET source = 'autre' WHERE pole_id = $1", [turn]);
    await house.owner.query(`UPDATE dossier_checks SET seen = (SELECT ${SEEN} FROM dossiers d WHERE d.id = pole_id)`);
    const faults = [{ kind: 'projection', pole: turn }];
    expect((await nextNight()).faults).toMatchObject(faults);
    expect([...(await shareOfTheNight(house.source.manager))]).toEqual([other]);
    expect((await nextNight()).faults).toMatchObject(faults);
  });

  it('has gone through every chain once in twenty-eight nights', async () => {
    await house.owner.query(
      `WITH more AS (INSERT INTO dossiers (id, reglement, version, sequence, head_hash, state, facts)
         SELECT gen_random_uuid(), 'poles-ess-2019', 1, 1, '', '{}', '[]' FROM generate_series(1, 54) RETURNING id)
       INSERT INTO dossier_checks SELECT id, 1, 1, '', '{}', '[]', '2026-01-01', 1, '', '2026-04-20' FROM more`,
    );
    const seen = new Set<string>();
    for (let day = civilDate('2026-05-01'); day <= '2026-05-28'; day = addDays(day, 1)) {
      const share = await shareOfTheNight(house.source.manager);
      expect(share.size).toBe(3);
      for (const id of share) seen.add(id);
      await house.source.query('UPDATE dossier_checks SET whole_on = $1 WHERE pole_id = ANY($2)', [day, [...share]]);
    }
    expect(seen.size).toBe(57);
  });
});
