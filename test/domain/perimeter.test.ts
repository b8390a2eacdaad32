import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { bodiesOf, bodiesOfDossier } from '../../src/domain/dossier/parties.js';
import { isWithin, mayRead, perimeterOf } from '../../src/domain/dossier/reading.js';
import { NAMING_ROLES, roleLabel, ROLES, rolesThat, type Actor, type Role } from '../../src/domain/dossier/roles.js';
import {
  ACCOUNT,
  BEARER,
  CARRIER,
  COFUNDER,
  DossierBuilder,
  GRANT,
  inForce,
  prepared,
  STUDY,
} from '../builders/dossier.js';
import { declared, signature, studyGranted, voted } from '../builders/dossier.js';
import { projectionOf } from '../../src/record/projections.js';
import { EVERY_STATE } from '../builders/every-state.js';
import { onAward } from '../builders/subjects.js';
import { amended, firstYearOver, RENEWAL, running } from '../builders/whole-life-dossiers.js';

const person = (role: Role, where: Partial<Pick<Actor, 'bodies' | 'pays'>> = {}): Actor => ({
  account: role,
  role,
  bodies: [],
  pays: [],
  ...where,
});
const STRANGER = '99999999999999';
const transferred = () => amended(running(), { carrier: { name: 'Reprise', siret: BEARER } });

describe('who may read a dossier', () => {
  it.each<Role>(['instructor', 'manager', 'finance', 'adviser', 'auditor'])('%s reads every one', role => {
    expect(mayRead(declared().state, person(role))).toBe(true);
  });

  it('an administrator reads none, and knows each by its name', () => {
    expect(mayRead(declared().state, person('admin', { bodies: [CARRIER], pays: ['02'] }))).toBe(false);
    expect(NAMING_ROLES).toEqual(['instructor', 'manager', 'finance', 'adviser', 'auditor', 'admin']);
  });

  it.each<[role: Role, where: Partial<Pick<Actor, 'bodies' | 'pays'>>, reads: boolean]>([
    ['council', { pays: ['02'] }, true],
    ['council', { pays: ['03', '02'] }, true],
    ['council', { pays: ['03'] }, false],
    ['council', { bodies: [CARRIER] }, false],
    ['carrier', { bodies: [CARRIER] }, true],
    ['carrier', { bodies: [STRANGER, BEARER] }, true],
    ['carrier', { bodies: [STRANGER] }, false],
    ['carrier', { pays: ['02'] }, false],
    ['cofunder', { bodies: [STRANGER] }, false],
  ])('a %s of %j: %s', (role, where, reads) => {
    expect(mayRead(studyGranted().state, person(role, where))).toBe(reads);
  });

  it('whoever carried the convention before reads it still', () => {
    expect(mayRead(transferred().state, person('carrier', { bodies: [CARRIER] }))).toBe(true);
    expect([...bodiesOfDossier(transferred().state)].sort()).toEqual([CARRIER, BEARER].sort());
  });

  it('each body is named once, and none before there is one', () => {
    expect(bodiesOfDossier(inForce().state)).toEqual([CARRIER]);
    expect(bodiesOfDossier(new DossierBuilder('2026-02-02').state)).toEqual([]);
  });
});

/** Everyone: each role, of bodies and pays that are in the dossiers of the builders and of some that are not. */
const EVERYONE = (Object.keys(ROLES) as Role[]).flatMap(role =>
  [CARRIER, BEARER, COFUNDER, STRANGER].flatMap(body =>
    ['02', '03'].map(pays => person(role, { bodies: [body], pays: [pays] })),
  ),
);

describe('the list of someone', () => {
  it.each(Object.entries(EVERY_STATE).filter(([name]) => name !== 'not declared'))(
    'holds a dossier %s if they may read it, and only then',
    (_, build) => {
      const dossier = build();
      const { state } = dossier;
      const [card] = projectionOf(state, 'Pôle', dossier.rules).pole_cards;
      const { pays_codes: pays, bodies } = card as {
        readonly pays_codes: readonly string[];
        readonly bodies: readonly string[];
      };
      for (const someone of EVERYONE)
        expect(isWithin(perimeterOf([someone]), { pays, bodies })).toBe(mayRead(state, someone));
    },
  );

  it('is that of all their roles', () => {
    const both = [person('carrier', { bodies: [BEARER] }), person('council', { bodies: [CARRIER], pays: ['03'] })];
    expect(perimeterOf(both)).toEqual({ pays: ['03'], bodies: [BEARER] });
    expect(perimeterOf([...both, person('auditor')])).toBeUndefined();
    expect(perimeterOf([person('admin', { bodies: [BEARER], pays: ['02'] })])).toEqual({ pays: [], bodies: [] });
    expect(mayRead(inForce().state, ...both)).toBe(false);
  });
});

describe('the lists of roles', () => {
  it.each([
    ['region', ['instructor', 'manager', 'finance']],
    ['owes', ['instructor', 'manager', 'finance', 'adviser', 'council', 'carrier', 'cofunder']],
    ['written-to', ['instructor', 'manager', 'finance', 'adviser', 'council', 'carrier', 'cofunder']],
    ['keeper', ['instructor', 'manager', 'admin']],
    ['reads-reminders', ['instructor', 'manager', 'adviser', 'auditor', 'admin']],
    ['reads-campaigns', ['instructor', 'manager', 'finance', 'auditor']],
    ['reads-accesses', ['auditor', 'admin']],
  ] as const)('%s: %j', (standing, roles) => expect(rolesThat(standing)).toEqual(roles));

  it('are written nowhere but in their table, and in what acts say of who does them', () => {
    const names = new RegExp(`'(?:${Object.keys(ROLES).join('|')})'`, 'g');
    const written = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.ts') && file !== 'domain/dossier/roles.ts')
      .flatMap(file =>
        [...readFileSync(`src/${file}`, 'utf8').matchAll(/(?<of>\broles: )?\[(?:\s*'[\w-]+',?)+\s*\]/g)]
          .filter(({ groups }) => groups?.['of'] === undefined || !file.startsWith('domain/'))
          .filter(([text]) => (text.match(names)?.length ?? 0) >= 3)
          .map(([text]) => `${file}: ${text}`),
      );
    expect(written).toEqual([]);
  });
});

describe('the bodies that hold a part', () => {
  it('before any convention binds, are all those that may ask for it', () => {
    const dossier = prepared().does('request-grant', { ...GRANT, applicant: { name: 'Autre', siret: BEARER } });
    expect(bodiesOf(dossier.state, 'project-owner')).toEqual([CARRIER, CARRIER, BEARER]);
  });

  it('once one binds, are its carrier alone, even while its renewal is asked for', () => {
    const dossier = firstYearOver().on('2029-02-01');
    dossier.does('request-renewal', { ...RENEWAL, applicant: { name: 'Autre', siret: BEARER } });
    expect(bodiesOf(dossier.state, 'project-owner')).toEqual([CARRIER]);
  });

  it('are those of its group, its study, its award, its note', () => {
    const { state } = declared().does('request-study-grant', STUDY);
    expect([bodiesOf(state, 'group'), bodiesOf(state, 'study-bearer')]).toEqual([[CARRIER], [BEARER]]);
    expect([bodiesOf(state, 'carrier'), bodiesOf(prepared().state, 'carrier')]).toEqual([[], [CARRIER]]);
    expect(bodiesOf(state, 'applicant', onAward(Object.keys(state.awards)[0] ?? ''))).toEqual([BEARER]);
    expect([bodiesOf(state, 'applicant'), bodiesOf(state, 'applicant', onAward('x'))]).toEqual([[], []]);
    expect(bodiesOf(state, 'council')).toEqual([]);
  });
});

describe('who may act', () => {
  const of = (bodies: readonly string[]) => ({ by: person('carrier', { bodies }) });

  it('signs for the body of the award, whatever the other bodies of the dossier', () => {
    const dossier = voted();
    const signs = signature(dossier, 'carrier');
    expect(dossier.refusals('sign-convention', signs, of([BEARER]))).toEqual(['out-of-perimeter']);
    expect(dossier.refusals('sign-convention', signs, of([BEARER, CARRIER]))).toEqual([]);
  });

  it('gives the opinion of its own pays', () => {
    const opinion = { outcome: 'favourable' };
    const council = (...pays: string[]) => ({ by: person('council', { pays }) });
    expect(declared().refusals('give-opinion', opinion, council('03'))).toEqual(['out-of-perimeter']);
    expect(declared().refusals('give-opinion', opinion, council('03', '02'))).toEqual([]);
  });

  it('once the convention changes hands, acts for the new carrier: the former one no longer does', () => {
    const dossier = transferred();
    const on = { award: Object.values(dossier.state.awards).find(({ kind }) => kind === 'convention')?.id ?? '' };
    const claim = (body: string) =>
      dossier.refusals('claim-instalment', ACCOUNT, { ...of([body]), on: { ...on, year: 1, number: 1 } });
    expect([claim(CARRIER), claim(BEARER)]).toEqual([['out-of-perimeter'], []]);
  });

  it('declares an initiative before there is any perimeter', () => {
    const declaration = { paysCodes: ['02'], initiator: 'ess-actors', groupName: 'G' };
    expect(new DossierBuilder('2026-02-02').refusals('declare-initiative', declaration, of([STRANGER]))).toEqual([]);
  });

  it('is never the engine, which records and decides nothing', () => {
    const engine = { ...person('instructor'), role: 'engine' as const };
    expect(declared().refusals('skip-study', { reason: 'M' }, { by: engine })).toEqual(['forbidden-role']);
    expect([roleLabel('engine'), roleLabel('cofunder')]).toEqual(['Calendrier', 'Cofinanceur']);
  });
});
