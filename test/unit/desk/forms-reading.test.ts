import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import '../../../src/app/app.module.js';
import { bodyOf } from '../../../src/api/acts-controller.js';
import { InputPipe } from '../../../src/api/input-pipe.js';
import { formOf } from '../../../src/desk/forms/model.js';
import type { Posted } from '../../../src/desk/forms/posted.js';
import { readForm } from '../../../src/desk/forms/reading.js';
import { ACTS } from '../../../src/domain/dossier/acts.js';
import { civilDate } from '../../../src/domain/kernel/civil-date.js';
import { anyBody } from '../../builders/any-body.js';
import { filledForm, type Entries } from '../../builders/filled-form.js';
import { inForm } from '../../builders/form.js';

/** Texts of one name gathered, as the parser of the house does. */
function posted(entries: Entries): Posted {
  const gathered: Record<string, string | string[]> = {};
  for (const [name, text] of entries) {
    const known = gathered[name];
    gathered[name] = known === undefined ? text : [known, text].flat();
  }
  return gathered;
}

const read = (act: string, entries: Entries) => readForm(formOf(act), posted(entries)).body;
const pipe = new InputPipe(async () => civilDate('2026-02-02'));
const checked = (act: string, body: unknown) => pipe.transform(body, { type: 'body', metatype: bodyOf(act) });

describe('A form that is posted', () => {
  it.each(ACTS.map(({ name }) => name))('says any body of %s that it was filled in with', async act => {
    await fc.assert(
      fc.asyncProperty(anyBody(act), async body => {
        const found = read(act, filledForm(act, body));
        expect(found).toEqual(body);
        expect(await checked(act, found)).toEqual(await checked(act, structuredClone(body)));
      }),
      { numRuns: inForm(25, 400) },
    );
  });

  it('says nothing of what is left empty, and what every act needs not', () => {
    expect(
      read('give-opinion', [
        ['outcome', ''],
        ['statement', ' '],
        ['date.day', ''],
        ['date.month', ''],
      ]),
    ).toEqual({});
    expect(
      read('request-amendment', [
        ['schedule.0.year', ''],
        ['carrier.name', ''],
      ]),
    ).toEqual({});
  });

  it('reads a day by its parts, whole in French, or as ISO writes it', () => {
    const day = (entries: Entries) => read('enter-agenda', entries)['sessionOn'];
    const parts = [
      ['sessionOn.day', '1'],
      ['sessionOn.month', '3'],
      ['sessionOn.year', '2026'],
    ] as const;
    expect([day(parts), day([['sessionOn', '1/3/2026']]), day([['sessionOn', '2026-03-01']])]).toEqual([
      ...['2026-03-01', '2026-03-01', '2026-03-01'],
    ]);
    expect(
      day([
        ['sessionOn.day', '31'],
        ['sessionOn.year', '2026'],
      ]),
    ).toBe('31//2026');
  });

  it('reads an amount as people write it, a number with its blanks, and leaves what is neither to the check', () => {
    expect(read('prepare-liquidation', [['amount', ' 24 500,00 € ']])).toEqual({ amount: '24 500,00' });
    expect(read('open-post', [['share', ' 80 ']])).toEqual({ share: 80 });
    expect(read('open-post', [['share', 'tout']])).toEqual({ share: 'tout' });
    expect(read('review-report', [['favourable', 'peut-être']])).toEqual({ favourable: 'peut-être' });
  });

  it('leaves out the rows that are empty, and remembers where the others stand', () => {
    const entries = [
      ['corrections.0.reason', ''],
      ['corrections.2.field', '/unspent'],
      ['corrections.2.reason', 'À revoir'],
    ] as const;
    const { body, places } = readForm(formOf('return-report'), posted(entries));
    expect(body).toEqual({ corrections: [{ field: '/unspent', reason: 'À revoir' }] });
    expect(places.get('/corrections/0/reason')?.name).toBe('corrections.2.reason');
  });

  it('keeps what is not known apart from zero', () => {
    const entries = [
      ['values.members', ''],
      ['values.jobs', '0'],
    ] as const;
    const { body, places } = readForm(formOf('file-indicators'), posted(entries));
    expect(body['values']).toEqual([
      { indicator: 'members', value: null },
      { indicator: 'jobs', value: 0 },
    ]);
    expect(places.get('/values/1/value')?.name).toBe('values.jobs');
  });

  it('takes nothing of what has no field', () => {
    expect(
      read('skip-study', [
        ['reason', 'Motif'],
        ['account', 'autre'],
        ['__proto__.x', '1'],
        ['constructor', '1'],
      ]),
    ).toEqual({
      reason: 'Motif',
    });
  });
});
