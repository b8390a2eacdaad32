import { demoSiret } from '../../src/access/demo-accounts.js';
import { DEMO_CONTACTS } from '../../src/app/demo-contacts.js';
import { cents } from '../../src/domain/kernel/cents.js';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { registerContacts } from '../../src/record/people/contacts.js';
import { registerPays } from '../../src/record/pays.js';
import { dooredHouse, type DooredHouse } from '../rig/doored-house.js';
import { stepHouse } from './declare-awaited.js';
import { carryOut } from './replay-on-real-house.js';
import { COFUNDER, DossierBuilder, inForce } from './dossier.js';
import { convention, firstYearOver, REPORTS } from './whole-life-dossiers.js';

/** A day on which the accounts of the first year of the oldest pôle are late, grace comprised. */
export const SEEN_ON = civilDate('2028-09-01');

/** A house with three pôles, each elsewhere on its path, and who reads it over HTTP. */
export interface ThreePoles {
  readonly open: DooredHouse;
  /** Declared, and left there: its group has the name of a formula. */
  readonly declared: string;
  /** Its convention in force, nobody hired, a co-funder asked. */
  readonly vacant: string;
  /** In its second year, the accounts of the first one late; it has a referent. */
  readonly running: string;
  read(account: string, path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** What they read there; throws when they may not. */
  json<Answer>(account: string, path: string): Promise<Answer>;
}

const initiative = (groupName: string, groupSiret: string, paysCodes: readonly string[]) => ({
  ...{ groupName, groupSiret, paysCodes },
  initiator: 'ess-actors',
});

export async function threePoles(): Promise<ThreePoles> {
  const open = await dooredHouse();
  await registerPays(open.house.source.manager);
  await registerContacts(open.house.source.manager, DEMO_CONTACTS);
  const formula = new DossierBuilder('2026-01-05').does(
    'declare-initiative',
    initiative('=HYPERLINK("http://x")', demoSiret(2), ['05']),
  );
  const vacant = inForce('2026-02-02').does('seek-cofunding', { cofunder: COFUNDER, amount: cents(900_000) });
  const referent = { referent: 'instructrice', second: 'instructeur-2' };
  const running = firstYearOver().does('assign-referent', referent);
  const ids = {
    declared: await carryOut(open.house, formula),
    vacant: await carryOut(open.house, vacant),
    running: await carryOut(open.house, running),
  };
  await stepHouse(open.house, SEEN_ON);
  const read = async (account: string, path: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${open.url}/api/${path}`, {
      headers: { ...headers, authorization: await open.bearer({ sub: account }) },
    });
  const json = async <Answer>(account: string, path: string) => {
    const answer = await read(account, path);
    if (answer.status !== 200) throw new Error(`${path}, ${account} : ${answer.status}`);
    return (await answer.json()) as Answer;
  };
  return { open, ...ids, read, json };
}

/** A fourth pôle, whose indicators are filed and whose activity report was advised on and sent back, on the day seen. */
export async function filedAndReturned({ open }: ThreePoles): Promise<string> {
  const dossier = firstYearOver().on(SEEN_ON);
  const on = (report: 'indicators' | 'activity-report') => ({
    on: { award: convention(dossier).id, year: 1, report },
  });
  dossier
    .does('file-indicators', REPORTS.indicators.payload, on('indicators'))
    .does('file-activity-report', REPORTS['activity-report'].payload, on('activity-report'))
    .does('review-report', { favourable: true, advice: 'Conseil.' }, on('activity-report'))
    .does('return-report', { corrections: [{ field: '/evaluation', reason: 'À préciser.' }] }, on('activity-report'));
  return carryOut(open.house, dossier);
}
