import 'reflect-metadata';
import { expect, it } from '@jest/globals';
import '../../../src/app/app.module.js';
import { answersOf } from '../../../src/desk/forms/answers.js';
import { formOf } from '../../../src/desk/forms/model.js';

it('What is said of each thing of a source begins by a capital, as the other lines do', () => {
  const filled = { body: { attachments: [{ piece: 'statutes', hash: 'a'.repeat(64) }] }, places: new Map() };
  const options = () => [{ value: 'statutes', label: 'statuts à jour' }];
  expect(answersOf({ form: formOf('request-study-grant'), filled, options, files: new Map() })).toEqual([
    { label: 'Statuts à jour', value: 'Un fichier' },
  ]);
});
