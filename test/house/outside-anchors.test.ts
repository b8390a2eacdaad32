import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DEMO_ACCOUNTS } from '../../src/access/demo-accounts.js';
import { housePost } from '../../src/mail/house-post.js';
import { lettersOf } from '../../src/mail/post-office.js';
import { Templates } from '../../src/mail/templates.js';
import { GENESIS } from '../../src/record/journal/chain.js';
import { hashOf, readLines } from '../../src/record/journal/journal.js';
import { registerMandates } from '../../src/record/people/mandates.js';
import { settingsFaults } from '../../src/record/settings/settings-check.js';
import { readSettings, settingHash } from '../../src/record/settings/stream.js';
import { watchJournal } from '../../src/record/upkeep/quarantine.js';
import { AnchorFile } from '../../src/scheduled/anchor-file.js';
import { JobsRunner } from '../../src/scheduled/jobs-runner.js';
import { MailServer, PUBLIC_URL } from '../../src/simulation/mail-server.js';
import { declared } from '../builders/dossier.js';
import { carryOut } from '../builders/replay-on-real-house.js';
import { bareHouse, type BareHouse } from '../rig/bare-house.js';
import { behindTheTriggers } from '../rig/break.js';

let house: BareHouse;
let folder: string;
let pole: string;

beforeEach(async () => {
  house = await bareHouse();
  folder = await mkdtemp(join(tmpdir(), 'jalon-anchors-'));
  await registerMandates(house.source.manager, DEMO_ACCOUNTS);
  pole = await carryOut(house, declared());
});

afterEach(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

const paths = () => ({ key: join(folder, 'key.pem'), file: join(folder, 'anchors.jsonl') });
const opened = (mail?: string) => AnchorFile.open({ ...paths(), mail });

/** What the job reports of a day, the file opened as a process that starts does. */
const anchoredOn = async (day: string) => {
  await house.source.query('UPDATE clock SET stands_at = $1', [`${day}T06:00:00Z`]);
  const jobs = new JobsRunner(house.context, house.deposits, id => id, undefined, {
    file: await opened(),
    post: undefined,
  });
  return jobs.run('anchoring');
};

/** How `npm run verify-journal` ends, and what it prints. */
const verified = () =>
  promisify(execFile)(
    process.execPath,
    [fileURLToPath(new URL('../../dist/src/commands/verify-journal.js', import.meta.url))],
    {
      env: {
        ...process.env,
        ...{ DATABASE_URL: house.appUrl, TEMPORAL_ADDRESS: '127.0.0.1:7233', JALON_ANCHOR_KEY: paths().key },
      },
    },
  ).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, said: stderr + stdout }),
  );

/** The owner of the schema puts another author on a line, and reckons all the hashes anew. */
async function rewriteThePast(): Promise<void> {
  const lines = await readLines(house.source.manager, pole);
  let head = GENESIS;
  const statements = lines.map(({ row }) => {
    const changed = row.sequence === 2 ? { ...row, actor: 'mallory' } : row;
    head = hashOf(head, changed);
    return `UPDATE journal SET actor = '${changed.actor}', hash = '${head}' WHERE id = '${row.id}'`;
  });
  statements.push(`UPDATE dossiers SET head_hash = '${head}' WHERE id = '${pole}'`);
  await behindTheTriggers(house.owner, ...statements);
}

async function rewriteTheSettings(): Promise<void> {
  const lines = await readSettings(house.source.manager);
  let head = GENESIS;
  const statements = lines.map(({ row }) => {
    const changed = row.sequence === 2 ? { ...row, actor: 'mallory' } : row;
    head = settingHash(head, changed);
    return `UPDATE settings_journal SET actor = '${changed.actor}', hash = '${head}' WHERE id = '${row.id}'`;
  });
  await house.owner.query(
    [
      'ALTER TABLE settings_journal DISABLE TRIGGER USER',
      ...statements,
      `UPDATE settings_head SET hash = '${head}'`,
    ].join(';'),
  );
}

const openTasks = async () =>
  (
    await house.source.query<{ kind: string; about: string }[]>(
      'SELECT kind, about FROM tasks WHERE closed_at IS NULL ORDER BY kind',
    )
  ).map(({ kind, about }) => `${kind} ${about}`);

describe('an owner of the database who rewrites the past and all the hashes after it', () => {
  it('deceives the chain alone, not what was anchored outside: verify-journal names the dossier', async () => {
    await anchoredOn('2026-02-10');
    expect(await verified()).toMatchObject({
      code: 0,
      said: expect.stringContaining('Ancres tenues contre le journal : 1'),
    });
    await rewriteThePast();
    expect((await watchJournal(house.source)).breaches).toEqual([]);
    const { code, said } = await verified();
    expect([code, said]).toEqual([
      1,
      expect.stringMatching(new RegExp(`${pole}, entrée \\d+ : .*2026-02-10.*réécrit`)),
    ]);
  });

  it('is told to a person the next night, and each night until the past is back', async () => {
    await anchoredOn('2026-02-10');
    await rewriteThePast();
    for (const day of ['2026-02-11', '2026-02-12']) {
      expect(await anchoredOn(day)).toMatchObject({ rewritten: 1 });
      expect(await openTasks()).toEqual([`chain-rewritten ${pole}`]);
    }
  });

  it('is found in the settings as in a dossier', async () => {
    await anchoredOn('2026-02-10');
    await rewriteTheSettings();
    expect(await settingsFaults(house.source.manager)).toEqual([]);
    expect(await verified()).toMatchObject({ code: 1, said: expect.stringMatching(/Réglages, entrée 15 : .*réécrit/) });
    expect(await anchoredOn('2026-02-11')).toMatchObject({ rewritten: 1 });
  });

  it('is found though the dossier itself is gone', async () => {
    await anchoredOn('2026-02-10');
    const lines = `IN (SELECT id FROM journal WHERE pole_id = '${pole}')`;
    await behindTheTriggers(
      house.owner,
      'DELETE FROM notices; DELETE FROM tasks; DELETE FROM ledger; DELETE FROM awards; DELETE FROM obligations',
      `DELETE FROM journal_private WHERE event_id ${lines}`,
      `DELETE FROM journal WHERE pole_id = '${pole}'`,
      `DELETE FROM dossiers WHERE id = '${pole}'`,
    );
    expect((await watchJournal(house.source)).breaches).toEqual([]);
    expect(await verified()).toMatchObject({ code: 1, said: expect.stringContaining(pole) });
    expect(await anchoredOn('2026-02-11')).toMatchObject({ rewritten: 1 });
  });
});

describe('the anchors', () => {
  it('hold what moved since the last one, and a house that goes on keeps to all of them', async () => {
    expect(await anchoredOn('2026-02-10')).toEqual({ anchored: 2, moved: 2, rewritten: 0 });
    expect(await anchoredOn('2026-02-11')).toEqual({ anchored: 2, moved: 0, rewritten: 0 });
    await carryOut(house, declared());
    expect(await anchoredOn('2026-02-12')).toMatchObject({ anchored: 3, rewritten: 0 });
    expect(await verified()).toMatchObject({ code: 0 });
    expect(await openTasks()).toEqual([]);
  });

  it('are signed by a key that its owner alone reads, made once', async () => {
    await Promise.all([opened(), opened()]);
    const key = await readFile(paths().key, 'utf8');
    await anchoredOn('2026-02-10');
    expect(await readFile(paths().key, 'utf8')).toBe(key);
    expect((await stat(paths().key)).mode & 0o777).toBe(0o600);
    expect((await stat(paths().file)).mode & 0o777).toBe(0o600);
  });

  it('are not signed by another key once some are kept', async () => {
    await anchoredOn('2026-02-10');
    await rm(paths().key);
    await expect(opened()).rejects.toThrow(/des ancres sont déjà signées/);
    expect(await verified()).toMatchObject({ code: 1, said: expect.stringContaining('La clé des ancres manque') });
  });

  it.each([
    [
      'another hash',
      (lines: string[]) => [(lines[0] ?? '').replace(/[0-9a-f]{64}/, 'f'.repeat(64)), ...lines.slice(1)],
    ],
    ['one less', (lines: string[]) => lines.slice(1)],
  ])('are found when they were changed: %s', async (_what, change) => {
    for (const day of ['2026-02-10', '2026-02-11']) await anchoredOn(day);
    const lines = (await readFile(paths().file, 'utf8')).trim().split('\n');
    await writeFile(paths().file, `${change(lines).join('\n')}\n`);
    expect(await verified()).toMatchObject({ code: 1, said: expect.stringMatching(/Ancre du 2026-02-1/) });
  });

  it('are told by mail where that is asked; a server that does not take it leaves a task', async () => {
    const server = await MailServer.start();
    const mail = {
      ...{ smtpUrl: server.url, from: 'Jalon <jalon@region.example>', perSecond: null, publicUrl: PUBLIC_URL },
      ...{ mailbox: undefined, bounceSecret: undefined },
    };
    const post = housePost(mail, lettersOf(mail, Templates.load(), house.book));
    const jobs = new JobsRunner(house.context, house.deposits, id => id, undefined, {
      file: await opened('archives@region.example'),
      post,
    });
    const on = async (day: string) => {
      await house.source.query('UPDATE clock SET stands_at = $1', [`${day}T06:00:00Z`]);
      await jobs.run('anchoring');
    };
    await on('2026-02-10');
    expect(server.received).toMatchObject([
      { to: 'archives@region.example', subject: 'Ancre des journaux de Jalon, 2026-02-10' },
    ]);
    await server.stop();
    await on('2026-02-11');
    expect(await openTasks()).toEqual(['anchor-unsent anchor-unsent']);
  });
});
