import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { factsOf, type FulfilledExpectation } from '../../src/domain/dossier/expectations.js';
import { rehearse } from '../../src/rehearsal/rehearse.js';
import { applyFacts, life } from '../../workflows/life.js';
import { Story } from '../../workflows/story/story.js';
import {
  ACCOUNT,
  because,
  claimed,
  declared,
  DossierBuilder,
  FIRST_ADVANCE,
  GOOD_VOTE,
  GRANT,
  inForce,
  NOTE,
  onAgenda,
  ordered,
  paid,
  requested,
  signature,
  STUDY,
  studyGranted,
  voted,
} from '../builders/dossier.js';

const REPORT = { reportHash: 'ab'.repeat(32) };
const vote = { ...GOOD_VOTE, amount: GRANT.amount };
const REJECTED = { ...GOOD_VOTE, outcome: 'rejected', votesFor: 5, votesAgainst: 50 };
type Said = object | ((dossier: DossierBuilder) => object);

/** What a decision awaits from its transmission on, and what else it awaits now. */
const reviewed = (...now: readonly string[]) => [...now, 'legality-review'].sort();
/** What a convention in force awaits all along, and what else it awaits now. */
const staffed = (...now: readonly string[]) => reviewed(...now, 'final-evaluation', 'renewal-request', 'year-turn');
const running = (...now: readonly string[]) => staffed(...now, 'post-opening');
const unpaid = (...kinds: string[]) => running('statutory-payment', ...kinds);

/** The life up to the first payment, act by act, and what the story awaits after each. */
const LIFE: readonly (readonly [act: string, said: Said, awaited: readonly string[]])[] = [
  ['form-local-group', { structures: 12 }, ['council-designation']],
  ['designate-council', { councilName: 'Conseil' }, ['council-opinion', 'cress-meeting', 'study-choice']],
  ['skip-study', because, ['council-opinion', 'cress-meeting']],
  ['give-opinion', { outcome: 'favourable' }, ['cress-meeting']],
  ['hold-cress-meeting', { participants: 5 }, ['legitimation-note']],
  ['write-legitimation-note', NOTE, ['grant-request']],
  ['request-grant', GRANT, ['acknowledgement', 'decision', 'instruction-report']],
  ['acknowledge-request', {}, ['decision', 'instruction-report']],
  ['demand-pieces', { pieces: ['statutes', 'officers'] }, ['decision', 'missing-pieces']],
  ['deliver-pieces', { pieces: ['officers'] }, ['decision', 'missing-pieces']],
  ['deliver-pieces', { pieces: ['statutes'] }, ['decision', 'instruction-report']],
  ['report-instruction', { favourable: true, report: 'R' }, ['agenda-entry', 'decision']],
  ['enter-agenda', ({ today }) => ({ organ: 'assembly', sessionOn: today, text: 'Convention' }), ['decision', 'vote']],
  ['record-vote', { ...GOOD_VOTE, outcome: 'adjourned' }, ['agenda-entry', 'decision']],
  ['enter-agenda', ({ today }) => ({ organ: 'assembly', sessionOn: today, text: 'Convention' }), ['decision', 'vote']],
  ['record-vote', vote, ['carrier-signature', 'transmission']],
  ['transmit-deliberation', { receipt: 'R' }, reviewed('carrier-signature', 'grant-notification')],
  ['notify-grant', {}, reviewed('carrier-signature', 'region-signature')],
  ['sign-convention', dossier => signature(dossier, 'carrier'), reviewed('region-signature')],
  ['sign-convention', dossier => signature(dossier, 'region'), reviewed('convention-notification', 'essential-data')],
  ['notify-convention', {}, unpaid('essential-data', 'instalment-claim')],
  ['publish-essential-data', {}, unpaid('instalment-claim')],
  ['claim-instalment', ACCOUNT, unpaid('liquidation')],
  ['prepare-liquidation', { amount: FIRST_ADVANCE }, unpaid('liquidation-validation')],
  ['return-liquidation', because, unpaid('liquidation')],
  ['prepare-liquidation', { amount: FIRST_ADVANCE }, unpaid('liquidation-validation')],
  ['validate-liquidation', {}, unpaid('payment-order')],
  ['record-payment-order', { order: 'M-1' }, unpaid('payment')],
  ['record-payment-rejection', { reason: 'other' }, unpaid('liquidation')],
  ['prepare-liquidation', { amount: FIRST_ADVANCE }, unpaid('liquidation-validation')],
  ['validate-liquidation', {}, unpaid('payment-order')],
  ['record-payment-order', { order: 'M-2' }, unpaid('payment')],
  ['record-payment', { amount: FIRST_ADVANCE }, running()],
  ['open-post', { share: 100 }, staffed('hiring')],
  ['fill-post', { share: 100 }, staffed()],
  ['vacate-post', {}, staffed('hiring')],
  ['fill-post', { share: 80 }, staffed()],
];

describe('the life of a pôle up to its first payment', () => {
  const begun = () =>
    new DossierBuilder('2026-02-02').does('declare-initiative', {
      paysCodes: ['02'],
      initiator: 'ess-actors',
      groupName: 'Groupe',
      groupSiret: NOTE.carrier.siret,
    });

  it('begins with a local group and a council', async () => {
    expect(await begun().awaits()).toEqual(['council-designation', 'local-group']);
  });

  it('awaits after each act what the path asks for next', async () => {
    const dossier = begun();
    const awaited: (readonly [act: string, awaited: readonly string[]])[] = [];
    for (const [act, payload] of LIFE) {
      dossier.does(
        act,
        typeof payload === 'function' ? (payload as (dossier: DossierBuilder) => object)(dossier) : payload,
      );
      awaited.push([act, await dossier.awaits()]);
    }
    expect(awaited).toEqual(LIFE.map(([act, , next]) => [act, next]));
  });
});

describe('the study, beside the opinion and the CRESS', () => {
  it('is awaited once its own award is in force', async () => {
    const awaited = await studyGranted().awaits();
    expect(awaited).toEqual(expect.arrayContaining(['study-delivery', 'council-opinion', 'cress-meeting']));
    expect(awaited).toContain('instalment-claim');
    expect(awaited).not.toContain('grant-request');
  });

  it('delivered before its convention is notified, is awaited no more: its review is', async () => {
    const dossier = declared().does('request-study-grant', STUDY).does('deliver-study', REPORT);
    expect(await dossier.awaits()).not.toContain('study-delivery');
    dossier.does('report-instruction', { favourable: true, report: 'R' });
    dossier.does('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'Étude' });
    dossier.does('record-vote', { ...GOOD_VOTE, amount: STUDY.amount });
    dossier.does('transmit-deliberation', { receipt: 'R' }).does('notify-grant');
    dossier
      .does('sign-convention', signature(dossier, 'carrier'))
      .does('sign-convention', signature(dossier, 'region'));
    dossier.does('notify-convention');
    expect(await dossier.awaits()).toContain('study-review');
    expect(await dossier.awaits()).not.toContain('study-delivery');
  });
});

describe('facts entered early', () => {
  it('are fallen through when the story comes to them', async () => {
    const dossier = new DossierBuilder('2026-02-02').does('declare-initiative', {
      paysCodes: ['02'],
      initiator: 'ess-actors',
      groupName: 'Groupe',
      groupSiret: NOTE.carrier.siret,
    });
    dossier.does('give-opinion', { outcome: 'favourable' }).does('write-legitimation-note', NOTE);
    expect(await dossier.awaits()).toEqual(['council-designation', 'local-group']);
    dossier.does('form-local-group', { structures: 12 }).does('designate-council', { councilName: 'Conseil' });
    expect(await dossier.awaits()).toEqual(['study-choice']);
  });

  it('a carrier that signs before the transmission is not asked again', async () => {
    const dossier = voted();
    dossier.does('sign-convention', signature(dossier, 'carrier'));
    expect(await dossier.awaits()).toEqual(['transmission']);
  });
});

describe('an early end', () => {
  const LIVES: readonly (readonly [string, () => DossierBuilder])[] = [
    ['declared', () => declared()],
    ['whose study is under way', () => studyGranted()],
    ['requested', () => requested()],
    ['whose pieces lack', () => requested().does('demand-pieces', { pieces: ['statutes'] })],
    ['on the agenda', () => onAgenda()],
    ['voted', () => voted()],
  ];

  it.each(LIVES)('of a dossier %s cuts all that was awaited and expects only its closing', async (name, build) => {
    const dossier = build().does('withdraw-project', because);
    const accounts = name === 'whose study is under way' ? ['essential-data', 'financial-report'] : [];
    expect(await dossier.awaits()).toEqual([...accounts, 'withdrawal-acknowledgement']);
    expect(await dossier.does('acknowledge-withdrawal').awaits()).toEqual(accounts);
  });

  it('by the refusal of the assembly expects only its notification', async () => {
    const dossier = onAgenda().does('record-vote', REJECTED);
    expect(await dossier.awaits()).toEqual(['refusal-notification']);
    expect(await dossier.does('notify-refusal').awaits()).toEqual([]);
  });

  it('that is retracted gives the story back as it was', async () => {
    const dossier = requested();
    const before = await dossier.awaits();
    dossier.does('withdraw-project', because);
    dossier.does('retract-fact', { event: dossier.events.at(-1)?.id ?? '', reason: 'Erreur.' });
    expect(await dossier.awaits()).toEqual(before);
  });

  it.each(LIVES)('told to a dossier %s in one batch with what it awaited leaves no wait behind', async (_n, build) => {
    const before = build();
    const story = new Story();
    applyFacts(story, factsOf(before.events));
    const end = life(story);
    await setImmediate();
    const awaited = story.owed();
    const answers = awaited.map((key): FulfilledExpectation => ({ key, value: answerTo(key) }));
    applyFacts(story, [...answers, { key: 'ending/1', value: { how: 'withdrawn', cycles: [] } }]);
    await setImmediate();
    expect(story.owed()).toEqual(['withdrawal-acknowledgement/1']);
    applyFacts(story, [{ key: 'withdrawal-acknowledgement/1', value: {} }]);
    await end;
    expect(story.owed()).toEqual([]);
  });
});

/** What would let the story go on, for the kinds whose fact says which way. */
function answerTo(key: string): unknown {
  if (key.startsWith('study-choice')) return { choice: 'skipped' };
  if (key.startsWith('vote/')) return { outcome: 'adopted', conventionRequired: true };
  if (key.startsWith('council-opinion')) return { outcome: 'favourable' };
  if (key.startsWith('year-turn')) return { ended: true };
  return {};
}

describe('a story told again from the start', () => {
  it.each<[string, () => DossierBuilder]>([
    ['declared', () => declared()],
    ['whose study is under way', () => studyGranted()],
    ['in force', () => inForce()],
    ['claimed', () => claimed()],
    ['ordered', () => ordered()],
    ['paid', () => paid()],
    ['withdrawn', () => voted().does('withdraw-project', because)],
  ])(
    'of a dossier %s awaits the same, whether it heard its facts one by one, in order or backwards',
    async (_n, build) => {
      const facts = factsOf(build().events);
      const awaited = await rehearse(facts);
      expect(await rehearse(facts)).toEqual(awaited);
      expect(await rehearse([...facts].reverse())).toEqual(awaited);
      const story = new Story();
      const end = life(story);
      for (const fact of facts) {
        applyFacts(story, [fact]);
        await setImmediate();
      }
      expect(story.owed()).toEqual(awaited);
      story.cancel();
      await end;
    },
  );
});
