import { describe, expect, it } from '@jest/globals';
import {
  BEARER,
  because,
  declared,
  type DossierBuilder,
  inForce,
  onAgenda,
  ordered,
  paid,
  prepared,
  requested,
  voted,
} from '../builders/dossier.js';
import { accountedFor, amended, running } from '../builders/whole-life-dossiers.js';

type Fact = DossierBuilder['events'][number];

const factOf = (dossier: DossierBuilder, type: Fact['type']): string => {
  const found = dossier.events.findLast(event => event.type === type);
  if (!found) throw new Error(`Aucun fait ${type}`);
  return found.id;
};
const takingBack = (dossier: DossierBuilder, type: Fact['type']) =>
  dossier.reasons('retract-fact', { event: factOf(dossier, type), ...because });
const abandoned = () => inForce().does('open-post', { share: 100 }).does('abandon-pole', because);
const returned = () => ordered().does('record-payment-rejection', { reason: 'wrong-bank-details' });
const transferred = () => amended(running(), { carrier: { name: 'Autre structure', siret: BEARER } });
const FINAL = { code: 'event-final', pointer: '/event', absolute: true };
const BUILT_UPON = { code: 'built-upon', pointer: '/event' };

describe('a fact entered by mistake', () => {
  it.each<[what: string, build: () => DossierBuilder, type: Fact['type']]>([
    ['the first of all', declared, 'initiative-declared'],
    ['a payment ordered', ordered, 'payment-ordered'],
    ['a payment made', paid, 'payment-recorded'],
    ['a payment returned by the bank', returned, 'payment-rejected'],
    ['an amendment in force', transferred, 'convention-amended'],
    ['the last day of a convention', accountedFor, 'convention-ended'],
  ])('is not taken back when it bound others: %s', (_what, build, type) => {
    expect(takingBack(build(), type)).toEqual([FINAL]);
  });

  it('is taken back once, by its own name', () => {
    const dossier = declared();
    const event = factOf(dossier, 'council-designated');
    const { events } = dossier.does('retract-fact', { event, ...because });
    expect(events.at(-1)).toMatchObject({
      type: 'fact-retracted',
      data: { event, type: 'council-designated' },
      private: because,
      retracts: event,
    });
    const unknown = [{ code: 'event-unknown', pointer: '/event' }];
    expect(dossier.reasons('retract-fact', { event, ...because })).toEqual(unknown);
    expect(takingBack(dossier, 'fact-retracted')).toEqual([FINAL]);
  });

  it('is taken back with all that was recorded in the same act', () => {
    const dossier = voted();
    const event = factOf(dossier, 'instalments-planned');
    dossier.does('retract-fact', { event, ...because });
    expect(dossier.state.awards[dossier.award.award ?? '']).toMatchObject({ status: 'on-agenda', vote: null });
    expect(dossier.state.instalments).toEqual({});
  });

  it.each<[what: string, build: () => DossierBuilder, type: Fact['type']]>([
    ['the study, by a grant', voted, 'study-skipped'],
    ['the opinion, by a grant', voted, 'opinion-given'],
    ['the local group, by a grant', voted, 'local-group-formed'],
    ['the note, by a grant', voted, 'legitimation-note-written'],
    ['a request, by its instruction', onAgenda, 'grant-requested'],
    ['a meeting, by the note written after it', prepared, 'cress-meeting-held'],
    ['any fact, by the end that tells what it left to account for', abandoned, 'post-opened'],
  ])('is not taken back while a later fact rests on it: %s', (_what, build, type) => {
    const dossier = build();
    expect(takingBack(dossier, type)).toEqual([BUILT_UPON]);
  });

  it('is taken back whatever came since of another matter', () => {
    expect(takingBack(prepared(), 'study-skipped')).toEqual([]);
    expect(takingBack(prepared(), 'opinion-given')).toEqual([]);
    expect(takingBack(requested(), 'legitimation-note-written')).toEqual([]);
  });

  it('is taken back once what rested on it was', () => {
    const dossier = prepared();
    expect(takingBack(dossier, 'cress-meeting-held')).toEqual([BUILT_UPON]);
    dossier.does('retract-fact', { event: factOf(dossier, 'legitimation-note-written'), ...because });
    expect(takingBack(dossier, 'cress-meeting-held')).toEqual([]);
  });
});
