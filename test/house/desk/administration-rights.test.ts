import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registerPays } from '../../../src/record/pays.js';
import { hidden, Visitor } from '../../builders/browser-visitor.js';
import { holdsOnly } from '../../builders/rights.js';
import { machineWordsIn, visibleText } from '../../builders/visible-text.js';
import { startHouse, type TestHouse } from '../../rig/house.js';

const GIVE = '/administration/droits/donner';

let house: TestHouse;
let admin: Visitor;

beforeAll(async () => {
  house = await startHouse();
  await registerPays(house.source.manager);
  admin = await loggedIn('administratrice');
});
afterAll(() => house.close());

async function loggedIn(account: string): Promise<Visitor> {
  const visitor = new Visitor(house.url);
  await visitor.logIn(account, '/confirmer-identite');
  return visitor;
}

const plain = (html: string) => visibleText(html).replaceAll(/[\u00a0\u202f]/g, ' ');

/** Fills in a form of the administration, and sends the page « Vous allez… » that follows. */
async function confirmed(address: string, fields: Readonly<Record<string, string>>) {
  const form = await admin.ask(address);
  const check = await admin.ask(address, { ...hidden(form.html, address), ...fields });
  return { check, done: await admin.ask(address, { ...hidden(check.html, address), _step: 'do' }) };
}

async function endingOf(account: string, role: string): Promise<string> {
  const { body } = await house.client.read('administratrice', `/api/rights?account=${account}&role=${role}`);
  const [right] = (body as unknown as { readonly items: readonly { readonly id: string }[] }).items;
  return `/administration/droits/${right?.id}/retirer`;
}

describe('Who administers the house, in a browser without JavaScript', () => {
  it('gives a right after reading it twice: it works at the next page, and until it is ended', async () => {
    const council = await loggedIn('conseil-brest');
    expect((await council.ask('/demandes')).html).not.toContain('href="/demandes"');
    const { check, done } = await confirmed(GIVE, { account: 'conseil-brest', role: 'instructor', reason: 'Renfort.' });
    expect(plain(check.html)).toContain('Vous allez donner un droit à « conseil-brest » : Instructeur·rice');
    expect(machineWordsIn(check.html)).toEqual([]);
    expect([done.status, new URL(done.location).pathname]).toEqual([303, '/administration/droits']);
    expect(plain((await admin.ask(done.location)).html)).toContain('Le droit est donné');
    expect((await council.ask('/')).html).toContain('href="/demandes"');
    const ended = await confirmed(await endingOf('conseil-brest', 'instructor'), { reason: 'Fin du renfort.' });
    expect(plain(ended.check.html)).toContain('Vous allez retirer un droit de');
    expect((await council.ask('/')).html).not.toContain('href="/demandes"');
    const list = plain((await admin.ask('/administration/droits')).html);
    expect(list).toContain('Fin du renfort.');
  });

  it('is told at its field what is wrong, before anything is read twice', async () => {
    const form = await admin.ask(GIVE);
    const refused = await admin.ask(GIVE, {
      ...hidden(form.html, GIVE),
      ...{ account: '', role: 'carrier', bodies: '12345678901234\r\n' },
    });
    expect(refused.status).toBe(422);
    expect(refused.html).toMatch(/<a href="#account">Compte[^<]*Ce champ est à remplir/);
    expect(refused.html).toMatch(/id="bodies-error"[^>]*>[\s\S]*?Le SIRET compte 14 chiffres/);
    expect(refused.html).toContain('12345678901234');
    const perimeter = await admin.ask(GIVE, { ...hidden(form.html, GIVE), account: 'nouvelle', role: 'council' });
    expect(perimeter.html).toMatch(/id="pays-error"[^>]*>[\s\S]*?Ce rôle se tient pour des pays/);
  });

  it('ends nothing of their own: the reason is told, and nothing is done', async () => {
    const address = await endingOf('administratrice', 'admin');
    const refused = await admin.ask(address, hidden((await admin.ask(address)).html, address));
    expect([refused.status, plain(refused.html)]).toEqual([
      409,
      expect.stringContaining('Nul ne se donne ni ne se retire un droit à soi-même'),
    ]);
    expect((await admin.ask('/administration/droits')).status).toBe(200);
  });

  it('gives one right once, however often the form is sent', async () => {
    const form = await admin.ask(GIVE);
    const fields = { ...hidden(form.html, GIVE), account: 'double', role: 'auditor', _step: 'do' };
    const sent = await Promise.all([admin.ask(GIVE, fields), admin.ask(GIVE, fields)]);
    expect(sent.map(({ status }) => status)).toEqual([303, 303]);
    const { body } = await house.client.read('administratrice', '/api/rights?account=double');
    expect((body as unknown as { readonly items: readonly object[] }).items).toHaveLength(1);
  });

  it('reads pages without a word of the machine, nothing being filled in in advance', async () => {
    for (const page of ['/administration/droits', '/administration/droits?role=carrier', GIVE]) {
      const { status, html } = await admin.ask(page);
      expect([page, status, machineWordsIn(html)]).toEqual([page, 200, []]);
    }
    expect((await admin.ask(GIVE)).html).not.toMatch(/<input[^>]* type="text"[^>]* value="[^"]+/);
  });
});

describe('Who does not administer it', () => {
  it.each(['instructrice', 'porteur-demo'])('is refused in French, and sees no way there: %s', async account => {
    const visitor = await loggedIn(account);
    for (const page of ['/administration', '/administration/droits', GIVE]) {
      const { status, html } = await visitor.ask(page);
      expect([page, status]).toEqual([page, 403]);
      expect(html).not.toContain('href="/administration"');
      expect(plain(html)).toContain('Revenir à mon bureau');
    }
  });

  it('administers no more from the page that follows the end of their right', async () => {
    await holdsOnly(house.source.manager, 'auditrice', [
      { role: 'auditor', bodies: [], pays: [] },
      { role: 'admin', bodies: [], pays: [] },
    ]);
    const second = await loggedIn('auditrice');
    expect((await second.ask('/administration/droits')).status).toBe(200);
    await holdsOnly(house.source.manager, 'auditrice', [{ role: 'auditor', bodies: [], pays: [] }]);
    expect((await second.ask('/administration/droits')).status).toBe(403);
  });
});
