import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '../../src/domain/dossier/state.js';
import { EVERY_STATE } from '../builders/every-state.js';
import { because, CARRIER, declared, DossierBuilder, NOTE, studyGranted } from '../builders/dossier.js';

/** What an act may be told in words, or of whom: all that must not stand in the chain. */
const TOLD = [
  'reason',
  'analysis',
  'statement',
  'summary',
  'remarks',
  'report',
  'observations',
  'advice',
  'text',
  'signatory',
  'capacity',
  'groupName',
  'councilName',
  'accountHolder',
] as const;

const REPORT = { reportHash: 'ab'.repeat(32) };
const TOLD_LIVES: Readonly<Record<string, () => DossierBuilder>> = {
  ...EVERY_STATE,
  'an opinion that was passed over': () => declared('2026-02-02').on('2026-12-01').does('pass-over-opinion', because),
  'an opinion that was waived': () => declared().does('waive-opinion', because),
  'a favourable opinion with its statement': () =>
    declared().does('give-opinion', { outcome: 'with-reserves', statement: 'Réserves.' }),
  'a study sent back with remarks': () =>
    studyGranted()
      .does('deliver-study', REPORT)
      .does('review-study', { outcome: 'to-complete', remarks: 'Chiffrer les besoins.' }),
};

/** What the transaction writes beside the journal: the builder leaves it on the event. */
const asideOf = (event: RecordedEvent | undefined): Readonly<Record<string, string>> =>
  event && 'private' in event ? (event.private as Record<string, string>) : {};

describe('what is told in words, or of whom', () => {
  it.each(Object.keys(TOLD_LIVES))('is kept beside the journal by every act: %s', name => {
    const dossier = TOLD_LIVES[name]?.();
    for (const { act, payload } of dossier?.done ?? [])
      for (const [key, value] of Object.entries(payload)) {
        if (!TOLD.some(field => field === key)) continue;
        const events = dossier?.events.filter(event => event.act === act) ?? [];
        expect([act, key, events.flatMap(event => Object.values(asideOf(event)))]).toEqual([
          act,
          key,
          expect.arrayContaining([value]),
        ]);
        expect(JSON.stringify(events.map(({ data }) => data))).not.toContain(JSON.stringify(value));
      }
  });
});

describe('what the opening of a pôle says', () => {
  const started = (change: object) =>
    new DossierBuilder('2026-02-02').does('declare-initiative', {
      paysCodes: ['02'],
      initiator: 'ess-actors',
      groupName: 'Groupe',
      ...change,
    });

  it('names each pays once, in their order', () => {
    expect(started({ paysCodes: ['05', '02', '05'] }).events[0]?.data).toMatchObject({ paysCodes: ['02', '05'] });
  });

  it('tells the council by its SIRET when it has one, or by its name alone', () => {
    const council = (payload: object) =>
      started({}).does('designate-council', { councilName: 'Conseil', ...payload }).events[1];
    expect(council({ councilSiret: CARRIER })?.data).toEqual({ body: CARRIER });
    expect(council({})?.data).toEqual({ body: null });
  });

  it('keeps the RNA number of a carrier that has one beside its name', () => {
    const written = (rna?: string) =>
      declared()
        .does('hold-cress-meeting', { participants: 5 })
        .does('write-legitimation-note', { ...NOTE, carrier: { ...NOTE.carrier, ...(rna ? { rna } : {}) } })
        .events.at(-1);
    expect(asideOf(written('W351000123'))).toEqual({
      bodyName: 'Association fictive',
      bodyRna: 'W351000123',
      analysis: 'A',
    });
    expect(asideOf(written())).toEqual({ bodyName: 'Association fictive', analysis: 'A' });
  });
});
