import { describe, expect, it } from '@jest/globals';
import { PRIVATE_FIELDS, PURPOSES, purposeOf, type PurposeName } from '../../src/domain/dossier/private-purposes.js';
import { privateReading } from '../../src/domain/dossier/private-reading.js';
import type { Actor, Role } from '../../src/domain/dossier/roles.js';
import { EVENT_TYPES, type EventName, type NewEvent } from '../../src/domain/dossier/state.js';
import { shortIban } from '../../src/domain/kernel/iban.js';
import { cofunded } from '../builders/cofunded.js';
import { ACCOUNT, BEARER, CARRIER, COFUNDER, claimed, inForce, type DossierBuilder } from '../builders/dossier.js';
import { EVERY_STATE } from '../builders/every-state.js';
import { amended, convention, firstYearOver } from '../builders/whole-life-dossiers.js';

const of = (role: Role, body = '', pays: readonly string[] = []): Actor => ({
  ...{ account: role, role, bodies: body === '' ? [] : [body], pays },
});
const PEOPLE = {
  instructor: of('instructor'),
  manager: of('manager'),
  finance: of('finance'),
  adviser: of('adviser'),
  council: of('council', '', ['02']),
  carrier: of('carrier', CARRIER),
  cofunder: of('cofunder', COFUNDER),
  stranger: of('carrier', '99990901000010'),
  'council of elsewhere': of('council', '', ['01']),
  auditor: of('auditor'),
  admin: of('admin'),
} as const satisfies Readonly<Record<string, Actor>>;
type Who = keyof typeof PEOPLE;
const REGION: readonly Who[] = ['instructor', 'manager', 'finance'];

const eventIn = (dossier: DossierBuilder, type: EventName, rank = -1) => {
  const event = dossier.events.filter(candidate => candidate.type === type).at(rank);
  if (!event) throw new Error(`Aucun fait ${type}`);
  return event;
};
const extent = (dossier: DossierBuilder, type: EventName, purpose: PurposeName, ...actors: readonly Actor[]) =>
  privateReading(dossier.state, dossier.events, actors).extentOf(eventIn(dossier, type), purpose);

describe('what is told beside the journal', () => {
  it('is told by events that the journal knows', () => {
    expect(Object.keys(PRIVATE_FIELDS).filter(type => !Object.hasOwn(EVENT_TYPES, type))).toEqual([]);
  });

  it('has a purpose, which the compiler asks of every field of every event', () => {
    const untold: NewEvent = {
      type: 'council-designated',
      data: { body: null },
      // @ts-expect-error -- nobody told what this field is for
      private: { secret: 'x' },
    };
    expect(purposeOf(untold.type, 'secret')).toBeUndefined();
    for (const word of ['__proto__', 'constructor', 'toString'])
      expect([purposeOf(word, 'reason'), purposeOf('council-designated', word)]).toEqual([undefined, undefined]);
  });

  it('has a purpose in every dossier built here', () => {
    const told = Object.values(EVERY_STATE).flatMap(build =>
      build().events.flatMap(event =>
        Object.keys(('private' in event && event.private) || {}).map(field => [event.type, field] as const),
      ),
    );
    expect(told.length).toBeGreaterThan(100);
    expect(told.filter(([type, field]) => purposeOf(type, field) === undefined)).toEqual([]);
  });
});

describe('a purpose', () => {
  /** Who reads it whole of a fact of the convention that they see; whoever is not named reads nothing of it. */
  const WHOLE: Readonly<Record<Exclude<PurposeName, 'iban'>, readonly Who[]>> = {
    'body-name': [...REGION, 'adviser', 'council', 'carrier', 'auditor'],
    reason: [...REGION, 'adviser', 'council', 'carrier'],
    opinion: [...REGION, 'adviser', 'council', 'carrier'],
    analysis: [...REGION, 'adviser', 'council', 'carrier'],
    project: [...REGION, 'adviser', 'council', 'carrier'],
    'convention-text': [...REGION, 'adviser', 'council', 'carrier'],
    correction: [...REGION, 'adviser', 'carrier'],
    advice: [...REGION, 'adviser'],
    'internal-note': REGION,
    observations: [...REGION.filter(role => role !== 'finance'), 'carrier'],
    'elected-member': [...REGION, 'adviser', 'council', 'carrier'],
    signatory: [...REGION, 'carrier'],
    'bank-details': [...REGION, 'carrier'],
    'document-title': [...REGION, 'adviser', 'council', 'carrier'],
  };

  it.each(Object.keys(PURPOSES) as PurposeName[])('%s is read by those whom it is for, and by nobody else', purpose => {
    const dossier = claimed();
    const readBy = (wanted: string) =>
      (Object.keys(PEOPLE) as Who[]).filter(
        who => extent(dossier, 'instalment-claimed', purpose, PEOPLE[who]) === wanted,
      );
    if (purpose === 'iban') expect([readBy('whole'), readBy('shortened')]).toEqual([[], [...REGION, 'carrier']]);
    else expect(new Set(readBy('whole'))).toEqual(new Set(WHOLE[purpose]));
    expect(readBy('hidden')).toEqual(purpose === 'body-name' ? [] : ['auditor']);
  });

  it('is read by whoever holds one role for which it is, whatever the others', () => {
    const both = [PEOPLE.auditor, PEOPLE.finance];
    expect(extent(claimed(), 'instalment-claimed', 'bank-details', ...both)).toBe('whole');
  });

  it('is not read by a role through what another role of the same person sees', () => {
    const both = [PEOPLE.adviser, PEOPLE.stranger];
    expect(extent(claimed(), 'instalment-claimed', 'bank-details', ...both)).toBeUndefined();
  });
});

describe('who does not hold the dossier', () => {
  it('reads what was told in what is theirs: a co-funder its contribution, and nothing of the convention', () => {
    const dossier = cofunded();
    expect(extent(dossier, 'cofunding-sought', 'reason', PEOPLE.cofunder)).toBe('whole');
    expect(extent(dossier, 'grant-requested', 'body-name', PEOPLE.cofunder)).toBeUndefined();
  });

  it('reads the account that was theirs; who carries since does not, nor they the new one', () => {
    const dossier = amended(firstYearOver(), { carrier: { name: 'Reprise', siret: BEARER } });
    dossier.on('2028-02-01');
    dossier.does('claim-instalment', ACCOUNT, { on: { award: convention(dossier).id, year: 2, number: 1 } });
    const reads = (body: string, rank: number) =>
      privateReading(dossier.state, dossier.events, [of('carrier', body)]).readerOf(
        eventIn(dossier, 'instalment-claimed', rank),
        'iban',
      ) !== undefined;
    expect([reads(CARRIER, 0), reads(BEARER, 0)]).toEqual([true, false]);
    expect([reads(CARRIER, -1), reads(BEARER, -1)]).toEqual([false, true]);
  });

  it('a group that carries nothing does not read the account of the carrier', () => {
    const dossier = claimed();
    const group = { ...dossier.state, initiative: { ...dossier.state.initiative, group: BEARER } };
    const reading = privateReading(group, dossier.events, [of('carrier', BEARER)]);
    const claim = eventIn(dossier, 'instalment-claimed');
    expect([reading.sees(claim), reading.extentOf(claim, 'iban')]).toEqual([true, undefined]);
  });
});

describe('an account', () => {
  it('is shortened to its country, its key and its last three characters', () => {
    expect(shortIban('FR7630006000011234567890189')).toBe('FR76 •••• …189');
  });

  it('is of an award: a fact that bears on none tells none', () => {
    const dossier = inForce();
    expect(extent(dossier, 'initiative-declared', 'iban', PEOPLE.carrier)).toBeUndefined();
  });
});
