import { describe, expect, it } from '@jest/globals';
import { commitmentMissing } from '../../../src/domain/award/commitment.js';
import type { Commitment } from '../../../src/domain/award/commitment-kinds.js';
import { cents } from '../../../src/domain/kernel/cents.js';
import { civilDate } from '../../../src/domain/kernel/civil-date.js';
import { because, BEARER, CARRIER, declared, prepared, SIGNED } from '../../builders/dossier.js';
import { convention, running } from '../../builders/whole-life-dossiers.js';
import { casesOf } from './oracle.js';

interface Given {
  readonly requestedOn: string;
  readonly status: 'plain' | 'agreee' | 'rup';
  readonly signed: boolean;
  readonly nature: 'association' | 'epci';
  readonly newCarrier?: boolean;
}

interface Expected {
  readonly required: boolean;
  readonly mayGrant: boolean;
}

/** What the applicant of a case says of itself. */
function commitmentOf({ status, signed, nature, requestedOn }: Given): Commitment | undefined {
  if (nature === 'epci') return { kind: 'not-applicable', nature };
  if (status === 'agreee') return { kind: 'deemed', ground: 'agreement', reference: 'AGR-1' };
  return signed ? { kind: 'signed', signedOn: civilDate(requestedOn), signatory: 'X' } : undefined;
}

describe('the contrat d’engagement républicain, as worked by hand from the texts', () => {
  const cases = casesOf<Given, Expected>('commitment');
  const { rules } = prepared();

  it.each(cases.map(worked => [worked.id, worked.title, worked] as const))('%s: %s', (_id, _title, worked) => {
    const { given, expected } = worked;
    const commitment = commitmentOf(given);
    const asked = { payload: commitment ? { commitment } : {}, date: civilDate(given.requestedOn), rules };
    expect(commitmentMissing(asked) === undefined).toBe(expected.mayGrant);
  });
});

describe('the contrat d’engagement républicain', () => {
  it('is asked of the new carrier that an amendment brings, and of no other amendment', () => {
    const dossier = running();
    const on = { on: { award: convention(dossier).id } };
    const carrier = { name: 'Reprise', siret: BEARER };
    expect(dossier.reasons('request-amendment', { ...because, carrier }, on)).toMatchObject([
      { code: 'republican-commitment-missing', pointer: '/commitment', absolute: true },
    ]);
    expect(dossier.refusals('request-amendment', { ...because, carrier, commitment: SIGNED }, on)).toEqual([]);
    expect(dossier.refusals('request-amendment', { ...because, years: 2, amount: cents(7_000_000) }, on)).toEqual([]);
  });

  it.each<[string, Commitment, string]>([
    ['without its day', { kind: 'signed', signatory: 'X' }, '/commitment/signedOn'],
    ['without who signed', { kind: 'signed', signedOn: civilDate('2026-01-15') }, '/commitment/signatory'],
    ['deemed by nothing', { kind: 'deemed', reference: 'AGR-1' }, '/commitment/ground'],
    ['deemed without a number', { kind: 'deemed', ground: 'public-interest' }, '/commitment/reference'],
    ['without object for an unnamed body', { kind: 'not-applicable' }, '/commitment/nature'],
    [
      'signed after the request',
      { kind: 'signed', signedOn: civilDate('2026-02-03'), signatory: 'X' },
      '/commitment/signedOn',
    ],
  ])('is refused %s', (_what, commitment, pointer) => {
    const { rules } = prepared();
    expect(commitmentMissing({ payload: { commitment }, date: civilDate('2026-02-02'), rules })).toMatchObject({
      pointer,
    });
  });

  it('keeps the name of who signed beside the journal', () => {
    const dossier = running();
    const request = dossier.events.find(({ type }) => type === 'grant-requested');
    expect(request?.data).toMatchObject({ commitment: { kind: 'signed', signedOn: '2025-01-15' } });
    expect(JSON.stringify(request?.data)).not.toContain('signatory');
    expect(request).toMatchObject({ private: { signatory: 'X' } });
  });
});

describe('the legitimacy of the new carrier', () => {
  it('is asked of the CRESS before the amendment goes to the vote, once of each', () => {
    const dossier = running();
    const change = { ...because, commitment: SIGNED, carrier: { name: 'Reprise', siret: BEARER } };
    dossier.does('request-amendment', change, { on: { award: convention(dossier).id } });
    dossier.does('report-instruction', { favourable: true, report: 'R' });
    const entering = () => dossier.attempt('enter-agenda', { sessionOn: dossier.today, text: 'T' });
    expect(entering()).toMatchObject({
      refusals: [{ code: 'carrier-not-legitimate', liftedBy: 'examine-successor' }],
    });
    dossier.does('examine-successor', { conclusion: 'legitimate', analysis: 'A' });
    expect(entering()).toHaveProperty('events');
    expect(running().refusals('examine-successor', { conclusion: 'legitimate', analysis: 'A' })).toHaveLength(1);
  });

  it('is never what the CRESS says of itself', () => {
    const dossier = declared();
    const reglement = { ...dossier.rules.reglement, supportBody: BEARER.slice(0, 9) };
    Object.defineProperty(dossier, 'rules', { value: { ...dossier.rules, reglement } });
    const note = { selfOrganised: true, beyondAssociations: true, conclusion: 'not-yet', analysis: 'A' };
    const onItself = { ...note, carrier: { name: 'CRESS', siret: BEARER } };
    expect(dossier.attempt('write-legitimation-note', onItself)).toMatchObject({
      refusals: [{ code: 'judge-and-party', liftedBy: 'override-block', absolute: true }],
    });
    const onAnother = { ...note, carrier: { name: 'Association', siret: CARRIER } };
    expect(dossier.refusals('write-legitimation-note', onAnother)).toEqual([]);
  });
});
