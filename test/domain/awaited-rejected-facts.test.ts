import { describe, expect, it } from '@jest/globals';
import { factsOf } from '../../src/domain/dossier/expectations.js';
import { debtorOf, dueOf } from '../../src/domain/dossier/owing.js';
import { rehearse } from '../../src/rehearsal/rehearse.js';
import { livedBefore } from '../builders/dated-life.js';
import { BEARER, because, CARRIER, declared, type DossierBuilder, GOOD_VOTE, onAgenda } from '../builders/dossier.js';
import {
  amended,
  convention,
  firstYearOver,
  HASH,
  heardOnExcess,
  running,
  settled,
  withExcess,
} from '../builders/whole-life-dossiers.js';

async function owedOn(dossier: DossierBuilder, kind: string) {
  const keys = (await rehearse(factsOf(dossier.events))).filter(key => key.startsWith(`${kind}/`));
  return keys.map(key => {
    const { state, rules } = dossier;
    const { role, body } = debtorOf(key, state, rules);
    const due = dueOf(key, state, rules);
    return [body === undefined ? role : `${role} ${body}`, due?.on ?? null, due?.since ?? null];
  });
}

const rejected = () =>
  onAgenda('2026-02-02', '2026-02-05')
    .on('2026-02-05')
    .does('record-vote', { ...GOOD_VOTE, outcome: 'rejected', votesFor: 5, votesAgainst: 50 });
/** With all that a convention leaves besides its money: its essential data, its post, its evaluation. */
function rounded(dossier: DossierBuilder): DossierBuilder {
  const on = { award: convention(dossier).id };
  dossier.does('publish-essential-data', {}, { on });
  return dossier.does('record-final-evaluation', { outcome: 'favourable', hash: HASH }, { on });
}

const transferred = () => amended(running().on('2026-03-02'), { carrier: { name: 'Reprise', siret: BEARER } });

describe('on a side path is owed', () => {
  it.each<[kind: string, build: () => DossierBuilder, who: string, by: string, since: string]>([
    ['refusal-notification', rejected, 'instructor', '2026-02-20', '2026-02-05'],
    [
      'withdrawal-acknowledgement',
      () => declared().on('2026-02-05').does('withdraw-project', because),
      'instructor',
      '2026-03-05',
      '2026-02-05',
    ],
    ['former-carrier-account', transferred, 'instructor', '2026-06-02', '2026-03-02'],
    ['closure', () => rounded(settled()), 'instructor', '2030-02-01', '2030-01-01'],
    [
      'closure',
      () =>
        rounded(heardOnExcess())
          .on('2030-01-05')
          .does('record-recovery-order', { order: 'T' })
          .on('2030-02-04')
          .does('record-recovery'),
      'instructor',
      '2030-03-04',
      '2030-02-04',
    ],
    [
      'closure',
      () => rounded(withExcess()).on('2030-02-04').does('waive-recovery', because),
      'instructor',
      '2030-03-04',
      '2030-02-04',
    ],
    ['hiring', () => running().on('2026-03-02').does('vacate-post'), `carrier ${CARRIER}`, '2026-07-02', '2026-03-02'],
    ['study-choice', () => declared(), `carrier ${CARRIER}`, '2026-08-02', '2026-02-02'],
    ['instalment-claim', () => firstYearOver().on('2028-01-10'), `carrier ${CARRIER}`, '2028-03-01', '2028-01-01'],
  ])('%s (%#)', async (kind, build, who, by, since) => {
    expect(await owedOn(build(), kind)).toEqual([[who, by, since]]);
  });

  it('the closure of a pôle that changed hands, from the account of its former carrier', async () => {
    const dossier = livedBefore('2028-01-10').on('2028-01-10');
    expect(await owedOn(dossier, 'closure')).toEqual([]);
    const other = transferred().on('2026-04-01');
    other.does('settle-former-carrier', {}, { on: { award: convention(other).id } });
    expect(await owedOn(other, 'former-carrier-account')).toEqual([]);
    expect(other.state.lifecycle.transfers).toMatchObject([{ on: '2026-03-02', settledOn: '2026-04-01' }]);
  });

  it('nothing by a stranger: each body is named', async () => {
    expect(await owedOn(transferred(), 'post-opening')).toEqual([]);
    const vacant = transferred().on('2026-05-04').does('vacate-post');
    expect(await owedOn(vacant, 'hiring')).toEqual([[`carrier ${BEARER}`, '2026-09-04', '2026-05-04']]);
  });
});
