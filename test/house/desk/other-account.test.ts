import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actAddress } from '../../../src/desk/forms/addresses.js';
import { actNamed } from '../../../src/domain/dossier/acts.js';
import { hidden, Visitor } from '../../builders/browser-visitor.js';
import { carrier, finance, instructor, manager, needyStudy } from '../../builders/http-walks.js';
import { textOf } from '../../builders/mail-text.js';
import { PAPERS } from '../../../src/simulation/papers.js';
import { Walker } from '../../builders/walker.js';
import { startHouse, type TestHouse } from '../../rig/house.js';

const BEFORE = 'FR7630006000011234567890189';
const OTHER = 'FR7610107001011234567890129';
let house: TestHouse;
let balance: string;

/** A study of which the first instalment is paid and the balance may be claimed. */
beforeAll(async () => {
  house = await startHouse();
  const walker = new Walker(house.client);
  const notified = needyStudy.findIndex(step => 'act' in step && step.act === 'notify-grant') + 1;
  await walker.walk([
    ...needyStudy.slice(0, notified),
    carrier('claim-instalment', { iban: BEFORE, accountHolder: 'Association fictive du pôle' }),
    instructor('prepare-liquidation', { amount: '16000.00' }),
    manager('validate-liquidation'),
    finance('record-payment-order', { order: 'M-1' }),
    finance('record-payment', { amount: '16000.00' }),
    carrier('deliver-study', { reportHash: PAPERS.study.hash }),
    instructor('review-study', { outcome: 'validated' }),
  ]);
  balance = actAddress(actNamed('claim-instalment'), walker.poleId, {
    ...{ kind: 'instalment', award: walker.found.award ?? '', year: 1, number: 2 },
  });
});
afterAll(() => house.close());

const linked = async () => {
  const visitor = new Visitor(house.url);
  const address = 'porteur-demo@demonstration.example';
  await visitor.ask('/connexion/courriel', { adresse: address, vers: balance });
  const mail = house.mail.received.findLast(({ to }) => to.includes(address));
  const path = /\/connexion\/lien\/[\w-]+/.exec(mail ? textOf(mail) : '')?.[0] ?? '';
  await visitor.go(path, hidden((await visitor.ask(path)).html));
  return visitor;
};

async function claimed(by: Visitor, iban: string) {
  const { html } = await by.ask(balance);
  return by.ask(balance, { ...hidden(html, balance), iban, accountHolder: 'Association fictive du pôle' });
}

describe('A claim by a link of a mail', () => {
  it('asks for an account of one’s own before it names another bank account', async () => {
    const by = await linked();
    const { status, location } = await claimed(by, OTHER);
    expect([status, new URL(location).pathname]).toEqual([303, '/confirmer-identite']);
  });

  it('is made for the account that was given before', async () => {
    const by = await linked();
    const { status, html } = await claimed(by, 'FR76 3000 6000 0112 3456 7890 189');
    expect([status, html]).toEqual([200, expect.stringContaining('Vous allez demander le solde')]);
  });
});

describe('A claim by who has just logged in', () => {
  it('may name another account', async () => {
    const by = new Visitor(house.url);
    await by.logIn('porteur-demo', balance);
    const { status, html } = await claimed(by, OTHER);
    expect([status, html]).toEqual([200, expect.stringContaining('Vous allez demander le solde')]);
  });
});
