import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { Walker } from '../builders/walker.js';
import { opening } from '../builders/http-walks.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;
let pole: string;

beforeAll(async () => {
  house = await startHouse();
  const walker = new Walker(house.client);
  await walker.walk(opening);
  await house.client.step(civilDate('2026-05-06'));
  pole = walker.poleId;
});

afterAll(() => house.close());

const differences = async () => {
  const { body } = await house.client.read('auditrice', '/api/reminders/reconciliation');
  return (body as unknown as { items: { kind: string; about: string }[] }).items;
};
const notices = "FROM notices WHERE pole_id = $1 AND rung = 'j+1'";

/** What the reconciliation finds once rows were changed behind the house; they are put back after. */
async function foundAfter(...statements: readonly string[]): Promise<readonly string[]> {
  const tables = ['notices', 'dossiers', 'obligations'];
  for (const table of tables) await house.owner.query(`CREATE TABLE kept_${table} AS TABLE ${table}`);
  try {
    for (const statement of statements) await house.owner.query(statement, statement.includes('$1') ? [pole] : []);
    return (await differences()).map(({ kind }) => kind);
  } finally {
    await house.owner.query('DELETE FROM notices; DELETE FROM obligations');
    await house.owner.query('INSERT INTO obligations TABLE kept_obligations');
    await house.owner.query('INSERT INTO notices TABLE kept_notices');
    await house.owner.query(
      'UPDATE dossiers d SET next_alarm = k.next_alarm, seen_version = k.seen_version FROM kept_dossiers k WHERE k.id = d.id',
    );
    for (const table of tables) await house.owner.query(`DROP TABLE kept_${table}`);
  }
}

describe('the reconciliation of each day', () => {
  it('ran by itself while the clock stepped, and found nothing', async () => {
    const [run] = await house.source.query<{ days: number; found: number }[]>(
      `SELECT count(*)::int AS days, count(*) FILTER (WHERE report->'found' <> '{}')::int AS found FROM job_runs
       WHERE job = 'reconciliation'`,
    );
    expect(run?.days).toBeGreaterThan(0);
    expect(run?.found).toBe(0);
    expect(await differences()).toEqual([]);
  });

  it.each<[what: string, finds: string, ...by: string[]]>([
    ['a rung that nothing announces', 'unplanned', `DELETE ${notices}`],
    ['an alarm that did not ring', 'not-rung', `UPDATE dossiers SET next_alarm = '2026-05-01T06:00:00Z' WHERE id = $1`],
    ['a story that did not hear', 'behind', 'UPDATE dossiers SET seen_version = 0 WHERE id = $1'],
    [
      'a list that lacks what the journal tells',
      'projection',
      "DELETE FROM obligations WHERE pole_id = $1 AND kind = 'study-choice'",
    ],
    [
      'a kind of which nothing leaves any more',
      'quiet',
      "UPDATE notices SET state = 'suppressed', reason = 'nobody' WHERE pole_id = $1",
    ],
  ])('finds %s', async (_what, finds, ...by) => {
    expect(await foundAfter(...by)).toContain(finds);
    expect(await differences()).toEqual([]);
  });

  it.each<[what: string, pace: string, plannedFor: string, stuck: boolean]>([
    ['of two days, which waits for the digest of the day', 'daily', '2026-05-04T06:00:00Z', false],
    ['of more than two days, for the digest of the day', 'daily', '2026-05-03T06:00:00Z', true],
    ['of nine days, for the digest of the week', 'weekly', '2026-04-27T06:00:00Z', false],
    ['of more than nine days, for the digest of the week', 'weekly', '2026-04-26T06:00:00Z', true],
  ])('looks at a notice %s', async (_what, pace, plannedFor, stuck) => {
    const waits = `UPDATE notices SET state = 'planned', mail_id = NULL, pace = '${pace}', planned_for = '${plannedFor}'`;
    expect((await foundAfter(`${waits} WHERE pole_id = $1 AND rung = 'j+1'`)).includes('stuck')).toBe(stuck);
  });

  it('is told to a monitoring system, with what it found', async () => {
    const answer = await fetch(`${house.url}/health/metrics`);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const text = await answer.text();
    expect(text).toContain('jalon_reminder_differences{kind="all"} 0');
    expect(text).toMatch(/jalon_notices\{state="sent"\} [1-9]/);
  });

  it('makes a task of what it finds, once, and closes it when it adds up again', async () => {
    const open = async () =>
      house.source.query<{ kind: string }[]>(
        "SELECT kind FROM tasks WHERE closed_at IS NULL AND kind LIKE 'reconciliation-%'",
      );
    await house.owner.query('UPDATE dossiers SET seen_version = seen_version - 1 WHERE id = $1', [pole]);
    await house.owner.query("DELETE FROM job_runs WHERE job = 'reconciliation'");
    await house.jobs.run('reconciliation');
    await house.jobs.run('reconciliation');
    expect(await open()).toEqual([{ kind: 'reconciliation-behind' }]);
    expect(
      await house.source.query("SELECT report FROM job_runs WHERE job = 'reconciliation' ORDER BY day DESC LIMIT 1"),
    ).toEqual([{ report: { found: { behind: 1 }, toldLate: 0 } }]);
    await house.sweep.run();
    await house.owner.query("DELETE FROM job_runs WHERE job = 'reconciliation'");
    await house.jobs.run('reconciliation');
    expect(await open()).toEqual([]);
  });
});
