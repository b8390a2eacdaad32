import { describe, expect, it } from '@jest/globals';
import type { Actor, Role } from '../../src/domain/dossier/roles.js';
import { eventsSeen } from '../../src/domain/dossier/seen-events.js';
import { seenState, seesSubject } from '../../src/domain/dossier/seen-state.js';
import type { Subject } from '../../src/domain/dossier/subject.js';
import { seesObligation, viewOf } from '../../src/domain/dossier/view.js';
import { cofunded } from '../builders/cofunded.js';
import { BEARER, CARRIER, COFUNDER, inForce, studyGranted, type DossierBuilder } from '../builders/dossier.js';
import { EVERY_STATE } from '../builders/every-state.js';
import { POLE } from '../builders/subjects.js';
import { amended, convention, firstYearOver, reports, secondAdvanceClaimed } from '../builders/whole-life-dossiers.js';

const of = (body: string, role: Role = 'carrier'): Actor => ({ account: body, role, bodies: [body], pays: [] });
const viewed = (dossier: DossierBuilder, ...actors: readonly Actor[]) => {
  const view = viewOf(dossier.state, actors);
  return { view, state: seenState(view, dossier.state), events: eventsSeen(view, dossier.events) };
};
const typesOf = (events: readonly { readonly type: string }[]) => [...new Set(events.map(({ type }) => type))];
const studyRefused = () => EVERY_STATE['whose study is refused']?.() ?? studyGranted();
const NEW_CARRIER = BEARER;
const transferred = () => amended(reports(firstYearOver(), 1), { carrier: { name: 'Reprise', siret: NEW_CARRIER } });

describe('the whole of a dossier', () => {
  it.each<[string, () => DossierBuilder, Actor]>([
    ['its carrier', inForce, of(CARRIER)],
    ['the bearer of its study', studyGranted, of(BEARER)],
    ['its group, while a study is refused to another', studyRefused, of(CARRIER)],
    ['who carries it since a transfer', transferred, of(NEW_CARRIER)],
    ['its pays', cofunded, { ...of('', 'council'), pays: ['02'] }],
    ['the Région', transferred, of('', 'instructor')],
  ])('is read by %s', (_, build, actor) => {
    const dossier = build();
    const { view, state, events } = viewed(dossier, actor);
    expect(view).toBe('whole');
    expect(state).toBe(dossier.state);
    expect(events).toBe(dossier.events);
  });

  it('is read by whoever holds one role that reads it, whatever the others', () => {
    expect(viewed(cofunded(), of(COFUNDER, 'cofunder'), of(CARRIER)).view).toBe('whole');
  });
});

describe('nothing of it', () => {
  it.each([of('99999999999999'), of(CARRIER, 'admin'), of(CARRIER, 'council')])('is read by %j', actor => {
    const { view, state, events } = viewed(cofunded(), actor);
    expect(view).toBeUndefined();
    expect([state.awards, state.obligations, events]).toEqual([{}, {}, []]);
  });
});

describe('the applicant of a rejected award', () => {
  it('reads that award and what became of it, nothing of the rest', () => {
    const dossier = studyRefused();
    const { view, state, events } = viewed(dossier, of(BEARER));
    expect(view).toMatchObject({ bodies: [BEARER] });
    expect(Object.values(state.awards)).toEqual(Object.values(dossier.state.awards));
    expect([state.initiative.paysCodes, state.initiative.declaredOn]).toEqual([['02'], null]);
    expect([state.opinion, state.legitimation.carrier, state.study.status]).toEqual([
      { ...dossier.state.opinion, ...state.opinion },
      null,
      'undecided',
    ]);
    expect(typesOf(events)).toContain('vote-recorded');
    expect(typesOf(events)).not.toContain('initiative-declared');
  });
});

describe('a former carrier', () => {
  it('reads its convention as it was in its time: its years, its instalments, its reports', () => {
    const dossier = transferred();
    const { id } = convention(dossier);
    dossier.on('2028-06-01');
    const { view, state } = viewed(dossier, of(CARRIER));
    expect(view).not.toBe('whole');
    expect(Object.keys(state.awards)).toContain(id);
    expect(Object.values(state.years).map(({ year }) => year)).toEqual([1, 2]);
    expect(Object.values(state.instalments).map(({ year, number }) => `${year}/${number}`)).not.toContain('3/1');
    expect(state.posts).toEqual({});
    expect(state.lifecycle.transfers.map(({ from }) => from)).toEqual([CARRIER]);
  });

  it('reads what it owes still, and not what its successor owes', () => {
    const dossier = transferred();
    const { view, state } = viewed(dossier, of(CARRIER));
    const owed = Object.values(dossier.state.obligations);
    expect(owed.filter(obligation => seesObligation(view, obligation))).toEqual(Object.values(state.obligations));
    expect(Object.values(state.obligations).flatMap(({ debtor }) => debtor.body ?? [])).not.toContain(NEW_CARRIER);
  });

  it('reads nothing of what was done after it, but the account that settles it', () => {
    const dossier = transferred();
    const { on } = dossier.state.lifecycle.transfers[0] ?? {};
    const { id: award } = convention(dossier);
    const before = viewed(dossier, of(CARRIER)).events;
    expect(typesOf(before)).toEqual(
      expect.arrayContaining(['grant-requested', 'report-accepted', 'carrier-transferred']),
    );
    dossier.on('2028-04-01');
    const { amendment = '' } = dossier.state.lifecycle.transfers[0] ?? {};
    dossier.records(
      [
        { type: 'final-evaluation-recorded', data: { award, outcome: 'favourable', hash: 'ab' } },
        { type: 'former-carrier-settled', data: { award, amendment, carrier: CARRIER } },
      ],
      'record-final-evaluation',
    );
    const { events } = viewed(dossier, of(CARRIER));
    expect(on !== undefined && on < dossier.today).toBe(true);
    expect(typesOf(events.slice(before.length))).toEqual(['former-carrier-settled']);
  });
});

describe('a co-funder', () => {
  it('reads the contribution asked of it and its decision, nothing else', () => {
    const dossier = cofunded().does('record-cofunding-decision', { outcome: 'refused' });
    const { state, events } = viewed(dossier, of(COFUNDER, 'cofunder'));
    expect(Object.values(state.contributions)).toEqual(Object.values(dossier.state.contributions));
    expect([state.awards, state.instalments, state.years]).toEqual([{}, {}, {}]);
    expect(typesOf(events)).toEqual(['cofunding-sought', 'cofunding-decided']);
  });

  it('is told why an act is closed on what is its own alone', () => {
    const dossier = secondAdvanceClaimed();
    cofunded(dossier);
    const { view } = viewed(dossier, of(COFUNDER, 'cofunder'));
    const { id: award } = convention(dossier);
    const sees: readonly [subject: Subject, seen: boolean][] = [
      [{ kind: 'contribution', contribution: 1 }, true],
      [{ kind: 'contribution', contribution: 2 }, false],
      [{ kind: 'instalment', award, year: 1, number: 1 }, false],
      [{ kind: 'post', post: 1 }, false],
      [{ kind: 'obligation', obligation: 'x' }, false],
      [POLE, false],
    ];
    for (const [subject, seen] of sees) expect(seesSubject(view, subject, dossier.state)).toBe(seen);
    expect(seesSubject('whole', POLE, dossier.state)).toBe(true);
  });
});
