import { describe, expect, it } from '@jest/globals';
import { DEMO_CONTACTS } from '../../src/app/demo-contacts.js';
import { readClock } from '../../src/clock/clock.js';
import { moveClock } from '../../src/record/clock-writes.js';
import { actNamed } from '../../src/domain/dossier/acts.js';
import { closedBecause } from '../../src/domain/dossier/decide.js';
import type { Party, Role } from '../../src/domain/dossier/roles.js';
import { addDays, type CivilDate } from '../../src/domain/kernel/civil-date.js';
import { openObligations } from '../../src/domain/obligations/slice.js';
import { addSeconds, parisMidnight } from '../../src/domain/kernel/paris.js';
import { addAbsence } from '../../src/record/people/absences.js';
import { addContact, changeContact, registerContacts, setPreference } from '../../src/record/people/contacts.js';
import { readDossier } from '../../src/record/dossiers.js';
import { forecastOf, horizonOf, type ForecastLine } from '../../src/reminders/forecast.js';
import { recordedAct } from '../builders/recorded-acts.js';
import { forecastLines, happened } from '../builders/forecast-lines.js';
import { inForm } from '../builders/form.js';
import { carryOut } from '../builders/replay-on-real-house.js';
import { EVERY_STATE } from '../builders/every-state.js';
import { declareAwaited, stepHouse } from '../builders/declare-awaited.js';
import { bareHouse, type BareHouse } from '../rig/bare-house.js';
import { declared, someone } from '../builders/dossier.js';

const YEAR = 365;

/** People who come and go over the year, some away, one whose mails come back, each with their pace; the CRESS has nobody. */
async function peopled({ source, book }: BareHouse, today: CivilDate): Promise<void> {
  const { manager } = source;
  await registerContacts(manager, DEMO_CONTACTS);
  const of = (account: string) => DEMO_CONTACTS.find(demoContact => demoContact.account === account)?.id ?? '';
  await setPreference(manager, of('porteur-demo'), '*', 'daily');
  await setPreference(manager, of('porteur-demo'), 'instalment-claim', 'instant');
  await setPreference(manager, of('instructeur-2'), '*', 'weekly');
  await changeContact(manager, of('conseiller-cress'), { validTo: today });
  await changeContact(manager, of('chef-de-service-2'), { validTo: addDays(today, 90) });
  const returned = [of('conseil-brest'), today];
  await manager.query('UPDATE contacts SET unreachable_since = $2 WHERE id = $1', returned);
  const [contact, delegate] = [of('instructrice'), of('gestionnaire-financiere')];
  const absence = { contact, delegate, firstDay: addDays(today, 20), lastDay: addDays(today, 140) };
  await source.transaction(transactionManager =>
    addAbsence(transactionManager, book, absence, { account: 'instructrice', roles: ['instructor'] }),
  );
  const late = { role: 'finance', name: 'Nouvelle venue', email: 'finance@region.example', shared: false } as const;
  await addContact(manager, {
    ...late,
    bodies: [],
    pays: [],
    account: null,
    valid_from: addDays(today, 60),
    valid_to: null,
  });
}

/** What may be done for a payment that is not liquidated yet, and by whom. */
const STEPS: Readonly<Record<string, readonly [act: string, role: Role]>> = {
  planned: ['claim-instalment', 'instructor'],
  claimed: ['prepare-liquidation', 'instructor'],
  prepared: ['validate-liquidation', 'manager'],
};

/** The reasons for which each payment to come is held, on the day at which the house stands. */
async function heldNow({ source: { manager }, book }: BareHouse, pole: string) {
  const { state, reglement } = await readDossier(manager, pole);
  const { today } = await readClock(manager);
  const held = Object.values(state.instalments).flatMap(({ award, year, number, status }) => {
    const [act, role] = STEPS[status] ?? [];
    if (act === undefined || role === undefined) return [];
    const situation = {
      state,
      rules: book.of(reglement),
      today,
      actor: someone(role),
      subject: { kind: 'instalment' as const, award, year, number },
    };
    return [[`${act} ${award}/${year}/${number}`, closedBecause(actNamed(act), situation)] as const];
  });
  return new Map(held);
}

type Held = Pick<ForecastLine, 'on' | 'because'> & { readonly step: string };

/** Lets the days go by one by one, and says which payments became held, when and why. */
async function holdsSeen(house: BareHouse, pole: string, from: CivilDate): Promise<readonly Held[]> {
  const seen: Held[] = [];
  let before = await heldNow(house, pole);
  if (before.size === 0) return [];
  for (let day = 1; day <= YEAR; day++) {
    const on = addDays(from, day);
    await stepHouse(house, on);
    const now = await heldNow(house, pole);
    for (const [step, reasons] of now) {
      const known = before.get(step)?.map(({ code }) => code) ?? [];
      const because = reasons.filter(({ code }) => !known.includes(code));
      if (because.length > 0) seen.push({ on, step, because });
    }
    before = now;
  }
  return seen;
}

/** One of each kind: before a vote, money under way, a year over, an end. */
const CHOSEN = [
  ...['declared', 'incomplete', 'executory', 'whose liquidation is prepared', 'whose first year is over'],
  ...['whose report is to correct', 'to be renewed', 'suspended', 'terminated'],
];
const OTHERS = [
  ...['whose study is delivered', 'requested', 'adjourned', 'whose second advance is claimed'],
  ...['whose advance is ordered', 'whose post is vacant', 'whose report is filed', 'with an excess', 'withdrawn'],
  'closed',
];

/** Nobody recalls themself. */
const other = ({ role }: Party): Role => (role === 'manager' ? 'finance' : 'manager');

/** Recalls by hand, today, all that is owed by someone. */
async function recalled(house: BareHouse, poleId: string): Promise<void> {
  const { state } = await readDossier(house.source.manager, poleId);
  for (const { id, debtor } of openObligations(state)) {
    if (debtor.role === 'engine') continue;
    const subject = { obligation: id };
    const doing = { act: 'remind-debtor', poleId, subject, actor: someone(other(debtor)), payload: {} };
    await recordedAct(house, doing);
  }
}

/** Foretells a year of a dossier that stands somewhere, lets it go by, and compares. Answers what was foretold. */
async function foretells(
  standing: string,
  prelude: (house: BareHouse, pole: string) => Promise<void>,
  catchUp: (house: BareHouse, pole: string) => Promise<void> = async () => {},
): Promise<readonly ForecastLine[]> {
  const built = EVERY_STATE[standing];
  if (!built) throw new Error(`Dossier inconnu : ${standing}`);
  const house = await bareHouse();
  try {
    const { manager } = house.source;
    const pole = await carryOut(house, built());
    await peopled(house, (await readClock(manager)).today);
    await prelude(house, pole);
    const { now, today } = await readClock(manager);
    const end = addSeconds(parisMidnight(addDays(today, YEAR + 1)), -1);
    const dossier = await readDossier(manager, pole);
    const rules = house.book.of(dossier.reglement);
    const lines = await forecastOf(manager, dossier, rules, await horizonOf(manager, now, end), 0);
    await catchUp(house, pole);
    const holds = lines.filter(({ what }) => what === 'hold');
    expect(holds.map(({ on, kind, instance, because }) => ({ on, step: `${kind} ${instance}`, because }))).toEqual(
      await holdsSeen(house, pole, today),
    );
    await stepHouse(house, addDays(today, YEAR + 1));
    expect(forecastLines(lines)).toEqual(await happened(house.source, pole, dossier.sequence, end));
    return lines;
  } finally {
    await house.close();
  }
}

describe('the forecast of a year, nobody acting, is what happens, line by line and recipient by recipient,', () => {
  it.each(inForm(CHOSEN, [...CHOSEN, ...OTHERS]))('to a dossier %s', standing =>
    foretells(standing, recalled).then(() => undefined),
  );

  it('to a dossier whose story has not heard the last act', async () => {
    const instructed = async (house: BareHouse, poleId: string) => {
      const [award = ''] = Object.keys((await readDossier(house.source.manager, poleId)).state.awards);
      const payload = { favourable: true, report: 'Conforme.' };
      const doing = { act: 'report-instruction', poleId, subject: { award }, actor: someone('instructor'), payload };
      await recordedAct(house, doing);
    };
    const lines = await foretells('requested', instructed, declareAwaited);
    expect(lines.map(({ kind }) => kind)).toContain('agenda-entry');
  });

  it('to a dossier whose alarms nobody rang for two months and a half: late, merged, and silence as of its day', async () => {
    const away = async ({ source }: BareHouse) => {
      const { now } = await readClock(source.manager);
      await moveClock(source.manager, addSeconds(now, 75 * 86_400));
    };
    const lines = await foretells('requested', away);
    expect(lines.find(({ late }) => late)?.merged.length).toBeGreaterThan(1);
    expect(lines.find(({ kind }) => kind === 'request-implicitly-rejected')?.on).toBe('2026-04-03');
  });

  it('to an advance that was claimed: the day from which the accounts of the year before hold its liquidation', async () => {
    const lines = await foretells('whose second advance is claimed', recalled);
    const held = lines.filter(({ kind }) => kind === 'prepare-liquidation');
    expect(held.map(({ because }) => because.map(({ code }) => code))).toEqual([['report-overdue']]);
  });

  it('nothing, to a dossier that is set aside', async () => {
    const house = await bareHouse();
    const pole = await carryOut(house, declared());
    await house.owner.query(`UPDATE dossiers SET set_aside = 'altéré' WHERE id = $1`, [pole]);
    const dossier = await readDossier(house.source.manager, pole);
    const { now } = await readClock(house.source.manager);
    const horizon = await horizonOf(house.source.manager, now, addSeconds(now, YEAR * 86_400));
    expect(await forecastOf(house.source.manager, dossier, house.book.of(dossier.reglement), horizon, 0)).toEqual([]);
    await house.close();
  });
});
