import { describe, expect, it } from '@jest/globals';
import { factsOf } from '../../src/domain/dossier/expectations.js';
import { debtorOf, dueOf } from '../../src/domain/dossier/owing.js';
import { addDays, civilDate } from '../../src/domain/kernel/civil-date.js';
import { rehearse } from '../../src/rehearsal/rehearse.js';
import { LIFE, livedBefore, takes } from '../builders/dated-life.js';
import { BEARER, CARRIER, DossierBuilder } from '../builders/dossier.js';

const WHO = new Map([
  [CARRIER, 'A'],
  [BEARER, 'B'],
]);

/** What a dossier awaits: kind, who owes it, by when, counted from when. */
async function awaitedOf({ events, state, rules }: DossierBuilder): Promise<readonly string[]> {
  return (await rehearse(factsOf(events))).map(key => {
    const due = dueOf(key, state, rules);
    const { role, body } = debtorOf(key, state, rules);
    const who = body === undefined ? role : `${role} ${WHO.get(body) ?? body}`;
    const since = due?.since === undefined ? '' : ` since ${due.since}`;
    return `${key.split('/')[0]}: ${who}, ${due?.on ?? 'no day'}${since}`;
  });
}

describe('what is awaited all along a life', () => {
  it('is owed by the one who must do it, by a day counted from the fact that calls for it', async () => {
    const dossier = new DossierBuilder('2026-02-02');
    const timeline: (readonly [day: string, act: string, awaited: readonly string[]])[] = [];
    let before: readonly string[] = [];
    for (const step of LIFE) {
      takes(dossier, step);
      const now = await awaitedOf(dossier);
      timeline.push([step[0], step[1], now.filter(line => !before.includes(line))]);
      before = now;
    }
    expect(timeline).toEqual(LIFE.map(([day, act, , awaited]) => [day, act, awaited]));
  });

  it.each([
    ['missing-pieces', '2026-04-01', 'CRPA art. L114-5'],
    ['vote', '2026-04-09', 'Ordre du jour de la session'],
    ['year-turn', '2026-05-13', 'Convention, exercices financés'],
    ['final-evaluation', '2026-05-13', 'évaluation finale partagée'],
    ['observations', '2028-02-04', 'CRPA art. L122-1 : observations de l’intéressé'],
  ])('%s, which no delay sets, names its text too', async (kind, day, source) => {
    const dossier = livedBefore(addDays(civilDate(day), 1));
    const key = (await rehearse(factsOf(dossier.events))).find(awaitedKey => awaitedKey.startsWith(`${kind}/`)) ?? '';
    expect(dueOf(key, dossier.state, dossier.rules)?.source).toContain(source);
  });
});
