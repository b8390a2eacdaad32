import { describe, expect, it } from '@jest/globals';
import { dueOf } from '../../../src/domain/dossier/owing.js';
import { cents } from '../../../src/domain/kernel/cents.js';
import { yearKey } from '../../../src/domain/funded-year/years-slice.js';
import {
  ACCOUNT,
  because,
  GOOD_VOTE,
  GRANT,
  inForce,
  onAgenda,
  prepared,
  signature,
  voted,
  type DossierBuilder,
} from '../../builders/dossier.js';
import { signedByAll } from '../../builders/whole-life-dossiers.js';

const AVAILABLE = { means: 'electronic', agreedOn: '2027-02-01', availableOn: '2027-03-08' };
const READ = { means: 'electronic', consultedOn: '2027-03-10' };
const sent = () => voted('2027-03-01').on('2027-03-05').does('transmit-deliberation', { receipt: 'R' });
const available = () => sent().on('2027-03-09').does('notify-grant', AVAILABLE);
const award = ({ state, award: { award: id = '' } }: DossierBuilder) => {
  const found = state.awards[id];
  if (!found) throw new Error('Aucune attribution');
  return found;
};
const year = (dossier: DossierBuilder) => dossier.state.years[yearKey(award(dossier).id, 1)];
const types = ({ events }: DossierBuilder) => events.map(({ type }) => type);
const days = ({ events }: DossierBuilder, type: string) =>
  events.filter(event => event.type === type).map(({ date }) => date);

/** Granted without a convention, made available: the notification alone brings it into force. */
function withoutConvention(): DossierBuilder {
  const amount = cents(6_000_000);
  const dossier = prepared('2027-03-01').does('request-grant', { ...GRANT, amount });
  dossier.does('report-instruction', { favourable: true, report: 'R' });
  dossier.does('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'Convention' });
  dossier.does('record-vote', { ...GOOD_VOTE, amount }).on('2027-03-09');
  dossier.does('transmit-deliberation', { receipt: 'R' }, { date: '2027-03-05' });
  return dossier.does('notify-grant', AVAILABLE);
}

describe('a decision made available that nobody has read', () => {
  it('is not notified, and nobody but the calendar owes anything of it until its fifteen days are over', async () => {
    const dossier = available();
    expect(award(dossier)).toMatchObject({ status: 'adopted', grantNotifiedOn: null });
    expect(await dossier.awaits()).toEqual(expect.arrayContaining(['grant-receipt']));
    expect(await dossier.awaits()).not.toContain('grant-notification');
    const due = dueOf(`grant-receipt/${award(dossier).id}`, dossier.state, dossier.rules);
    expect(due).toMatchObject({ on: '2027-03-22', since: '2027-03-08', source: expect.stringContaining('R112-20') });
    expect(dossier.refusals('sign-convention', signature(dossier, 'region'))).toEqual(['not-executory']);
  });

  it('is notified by the calendar on the fifteenth day, once, whenever someone looks', async () => {
    const early = await available().on('2027-03-22').settlesSilences();
    expect(award(early).grantNotifiedOn).toBeNull();
    const dossier = await early.on('2027-05-03').settlesSilences();
    expect(days(dossier, 'grant-notified')).toEqual(['2027-03-23']);
    expect(award(dossier)).toMatchObject({ status: 'executory', grantNotifiedOn: '2027-03-23' });
    expect(dossier.refusals('sign-convention', signature(dossier, 'region'))).toEqual([]);
    expect(await dossier.awaits()).not.toContain('grant-receipt');
  });

  it('is as if someone had entered it once the term was over', async () => {
    const byCalendar = await available().on('2027-03-30').settlesSilences();
    const byHand = sent().on('2027-03-30').does('notify-grant', AVAILABLE);
    const written = ({ events }: DossierBuilder) =>
      events.filter(({ type }) => type === 'grant-notified').map(({ date, data }) => ({ date, ...data, award: '' }));
    expect(written(byCalendar)).toHaveLength(1);
    expect(written(byHand)).toEqual(written(byCalendar));
  });

  it('is notified on the day it is read before the term, without saying again when it was available', async () => {
    const dossier = await available().on('2027-03-12').does('notify-grant', READ).on('2027-05-03').settlesSilences();
    expect(days(dossier, 'grant-notified')).toEqual(['2027-03-10']);
    expect(dossier.events.findLast(({ type }) => type === 'grant-notified')?.data).toMatchObject({
      ...{ availableOn: '2027-03-08', agreedOn: '2027-02-01', consultedOn: '2027-03-10' },
    });
  });

  it.each([
    ['made available again', AVAILABLE, 'already-available', '/consultedOn'],
    ['made available on another day', { ...AVAILABLE, availableOn: '2027-03-07' }, 'already-available', '/availableOn'],
    ['read before it could be', { ...READ, consultedOn: '2027-03-07' }, 'date-order', '/consultedOn'],
    ['read on a day to come', { ...READ, consultedOn: '2027-03-10' }, 'date-in-future', '/consultedOn'],
  ])('is refused %s', (_what, payload, code, pointer) => {
    expect(available().reasons('notify-grant', payload)).toMatchObject([{ code, pointer }]);
  });

  it('is not made available on a day to come', () => {
    const [reason] = sent().reasons('notify-grant', AVAILABLE);
    expect(reason).toMatchObject({ code: 'date-in-future', pointer: '/availableOn' });
  });

  it('may be handed over meanwhile: the calendar notes nothing then', async () => {
    const dossier = available().on('2027-03-15').does('notify-grant', { means: 'hand' });
    await dossier.on('2027-05-03').settlesSilences();
    expect(days(dossier, 'grant-notified')).toEqual(['2027-03-15']);
  });
});

describe('the notification of an unread decision brings what it would have brought', () => {
  it('the first year of a grant without convention, opened that day', async () => {
    const dossier = withoutConvention();
    expect(year(dossier)).toBeUndefined();
    await dossier.on('2027-04-01').settlesSilences();
    expect(award(dossier).status).toBe('in-force');
    expect(days(dossier, 'funded-year-opened')).toEqual(['2027-03-23']);
    expect(await dossier.awaits()).toContain('instalment-claim');
  });

  it('the convention in force, its first year opened', async () => {
    const dossier = sent().on('2027-03-09').does('notify-grant');
    dossier
      .does('sign-convention', signature(dossier, 'carrier'))
      .does('sign-convention', signature(dossier, 'region'));
    dossier.does('notify-convention', { ...AVAILABLE, availableOn: '2027-03-09' });
    expect(award(dossier).status).toBe('executory');
    await dossier.on('2027-03-24').settlesSilences();
    expect(award(dossier)).toMatchObject({ status: 'in-force', conventionNotifiedOn: '2027-03-24' });
    expect(types(dossier)).toContain('funded-year-opened');
  });

  it('the refusal of a project, which ended the dossier', async () => {
    const dossier = onAgenda('2027-03-01').does('record-vote', {
      ...GOOD_VOTE,
      outcome: 'rejected',
      votesFor: 5,
      votesAgainst: 50,
    });
    dossier.on('2027-03-09').does('notify-refusal', AVAILABLE);
    expect(await dossier.awaits()).toEqual(['refusal-receipt']);
    await dossier.on('2027-03-23').settlesSilences();
    expect(award(dossier).refusalNotifiedOn).toBe('2027-03-23');
    expect(await dossier.awaits()).toEqual([]);
  });
});

describe('an amendment made available that nobody has read', () => {
  const proposed = (change: object) => {
    const dossier = inForce('2027-03-01').does('open-post', { share: 100 });
    dossier.does('request-amendment', { ...because, ...change }, { on: { award: award(dossier).id } });
    signedByAll(dossier);
    return dossier;
  };

  it('takes effect on the day it is deemed notified', async () => {
    const dossier = proposed({ amount: cents(9_000_000) });
    dossier.on('2027-03-08').does('notify-convention', AVAILABLE);
    expect(types(dossier)).not.toContain('convention-amended');
    await dossier.on('2027-03-30').settlesSilences();
    expect(days(dossier, 'convention-amended')).toEqual(['2027-03-23']);
    expect(award(dossier).status).toBe('in-force');
  });

  it('is refused, or left to someone, once it can no longer take effect', async () => {
    const dossier = proposed({ amount: cents(1_000_000) });
    const overtaken = () => dossier.refusals('notify-convention', AVAILABLE);
    dossier.on('2027-03-08');
    expect(overtaken()).toEqual([]);
    dossier.does('notify-convention', AVAILABLE);
    const [first] = Object.keys(dossier.state.awards);
    dossier.does('claim-instalment', ACCOUNT, { on: { award: first ?? '', year: 1, number: 1 } });
    await dossier.on('2027-05-03').settlesSilences();
    expect(types(dossier)).not.toContain('convention-amended');
    expect(await dossier.awaits()).toContain('convention-receipt');
    expect(dueOf(`convention-receipt/${award(dossier).id}`, dossier.state, dossier.rules)).toMatchObject({ on: null });
    await dossier.does('lapse-amendment').on('2027-06-01').settlesSilences();
    expect(await dossier.awaits()).not.toContain('convention-receipt');
  });
});

describe('a consultation found after the calendar deemed the decision notified', () => {
  const deemed = () => available().on('2027-04-01').settlesSilences();

  it('takes the place of what the calendar noted, and says so', async () => {
    const dossier = (await deemed()).does('notify-grant', READ);
    expect(award(dossier)).toMatchObject({ status: 'executory', grantNotifiedOn: '2027-03-10' });
    expect(types(dossier)).toContain('deemed-notification-superseded');
    expect(dossier.refusals('notify-grant', READ)).toEqual(['already-done']);
    await dossier.on('2027-05-03').settlesSilences();
    expect(award(dossier).grantNotifiedOn).toBe('2027-03-10');
  });

  it('brings again, from its day, what the calendar had brought', async () => {
    const dossier = (await withoutConvention().on('2027-04-01').settlesSilences()).does('notify-grant', READ);
    expect(award(dossier)).toMatchObject({ status: 'in-force', grantNotifiedOn: '2027-03-10' });
    expect(days(dossier, 'funded-year-opened')).toEqual(['2027-03-23', '2027-03-10']);
    expect(days(dossier, 'deemed-notification-superseded')).toHaveLength(2);
    expect(year(dossier)?.openedOn).toBe('2027-03-10');
  });

  it.each([
    ['on the day of the term', { ...READ, consultedOn: '2027-03-23' }],
    ['after it', { ...READ, consultedOn: '2027-03-28' }],
    ['never', { means: 'electronic' }],
  ])('changes nothing when it was read %s', async (_when, payload) => {
    expect((await deemed()).refusals('notify-grant', payload)).toEqual(['already-done']);
  });

  it('waits that what was built on the notification is taken back', async () => {
    const dossier = await deemed();
    dossier
      .does('sign-convention', signature(dossier, 'carrier'))
      .does('sign-convention', signature(dossier, 'region'));
    expect(dossier.reasons('notify-grant', READ)).toMatchObject([{ code: 'built-upon', pointer: '/consultedOn' }]);
  });

  it('is told of a term that someone entered, as well', () => {
    const dossier = sent().on('2027-04-01').does('notify-grant', AVAILABLE).does('notify-grant', READ);
    expect(award(dossier).grantNotifiedOn).toBe('2027-03-10');
  });

  it('does not reopen what was notified otherwise', () => {
    expect(inForce().refusals('notify-grant', READ)).toEqual(['already-done']);
  });
});
