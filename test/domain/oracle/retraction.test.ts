import { describe, expect, it } from '@jest/globals';
import { because, type DossierBuilder } from '../../builders/dossier.js';
import { settled } from '../../builders/whole-life-dossiers.js';
import { balanceOfYearPaid } from '../../builders/yearly-votes.js';
import { casesOf } from './oracle.js';

interface Expected {
  readonly allowed: boolean;
}

/** The dossier of each case, and the type of the fact that one would take back. */
const LIVES: Readonly<Record<string, readonly [build: () => DossierBuilder, type: string]>> = {
  'report-accepted-A': [balanceOfYearPaid, 'report-accepted'],
  'vacancy-2': [() => settled().does('vacate-post', {}, { date: '2030-01-01' }), 'post-vacated'],
};

describe('what holds a fact, as worked by hand from the texts', () => {
  const cases = casesOf<{ readonly fact: string }, Expected>('retraction');

  it.each(cases.map(worked => [worked.id, worked.title, worked] as const))('%s: %s', (_id, _title, worked) => {
    const [build, type] = LIVES[worked.given.fact] ?? [];
    const dossier = build?.();
    const event = dossier?.events.findLast(recorded => recorded.type === type)?.id;
    const refusals = dossier?.refusals('retract-fact', { ...because, event });
    expect(refusals).toEqual(worked.expected.allowed ? [] : ['built-upon']);
  });
});
