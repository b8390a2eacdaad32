import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cents } from '../../src/domain/kernel/cents.js';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import type { DeskAnswer, RequestListAnswer } from '../../src/obligations/desk-answers.js';
import { convention, running } from '../builders/whole-life-dossiers.js';
import { because, someone } from '../builders/dossier.js';
import { recordedAct } from '../builders/recorded-acts.js';
import { carryOut } from '../builders/replay-on-real-house.js';
import { filedAndReturned, SEEN_ON, threePoles, type ThreePoles } from '../builders/three-poles.js';

const UNTIL = civilDate('2028-12-01');
let poles: ThreePoles;
let discussed: string;
/** The account of the oldest pôle whose carrier asks for more time. */
let account: string;

const desk = (who = 'instructrice', query = '') => poles.json<DeskAnswer>(who, `me/desk${query}`);
const requests = async (who: string) => (await poles.json<RequestListAnswer>(who, 'me/requests')).items;

beforeAll(async () => {
  poles = await threePoles();
  discussed = await filedAndReturned(poles);
  const { house } = poles.open;
  const [owed] = await house.source.query<{ id: string }[]>(
    `SELECT id FROM obligations WHERE pole_id = $1 AND kind = 'activity-report' AND state = 'open'`,
    [poles.running],
  );
  account = owed?.id ?? '';
  await recordedAct(house, {
    ...{ act: 'request-extension', actor: someone('carrier'), poleId: poles.running, date: SEEN_ON },
    subject: { kind: 'obligation', obligation: account },
    payload: { until: UNTIL, reason: 'Notre commissaire aux comptes tarde.' },
  });
});
afterAll(() => poles.open.close());

describe('a desk', () => {
  it.each(['instructrice', 'porteur-demo', 'conseil-brest', 'conseiller-cress', 'gestionnaire-financiere'])(
    'of %s has in its sections what they owe, each once, and each count is that of its rows',
    async who => {
      const { sections } = await desk(who);
      expect(sections.map(({ label }) => label)).toEqual([
        ...['En retard', 'Aujourd’hui', 'Cette semaine', 'Plus tard'],
      ]);
      for (const { count, items } of sections) expect(count).toBe(items.length);
      const shown = sections.flatMap(({ items }) => items.map(({ id }) => id));
      const owed = await poles.json<{ items: readonly { id: string }[] }>(who, 'me/obligations');
      expect(shown.toSorted()).toEqual(owed.items.map(({ id }) => id).toSorted());
    },
  );

  it('has in its first section what is late, and nothing late in the others', async () => {
    const { sections } = await desk('porteur-demo');
    const lines = sections.flatMap(({ urgency, items }) => items.map(({ daysLate }) => ({ urgency, daysLate })));
    const [late, other] = [
      lines.filter(({ daysLate }) => daysLate > 0),
      lines.filter(({ daysLate }) => daysLate === 0),
    ];
    expect(new Set(late.map(({ urgency }) => urgency))).toEqual(new Set(['late']));
    expect(other.map(({ urgency }) => urgency)).toContain('later');
    expect(other.map(({ urgency }) => urgency)).not.toContain('late');
  });

  it('tells of what is owed its object, its money, its pôle and who carries it', async () => {
    const { sections } = await desk();
    const lines = sections.flatMap(({ items }) => items);
    expect(lines.find(({ pole, kind }) => pole.id === discussed && kind === 'report-acceptance')).toMatchObject({
      label: expect.stringContaining('indicateurs de l’exercice 1'),
      object: { report: 'indicators', exercise: { year: 1 } },
      carrier: { name: 'Association fictive' },
      ...{ amount: null, frees: '10500.00', daysLate: 0 },
    });
    const { sections: theirs } = await desk('porteur-demo');
    const claim = theirs.flatMap(({ items }) => items).find(({ kind }) => kind === 'instalment-claim');
    expect(claim).toMatchObject({ amount: '24500.00', frees: null });
  });

  it('shows what others owe, late or soon due, with its count', async () => {
    const { owedByOthers } = await desk();
    expect(owedByOthers.count).toBe(owedByOthers.items.length);
    expect(owedByOthers.items.find(({ id }) => id === account)).toMatchObject({
      from: { role: 'carrier', label: 'Structure porteuse' },
      fromName: 'Association fictive',
      frees: '10500.00',
      ...{ due: '2028-06-30', daysLate: 63 },
    });
    expect(owedByOthers.items.filter(({ from }) => from.role === 'instructor')).toEqual([]);
    expect((await desk('porteur-autre')).owedByOthers.items).toEqual([]);
  });

  it('is of the pôles of which one is in charge, or nobody is, when asked', async () => {
    const own = async (who: string) => {
      const { sections } = await desk(who, '?mine=true');
      return new Set(sections.flatMap(({ items }) => items.map(({ pole }) => pole.id)));
    };
    const everyone = (await desk('porteur-demo')).sections.flatMap(({ items }) => items);
    expect(new Set(everyone.map(({ mine }) => mine))).toEqual(new Set([true]));
    expect(await own('instructrice')).toContain(poles.running);
    const { house } = poles.open;
    await recordedAct(house, {
      ...{ act: 'assign-referent', actor: someone('instructor'), poleId: poles.running, date: SEEN_ON },
      ...{ subject: { kind: 'pole' }, payload: { referent: 'instructeur-2' } },
    });
    expect(await own('instructrice')).not.toContain(poles.running);
    const theirs = (await desk()).sections.flatMap(({ items }) => items.filter(({ mine }) => !mine));
    expect(new Set(theirs.map(({ pole }) => pole.id))).toEqual(new Set([poles.running]));
    expect(await own('instructeur-2')).toContain(poles.running);
    expect(await own('instructeur-2')).toContain(poles.vacant);
  });
});

describe('what is to be decided', () => {
  it('says who asks for more time, why and until when, to who may decide', async () => {
    for (const who of ['instructrice', 'cheffe-de-service'])
      expect(await requests(who)).toMatchObject([
        {
          ...{ kind: 'extension', obligation: account, until: UNTIL, on: SEEN_ON, open: true, reasons: [] },
          label: expect.stringContaining('exercice 1'),
          body: { name: 'Association fictive' },
          by: { account: 'carrier' },
          reason: 'Notre commissaire aux comptes tarde.',
        },
      ]);
    for (const who of ['porteur-demo', 'conseiller-cress', 'auditrice', 'administratrice'])
      expect([who, await requests(who)]).toEqual([who, []]);
    expect((await desk()).toDecide).toMatchObject({ count: 1 });
  });

  it('says which amendment is asked for', async () => {
    const asked = running();
    const change = { ...because, amount: cents(9_000_000) };
    asked.does('request-amendment', change, { on: { award: convention(asked).id } });
    const pole = await carryOut(poles.open.house, asked);
    expect((await requests('instructrice')).find(request => request.pole.id === pole)).toMatchObject({
      ...{ kind: 'amendment', body: { name: 'Association fictive' }, open: true },
      label: expect.stringMatching(/^L’avenant/),
    });
    expect((await requests('cheffe-de-service')).filter(({ kind }) => kind === 'amendment')).toEqual([]);
  });
});
