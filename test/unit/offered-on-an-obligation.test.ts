import { describe, expect, it } from '@jest/globals';
import { besideOf } from '../../src/api/told-event.js';
import { factsOf } from '../../src/domain/dossier/expectations.js';
import { openObligations } from '../../src/domain/obligations/slice.js';
import { obligationView } from '../../src/obligations/obligation-view.js';
import { newDossier } from '../../src/record/dossiers.js';
import { someone } from '../builders/dossier.js';
import { InMemoryDossier } from '../builders/in-memory-dossier.js';
import { convention, firstYearOver, REPORTS } from '../builders/whole-life-dossiers.js';

/** A dossier whose first exercise has its four reports filed and not examined, and what its instructor is shown. */
async function filed() {
  const dossier = firstYearOver();
  for (const [report, { act, payload }] of Object.entries(REPORTS))
    dossier.does(act, payload, { on: { award: convention(dossier).id, year: 1, report } as never });
  const { state, rules, today, journal } = await new InMemoryDossier(dossier).declares();
  const row = { ...newDossier(dossier.id, rules.reglement.id), state, facts: factsOf(journal), isNew: false };
  const actors = [someone('instructor')];
  const beside = besideOf(new Map(), state, journal, actors);
  const seen = {
    rules,
    today,
    actors,
    beside,
    history: journal,
    notices: [],
    spreadSeconds: 0,
    grantedElsewhere: [],
    poleName: 'Pôle fictif',
  };
  return openObligations(state).map(obligation => obligationView(obligation, { ...seen, dossier: row }));
}

describe('the page of a report that was filed', () => {
  it('offers to accept or to send back that report, and no other', async () => {
    const awaited = (await filed()).filter(({ kind }) => kind === 'report-acceptance');
    expect(awaited).toHaveLength(4);
    for (const { object, acts } of awaited) {
      const reviewing = acts.filter(({ href }) => href.includes('/reports/'));
      expect(reviewing.map(({ act }) => act).sort()).toEqual(['accept-report', 'return-report']);
      for (const { href, label } of reviewing) {
        expect(href).toContain(`/years/1/reports/${object?.report}/`);
        expect(label).toContain(object?.label);
      }
    }
  });

  it('says of what it is about the exercise and the report, in words and as data', async () => {
    const [indicators] = (await filed()).filter(({ object }) => object?.report === 'indicators');
    expect(indicators?.label).toMatch(/^Examen des indicateurs de l’exercice 1 \(/);
    expect(indicators?.object).toMatchObject({ exercise: { year: 1 }, report: 'indicators', instalment: null });
  });
});
