import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../src/domain/kernel/civil-date.js';
import '../../../src/funded-year/controller.js';
import { reportKey, type BesideReports } from '../../../src/desk/pole/filed-reports.js';
import { yearsPage } from '../../../src/desk/pole/years-page.js';
import { someone } from '../../builders/dossier.js';
import { plain } from '../../builders/page-readers.js';
import { seenPole } from '../../builders/seen-pole.js';
import { visibleText } from '../../builders/visible-text.js';
import { accountedFor, convention } from '../../builders/whole-life-dossiers.js';
import { rendered } from './rendered.js';

const dossier = accountedFor();
const pole = seenPole(dossier, [someone('instructor')]);
const lastYear = Math.max(...Object.values(pole.seen.years).map(({ year }) => year));
const key = reportKey(convention(dossier).id, lastYear, 'activity-report');
const html = (beside: BesideReports = new Map()) => rendered(<>{yearsPage(pole, beside).content}</>);
const text = (beside?: BesideReports) => plain(visibleText(`<body>${html(beside)}</body>`));

describe('The years of a pôle', () => {
  it('say what each report says, beside what was said of the year before', () => {
    const said = text();
    expect(said).toContain(`Ce qui est dit Exercice ${lastYear} Exercice ${lastYear - 1}`);
    expect(said).toMatch(/Dépenses imputées à la subvention \d[\d ]*,\d\d € \d[\d ]*,\d\d €/);
    expect(said).toMatch(/Non renseigné Non renseigné/);
    expect(said).toMatch(/Atteint Atteint/);
    expect(said).toMatch(/Ce qui est dit Exercice 1 (?!Exercice)/);
  });

  it('lead to no document and tell no correction that they were not given', () => {
    expect(html()).not.toMatch(/\/documents\/|Corrections demandées/);
  });

  it('lead to the document, and say what was asked of each field, why being told to who may read it', () => {
    const fields = [
      { field: '/evaluation', reason: 'À préciser.' },
      { field: '/hash', reason: undefined },
    ];
    const beside = new Map([[key, { document: 'f00d', corrections: { on: civilDate('2028-03-10'), fields } }]]);
    expect(html(beside)).toContain(`href="/poles/${dossier.id}/documents/f00d"`);
    expect(text(beside)).toMatch(
      /Corrections demandées le 10 mars 2028 ?: Évaluation, axe par axe À préciser\. Le document À corriger/,
    );
  });
});
