import { describe, expect, it } from '@jest/globals';
import type { Award } from '../../../src/domain/award/slice.js';
import { documentOfYear } from '../../../src/domain/funded-year/exercise.js';
import { civilDate } from '../../../src/domain/kernel/civil-date.js';
import { carried, convention, firstYearOver, HASH, INDICATORS } from '../../builders/whole-life-dossiers.js';
import { because } from '../../builders/dossier.js';
import { casesOf } from './oracle.js';

interface Given {
  readonly yearFrom: string;
  readonly versions: readonly { readonly document: string; readonly from: string }[];
}

describe('the document de référence of a funded year, as worked by hand from the texts', () => {
  const cases = casesOf<Given, { readonly document: string }>('document');

  it.each(cases.map(worked => [worked.id, worked.title, worked] as const))('%s: %s', (_id, _title, worked) => {
    const { yearFrom, versions } = worked.given;
    const from = civilDate(yearFrom);
    const documents = versions.map(version => ({ ...version, from: civilDate(version.from) }));
    const award = { period: { from, to: from }, documents } as Partial<Award> as Award;
    expect(documentOfYear(award, 1)).toBe(worked.expected.document);
  });

  it('is that under which the year began, whatever an amendment changes since', () => {
    const dossier = firstYearOver().on('2028-03-01');
    const { id } = convention(dossier);
    const values = INDICATORS.map(indicator => ({ indicator, value: 1 }));
    const filed = (year: number, document: string) =>
      dossier.refusals(
        'file-indicators',
        { hash: HASH, document, values },
        { on: { award: id, year, report: 'indicators' } },
      );
    carried(
      dossier.does('request-amendment', { ...because, referenceDocument: 'referentiel-1' }, { on: { award: id } }),
    );
    expect(convention(dossier).referenceDocument).toBe('referentiel-1');
    expect(filed(1, 'referentiel-2')).toEqual([]);
    expect(filed(1, 'referentiel-1')).toEqual(['other-document-version']);
    expect([1, 2, 3].map(year => documentOfYear(convention(dossier), year))).toEqual([
      ...['referentiel-2', 'referentiel-2', 'referentiel-1'],
    ]);
  });
});
