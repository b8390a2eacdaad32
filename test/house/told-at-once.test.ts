import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TOLD_TYPES } from '../../src/domain/reminders/told-at-once.js';
import { compareMails } from '../../src/simulation/mail-comparison.js';
import {
  because,
  clean,
  instructor,
  manager,
  moreTime,
  needyStudy,
  neverRead,
  opening,
  toTheVote,
  WALKS,
  type Found,
} from '../builders/http-walks.js';
import { execution, carrier } from '../builders/http-walks.js';
import { textOf } from '../builders/mail-text.js';
import { Walker } from '../builders/walker.js';
import { WHOLE_WALKS } from '../builders/whole-life-http-walks.js';
import { startHouse, type TestHouse } from '../rig/house.js';

interface Told {
  readonly after: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

let house: TestHouse;

async function mailsSince(from: number): Promise<readonly Omit<Told, 'after'>[]> {
  const subjects = await house.source.query<{ id: string; subject: string }[]>(
    'SELECT message_id AS id, subject FROM mails',
  );
  const bySubject = new Map(subjects.map(({ id, subject }) => [id, subject.replaceAll(/[\u202f\u00a0]/g, ' ')]));
  return house.mail.received.slice(from).map(mail => ({
    ...{ to: mail.to.split('@')[0] ?? '', subject: bySubject.get(mail.messageId) ?? '', text: textOf(mail) },
  }));
}

const differences = async () => (await compareMails(house.source.manager, house.mail.received)).differences;
const discrepancies = async () => {
  const { body } = await house.client.read('auditrice', '/api/reminders/reconciliation');
  return body.items.map(({ kind, about }: { kind: string; about: string }) => `${kind} ${about.split('/')[0]}`);
};

describe('an act that concerns someone', () => {
  const told: Told[] = [];

  beforeAll(async () => {
    house = await startHouse();
    const walks = [
      moreTime,
      needyStudy,
      neverRead,
      WALKS['a pôle with its study, its detours and its first payment'] ?? [],
      WHOLE_WALKS['a pôle carried to its closure, its excess claimed back'] ?? [],
    ];
    for (const walk of walks) {
      let before = 0;
      await new Walker(house.client).walk(
        walk,
        async () => {
          before = house.mail.received.length;
        },
        async ({ act }) => {
          await house.dispatcher.emptyInTurn();
          told.push(...(await mailsSince(before)).map(mail => ({ ...mail, after: act })));
        },
      );
    }
  });
  afterAll(() => house.close());

  it.each<[act: string, to: string, subject: RegExp, ...says: readonly string[]]>([
    [
      'return-report',
      'porteur-etude',
      /rapport d’activité 2026-2027 à corriger/,
      'Motif : À préciser.',
      'À corriger au plus tard le',
    ],
    [
      'accept-report',
      'porteur-etude',
      /comptes approuvés 2026-2027 acceptés/,
      'a accepté les comptes approuvés de l’exercice 1',
    ],
    ['review-study', 'porteur-etude', /étude de préfiguration à compléter/, 'Motif : À préciser.'],
    ['review-study', 'porteur-etude', /étude de préfiguration validée/, 'a validé l’étude'],
    [
      'request-extension',
      'instructeur-2',
      /délai demandé pour l’avis/,
      '30 juin 2026',
      'Motif : Motif.',
      'Conseil de développement',
    ],
    ['refuse-extension', 'conseil-brest', /délai refusé pour l’avis/, 'Motif : Motif.', 'La date reste le 4 mai 2026.'],
    [
      'grant-extension',
      'conseil-brest',
      /délai accordé pour l’avis/,
      'vous avez jusqu’au 15 juin 2026',
      'Motif : Motif.',
    ],
    [
      'return-liquidation',
      'instructrice',
      /liquidation du 1er versement 2027 à reprendre/,
      '24 500,00 €',
      'Motif : Motif.',
    ],
    [
      'record-vote',
      'porteur-demo',
      /demande de subvention du pôle ajournée/,
      '105 000,00 € demandés',
      'une autre séance',
    ],
    ['record-vote', 'porteur-demo', /subvention du pôle adoptée/, 'a adopté la subvention du pôle : 105 000,00 €'],
    ['record-vote', 'porteur-etude', /demande de subvention du pôle .* rejetée/, '105 000,00 € demandés'],
    ['notify-grant', 'porteur-demo', /subvention du pôle notifiée/, '105 000,00 €'],
    [
      'notify-convention',
      'porteur-demo',
      /décision à consulter/,
      'par voie électronique, la convention',
      'réputée vous être notifiée le lendemain',
    ],
    ['notify-refusal', 'porteur-etude', /refus de la subvention du pôle/, 'voies de recours'],
    ['notify-convention', 'porteur-demo', /convention notifiée/, 'signée des deux parties (105 000,00 €)'],
    ['record-payment', 'porteur-demo', /24 500,00 € versés, 1er versement 2027/, 'vous a versé 24 500,00 €'],
    [
      'record-vote',
      'porteur-demo',
      /convention à signer pour la subvention… \(et 1 autre nouvelle\)$/,
      'pour 2026 (55 000,00 €)',
      'rien de plus ne peut vous être versé',
    ],
    ['suspend-dossier', 'porteur-demo', /dossier suspendu/, 'Motif : Motif.'],
    ['resume-dossier', 'porteur-demo', /dossier repris/, 'Motif : Motif.'],
  ])('%s, is told to %s at the next sending: %s', (act, to, subject, ...says) => {
    const mails = told.filter(mail => mail.after === act && mail.to === to && subject.test(mail.subject));
    const [first] = mails.filter(({ text }) => says.every(words => text.includes(words)));
    expect(first ?? mails).toMatchObject({ to });
  });

  it('is told by one mail to each, of which the subject says the day first and stays short', () => {
    const after = told.map(({ after: act, to, subject, text }) => `${act} ${to} ${subject} ${text}`);
    expect(new Set(after).size).toBe(after.length);
    for (const { subject } of told.filter(({ after: act }) => act !== 'remind-debtor')) {
      expect(subject).toMatch(/^(1er|[2-9]|[12]\d|3[01]) (\p{L}+\.?) : /u);
      expect(subject.length).toBeLessThanOrEqual(78);
    }
  });

  it('is never told to who did it', () => {
    expect(told.filter(({ after, to }) => after === 'request-extension' && to === 'conseil-brest')).toEqual([]);
    expect(told.filter(({ after, to }) => after === 'record-vote' && to.startsWith('instruct'))).toEqual([]);
  });

  it('leads to what is to be done: what is owed, or the pôle', () => {
    const linkAfter = (act: string) => told.findLast(({ after }) => after === act)?.text.match(/https:\S+/)?.[0] ?? '';
    for (const act of ['return-report', 'request-extension', 'grant-extension', 'return-liquidation'])
      expect(linkAfter(act)).toMatch(/\/poles\/[0-9a-f-]{36}\/echeances\/[0-9a-f-]{36}$/);
    for (const act of ['record-vote', 'record-payment', 'suspend-dossier'])
      expect(linkAfter(act)).toMatch(/\/poles\/[0-9a-f-]{36}$/);
  });

  it('is measured, and adds up: each event told has its notices, sent or with why not', async () => {
    const { body } = await house.client.read('auditrice', '/api/reminders/usefulness');
    const measured = body.items
      .filter(({ rung }: { rung: string }) => rung === 'event')
      .map(({ kind }: { kind: string }) => kind);
    expect([...measured].sort()).toEqual([...TOLD_TYPES].sort());
    expect(await differences()).toEqual([]);
    expect(await discrepancies()).toEqual([]);
  });

  it('and of which no notice tells is found', async () => {
    await house.owner.query("DELETE FROM notices WHERE kind = 'report-accepted'");
    expect(await discrepancies()).toContain('unplanned report-accepted');
    expect((await differences()).join()).toMatch(/report-accepted\/.* : franchi, et rien de prévu/);
  });
});

describe('events that come together', () => {
  beforeAll(async () => {
    house = await startHouse();
  });
  afterAll(() => house.close());

  it('leave in one mail to each, in their order', async () => {
    const walker = new Walker(house.client);
    await walker.walk([
      ...toTheVote,
      instructor('record-vote', { ...clean, outcome: 'adopted', number: '26_3', amount: '105000.00' }),
      ...execution(carrier),
    ]);
    await house.dispatcher.emptyInTurn();
    const mails = (await mailsSince(0)).filter(({ to }) => to === 'porteur-demo');
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toMatch(/convention notifiée – .* \(et 2 autres nouvelles\)$/);
    const [first, second, third] = ['a adopté la subvention', 'a notifié sa décision', 'a notifié la convention'].map(
      words => mails[0]?.text.indexOf(words) ?? -1,
    ) as [number, number, number];
    expect([0 < first, first < second, second < third]).toEqual([true, true, true]);
    expect(await differences()).toEqual([]);
  });

  it('are not told once they are retracted, and tell of their own what they bear on', async () => {
    const walker = new Walker(house.client);
    await walker.walk(opening);
    const owed = walker.found.pole?.awaited.find(({ kind }) => kind === 'council-opinion')?.id ?? '';
    const at = () => ({ obligationId: owed });
    await walker.walk([
      manager('grant-extension', { ...because, until: '2026-12-01' }, at),
      manager('suspend-dossier', because),
      manager('retract-fact', ({ pole }: Found) => ({ event: pole?.events[0]?.id, ...because })),
    ]);
    const before = house.mail.received.length;
    await house.dispatcher.emptyInTurn();
    const mails = await mailsSince(before);
    expect(mails.map(({ to }) => to).sort()).toEqual(['conseil-brest', 'conseil-de-developpement']);
    const { body } = await house.client.read('instructrice', `/api/obligations/${owed}`);
    expect(body.notices).toContainEqual(
      expect.objectContaining({ rung: 'event', template: 'event', to: 'council', state: 'sent', pace: 'instant' }),
    );
    const held = await house.source.query("SELECT state, reason FROM notices WHERE kind = 'dossier-suspended'");
    expect(held).toEqual([{ state: 'suppressed', reason: 'retracted' }]);
  });
});
