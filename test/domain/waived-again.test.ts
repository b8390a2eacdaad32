import { describe, expect, it } from '@jest/globals';
import { uuid7 } from '../../src/clock/uuid7.js';
import { ENGINE } from '../../src/domain/dossier/roles.js';
import { factsOf } from '../../src/domain/dossier/expectations.js';
import { openingsOf } from '../../src/domain/obligations/slice.js';
import { adjustments, closings } from '../../src/domain/reminders/openings.js';
import { rehearse } from '../../src/rehearsal/rehearse.js';
import { because, type DossierBuilder } from '../builders/dossier.js';
import { convention, firstYearOver, HASH } from '../builders/whole-life-dossiers.js';

/** Writes down what the facts since then meet, and what is owed now. */
async function notes(dossier: DossierBuilder, since = dossier.events.length): Promise<DossierBuilder> {
  dossier.records(closings(dossier.state, dossier.events.slice(since)), 'obligations', { by: ENGINE });
  const awaited = await rehearse(factsOf(dossier.events));
  return dossier.records(adjustments(dossier.state, dossier.rules, awaited, uuid7), 'obligations', { by: ENGINE });
}

const openings = (dossier: DossierBuilder) =>
  openingsOf({ kind: 'final-evaluation', instance: convention(dossier).id }, dossier.state);

async function evaluates(dossier: DossierBuilder): Promise<string> {
  const since = dossier.events.length;
  dossier.does('record-final-evaluation', { outcome: 'favourable', hash: HASH });
  const { id } = dossier.events[since] ?? {};
  await notes(dossier, since);
  return id ?? '';
}

/** Evaluated, then not: the record of the evaluation is taken back. */
async function evaluatedByMistake(dossier: DossierBuilder): Promise<DossierBuilder> {
  const event = await evaluates(dossier);
  return notes(dossier.does('retract-fact', { event, reason: 'Erreur.' }));
}

const waive = (dossier: DossierBuilder) =>
  dossier.does('waive-obligation', because, { on: { obligation: openings(dossier).at(-1)?.id ?? '' } });
const stand = (dossier: DossierBuilder) => openings(dossier).map(({ state }) => state);

describe('what was met by mistake and is owed again', () => {
  it('is waived still, when it was waived before: nothing lifted the waiver', async () => {
    const dossier = waive(await notes(firstYearOver()));
    expect(stand(await evaluatedByMistake(dossier))).toEqual(['done', 'waived']);
    expect(stand(await evaluatedByMistake(dossier))).toEqual(['done', 'done', 'waived']);
  });

  it('is waived still, when it was awaited no more meanwhile', async () => {
    const dossier = waive(await notes(firstYearOver()));
    const since = dossier.events.length;
    await notes(dossier.does('abandon-pole', because), since);
    expect(stand(dossier)).toEqual(['withdrawn']);
    await notes(dossier.does('retract-fact', { event: dossier.events[since]?.id ?? '', reason: 'Erreur.' }));
    expect(stand(dossier)).toEqual(['withdrawn', 'waived']);
  });

  it('is owed, once the waiver itself is taken back', async () => {
    const dossier = waive(await notes(firstYearOver()));
    const event = dossier.events.at(-1)?.id ?? '';
    await evaluatedByMistake(dossier);
    dossier.does('retract-fact', { event, reason: 'Erreur.' });
    expect(stand(dossier)).toEqual(['done', 'open']);
  });

  it('is owed, when it was not waived, until it is', async () => {
    const dossier = await evaluatedByMistake(await notes(firstYearOver()));
    expect(stand(dossier)).toEqual(['done', 'open']);
    expect(stand(waive(dossier))).toEqual(['done', 'waived']);
  });
});
