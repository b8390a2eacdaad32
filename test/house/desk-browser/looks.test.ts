import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page, Response } from 'playwright-core';
import { actAddress } from '../../../src/desk/forms/addresses.js';
import { actNamed } from '../../../src/domain/dossier/acts.js';
import type { Subject } from '../../../src/domain/dossier/subject.js';
import { PAPERS } from '../../../src/simulation/papers.js';
import { PNG } from '../../builders/files.js';
import {
  adviser,
  because,
  carrier,
  instructor,
  note,
  opening,
  payment,
  toTheConvention,
} from '../../builders/http-walks.js';
import { textOf } from '../../builders/mail-text.js';
import { Walker } from '../../builders/walker.js';
import {
  HEIGHT,
  listened,
  NARROWEST,
  overflow,
  PHONE,
  SCREEN,
  unfold,
  unsoundIn,
  violations,
  WRITTEN_IN,
} from '../../browser/looks.js';
import { openBrowser } from '../../rig/browser.js';
import { personAt } from '../../rig/desk-people.js';
import { startHouse, type TestHouse } from '../../rig/house.js';

let house: TestHouse;
let browser: Browser;
/** The same, for who asked for texts twice as large. */
let magnified: Browser;
let walker: Walker;
/** A pôle whose grant is to be asked for. */
let asking: Walker;

beforeAll(async () => {
  [house, browser, magnified] = await Promise.all([startHouse(), openBrowser(), openBrowser({ textSize: 32 })]);
  walker = new Walker(house.client);
  await walker.walk([...toTheConvention, ...payment.slice(0, 2)]);
  await bringDocuments();
  asking = new Walker(house.client);
  await asking.walk([...opening, adviser('write-legitimation-note', note('legitimate'))]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), magnified?.close(), house?.close()]);
});

/** Leads a browser to a page; answers what the server sent for it. */
type Way = (page: Page) => Promise<Response>;
/** What a page is, who looks at it, how they come to it, and the status under which it is answered: 200 unless said. */
type Row = readonly [name: string, account: string | undefined, way: Way, status?: number];

const pole = (room = '') => `/poles/${walker.poleId}${room}`;
const award = (): Subject => ({ kind: 'award', award: walker.found.award ?? '' });
const instalment = (): Subject => ({ kind: 'instalment', award: walker.found.award ?? '', year: 1, number: 1 });
const form = (act: string, subject: Subject = { kind: 'pole' }, by = walker) =>
  actAddress(actNamed(act), by.poleId, subject);

/** A file under a name that nothing breaks. */
const LONG_NAME = `${'Compte_rendu_de_la_reunion_'.repeat(3)}2026.pdf`;
const file = (name: string, title = name) => ({
  ...{ name, mimeType: 'application/pdf' },
  buffer: Buffer.concat([PAPERS.note.bytes, Buffer.from(`% ${title}\n`)]),
});

/** Documents of every state: looked at, being looked at, infected, lost, and that no act took up. */
async function bringDocuments(): Promise<void> {
  const verdicts = ['safe', 'pending', 'infected', 'lost'] as const;
  for (const verdict of verdicts) {
    const hash = await brought(verdict);
    const done = await walker.do(carrier('attach-document', { title: `Un document (${verdict})`, hash }));
    if (done.status !== 201) throw new Error(`No document is ${verdict}: ${done.status}`);
    await house.owner.query(BECOMES[verdict], [hash]);
  }
  await brought('alone');
}

const BECOMES = {
  safe: 'SELECT $1::text',
  pending: `UPDATE documents SET verdict = 'pending', scanned_by = NULL WHERE hash = $1`,
  infected: `UPDATE documents SET verdict = 'infected', virus = 'Trial' WHERE hash = $1`,
  lost: 'DELETE FROM documents WHERE hash = $1',
} as const;

async function brought(title: string): Promise<string> {
  const { name, buffer } = file(LONG_NAME, title);
  const { status, body } = await house.client.deposit('porteur-demo', walker.poleId, { name, bytes: buffer });
  if (status !== 201) throw new Error(`A file is not taken: ${status}`);
  return body.hash;
}

async function opened(page: Page, address: string): Promise<Response> {
  const answer = await page.goto(house.url + address);
  if (answer === null) throw new Error(`Nothing was answered at ${address}.`);
  return answer;
}

const going =
  (address: () => string): Way =>
  page =>
    opened(page, address());

/** Sends the form of the page by its first or last button in sight. */
const sent = (page: Page, button: 'first' | 'last' = 'last') =>
  pressed(page, page.locator('main form .govuk-button')[button]());

/** Presses a button that sends a form; answers once the page that it leads to has come whole. */
async function pressed(page: Page, button: Locator): Promise<Response> {
  const [answer] = await Promise.all([page.waitForNavigation(), button.click()]);
  if (answer === null) throw new Error('Nothing was answered to a form.');
  return answer;
}

/** What is wrong with a page, in any way that a machine finds. */
async function faultsOf(way: Way, account: string | undefined) {
  const complaints: string[] = [];
  const viewport = { width: SCREEN, height: HEIGHT };
  const open = (by: Browser) =>
    account === undefined
      ? by.newContext({ locale: 'fr-FR', viewport }).then(context => context.newPage())
      : at(by, account);
  const page = await open(browser);
  const answer = await way(listened(page, complaints));
  const html = await answer.text();
  const wide = await violations(page);
  await unfold(page);
  await page.setViewportSize({ width: PHONE, height: HEIGHT });
  const narrow = await violations(page);
  await page.setViewportSize({ width: NARROWEST, height: HEIGHT });
  const sticksOut = await overflow(page);
  const large = await open(magnified);
  const largeAnswer = await way(large);
  await unfold(large);
  const magnifiedOut = await overflow(large);
  const own = isAnswerOf(page.url());
  await Promise.all([page.close(), large.close()]);
  return {
    statuses: [answer.status(), largeAnswer.status()],
    ...{ complaints: complaints.filter(complaint => !own(complaint)), wide, narrow, sticksOut, magnifiedOut },
    ...{ unsound: await unsoundIn(html), writtenIn: WRITTEN_IN.exec(html)?.[0] },
  };
}

/** A browser says of a page that refuses something that it « failed to load »: of the page, not of what it is made of. */
const isAnswerOf = (address: string) => (complaint: string) =>
  /status of 4\d\d/.test(complaint) && complaint.endsWith(` ${address}`);

const none = (status: number) => ({
  statuses: [status, status],
  ...{ complaints: [], wide: [], narrow: [], sticksOut: [], magnifiedOut: [] },
  ...{ unsound: [], writtenIn: undefined },
});

const contexts = new Map<string, Promise<Page>>();

/** A page of someone who is logged in, in one of the two browsers. */
async function at(by: Browser, account: string): Promise<Page> {
  const key = `${account} ${by === browser}`;
  const first =
    contexts.get(key) ??
    personAt(by, house.url, account, { viewport: { width: SCREEN, height: HEIGHT }, destination: '/prevision' });
  contexts.set(key, first);
  return (await first).context().newPage();
}

const firstOwed: Way = async page => {
  await opened(page, pole('/echeances'));
  const href = await page
    .locator(`main a[href^="${pole('/echeances')}/"]`)
    .first()
    .getAttribute('href');
  if (href === null) throw new Error('Nothing is owed.');
  return opened(page, href);
};

const READ: readonly Row[] = [
  ['desk of an instructor', 'instructrice', going(() => '/')],
  ['desk of a carrier', 'porteur-demo', going(() => '/')],
  ['list of pôles', 'instructrice', going(() => '/poles')],
  ['list without a pôle', 'instructrice', going(() => '/poles?q=Introuvable')],
  ['list of instalments', 'cheffe-de-service', going(() => '/versements')],
  ['reports', 'conseiller-cress', going(() => '/comptes-rendus')],
  ['forecast', 'instructrice', going(() => '/prevision')],
  ['requests', 'instructrice', going(() => '/demandes')],
  ...[
    ...['', '/preparation', '/attributions', '/exercices', '/versements', '/poste'],
    ...['/cofinancements', '/vie', '/echeances', '/personnes', '/journal', '/journal?tout=1'],
  ].map(room => [`pôle${room}`, 'instructrice', going(() => pole(room))] as const),
  ...[
    ...['droits', 'personnes', 'absences', 'organismes', 'reglements', 'reglements/poles-ess-2019'],
    ...['reglements/poles-ess-2019?avec=poles-ess-2018', 'documents-de-reference', 'echelles', 'modeles'],
  ].map(place => [`administration, ${place}`, 'administratrice', going(() => `/administration/${place}`)] as const),
  ...[...['/taches', '/courriers', '/aide', '/moi', '/campagnes/2027', '/accessibilite'], '/donnees-personnelles'].map(
    place => [`page ${place}`, 'instructrice', going(() => place)] as const,
  ),
  ['health of the house', 'administratrice', going(() => '/sante')],
  ['opinions and notes', 'conseil-brest', going(() => '/avis')],
  ['documents, to who brought them', 'porteur-demo', going(() => pole('/documents'))],
  ['documents, to who reads few', 'auditrice', going(() => pole('/documents'))],
  ['request with the files of its pieces', 'porteur-demo', going(() => form('request-grant', undefined, asking))],
  ['pôle, to its carrier', 'porteur-demo', going(pole)],
  ['échéance', 'instructrice', firstOwed],
  ['form of a declaration', 'instructrice', going(() => '/poles/nouveau')],
  ['form with rows', 'porteur-demo', going(() => form('request-amendment', award()))],
  ['form with a document', 'instructrice', going(() => form('sign-convention', award()))],
  ['form of money', 'cheffe-de-service', going(() => form('return-liquidation', instalment()))],
  ['act that is closed', 'gestionnaire-financiere', going(() => form('record-payment', instalment()))],
  ['act of someone else', 'instructrice', going(() => form('waive-opinion')), 403],
  ['identity to confirm', 'instructrice', going(() => '/confirmer-identite?vers=%2F')],
  ['page that is nowhere', 'instructrice', going(() => '/nulle-part'), 404],
  ['pôle that is nowhere', 'instructrice', going(() => `/poles/${randomUUID()}`), 404],
  ['login', undefined, going(() => '/connexion')],
  ['login after a session', undefined, going(() => '/connexion?garde=1')],
  ['link that serves no more', undefined, going(() => '/connexion/lien/inconnu'), 410],
];

describe('A page that is read is sound, accessible and never wider than its window', () => {
  it.each(READ)('%s', async (_name, account, way, status = 200) => {
    expect(await faultsOf(way, account)).toEqual(none(status));
  });
});

const askedLink =
  (address: string): Way =>
  async page => {
    await opened(page, '/connexion');
    await page.fill('#adresse', address);
    return sent(page);
  };

/** Opens the link that is mailed to someone: three at most are on their way to each. */
const mailedLink =
  (account: string): Way =>
  async page => {
    await askedLink(`${account}@demonstration.example`)(page);
    const mail = house.mail.received.findLast(({ to }) => to.includes(`${account}@demonstration.example`));
    const [link] = /\/connexion\/lien\/[\w-]+/.exec(mail ? textOf(mail) : '') ?? [];
    if (link === undefined) throw new Error(`No link was mailed to ${account}.`);
    return opened(page, link);
  };

/** Those who take charge of the pôle in turn, so that each time is another. */
const inCharge = ['instructrice', 'instructeur-2'];

/** Someone else does an act on the pôle, while a form is being filled in. */
async function overtaken(): Promise<void> {
  const [referent] = inCharge.reverse();
  const { status } = await walker.do(instructor('assign-referent', { referent }));
  if (status !== 201) throw new Error(`The pôle was not given to ${referent}: ${status}`);
}

const ANSWERED: readonly Row[] = [
  [
    'form that is refused',
    'porteur-demo',
    async page => {
      await opened(page, form('request-amendment', award()));
      return sent(page);
    },
    422,
  ],
  [
    'row that is added',
    'porteur-demo',
    async page => {
      await opened(page, form('request-amendment', award()));
      return sent(page, 'first');
    },
  ],
  [
    'act that is read twice',
    'cheffe-de-service',
    async page => {
      await opened(page, form('validate-liquidation', instalment()));
      return sent(page);
    },
  ],
  [
    'conflict',
    'cheffe-de-service',
    async page => {
      await opened(page, form('return-liquidation', instalment()));
      await overtaken();
      await page.fill('#reason', because.reason);
      return sent(page);
    },
    412,
  ],
  [
    'file that is deposited',
    'porteur-demo',
    async page => {
      await opened(page, form('attach-document'));
      await page.setInputFiles('#hash', file(LONG_NAME));
      return sent(page);
    },
    422,
  ],
  [
    'file that is refused',
    'porteur-demo',
    async page => {
      await opened(page, form('attach-document'));
      await page.setInputFiles('#hash', { ...file(LONG_NAME.replace('pdf', 'xlsm')), buffer: PNG });
      return sent(page);
    },
    422,
  ],
  [
    'request of which the pieces are deposited',
    'porteur-demo',
    async page => {
      await opened(page, form('request-grant', undefined, asking));
      for (const input of await page.locator('main [type="file"]').all()) await input.setInputFiles(file(LONG_NAME));
      return sent(page);
    },
    422,
  ],
  [
    'act that is read twice, with its file',
    'conseil-brest',
    async page => {
      await opened(page, form('give-opinion', undefined, asking));
      await page.check('[value="favourable"]');
      await page.setInputFiles('#attachment', file(LONG_NAME));
      return sent(page);
    },
  ],
  ['address that is none', undefined, askedLink('personne'), 422],
  ['link on its way', undefined, askedLink('porteur-autre@demonstration.example')],
  ['link', undefined, mailedLink('porteur-etude')],
  [
    'link that is refused',
    undefined,
    async page => {
      await mailedLink('cofinanceur-22')(page);
      return pressed(page, page.locator('main .j-link'));
    },
  ],
];

describe('A page that answers a form is as sound', () => {
  it.each(ANSWERED)('%s', async (_name, account, way, status = 200) => {
    expect(await faultsOf(way, account)).toEqual(none(status));
  });
});
