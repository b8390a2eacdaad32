import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actAddress } from '../../src/desk/forms/addresses.js';
import { ACTS, actNamed } from '../../src/domain/dossier/acts.js';
import type { Subject } from '../../src/domain/dossier/subject.js';
import { VOCABULARY } from '../../src/domain/dossier/vocabulary.js';
import { cents, formatEuros } from '../../src/domain/kernel/cents.js';
import { GROUND_LABELS } from '../../src/domain/lifecycle/grounds.js';
import type { HouseClient } from '../../src/simulation/house-client.js';
import { filledForm } from '../builders/filled-form.js';
import { FORM_KEY } from '../../src/api/page-sessions.js';
import { hidden, Visitor } from '../builders/browser-visitor.js';
import { FormFiller, hiddenIn, namesIn, textOf, writtenIn } from '../builders/form-filler.js';
import {
  because,
  carrier,
  instructor,
  opening,
  payment,
  request,
  toTheConvention,
  WALKS,
  type Walk,
} from '../builders/http-walks.js';
import { Walker } from '../builders/walker.js';
import { WHOLE_WALKS } from '../builders/whole-life-http-walks.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;
let people: HouseClient;
let forms: FormFiller;

beforeAll(async () => {
  house = await startHouse();
  people = house.client;
  forms = new FormFiller(people);
});

afterAll(() => house.close());

const facts = async (poleId: string) =>
  (
    await house.source.query<{ n: number }[]>(
      'SELECT count(*)::int AS n FROM journal WHERE pole_id = $1 AND fact_version IS NOT NULL',
      [poleId],
    )
  )[0]?.n;

/** A pôle that walked that far, by the API. */
async function poleAfter(walk: Walk): Promise<Walker> {
  const walker = new Walker(people);
  await walker.walk(walk);
  return walker;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

describe('A pôle whose people fill in forms alone', () => {
  it.each(Object.entries({ ...WALKS, ...WHOLE_WALKS }))(
    'walks %s, each form saying the body of the API',
    async (_name, walk) => {
      const walker = new Walker(people);
      await walker.walk(walk, undefined, undefined, step => forms.do(step, walker.found));
      expect(walker.found.pole?.id).toBeDefined();
    },
  );

  it('does every act so', () => {
    expect(ACTS.map(({ name }) => name).filter(name => !forms.shown.has(name))).toEqual([]);
  });

  it('is shown empty fields, and no JSON, identifier nor code', () => {
    const codes = [...Object.values(VOCABULARY), GROUND_LABELS].flatMap(labels =>
      Object.keys(labels).filter(code => code.includes('-')),
    );
    for (const [act, html] of [...forms.shown, ...forms.checked]) {
      const text = textOf(html);
      expect([act, UUID.exec(text), /JSON|undefined|\[object|\bnull\b/.exec(text)?.[0]]).toEqual([
        act,
        null,
        undefined,
      ]);
      expect([act, codes.filter(code => new RegExp(`(?<![\\w-])${code}(?![\\w-])`).test(text))]).toEqual([act, []]);
    }
    for (const [act, html] of forms.shown) expect([act, writtenIn(html)]).toEqual([act, []]);
  });

  it('is asked to read twice what is grave, and that alone', () => {
    const grave = ACTS.flatMap(({ name, gravity }) => (gravity === undefined ? [] : [name]));
    expect([...forms.checked.keys()].sort()).toEqual(grave.sort());
    expect(textOf(forms.checked.get('record-payment') ?? '')).toMatch(
      /Vous allez constater le paiement du 1er versement de l’exercice \d .*\u202f: [\d\u202f]+,00\u202f€/,
    );
  });
});

describe('A form', () => {
  it('that is grave writes nothing until it is confirmed', async () => {
    const { poleId } = await poleAfter(opening);
    const counts = () =>
      house.source.query(
        'SELECT (SELECT count(*) FROM journal) j, (SELECT count(*) FROM notices) n, (SELECT count(*) FROM obligations) o, (SELECT count(*) FROM idempotency_keys) k',
      );
    const path = actAddress(actNamed('give-opinion'), poleId, { kind: 'pole' });
    const page = await forms.get('conseil-brest', path);
    const before = await counts();
    const check = await forms.post('conseil-brest', path, [...hiddenIn(page.html), ['outcome', 'favourable']]);
    expect(textOf(check.html)).toContain('Vous allez rendre l’avis du Conseil de développement');
    expect(await counts()).toEqual(before);
    const confirmed = [...hiddenIn(check.html), ['_step', 'do']] as const;
    const [once, twice] = await Promise.all([1, 2].map(() => forms.post('conseil-brest', path, confirmed)));
    expect([once?.status, twice?.location]).toEqual([303, once?.location]);
    expect(await facts(poleId)).toBe(4);
  });

  it('on money asks who acts for the Région to identify themself anew, and keeps what they typed', async () => {
    const walker = await poleAfter([...toTheConvention, ...payment.slice(0, 1)]);
    const subject: Subject = { kind: 'instalment', award: walker.found.award ?? '', year: 1, number: 1 };
    const path = actAddress(actNamed('prepare-liquidation'), walker.poleId, subject);
    const page = await forms.get('instructrice', path);
    await house.source.query(
      `UPDATE sessions SET authenticated_at = now() - interval '20 minutes' WHERE account = 'instructrice'`,
    );
    const asked = await forms.post('instructrice', path, [...hiddenIn(page.html), ['amount', '24 500,00']]);
    expect(asked).toMatchObject({ status: 303, location: expect.stringContaining('/confirmer-identite') });
    expect((await forms.get('instructrice', path)).location).toContain('/confirmer-identite');
    await house.source.query(`UPDATE sessions SET authenticated_at = now() WHERE account = 'instructrice'`);
    const again = await forms.get('instructrice', path);
    expect(again.html).toContain('value="24 500,00"');
    const check = await forms.post('instructrice', path, [...hiddenIn(again.html), ['amount', '24 500,00']]);
    expect(await forms.post('instructrice', path, [...hiddenIn(check.html), ['_step', 'do']])).toMatchObject({
      status: 303,
    });
    expect(await house.source.query('SELECT * FROM drafts')).toEqual([]);
  });

  it('that is sent twice makes one fact, and leads to the same place', async () => {
    const { poleId } = await poleAfter(opening);
    const path = actAddress(actNamed('skip-study'), poleId, { kind: 'pole' });
    const page = await forms.get('instructrice', `${path}?depuis=/poles`);
    const entries = [...hiddenIn(page.html), ...filledForm('skip-study', because)];
    const before = await facts(poleId);
    const [once, twice] = await Promise.all([1, 2].map(() => forms.post('instructrice', path, entries)));
    expect(once).toMatchObject({ status: 303, location: expect.stringMatching(/^\/poles\?fait=[0-9a-f-]{36}$/) });
    expect(twice?.location).toBe(once?.location);
    const list = await forms.get('instructrice', once?.location ?? '');
    expect([list.status, textOf(list.html)]).toEqual([200, expect.stringContaining('C’est fait\u202f: ')]);
    expect(await facts(poleId)).toBe((before ?? 0) + 1);
    const other = await forms.post('instructrice', path, [...hiddenIn(page.html), ['reason', 'Un autre motif']]);
    expect(other.status).toBe(422);
    expect(textOf(other.html)).toContain('Cette clé a déjà servi');
    expect(other.html).toContain('Un autre motif</textarea>');
    expect(await facts(poleId)).toBe((before ?? 0) + 1);
  });

  it('whose session ended while it was filled in is found again as it was', async () => {
    const { poleId } = await poleAfter(opening);
    const path = actAddress(actNamed('skip-study'), poleId, { kind: 'pole' });
    const someone = new Visitor(people.url);
    await someone.logIn('instructrice');
    await house.owner.query(
      `UPDATE sessions SET expires_at = now() - interval '1 second'
       WHERE seen_at = (SELECT max(seen_at) FROM sessions)`,
    );
    const { location } = await someone.ask(path, { _cle: 'x', reason: 'Une étude existe déjà' });
    expect(location).toBe(`${people.url}/connexion?${new URLSearchParams({ vers: path })}&garde=1`);
    expect((await new Visitor(people.url).logIn('instructrice', path)).html).toContain(
      'Une étude existe déjà</textarea>',
    );
  });

  it('is kept as a draft when that is asked, however much is wrong in it, and is found again', async () => {
    const { poleId } = await poleAfter(opening);
    const path = actAddress(actNamed('give-opinion'), poleId, { kind: 'pole' });
    const page = await forms.get('conseil-brest', path);
    expect(page.html).toContain('<p class="j-draft" id="brouillon" role="status"></p>');
    const before = await facts(poleId);
    const saved = await forms.post('conseil-brest', path, [
      ...hiddenIn(page.html),
      ['statement', 'À reprendre'],
      ['_step', 'save'],
    ]);
    expect([saved.status, await facts(poleId)]).toEqual([200, before]);
    expect(saved.html).toContain('À reprendre</textarea>');
    expect(saved.html).not.toContain('govuk-error-summary');
    expect(textOf(saved.html)).toMatch(/Brouillon enregistré le \d.* à \d+\sh\s\d\d\s*, gardé jusqu’au \d/);
    expect((await forms.get('conseil-brest', path)).html).toContain('À reprendre</textarea>');
  });

  it('keeps no bank details in a draft, and says so', async () => {
    const walker = await poleAfter(toTheConvention);
    const subject: Subject = { kind: 'instalment', award: walker.found.award ?? '', year: 1, number: 1 };
    const path = actAddress(actNamed('claim-instalment'), walker.poleId, subject);
    const page = await forms.get('porteur-demo', path);
    const saved = await forms.post('porteur-demo', path, [
      ...hiddenIn(page.html),
      ['iban', 'FR7630006000011234567890189'],
      ['_step', 'save'],
    ]);
    expect(textOf(saved.html)).toContain('Les coordonnées bancaires n’y sont pas gardées');
    expect((await forms.get('porteur-demo', path)).html).not.toContain('FR7630006000011234567890189');
    expect(JSON.stringify(await house.source.query('SELECT fields FROM drafts'))).not.toContain('FR76');
  });

  it('reads as absent what is no text, when something else than a browser sends it', async () => {
    const visitor = await forms.loggedIn('instructrice');
    const { [FORM_KEY]: key } = hidden((await visitor.ask('/moi')).html);
    const answer = await fetch(`${people.url}/moi/suivis`, {
      ...{ method: 'POST', redirect: 'manual', body: JSON.stringify({ [FORM_KEY]: key, pole: 5 }) },
      headers: { 'content-type': 'application/json', cookie: visitor.cookiesFor(new URL(people.url)) },
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/moi']);
  });

  it('that was done says so where it leads', async () => {
    const { poleId } = await poleAfter(opening);
    const path = actAddress(actNamed('hold-cress-meeting'), poleId, { kind: 'pole' });
    const next = actAddress(actNamed('write-legitimation-note'), poleId, { kind: 'pole' });
    const page = await forms.get('conseiller-cress', `${path}?depuis=${next}`);
    const done = await forms.post('conseiller-cress', path, [...hiddenIn(page.html), ['participants', '12']]);
    const { html } = await forms.get('conseiller-cress', done.location ?? '');
    expect(textOf(html)).toContain('C’est fait\u202f: Rencontre avec la CRESS');
    expect((await forms.get('instructrice', done.location ?? '')).html).not.toContain('C’est fait');
  });

  it('that is wrong says why at each field and above, keeps what was typed, and writes nothing', async () => {
    const { poleId } = await poleAfter(opening);
    const path = actAddress(actNamed('request-grant'), poleId, { kind: 'pole' });
    const typed = [
      ['applicant.name', 'Les Amarres <b>'],
      ['amount', 'beaucoup'],
      ['startsOn.day', '31'],
      ['startsOn.month', '2'],
      ['startsOn.year', '2027'],
    ] as const;
    const before = await facts(poleId);
    const page = await forms.post('porteur-demo', path, [['_key', randomUUID()], ...typed]);
    expect(page.status).toBe(422);
    expect(page.html).toMatch(/<title>Erreur\u202f: /);
    for (const id of ['applicant-siret', 'amount', 'startsOn-day', 'years', 'applicant-name']) {
      expect(page.html).toContain(`href="#${id}"`);
      expect(page.html).toMatch(new RegExp(`id="${id}"`));
    }
    expect(page.html).toContain('value="Les Amarres &lt;b>"');
    expect(page.html).toContain('value="beaucoup"');
    expect(page.html).toMatch(/id="amount"[^>]*aria-describedby="[^"]*amount-error"[^>]*aria-invalid="true"/);
    const summary = [...page.html.matchAll(/href="#([\w-]+)"/g)].map(([, id = '']) => page.html.indexOf(` id="${id}"`));
    expect(summary).toEqual(summary.toSorted((a, b) => a - b));
    expect(await facts(poleId)).toBe(before);
  });

  it('that was overtaken shows both decisions, and keeps what was typed', async () => {
    const { poleId } = await poleAfter(opening);
    const path = actAddress(actNamed('give-opinion'), poleId, { kind: 'pole' });
    const page = await forms.get('conseil-brest', path);
    await people.act('instructrice', `/api/poles/${poleId}/study-skips`, because);
    const skip = actAddress(actNamed('skip-study'), poleId, { kind: 'pole' });
    const other = await forms.get('instructrice', skip);
    await forms.post('instructrice', skip, [...hiddenIn(other.html), ...filledForm('skip-study', because)]);
    const body = { outcome: 'with-reserves', statement: 'Associer le nord du pays.' };
    const conflict = await forms.post('conseil-brest', path, [
      ...hiddenIn(page.html),
      ...filledForm('give-opinion', body),
    ]);
    expect(conflict.status).toBe(412);
    expect(textOf(conflict.html)).toContain('Votre décision n’est pas enregistrée');
    expect(textOf(conflict.html)).toContain('Associer le nord du pays.');
    const again = await forms.post('conseil-brest', path, [...hiddenIn(conflict.html), ['_step', 'edit']]);
    expect(again.html).toContain('Associer le nord du pays.</textarea>');
    const check = await forms.post('conseil-brest', path, [
      ...hiddenIn(again.html),
      ...filledForm('give-opinion', body),
    ]);
    expect(await forms.post('conseil-brest', path, [...hiddenIn(check.html), ['_step', 'do']])).toMatchObject({
      status: 303,
    });
  });

  it('is refused by a rule with its text and what lifts it, above the form', async () => {
    const { poleId } = await poleAfter(opening);
    const path = actAddress(actNamed('request-grant'), poleId, { kind: 'pole' });
    const closed = await forms.get('instructrice', actAddress(actNamed('waive-opinion'), poleId, { kind: 'pole' }));
    expect(closed).toMatchObject({ status: 403 });
    expect(textOf(closed.html)).toContain('Cet acte ne vous revient pas.');
    expect((await forms.get('porteur-autre', path)).status).toBe(404);
  });

  it('of a closed act says why, by which text, and leads to what lifts it', async () => {
    const walker = await poleAfter(toTheConvention);
    const award = walker.found.award ?? '';
    const subject: Subject = { kind: 'instalment', award, year: 1, number: 1 };
    const path = actAddress(actNamed('record-payment'), walker.poleId, subject);
    const closed = await forms.get('gestionnaire-financiere', path);
    expect(closed.status).toBe(200);
    expect(textOf(closed.html)).toContain('Cet acte n’est pas ouvert.');
    expect(textOf(closed.html)).toContain(`Montant prévu ${formatEuros(cents(2_450_000))}`);
    const absent = actAddress(actNamed('record-payment'), walker.poleId, { ...subject, number: 9 });
    expect((await forms.get('gestionnaire-financiere', absent)).status).toBe(404);
  });

  it('of a closed act leads who may do it to the act that lifts it', async () => {
    const bare = { ...request, pieces: [], knownPieces: [] };
    const walker = await poleAfter([
      ...opening,
      instructor('skip-study', because),
      carrier('request-grant', bare),
      instructor('acknowledge-request'),
    ]);
    const subject: Subject = { kind: 'award', award: walker.found.award ?? '' };
    const closed = await forms.get('instructrice', actAddress(actNamed('report-instruction'), walker.poleId, subject));
    expect(textOf(closed.html)).toMatch(
      /Il manque des pièces.*CRPA art. L114-5.*Ce qui le lève\u202f: Demander les pièces manquantes de la demande/,
    );
    const lifting = actAddress(actNamed('demand-pieces'), walker.poleId, subject);
    expect(closed.html).toContain(`href="${lifting}"`);
    expect((await forms.get('instructrice', lifting)).html).toContain('Budget');
  });

  it('leads to no other house, and an unknown act is nowhere', async () => {
    const { poleId } = await poleAfter(opening);
    const path = actAddress(actNamed('skip-study'), poleId, { kind: 'pole' });
    for (const from of [
      'https://ailleurs.example/',
      '//ailleurs.example',
      '/\\ailleurs.example',
      '/.//ailleurs.example',
      '/..//ailleurs.example',
      '/%2e//ailleurs.example',
      'javascript:alert(1)',
    ])
      expect((await forms.get('instructrice', `${path}?depuis=${encodeURIComponent(from)}`)).html).not.toMatch(
        /ailleurs|javascript:/,
      );
    expect((await forms.get('instructrice', `/poles/${poleId}/faire/tout-payer`)).status).toBe(404);
  });

  it('adds a row to a list, and does nothing else', async () => {
    const walker = await poleAfter(toTheConvention);
    const subject: Subject = { kind: 'award', award: walker.found.award ?? '' };
    const path = actAddress(actNamed('request-amendment'), walker.poleId, subject);
    const page = await forms.post('porteur-demo', path, [
      ['_more', 'schedule'],
      ['schedule.0.year', '2'],
      ['reason', 'Motif'],
    ]);
    expect(page.status).toBe(200);
    expect([...namesIn(page.html)]).toEqual(expect.arrayContaining(['schedule.0.year', 'schedule.1.year']));
    expect(page.html).toContain('Motif</textarea>');
  });
});
